internal import ClaimModel

/// Sets what expressions say against the article's date.
struct TimeResolver {
  /// The day of the article; without it only absolute times have a place.
  let reference: CalendarDay?
  /// What the verb beside the time says of it.
  let reading: ClauseTense.Reading
  /// The time last named nearby, which "the day before" starts from.
  let context: Period?
  /// The time last named with its year, which a day without one can go on from.
  var lastDated: CalendarDay?
  /// The first day of the time that this one is listed after.
  var listed: CalendarDay?

  var tense: Tense? { reading.tense }

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

  // MARK: - Choosing the year, month or week

  /// The instance of a yearly time that the tense points at: the last one begun, or the next one.
  private func nearestYear(_ instance: (Int) -> Period?) -> Period? {
    guard let reference else { return nil }
    let isAhead = tense == .future
    for step in 0...8 {
      let year = reference.year + (isAhead ? step - 1 : 1 - step)
      guard let period = instance(year), let from = period.from, let to = period.to else {
        continue
      }
      if isAhead {
        if to >= reference { return recent(instance, instead: from) ?? period } else { continue }
      }
      guard from <= reference else { continue }
      return current(instance, instead: from) ?? period
    }
    return nil
  }

  /// The instance soon to come in the article's own year, where the last one is long past.
  ///
  /// News names the year of a date that lies in another, so "on Nov. 8" in September is hardly last
  /// year's, unless the verb beside it says so.
  private func current(_ instance: (Int) -> Period?, instead past: CalendarDay) -> Period? {
    guard let reference, !(tense == .past && reading.isClose),
      let period = [reference.year, reference.year + 1].lazy.compactMap(instance)
        .first(where: { ($0.from ?? reference) > reference }),
      let from = period.from
    else { return nil }
    let isExact = from == period.to
    // "New Hampshire, whose Feb. 9 vote comes first": in November, of the year to come.
    guard from.year == reference.year || isExact && reading.isAfter else { return nil }
    guard past.year < from.year else { return nil }
    let since = reference.daysSinceEpoch - past.daysSinceEpoch
    let ahead = from.daysSinceEpoch - reference.daysSinceEpoch
    let isSoon =
      tense == .past && !isExact ? ahead <= 95 && since > 270 : ahead <= 130 && since > 235
    return isSoon ? period : nil
  }

  /// The instance just past, where the next is nearly a year off.
  ///
  /// "They must file their February reports" in March; a month that a verb beside it places lies
  /// ahead all the same.
  private func recent(_ instance: (Int) -> Period?, instead next: CalendarDay) -> Period? {
    guard let reference, next.daysSinceEpoch - reference.daysSinceEpoch > 270 else { return nil }
    for year in [reference.year, reference.year - 1] {
      guard let period = instance(year), let to = period.to, to < reference else { continue }
      guard !reading.isFirm else { return nil }
      let limit = period.from == to ? 60 : 35
      return reference.daysSinceEpoch - to.daysSinceEpoch <= limit ? period : nil
    }
    return nil
  }

  /// "In April and May": the second follows the first within the year.
  private func listed(_ instance: (Int) -> Period?) -> Period? {
    guard let listed else { return nil }
    for year in [listed.year, listed.year + 1] {
      guard let period = instance(year), let from = period.from, from >= listed else { continue }
      return from.daysSinceEpoch - listed.daysSinceEpoch < 300 ? period : nil
    }
    return nil
  }

  /// 11 September is that of 2001, unless the article's own lies near.
  private func september11(_ instance: (Int) -> Period?, _ month: Int, _ day: Int) -> Period? {
    guard month == 9, day == 11, tense != .future, let reference, reference.year > 2001,
      let own = CalendarDay(year: reference.year, month: 9, day: 11),
      abs(own.daysSinceEpoch - reference.daysSinceEpoch) > 60
    else { return nil }
    return instance(2001)
  }

  /// "On March 2, 2003, … On March 25": a story of another year goes on in it.
  ///
  /// What would else lie in the weeks before the article is its own news.
  private func goingOn(_ instance: (Int) -> Period?) -> Period? {
    guard let reference, let lastDated, tense != .future, lastDated.year < reference.year
    else { return nil }
    for year in [lastDated.year, lastDated.year + 1] {
      guard let period = instance(year), let day = period.from, day >= lastDated else { continue }
      guard day.daysSinceEpoch - lastDated.daysSinceEpoch <= 120 else { return nil }
      if let usual = nearestYear(instance)?.from,
        (-45...45).contains(reference.daysSinceEpoch - usual.daysSinceEpoch)
      {
        return nil
      }
      return period
    }
    return nil
  }

  /// A holiday that no verb places: the one that lies nearest.
  private func nearest(_ holiday: Holiday) -> Period? {
    guard let reference else { return nil }
    let days = (-1...1).compactMap { holiday.day(in: reference.year + $0) }
    let distance = { (day: CalendarDay) in abs(day.daysSinceEpoch - reference.daysSinceEpoch) }
    return days.min { distance($0) < distance($1) }.map { Period(day: $0) }
  }

  private func nearest(_ part: YearPart, _ side: TimeValue.Side) -> Period? {
    guard let reference else { return nil }
    if side == .around { return Self.period(of: part, year: reference.year) }
    for step in 0...3 {
      let year = reference.year + (side == .after ? step - 1 : 1 - step)
      guard let period = Self.period(of: part, year: year), let from = period.from,
        let to = period.to
      else { continue }
      if side == .after ? from > reference : to < reference { return period }
    }
    return nil
  }

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
    if isAnchored, let start = context?.from, let anchor = anchor(for: unit, start: start) {
      return Self.period(of: unit, at: anchor, offset: offset)
    }
    guard let reference else { return nil }
    // Early in a week, the weekend that has been is the one just past.
    if unit == .weekend, offset == 0, tense == .past, reference.weekday < 5 {
      return Self.period(of: unit, at: reference, offset: -1)
    }
    return Self.period(of: unit, at: reference, offset: offset)
  }

  /// The time last named can be an anchor where it is no longer than the unit.
  private func anchor(for unit: TimeUnit, start: CalendarDay) -> CalendarDay? {
    guard let end = context?.to else { return nil }
    let days = end.daysSinceEpoch - start.daysSinceEpoch + 1
    let longest =
      switch unit {
      case .day, .night: 1
      case .week, .weekend, .businessDay, .fortnight: 7
      case .month: 31
      case .quarter: 92
      case .year: 366
      default: 36_600
      }
    return days <= longest ? start : nil
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
