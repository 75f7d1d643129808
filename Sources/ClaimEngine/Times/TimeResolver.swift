internal import ClaimModel

/// Sets what expressions say against the article's date.
struct TimeResolver {
  /// The day of the article; without it only absolute times have a place.
  let reference: CalendarDay?
  /// What the verb beside the time says of it.
  let reading: ClauseTense.Reading
  /// The times named nearby, the latest first, which "the day before" starts from.
  var recent: [Period] = []
  /// When the business years of the text end, where it says so.
  var fiscalYear: FiscalYear?
  /// The time last named with its year, which a day without one can go on from.
  var lastDated: CalendarDay?
  /// The first day of the time that this one is listed after.
  var listed: CalendarDay?

  var tense: Tense? { reading.tense }
  /// The time last named.
  var context: Period? { recent.first }

  /// The days of an expression; nil where it has no fixed place.
  func period(of value: TimeValue) -> Period? {
    guard let period = unordered(value) else { return nil }
    // A stretch of no days, such as "the next 0 years".
    if let from = period.from, let to = period.to, to < from { return nil }
    return period.from == nil && period.to == nil ? nil : period
  }

  private func unordered(_ value: TimeValue) -> Period? {
    switch value {
    case .day(let year?, let month, let day):
      return CalendarDay(year: year, month: month, day: day).map { Period(day: $0) }
    case .day(nil, let month, let day):
      let instance = { (year: Int) in
        CalendarDay(year: year, month: month, day: day).map { Period(day: $0) }
      }
      return listed(instance) ?? goingOn(instance) ?? september11(instance, month, day)
        ?? nearestYear(instance)
    case .dayOfMonth(let day, let weekday): return dayOfMonth(day, weekday: weekday)
    case .year(let year): return Period(year: year)
    case .fiscal(let year, let offset): return fiscal(year, offset: offset)
    case .years(let first, let count): return Period(years: first, count: count)
    case .yearPart(.holiday(let holiday), nil) where tense == nil: return nearest(holiday)
    case .yearPart(let part, nil):
      let instance = { (year: Int) in Self.period(of: part, year: year) }
      return listed(instance) ?? nearestYear(instance)
    case .yearPart(let part, let year?):
      guard let year = period(of: year)?.from?.year else { return nil }
      return Self.period(of: part, year: year)
    case .nearest(let part, let side): return nearest(part, side)
    case .weekday(let weekday): return reference.flatMap { self.weekday(weekday, from: $0) }
    case .weekdayOfWeek(let weekday, let weeks):
      guard let reference else { return nil }
      // On a Sunday, "last Friday" is two days back: American weeks begin with it.
      let isSunday = weeks < 0 && reference.weekday == 7 && weekday < 7
      let days = weekday - reference.weekday + 7 * (isSunday ? weeks + 1 : weeks)
      return reference.adding(days: days).map { Period(day: $0) }
    case .nearestWeekday(let weekday, let side):
      guard let reference else { return nil }
      let ahead = (weekday - reference.weekday + 7) % 7
      let days = side == .after ? (ahead == 0 ? 7 : ahead) : ahead - 7
      return reference.adding(days: days).map { Period(day: $0) }
    case .weekdayAt(let weekday, let amounts):
      guard let reference, let day = Self.move(reference, by: amounts, isBackward: true) else {
        return nil
      }
      let ahead = (weekday - day.weekday + 7) % 7
      return day.adding(days: ahead > 3 ? ahead - 7 : ahead).map { Period(day: $0) }
    case .followingWeekday(let weekday):
      guard let start = context?.to ?? reference else { return nil }
      let ahead = (weekday - start.weekday + 7) % 7
      return start.adding(days: ahead == 0 ? 7 : ahead).map { Period(day: $0) }
    case .unit(let unit, let offset, let isAnchored):
      return self.unit(unit, offset: offset, isAnchored: isAnchored)
    case .that(let unit):
      if let anchor = anchor(for: unit) { return Self.period(of: unit, at: anchor, offset: 0) }
      // Without any time before it, it is a slip for "this".
      return recent.isEmpty ? reference.flatMap { Self.period(of: unit, at: $0, offset: 0) } : nil
    case .nth(let number, let counted, let whole):
      return period(of: whole).flatMap { nth(number, counted, within: $0) }
    case .longWeekend(let holiday):
      return period(of: holiday)?.from.map { Period(longWeekendAt: $0) }
    case .shifted(let amounts, let isBackward, let base):
      return shifted(amounts, isBackward: isBackward, base: base)
    case .lasting(let amounts, let start):
      guard let from = period(of: start)?.from else { return nil }
      return Period(
        from: from, to: Self.move(from, by: amounts, isBackward: false)?.adding(days: -1))
    case .ahead(let amounts):
      return tense == .past ? nil : shifted(amounts, isBackward: false, base: .reference)
    case .stretch(let amounts, let isBackward, let includesToday):
      return stretch(amounts, isBackward: isBackward, includesToday: includesToday)
    case .part(let part, let whole):
      return period(of: whole).flatMap { self.part(part, of: $0, value: whole) }
    case .range(let first, let last): return range(first, last)
    case .open(let bound, let point): return open(bound, point)
    case .vague(let isBackward):
      return isBackward ? Period(from: nil, to: reference) : Period(from: reference, to: nil)
    case .unplaced: return nil
    }
  }

