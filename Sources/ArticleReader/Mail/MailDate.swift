import ClaimModel

/// The date in a mail's head, which forwarded mails write in the language of the program: "lundi 2 février 2026 09:12".
enum MailDate {
  private static let longest = 120

  /// Nil where the value holds no date with a year, or one that can be read two ways.
  static func publication(_ value: String) -> PublicationDate? {
    guard value.utf8.count <= longest else { return nil }
    return WrittenDates(value).publication ?? WrittenDates(english(value)).publication
  }

  /// The value with English names of months, and without words that mean nothing in an English date.
  private static func english(_ value: String) -> String {
    var words: [String] = []
    for token in DateToken.tokens(of: Array(value.utf8)[...]) {
      switch token.kind {
      case .number(let number, let digits):
        let written = String(number)
        let padded = String(repeating: "0", count: max(0, digits - written.utf8.count)) + written
        // "02.02.2026" and "09:12" stay together.
        if !token.followsSpace, let last = words.last, let mark = last.last,
          ".:/-".contains(mark), last.first?.isNumber == true
        {
          words[words.count - 1] = last + padded
        } else {
          words.append(padded)
        }
      case .mark(let mark):
        if !token.followsSpace, let last = words.last, last.first?.isNumber == true,
          ".:/-".utf8.contains(mark)
        {
          words[words.count - 1] = last + String(UnicodeScalar(mark))
        }
      case .word(let word):
        if let month = month(word) {
          // "2. Februar": the full stop counts the day.
          if let last = words.last, last.hasSuffix(".") { words[words.count - 1].removeLast() }
          words.append(month)
        } else if DateNames.zones[word] != nil || word == "am" || word == "pm" {
          words.append(word)
        }
      }
    }
    return words.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: " ")
  }

  private static func month(_ word: String) -> String? {
    if let number = DateNames.months[word] {
      return DateNames.months.first { $0.value == number && $0.key.utf8.count > 3 }?.key ?? word
    }
    return MailWords.months.first { month in
      month.start.utf8.count > 3 ? word.hasPrefix(month.start) : word == month.start
    }?.name
  }
}
