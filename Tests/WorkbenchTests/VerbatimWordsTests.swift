import ClaimModel
import Testing

@testable import Workbench

@Suite("Words as somebody types them")
struct VerbatimWordsTests {
  @Test(
    "finds every place, forgiving what a keyboard cannot show",
    arguments: [
      ("art", "a party of ⟦art⟧, ⟦art⟧s"), ("the old", "⟦the\u{A0}old⟧ man; ⟦the\n  old⟧ sea"),
      ("\"no\"", "⟦“no”⟧ and ⟦\"no\"⟧"), ("it's", "⟦it’s⟧, ⟦it's⟧"), ("5-6", "⟦5–6⟧ and ⟦5—6⟧"),
      ("  the   end ", "at ⟦the end⟧"), ("a\u{2009}b", "⟦a b⟧"), ("The", "the ⟦The⟧"),
      ("aa", "aaaa"), ("-", "a⟦-⟧b"), ("Zo\u{EB}", "⟦Zo\u{EB}⟧ Zo\u{EB}e"),
      ("caf", "caf\u{E9}"), ("1.5", "⟦1.5⟧ 11.5"), ("one two", "one, two"),
    ])
  func finds(words: String, drawn: String) throws {
    // What is drawn with a mark before a letter is one word with it, so those are not drawn.
    let drawn = drawn.replacing("⟦art⟧s", with: "arts")
    let text = drawn.replacing("⟦", with: "").replacing("⟧", with: "")
    let pattern = try #require(VerbatimWords(words))
    let bytes = Array(text.utf8)
    let places = pattern.places(in: bytes, within: TextSpan(0, bytes.count))
    #expect(DrawnClaims.drawing(places, in: text) == drawn)
  }

  @Test("finds nothing outside the stretch that is asked about")
  func stretch() throws {
    let pattern = try #require(VerbatimWords("no"))
    #expect(pattern.places(in: Array("no no no".utf8), within: TextSpan(2, 6)) == [TextSpan(3, 5)])
    for end in [9, 1 << 31, Int.max] {
      #expect(pattern.places(in: Array("no no no".utf8), within: TextSpan(2, end)) == [])
    }
  }

  @Test(
    "forgives the case of letters when told to, whatever they take in bytes",
    arguments: [
      ("THE end", "⟦the End⟧"), ("ZOË’S", "⟦zoë's⟧"), ("straße", "⟦STRAßE⟧"), ("ΟΔΟΣ", "⟦οδοσ⟧"),
      ("i", "İ ⟦I⟧ ⟦i⟧"), ("end", "İẞ ⟦END⟧"), ("漢字", "ẞ ⟦漢字⟧"),
    ])
  func ignoresCase(words: String, drawn: String) throws {
    let text = drawn.replacing("⟦", with: "").replacing("⟧", with: "")
    let pattern = try #require(VerbatimWords(words, ignoresCase: true))
    let bytes = Array(text.utf8)
    let places = pattern.places(in: bytes, within: TextSpan(0, bytes.count))
    #expect(DrawnClaims.drawing(places, in: text) == drawn)
  }

  @Test("is nothing without a word", arguments: ["", " ", "\n\t", "\u{A0}"])
  func empty(text: String) { #expect(VerbatimWords(text) == nil) }
}
