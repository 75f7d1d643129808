internal import ClaimModel

/// Which year's instance a time without a year is.
extension TimeResolver {
  /// The instance of a yearly time that the tense points at: the last one begun, or the next one.
  func nearestYear(_ instance: (Int) -> Period?) -> Period? {
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
  func listed(_ instance: (Int) -> Period?) -> Period? {
    guard let listed else { return nil }
    for year in [listed.year, listed.year + 1] {
      guard let period = instance(year), let from = period.from, from >= listed else { continue }
      return from.daysSinceEpoch - listed.daysSinceEpoch < 300 ? period : nil
    }
    return nil
  }

  /// 11 September is that of 2001, unless the article's own lies near.
  func september11(_ instance: (Int) -> Period?, _ month: Int, _ day: Int) -> Period? {
    guard month == 9, day == 11, tense != .future, let reference, reference.year > 2001,
      let own = CalendarDay(year: reference.year, month: 9, day: 11),
      abs(own.daysSinceEpoch - reference.daysSinceEpoch) > 60
    else { return nil }
    return instance(2001)
  }

  /// "On March 2, 2003, … On March 25": a story of another year goes on in it.
  ///
  /// What would else lie in the weeks before the article is its own news.
  func goingOn(_ instance: (Int) -> Period?) -> Period? {
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
  func nearest(_ holiday: Holiday) -> Period? {
    guard let reference else { return nil }
    let days = (-1...1).compactMap { holiday.day(in: reference.year + $0) }
    let distance = { (day: CalendarDay) in abs(day.daysSinceEpoch - reference.daysSinceEpoch) }
    return days.min { distance($0) < distance($1) }.map { Period(day: $0) }
  }

  func nearest(_ part: YearPart, _ side: TimeValue.Side) -> Period? {
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
}
