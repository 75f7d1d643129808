/// What the tagger sees of a token alone: hashes, so that nothing is spelled out after this.
package struct WordFacts: Sendable {
  /// The lower-cased word with every digit read as 0.
  package var word: UInt32 = 0
  var suffix2: UInt32 = 0
  var suffix3: UInt32 = 0
  var suffix4: UInt32 = 0
  var prefix3: UInt32 = 0
  var shape: UInt32 = 0

  /// What stands before and after a sentence.
  static let outside = WordFacts()

  package init() {}

  package init(_ token: Token, in bytes: [UInt8]) {
    var hash = WordHash()
    for index in Int(token.start)..<Int(token.end) {
      hash.add(Self.fold(bytes[index]))
      if index - Int(token.start) == 2 { prefix3 = UInt32(truncatingIfNeeded: hash.value >> 32) }
    }
    word = UInt32(truncatingIfNeeded: hash.value >> 32)
    if token.length < 3 { prefix3 = word }
    var backwards = WordHash()
    for offset in 1...4 where offset <= token.length {
      backwards.add(Self.fold(bytes[Int(token.end) - offset]))
      let value = UInt32(truncatingIfNeeded: backwards.value >> 32)
      if offset <= 2 { suffix2 = value }
      if offset <= 3 { suffix3 = value }
      suffix4 = value
    }
    let letters: Token.Shape = [
      .capitalized, .allCapitals, .hasDigit, .number, .hyphenated, .initial, .endsInPeriod,
      .clitic, .hasLetter,
    ]
    shape = UInt32(token.shape.intersection(letters).rawValue) | UInt32(token.mark.rawValue) << 16
  }

  private static func fold(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return byte &- 0x30 < 10 ? 0x30 : byte
  }
}

/// The templates of the tagger: what it looks at around a word.
package enum TagFeatures {
  package static let count = 27

  /// Writes the hashes of all templates for one place.
  ///
  /// - Parameters:
  ///   - facts: The words from two before to two after the place.
  ///   - previousTags: The tag before, and the one before that.
  package static func write(
    _ previous2: WordFacts, _ previous1: WordFacts, _ here: WordFacts, _ next1: WordFacts,
    _ next2: WordFacts,
    previousTags: (UInt32, UInt32), into features: inout [UInt32]
  ) {
    var slot = 0
    func put(_ first: UInt32, _ second: UInt32 = 0x9E37, _ third: UInt32 = 0x79B9) {
      var hash = (first ^ UInt32(truncatingIfNeeded: slot &* 0x3C6E_F372)) &* 0x85EB_CA6B
      hash = ((hash ^ (hash >> 15)) &+ second) &* 0xC2B2_AE35
      hash = ((hash ^ (hash >> 13)) &+ third) &* 0x27D4_EB2F
      features[slot] = hash ^ (hash >> 16)
      slot += 1
    }
    let (last, lastButOne) = previousTags
    put(here.word)
    put(previous1.word)
    put(next1.word)
    put(previous2.word)
    put(next2.word)
    put(here.suffix2)
    put(here.suffix3)
    put(here.suffix4)
    put(here.prefix3)
    put(here.shape, here.suffix2)
    put(last)
    put(last, lastButOne)
    put(last, here.word)
    put(previous1.word, here.word)
    put(here.word, next1.word)
    put(next1.suffix3)
    put(previous1.suffix3, last)
    put(next1.shape, here.shape)
    put(previous1.shape, here.shape)
    put(last, here.suffix3)
    put(last, lastButOne, here.word)
    put(last, next1.word)
    put(here.suffix3, next1.suffix3)
    put(last, here.shape, next1.shape)
    put(lastButOne, here.word)
    put(last, here.suffix3, next1.suffix2)
    put(next1.word, next2.word, last)
  }
}
