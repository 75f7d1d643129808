internal import ClaimModel

/// A stretch of whole days, both ends included; an end that is nil is open.
struct Period: Hashable {
  let from: CalendarDay?
  let to: CalendarDay?

  init(from: CalendarDay?, to: CalendarDay?) {
    self.from = from
    self.to = to
  }

  init(day: CalendarDay) { self.init(from: day, to: day) }

  /// A period that begins with the first day of a month; nil outside the calendar.
  init?(year: Int, month: Int, months: Int) {
    guard let from = CalendarDay(year: year, month: month, day: 1) else { return nil }
    self.init(from: from, to: from.adding(months: months)?.adding(days: -1))
  }

  init?(year: Int) { self.init(year: year, month: 1, months: 12) }

  init?(years first: Int, count: Int) {
    guard let from = CalendarDay(year: max(first, 1), month: 1, day: 1) else { return nil }
    self.init(from: from, to: CalendarDay(year: first + count - 1, month: 12, day: 31))
  }

  /// The week from Monday to Sunday that holds a day.
  init(weekOf day: CalendarDay) {
    let monday = day.adding(days: 1 - day.weekday)
    self.init(from: monday, to: monday?.adding(days: 6))
  }

  /// The Saturday and Sunday of the week that holds a day.
  init(weekendOf day: CalendarDay) {
    let saturday = day.adding(days: 6 - day.weekday)
    self.init(from: saturday, to: saturday?.adding(days: 1))
  }

  /// The weekend at a holiday: from Thanksgiving's Thursday to Sunday, from Saturday to a Monday.
  init(longWeekendAt day: CalendarDay) {
    switch day.weekday {
    case 4, 5: self.init(from: day, to: day.adding(days: 7 - day.weekday))
    case 1, 2: self.init(from: day.adding(days: -1 - day.weekday), to: day)
    default: self.init(weekendOf: day)
    }
  }

  /// A season by the months that weather services use; winter begins in the year named.
  init?(season: Season, year: Int) {
    self.init(year: year, month: season.rawValue * 3, months: 3)
  }

  func contains(_ day: CalendarDay) -> Bool {
    guard let from, let to else { return false }
    return from <= day && day <= to
  }
}
