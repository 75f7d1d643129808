import TestSupport
import Testing

@testable import ClaimModel

@Suite("TextAlignment")
struct TextAlignmentTests {
  private func align(_ old: String, _ new: String) -> [String] {
    let (old, new) = (WordSequence(old), WordSequence(new))
    var numbers = WordNumbers()
    let alignment = TextAlignment(numbers.numbers(of: old), numbers.numbers(of: new))
    return zip(old.spans, alignment.partners).map { span, partner in
      let word = String(decoding: old.bytes[span.range], as: UTF8.self)
      return partner.map { "\(word)\($0)" } ?? "-\(word)"
    }
  }

  @Test(
    "pairs words that stayed in order",
    arguments: [
      ("", "", ""), ("a b", "", "-a -b"), ("a b c", "a b c", "a0 b1 c2"),
      ("a b c", "x a b y c", "a1 b2 c4"), ("a b c", "a c", "a0 -b c1"),
      ("It’s 4,200", "It’s 4,300", "It0 ’1 s2 -4,200"), ("a b a", "a a", "a0 -b a1"),
      ("漢字x", "漢語x", "漢0 -字 x2"), ("a\u{A0}b\n\nc", "a b c", "a0 b1 c2"),
    ])
  func pairs(old: String, new: String, expected: String) {
    #expect(align(old, new).joined(separator: " ") == expected)
  }

  @Test(
    "pairs only words that are the same, each once and in order", arguments: 0..<40 as Range<UInt64>
  )
  func order(seed: UInt64) {
    var rng = SeededGenerator(seed: seed)
    // Few words in a long text, so that anchors are rare and the exact part has work to do.
    let kinds = Int32([3, 40, 2000][Int.random(in: 0..<3, using: &rng)])
    let old = (0..<2000).map { _ in Int32.random(in: 0..<kinds, using: &rng) }
    var new = old
    for _ in 0..<20 {
      let place = Int.random(in: 0..<new.count, using: &rng)
      switch Int.random(in: 0..<3, using: &rng) {
      case 0: new.insert(Int32.random(in: 0..<kinds, using: &rng), at: place)
      case 1: new.remove(at: place)
      default: new[place] = Int32.random(in: 0..<kinds, using: &rng)
      }
    }
    let partners = TextAlignment(old, new).partners
    var last = -1
    for (word, partner) in zip(old, partners) {
      guard let partner else { continue }
      #expect(partner > last && new[partner] == word)
      last = partner
    }
    if kinds == 2000 { #expect(partners.count { $0 != nil } > 1900) }
  }
}

@Suite("WordDifference")
struct WordDifferenceTests {
  private func drawn(_ pieces: [WordDifference.Piece]) -> String {
    pieces.map { $0.isKept ? $0.text : "[\($0.text)]" }.joined()
  }

  @Test(
    "marks what only one wording has",
    arguments: [
      ("rose to 40 people", "rose to 52 people", "rose to [40] people", "rose to [52] people"),
      ("it rained", "it rained", "it rained", "it rained"),
      ("all of it", "", "[all of it]", ""),
      ("a b c ", "a x y c", "a [b] c ", "a [x y] c"),
      ("", "new", "", "[new]"), ("  ", "x", "  ", "[x]"),
    ])
  func marks(old: String, new: String, before: String, after: String) {
    let difference = WordDifference(old, new)
    #expect(drawn(difference.old) == before)
    #expect(drawn(difference.new) == after)
  }
}

@Suite("TextResemblance")
struct TextResemblanceTests {
  private static let text = (0..<60).map { "word\($0)" }.joined(separator: " ")

  @Test("is 1 for the same words, 0 for others, and counts what the shorter text shares")
  func shares() {
    let text = TextResemblance(Self.text)
    #expect(text.share(with: TextResemblance(Self.text.replacing(" ", with: "\n"))) == 1)
    #expect(text.share(with: TextResemblance(Self.text.replacing("word", with: "other"))) == 0)
    let longer = TextResemblance(Self.text + " and " + Self.text.replacing("word", with: "more"))
    #expect(text.share(with: longer) == 1)
    #expect(longer.share(with: text) == 1)
    let edited = TextResemblance(Self.text.replacing("word30", with: "thirty"))
    #expect(text.share(with: edited) > 0.9 && text.share(with: edited) < 1)
  }

  @Test(
    "says nothing of texts that are too short",
    arguments: ["", "word0", "word0 word1 word2 word3 word4"])
  func short(text: String) {
    #expect(TextResemblance(text).share(with: TextResemblance(Self.text)) == 0)
  }
}
