import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("QuoteFinder")
struct QuoteFinderTests {
  @Test(
    "draws quotations",
    arguments: [
      "\"⟦It rained,⟧\" she said. \"⟦We left.⟧\"",
      "“⟦It rained. We left.⟧” Nobody heard.",
      "He called it ‘⟦a trap⟧’ twice.",
      "The workers' union and the mayor's men met.",
      "“⟦He said ‘no’ to us,⟧” she said.",
      "\"⟦It rained.⟧\n\n\"⟦We left.⟧\" Nobody heard.",
      "“⟦It rained.⟧\n\n“⟦We left,⟧” she said.",
      "A 5\" pipe burst.",
      "''⟦It rained,⟧'' she said.",
      "``⟦It rained ,⟧ '' she said .",
      "⟦It rained ,⟧ '' she said .",
      "«⟦It rained⟧» was all.",
      "”⟦It rained. We left.⟧” Nobody heard.",
      "\"⟦They called it “a trap” twice. We left.⟧\" Nobody heard.",
      "\"⟦LIND: It is “safe” now. It rained.⟧\n\n\"⟦HOST: Good.⟧",
    ])
  func drawn(_ text: String) {
    let expected = MarkedText(text)
    let tokenized = TextAnalyser().document(of: Article(paragraphs: expected.plain))
    let found = QuoteFinder().quotations(in: tokenized).map { tokenized.span(of: $0.tokens) }
    #expect(
      found.map { tokenized.string(of: $0) } == expected.spans.map { tokenized.string(of: $0) })
  }
}
