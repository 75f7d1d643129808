internal import ClaimModel

/// A day of every year, by the rule that gives its date.
enum Holiday: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// The n-th weekday of a month, and so many days after it; -1 is the last.
  case weekday(Int, nth: Int, month: Int, offset: Int)
  /// So many days after Easter Sunday of the western churches.
  case easter(offset: Int)

  /// Its day in a year from 1583 to 9999.
  func day(in year: Int) -> CalendarDay? {
    switch self {
    case .fixed(let month, let day):
      return CalendarDay(year: year, month: month, day: day)
    case .weekday(let weekday, let nth, let month, let offset):
      return Self.nth(nth, weekday: weekday, year: year, month: month)?.adding(days: offset)
    case .easter(let offset):
      return Self.easter(in: year)?.adding(days: offset)
    }
  }

  /// The n-th weekday of a month, or its last for -1; nil where the month has no such one.
  static func nth(_ nth: Int, weekday: Int, year: Int, month: Int) -> CalendarDay? {
    guard (1...12).contains(month), (1...9999).contains(year) else { return nil }
    if nth < 0 {
      let length = CalendarDay.lengthOfMonth(month, year: year)
      guard let last = CalendarDay(year: year, month: month, day: length) else { return nil }
      return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
    return CalendarDay(
      year: year, month: month, day: 1 + (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
  }

  /// Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876).
  private static func easter(in year: Int) -> CalendarDay? {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let epact = correction - correction / 28 * (1 - 29 / (correction + 1) * ((21 - golden) / 11))
    let weekday =
      (yearOfCentury + yearOfCentury / 4 + century * 100 + century * 100 / 4 + epact + 2 - century
        + century / 4) % 7
    let distance = epact - weekday
    let month = 3 + (distance + 40) / 44
    return CalendarDay(year: year, month: month, day: distance + 28 - 31 * (month / 4))
  }
}
