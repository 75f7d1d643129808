import ClaimModel
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("pairs of marks in a claim")
struct MarkPairsTests {
  private static func tokenized(_ text: String) -> Document {
    Document.tagged(
      Article(
        id: ArticleID(rawValue: "sha256:0"), text: text,
        blocks: [Block(role: .body, span: TextSpan(0, text.utf8.count))],
        metadata: Article.Metadata()))
  }

  private static func pairs(_ text: Document) -> MarkPairs {
    MarkPairs(
      tokens: text.tokens, sentence: text.tokens.indices,
      quotes: text.annotated(by: QuoteFinder()).quotations)
  }

  @Test(
    "takes a partner in, or leaves a lone mark at an end out",
    arguments: [
      ("He named her ⟦a “thief⟧.”", "a “thief.”"),
      ("He named her “⟦sly”⟧ again.", "“sly”"),
      ("He named her ⟦“sly⟧ and dull” again.", "sly"),
      ("He named her “sly and ⟦dull”⟧ again.", "dull"),
      ("He named ⟦her “sly⟧ and dull” again.", "her “sly"),
      ("They left ⟦(it rained⟧).", "(it rained)"),
      ("They left (and ⟦it rained)⟧.", "it rained"),
      ("They left ⟦(it rained)⟧.", "(it rained)"),
    ])
  func pairs(_ drawn: String, kept: String) throws {
    let marked = MarkedText(drawn)
    let text = Self.tokenized(marked.plain)
    let range = try #require(text.tokens(under: marked.spans[0]))
    let found = Self.pairs(text).kept(in: [range])
    #expect(found.map { text.string(of: text.span(of: $0)) } == [kept])
  }

  @Test("whatever the ranges, they stay in order, apart and inside", arguments: 0..<300)
  func anyRanges(seed: Int) {
    let text = Self.tokenized("“(A) b “c (d” e) f, “g” ( h” i) “j.” (k")
    var generator = SeededGenerator(seed: UInt64(seed))
    var ranges: [Range<Int>] = []
    var place = 0
    while place < text.tokens.count {
      let start = place + Int.random(in: 0...3, using: &generator)
      let end = start + Int.random(in: 1...4, using: &generator)
      if end <= text.tokens.count { ranges.append(start..<end) }
      place = end + 1
    }
    let kept = Self.pairs(text).kept(in: ranges)
    #expect(kept.allSatisfy { !$0.isEmpty && $0.upperBound <= text.tokens.count })
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
  }
}