  // MARK: - Choosing the month or week

  /// A day that bears the wrong weekday's name in one month is looked for in others.
  private func dayOfMonth(_ day: Int, weekday: Int?) -> Period? {
    guard let reference,
      let start = CalendarDay(year: reference.year, month: reference.month, day: 1)
    else { return nil }
    if let weekday {
      // The weekday tells which month is meant, whatever the tense: this one, if it fits.
      if let found = CalendarDay(year: start.year, month: start.month, day: day),
        found.weekday == weekday
      {
        return Period(day: found)
      }
    }
    for step in 0...24 {
      guard let month = start.adding(months: tense == .future ? step : -step),
        let found = CalendarDay(year: month.year, month: month.month, day: day),
        weekday == nil || found.weekday == weekday
      else { continue }
      if tense == .future ? found >= reference : found <= reference { return Period(day: found) }
    }
    return nil
  }

  /// The article's own day counts as the last and as the next of its name.
  private func weekday(_ weekday: Int, from day: CalendarDay) -> Period? {
    let ahead = (weekday - day.weekday + 7) % 7
    var isAhead = tense == .future
    if !reading.isClose {
      // A verb far off seldom means the yesterday or the tomorrow of another week.
      if ahead == 6 { isAhead = false }
      if ahead == 1, !reading.isAfter || tense == nil { isAhead = true }
    }
    let days = isAhead || ahead == 0 ? ahead : ahead - 7
    return day.adding(days: days).map { Period(day: $0) }
  }

  static func period(of part: YearPart, year: Int) -> Period? {
    switch part {
    case .month(let month): Period(year: year, month: month, months: 1)
    case .quarter(let quarter): Period(year: year, month: quarter * 3 - 2, months: 3)
    case .half(let half): Period(year: year, month: half * 6 - 5, months: 6)
    case .season(let season): Period(season: season, year: year)
    case .holiday(let holiday): holiday.day(in: year).map { Period(day: $0) }
    }
  }

  // MARK: - Units

  private func unit(_ unit: TimeUnit, offset: Int, isAnchored: Bool) -> Period? {
    if isAnchored {
      if let anchor = anchor(for: unit) { return Self.period(of: unit, at: anchor, offset: offset) }
      // "The next morning" after "in May 2019" is no morning of the article's.
      if unit.longest <= 7, offset > 0, tense == .past, !recent.isEmpty { return nil }
    }
    guard let reference else { return nil }
    // "The last decade" in 2023: the ten years before it, more than those called after a number.
    if unit == .decade, offset == -1, !isAnchored {
      return Period(years: reference.year - 10, count: 10)
    }
    // Early in a week, the weekend that has been is the one just past.
    if unit == .weekend, offset == 0, tense == .past, reference.weekday < 5 {
      return Self.period(of: unit, at: reference, offset: -1)
    }
    return Self.period(of: unit, at: reference, offset: offset)
  }

