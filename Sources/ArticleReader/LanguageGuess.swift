import ClaimModel

/// A test for English by the share of its commonest words.
enum LanguageGuess {
  /// Words read before the share is taken.
  private static let sample = 2000
  /// English news has a share of about .35; the nearest other languages stay under .08.
  private static let leastShare = 0.14
  private static let leastWords = 4

  /// `en`, or nil where the text in blocks that hold claims is too short or something else.
  static func language(of text: [UInt8], in blocks: [Block]) -> String? {
    var words = 0
    var common = 0
    for block in blocks where block.role.holdsClaims {
      for word in text[block.span.range].split(whereSeparator: { !$0.isASCIILetter && $0 < 0x80 }) {
        words += 1
        if word.count <= 5, isCommon(word) { common += 1 }
      }
      if words >= sample { break }
    }
    guard words >= leastWords else { return nil }
    return Double(common) / Double(words) >= leastShare ? "en" : nil
  }

  private static func isCommon(_ word: ArraySlice<UInt8>) -> Bool {
    commonWords.contains(word.reduce(0) { $0 << 8 | UInt64($1.lowercasedASCII) })
  }

  /// Each word's bytes in one number.
  private static let commonWords: Set<UInt64> = Set(
    [
      "the", "of", "and", "to", "that", "is", "for", "on", "with", "said", "by", "at", "as", "was",
      "it", "he", "she", "from", "have", "has", "had", "are", "not", "but", "which", "they", "his",
      "her", "its", "were", "been", "who", "will", "would", "an",
    ].map { word in word.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
}
