import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("SentenceSplitter")
struct SentenceSplitterTests {
  @Test(
    "draws sentences",
    arguments: [
      "⟦It rained all night.⟧ ⟦The harbour stayed shut.⟧",
      "⟦Is the harbour shut?⟧ ⟦Yes, it is!⟧ ⟦Nobody knew.⟧",
      "⟦Mr. Osei met Dr. Lund on Monday.⟧ ⟦They spoke of tolls.⟧",
      "⟦Harold W. Pine paid $3.5 million.⟧ ⟦It was 1.2 percent.⟧",
      "⟦The U.S. envoy left.⟧ ⟦He came from the U.S.⟧ ⟦The rest stayed.⟧",
      "⟦They met at 5 p.m. on Friday.⟧ ⟦It closed at 9 p.m.⟧ ⟦Nobody stayed.⟧",
      "⟦\"We lost.\"⟧ ⟦\"We will win,\" she said.⟧",
      "⟦“Did you see it?” Marta asked.⟧ ⟦Nobody had.⟧",
      "⟦He waited … and left.⟧ ⟦Then he came back...⟧ ⟦Nobody cared.⟧",
      "⟦The port (built in 1901. Twice burnt.) is shut.⟧ ⟦(It will open soon.)⟧ ⟦We wait.⟧",
      "⟦See No. 5 and pp. 12-14.⟧ ⟦Then say no.⟧ ⟦That is all.⟧",
      "⟦1. The first rule.⟧ ⟦2. The second rule.⟧",
      "⟦It closed in 1805. [6]⟧ ⟦Nobody cared.⟧",
      "⟦• The first rule⟧ ⟦• The second rule⟧",
      "⟦Acme Corp. said it lost.⟧ ⟦So did Brix Inc.⟧ ⟦The rest won.⟧",
      "⟦Go to www.example.org/a.b?c=1 now.⟧ ⟦Or write.⟧",
    ])
  func drawn(_ text: String) {
    let expected = MarkedText(text)
    let found = TextAnalyser().tokenizedText(of: Article(paragraphs: expected.plain)).sentences
    #expect(
      found.map { expected.plain.utf8Substring($0.span).map(String.init) }
        == expected.spans.map { expected.plain.utf8Substring($0).map(String.init) })
  }
}