  /// The first day of the time last named that is no longer than the unit.
  ///
  /// Longer ones named since then must hold it: "on 3 May 2019 … that month … earlier that day".
  func anchor(for unit: TimeUnit) -> CalendarDay? {
    var outer: [Period] = []
    for period in recent {
      guard let from = period.from, let to = period.to else { continue }
      if to.daysSinceEpoch - from.daysSinceEpoch < unit.longest {
        return outer.allSatisfy { $0.contains(from) } ? from : nil
      }
      outer.append(period)
    }
    return nil
  }

  /// Without the text's word on its end, a business year is the calendar's.
  private func fiscal(_ year: Int?, offset: Int) -> Period? {
    guard let fiscalYear else {
      if let year { return Period(year: year) }
      return reference.flatMap { Self.period(of: .year, at: $0, offset: offset) }
    }
    if let year { return fiscalYear.period(of: year) }
    return reference.flatMap { fiscalYear.period(of: fiscalYear.year(of: $0) + offset) }
  }

  static func period(of unit: TimeUnit, at day: CalendarDay, offset: Int) -> Period? {
    switch unit {
    case .second, .minute, .hour: return Period(day: day)
    case .day, .night, .businessDay: return day.adding(days: offset).map { Period(day: $0) }
    case .week: return day.adding(days: 7 * offset).map { Period(weekOf: $0) }
    case .weekend: return day.adding(days: 7 * offset).map { Period(weekendOf: $0) }
    case .fortnight:
      guard let first = day.adding(days: 14 * offset).map({ Period(weekOf: $0) })?.from else {
        return nil
      }
      return Period(from: first, to: first.adding(days: 13))
    case .month:
      guard let month = day.adding(months: offset) else { return nil }
      return Period(year: month.year, month: month.month, months: 1)
    case .quarter:
      guard let month = day.adding(months: 3 * offset) else { return nil }
      return Period(year: month.year, month: (month.month - 1) / 3 * 3 + 1, months: 3)
    case .year: return Period(year: day.year + offset)
    case .decade: return Period(years: day.year / 10 * 10 + 10 * offset, count: 10)
    case .century: return Period(years: day.year / 100 * 100 + 100 * offset, count: 100)
    }
  }

  private static func isMonth(_ from: CalendarDay, _ to: CalendarDay) -> Bool {
    from.day == 1 && from.month == to.month && from.year == to.year
  }

  /// Of what has been, "the first week of May" is its first seven days and the last its last; what is planned goes
  /// by the weeks of the calendar.
  private func weekOfMonth(_ number: Int, _ from: CalendarDay, _ to: CalendarDay) -> Period? {
    let start =
      number < 0 ? to.adding(days: 7 * number + 1) : from.adding(days: 7 * (number - 1))
    guard let start, start >= from, start <= to, let end = start.adding(days: 6) else { return nil }
    return Period(from: start, to: min(end, to))
  }

  private func nth(_ number: Int, _ counted: TimeValue.Counted, within whole: Period) -> Period? {
    guard let from = whole.from, let to = whole.to else { return nil }
    switch counted {
    case .weekday(let weekday):
      let day =
        number < 0
        ? to.adding(days: -((to.weekday - weekday + 7) % 7))
        : from.adding(days: (weekday - from.weekday + 7) % 7 + 7 * (number - 1))
      return day.flatMap { whole.contains($0) ? Period(day: $0) : nil }
    case .unit(let unit):
      if number == 0 { return Self.period(of: unit, at: from, offset: 0) }
      if unit == .week, tense == .past, Self.isMonth(from, to) {
        return weekOfMonth(number, from, to)
      }
      if unit == .week, number < 0 {
        // The last week is the one that holds the period's last Thursday.
        let thursday = to.adding(days: -((to.weekday - 4 + 7) % 7) + 7 * (number + 1))
        return thursday.map { Period(weekOf: $0) }
      }
      if number < 0 { return Self.period(of: unit, at: to, offset: number + 1) }
      if unit == .week {
        // The first week is the one that holds the period's first Thursday (ISO 8601).
        let thursday = from.adding(days: (4 - from.weekday + 7) % 7 + 7 * (number - 1))
        return thursday.map { Period(weekOf: $0) }
      }
      guard let period = Self.period(of: unit, at: from, offset: number - 1),
        let start = period.from,
        whole.contains(start)
      else { return nil }
      return period
    }
  }
}
