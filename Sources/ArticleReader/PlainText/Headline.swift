/// How headlines look that end like a sentence.
enum Headline {
  /// More words are a paragraph.
  private static let words = 3...18
  /// A title repeats at least this share, in per cent, of its long words in the paragraph after it.
  private static let repeated = 50

  /// Whether every word has a capital but for articles, prepositions and the like: "Two Die as Ferry Sinks Near Oslo".
  static func isTitleCase(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(separator: 0x20).filter { word in
      word.contains(where: \.isASCIILetter) && !word.contains(where: \.isASCIIDigit)
    }
    guard words.count >= 2, words.first.map(hasCapital) ?? false else { return false }
    return words.allSatisfy { hasCapital($0) || smallWords.contains(lowered($0)) }
      && words.count(where: hasCapital) * 2 >= words.count
  }

  /// Whether a first passage, although it ends like a sentence, is the title of what follows: a dateline opens that, or
  /// it repeats the passage's words.
  static func isTitle(
    _ first: ArraySlice<UInt8>, _ passage: Passage, above next: ArraySlice<UInt8>, words: Int
  ) -> Bool {
    guard Self.words.contains(passage.words), !holdsTwoSentences(first) else { return false }
    if let dateline = Dateline(next), dateline.isCertain || words > 2 * passage.words {
      return true
    }
    guard words >= passage.words * 3 / 2, let opener = first.split(separator: 0x20).first,
      !openers.contains(lowered(opener))
    else { return false }
    let sought = longWords(first)
    guard sought.count >= 3,
      !sought.contains(where: { DateNames.weekdays.contains($0) || reporting.contains($0) })
    else { return false }
    let there = longWords(next)
    let found = sought.count { word in there.contains { isSame(word, $0) } }
    return found * 100 >= sought.count * repeated
  }

  private static func hasCapital(_ word: ArraySlice<UInt8>) -> Bool {
    word.first(where: \.isASCIILetter)?.isASCIIUppercase ?? false
  }

  private static func holdsTwoSentences(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x20).dropLast().contains { word in
      guard let last = word.withoutClosers.last else { return false }
      return "!?".utf8.contains(last) || last == UInt8(ascii: ".") && word.count > 5
    }
  }

  /// In small letters, those of four letters or more.
  private static func longWords(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { !isLetter($0) }.filter { $0.count >= 4 }.map(lowered)
  }

  private static func lowered(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word.filter(isLetter), as: UTF8.self).lowercased()
  }

  /// Letters beyond ASCII begin with a byte from 0xC3 to 0xCF in Western scripts; curled quotes do not.
  private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || 0xC3...0xCF ~= byte }

  /// "Votes" and "voted" are the same word, "vote" and "voter" too.
  private static func isSame(_ word: String, _ other: String) -> Bool {
    let length = min(5, word.utf8.count - 1, other.utf8.count - 1)
    return word.utf8.prefix(max(4, length)).elementsEqual(other.utf8.prefix(max(4, length)))
  }

  /// Words of a report's first sentence that headlines leave out.
  private static let reporting: Set<String> = ["that", "said", "told"]
  private static let openers: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "in",
    "on", "at", "his", "her", "their", "there",
  ]
  private static let smallWords: Set<String> = [
    "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "by", "for", "from",
    "with", "as", "is", "into", "over", "than", "via", "per", "up", "off", "out", "this", "if",
    "vs",
    "after", "about", "between", "near", "amid", "against",
  ]
}
