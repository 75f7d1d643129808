import ClaimModel
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(
    "cuts words as treebanks do",
    arguments: [
      ("The mayor's toll isn't fair.", "The|mayor|'s|toll|is|n't|fair|."),
      ("We’ll pay, they won’t.", "We|’ll|pay|,|they|wo|n’t|."),
      ("It cost $1,200.50 at 13:37.", "It|cost|$|1,200.50|at|13:37|."),
      ("The U.S. envoy, Mr. Lund", "The|U.S.|envoy|,|Mr.|Lund"),
      ("See No. 5. No.", "See|No.|5|.|No|."),
      ("a well-known AT&T man", "a|well-known|AT&T|man"),
      ("“No,” she said…", "“|No|,|”|she|said|…"),
      ("wait... no -- yes", "wait|...|no|--|yes"),
      ("at www.example.org/a?b=1, too", "at|www.example.org/a?b=1|,|too"),
      ("It ended.Then it began", "It|ended|.|Then|it|began"),
      ("the '90s and @lund #toll", "the|'90s|and|@lund|#toll"),
      ("did n't Kofi 's go", "did|n't|Kofi|'s|go"),
      ("Él pagó 5\u{A0}€ 😀!", "Él|pagó|5|€|😀|!"),
    ])
  func words(_ text: String, _ expected: String) {
    #expect(Self.tokens(text).map(\.string).joined(separator: "|") == expected)
  }

  @Test("knows what letters look like")
  func shapes() {
    let tokens = Self.tokens("NATO sent 5,000 J. Osei").map(\.token)
    #expect(tokens[0].shape.isSuperset(of: [.capitalized, .allCapitals, .hasLetter]))
    #expect(tokens[2].shape.contains(.number))
    #expect(tokens[3].shape.isSuperset(of: [.initial, .endsInPeriod]))
    #expect(tokens[4].shape.isDisjoint(with: [.allCapitals, .hasDigit]))
  }

  @Test("gives one hash to a word in any case and with either apostrophe")
  func hashes() {
    let tokens = Self.tokens("SAID said n't n’t Ä ä").map(\.token)
    #expect(tokens[0].hash == tokens[1].hash)
    #expect(tokens[2].hash == tokens[3].hash)
    #expect(tokens[4].hash == tokens[5].hash)
    #expect(tokens[0].word == .said)
  }

  @Test("covers every byte that is no white space once", arguments: 0..<60 as Range<UInt64>)
  func covers(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "said", " ", "\n", "\"", "“", "”", "'", "’", ".", "...", "…", "U.S.", "é", "😀", "--", "-",
      "n't",
      "5", ",", "\u{A0}", "\u{200B}", "\u{0}", "(", "]", "http://x.y", "@", "#a", "《", "''", "``",
    ]
    let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    var covered = Set<Int>()
    for (_, token) in Self.tokens(text) {
      for byte in token.start..<token.end { #expect(covered.insert(Int(byte)).inserted) }
    }
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = String(scalar).utf8.count
      for byte in offset..<offset + length {
        #expect(covered.contains(byte) == !scalar.properties.isWhitespace)
      }
      offset += length
    }
  }

  static func tokens(_ text: String) -> [(string: String, token: Token)] {
    var tokenized = Document(bytes: Array(text.utf8))
    tokenized.tokenizeWhole(with: Tokenizer(lexicon: .english))
    return tokenized.tokens.map { (tokenized.string(of: $0), $0) }
  }
}
