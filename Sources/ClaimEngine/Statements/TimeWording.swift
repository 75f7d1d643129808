import ClaimModel

/// The words that fix a relative time to the calendar: "2003", "22 March 2004", "March 2004".
struct TimeWording {
  /// What is missing from an expression to stand alone; nil where nothing is, or nothing is known.
  ///
  /// A day without its year gets the year; a month gets it too; anything else that stands for whole
  /// years, months or days gets those.
  ///
  /// - Parameter words: The expression as it stands, in bytes.
  static func addition(to words: ArraySlice<UInt8>, _ time: TimeExpression) -> String? {
    guard let from = time.from, let to = time.to, !hasYear(words) else { return nil }
    if namesMonth(words) { return from.year == to.year ? String(from.year) : nil }
    if from == to { return wording(of: from) }
    let isWholeMonths =
      from.day == 1 && to.day == CalendarDay.lengthOfMonth(to.month, year: to.year)
    guard isWholeMonths else { return wording(of: from) + " to " + wording(of: to) }
    if from.month == 1, to.month == 12 {
      return from.year == to.year ? String(from.year) : "\(from.year) to \(to.year)"
    }
    let last = "\(months[to.month - 1]) \(to.year)"
    if (from.year, from.month) == (to.year, to.month) { return last }
    let first = months[from.month - 1]
    return (from.year == to.year ? first : "\(first) \(from.year)") + " to " + last
  }

  /// "22 March 2004".
  static func wording(of day: CalendarDay) -> String {
    "\(day.day) \(months[day.month - 1]) \(day.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func hasYear(_ words: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in words {
      digits = byte &- 0x30 < 10 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// Whether a month stands in the words by the first three letters of one of them.
  private static func namesMonth(_ words: ArraySlice<UInt8>) -> Bool {
    words.split { !($0 | 0x20 &- 0x61 < 26) }.contains { word in
      guard word.count >= 3, let first = word.first, first &- 0x41 < 26 else { return false }
      return months.contains { month in
        zip(word.prefix(3), month.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
          && (word.count <= 4 || word.count == month.utf8.count)
      }
    }
  }
}
