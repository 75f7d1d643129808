import ClaimModel
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("SentenceSplitter")
struct SentenceSplitterTests {
  private static let analyser = TextAnalyser()

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
      "⟦“Did you see it?”⟧ ⟦She asked him twice.⟧",
      "⟦“We lost,” Marta Osei said.⟧ ⟦“We lost, ”  Marta said.⟧",
      "⟦He waited … and left.⟧ ⟦Then he came back...⟧ ⟦Nobody cared.⟧",
      "⟦“It was hard. ...⟧ ⟦But we won,” he said.⟧",
      "⟦The port (built in 1901. Twice burnt.) is shut.⟧ ⟦(It will open soon.)⟧ ⟦We wait.⟧",
      "⟦The union (FWU) Tuesday called a strike.⟧ ⟦It ended.⟧",
      "⟦See No. 5 and pp. 12-14.⟧ ⟦Then say no.⟧ ⟦That is all.⟧",
      "⟦1. The first rule.⟧ ⟦2. The second rule.⟧",
      "⟦It closed in 1805. [6]⟧ ⟦Nobody cared.⟧",
      "⟦They pay a fee. 8⟧ ⟦Yet some complain.⟧",
      "⟦• The first rule⟧ ⟦• The second rule⟧",
      "⟦Acme Corp. said it lost.⟧ ⟦So did Brix Inc.⟧ ⟦The rest won.⟧",
      "⟦Go to www.example.org/a.b?c=1 now.⟧ ⟦Or write.⟧",
      "⟦It ended at noon.⟧⟦Nobody left.⟧",
      "⟦Mail Ann.Lee@example.org or read notes.Final.⟧",
      "⟦Writer J.K. Harrow and George H.W. Pine spoke.⟧ ⟦D. Lund did not.⟧",
      "⟦Pine & Cos. for once paid the traders ' share to Jon ` Jo ' Dunn .⟧ ⟦It was due .⟧",
      "⟦OSEI: Good morning.⟧ ⟦It is early.⟧",
      "⟦It rained.⟧\n\n⟦we left⟧ \n \n⟦in a hurry.⟧",
    ])
  func drawn(_ text: String) {
    let expected = MarkedText(text)
    #expect(Self.sentences(of: expected.plain) == expected.strings)
  }

  /// Cases of our own of the kinds that a known set of rules for splitters names, and of news, chat and blogs.
  @Test("knows the kinds that splitters stumble over", arguments: SentenceKinds.cases)
  func kinds(_ kind: String, _ text: String) {
    let expected = MarkedText(text)
    #expect(Self.sentences(of: expected.plain) == expected.strings, "\(kind)")
  }

  @Test("still fails where it is known to fail", arguments: SentenceKinds.failing)
  func failing(_ kind: String, _ text: String) {
    let expected = MarkedText(text)
    #expect(
      Self.sentences(of: expected.plain) != expected.strings,
      "\(kind) is cut rightly now: move it to the cases that must hold")
  }

  // MARK: Properties

  private static let pieces = [
    "said", "The", "rest", " ", " ", " ", "\n", "\n\n", ".", ". ", "?", "!", "...", ". . .", "…",
    "\"", "“",
    "”", "'", "’", "(", ")", "[", "]", ":)", "U.S.", "p.m.", "Mr.", "J.", "I", "5", "2.", "a)", "•",
    "*", "--",
    "–", ",", ":", ";", "é", "😀", "http://x.y", "\u{A0}", "\u{0}", "°",
  ]

  private static func text(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<60).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  @Test("covers every token once, in order", arguments: 0..<150 as Range<UInt64>)
  func covers(seed: UInt64) {
    let text = Self.analyser.document(ofBlock: Array(Self.text(seed).utf8))
    var next = 0
    for sentence in text.sentences {
      #expect(sentence.tokens.lowerBound == next)
      #expect(!sentence.tokens.isEmpty)
      #expect(sentence.span == text.span(of: sentence.tokens))
      next = sentence.tokens.upperBound
    }
    #expect(next == text.tokens.count)
  }

  @Test("cuts a paragraph the same alone and among others", arguments: 0..<60 as Range<UInt64>)
  func paragraphs(seed: UInt64) {
    let parts = (0..<3).map { part in
      Self.text(seed * 3 + part).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    let alone = parts.flatMap(Self.sentences)
    #expect(Self.sentences(of: parts.joined(separator: "\n\n")) == alone)
  }

  /// Ten thousand marks: what looked back further than a few tokens for each would not end here.
  @Test(
    "ends on hostile texts",
    arguments: [
      "\"", "“", "”", " \"", "(", ")", " (a", ". ", "* ", "1. ", "!", " ... ", "A. ", "The. ",
    ])
  func hostile(_ piece: String) {
    let text = String(repeating: piece, count: 10_000 / piece.utf8.count)
    let found = Self.analyser.document(ofBlock: Array(text.utf8))
    #expect(found.sentences.reduce(0) { $0 + $1.tokens.count } == found.tokens.count)
  }

  // MARK: Weights

  @Test("takes no file that is cut off, longer or of another kind")
  func badWeights() {
    let whole = SentenceModel.magic + [UInt8](repeating: 0, count: 8)
    #expect(Self.model(whole) != nil)
    #expect(Self.model(Array(whole.dropLast(2))) == nil)
    #expect(Self.model(whole + [0]) == nil)
    #expect(Self.model(Array(whole.reversed())) == nil)
    #expect(Self.model([]) == nil)
  }

  @Test("decides nothing without weights, but what rules decide")
  func withoutWeights() throws {
    let empty = try #require(Self.model(SentenceModel.magic + [0, 0]))
    let text = TextAnalyser(sentences: empty).document(
      ofBlock: Array("It rained. The rest left. Who knows? Nobody.".utf8))
    #expect(
      text.sentences.map { text.string(of: $0.span) }
        == ["It rained.", "The rest left.", "Who knows? Nobody."])
  }

  private static func model(_ bytes: [UInt8]) -> SentenceModel? {
    bytes.withUnsafeBytes { SentenceModel($0) }
  }

  private static func sentences(of text: String) -> [String] {
    let found = analyser.document(ofBlock: Array(text.utf8))
    return found.sentences.map { found.string(of: $0.span) }
  }
}

extension MarkedText {
  /// What the spans hold.
  fileprivate var strings: [String] {
    spans.compactMap { plain.utf8Substring($0).map(String.init) }
  }
}
