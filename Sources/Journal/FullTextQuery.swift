/// A person's words as an FTS5 expression in which every word is quoted, so that none is an operator.
struct FullTextQuery: Hashable {
  /// Finds the words as they are, in all their forms; a word that ends in `*` is the beginning of one.
  let expression: String
  /// The same, but the last word may be unfinished; nil where it cannot be.
  ///
  /// The index collects everything that begins so before it gives the first hit, so this is for when the
  /// word as it is finds nothing.
  let unfinished: String?

  /// Reads words, and phrases between double quotes.
  ///
  /// Nil where no word has a letter or a digit, for the index knows nothing else.
  init?(_ text: String) {
    var phrases: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      let isPhrase = index % 2 == 1
      let words = Self.words(in: part)
      if isPhrase {
        if !words.isEmpty { phrases.append(Self.quoted(words.joined(separator: " "))) }
      } else {
        phrases += words.map { Self.isBeginning($0) ? Self.beginning($0) : Self.quoted($0) }
      }
    }
    guard let last = phrases.last else { return nil }
    expression = phrases.joined(separator: " AND ")
    let endsInWord = text.unicodeScalars.last.map { Self.isSearchable($0) } ?? false
    let isUnclosedPhrase = text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
    if endsInWord && !isUnclosedPhrase && Self.lastWordLength(of: text) >= 2 {
      unfinished = (phrases.dropLast() + [last + " *"]).joined(separator: " AND ")
    } else {
      unfinished = nil
    }
  }

  /// Whether a word is `harb*`: at least two letters or digits before the star.
  private static func isBeginning(_ word: String) -> Bool {
    word.hasSuffix("*") && lastWordLength(of: String(word.dropLast())) >= 2
  }

  private static func beginning(_ word: String) -> String { quoted(String(word.dropLast())) + " *" }

  /// The runs between white space that hold something to look for.
  private static func words(in text: Substring) -> [String] {
    text.unicodeScalars
      .split { $0.properties.isWhitespace || $0.value == 0 }
      .filter { $0.contains(where: isSearchable) }
      .map { String($0) }
  }

  private static func quoted(_ words: String) -> String { "\"" + words + "\"" }

  /// How many letters and digits the text ends in: one alone would match half the store.
  private static func lastWordLength(of text: String) -> Int {
    text.unicodeScalars.reversed().prefix { isSearchable($0) }.count
  }

  private static func isSearchable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
