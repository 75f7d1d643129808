internal import ClaimModel

/// Times at a distance, parts of periods, and periods with two ends or one.
extension TimeResolver {
  func shifted(
    _ amounts: [TimeValue.Amount], isBackward: Bool, base: TimeValue.Base
  ) -> Period? {
    let start: CalendarDay?
    switch base {
    case .reference: start = reference
    case .context:
      let context = contextOf(amounts)
      if let context, let from = context.from, let to = context.to, let only = amounts.first,
        amounts.count == 1, from != to
      {
        return moved(context, from: from, to: to, by: only, isBackward: isBackward)
      }
      // "Eight months later, he won": later than something that was not found.
      if context == nil, !isBackward, tense == .past, amounts.count == 1 { return nil }
      start = context?.from ?? reference
    case .value(let value):
      let period = self.period(of: value)
      start = isBackward ? period?.from : period?.to
    }
    guard let start, let day = Self.move(start, by: amounts, isBackward: isBackward) else {
      return nil
    }
    guard amounts.count == 1, let unit = amounts.first?.unit else { return Period(day: day) }
    if case .value = base { return Period(day: day) }
    // "Two years ago" is as exact as its unit.
    switch unit {
    case .week, .fortnight, .month: if !isBackward, base == .reference { return Period(day: day) }
    default: break
    }
    switch unit {
    case .week, .fortnight: return Period(weekOf: day)
    case .weekend: return Period(weekendOf: day)
    case .month, .quarter, .year: return Self.period(of: unit, at: day, offset: 0)
    case .decade: return Period(year: day.year)
    case .century: return Self.period(of: .decade, at: day, offset: 0)
    default: return Period(day: day)
    }
  }

  /// The time last named, or the one before where that is the shorter and lies in it.
  private func contextOf(_ amounts: [TimeValue.Amount]) -> Period? {
    guard let context, let unit = amounts.first?.unit, let from = context.from, let to = context.to,
      to.daysSinceEpoch - from.daysSinceEpoch >= unit.longest
    else { return context }
    return anchor(for: unit).map { Period(day: $0) } ?? context
  }

  /// "A year earlier" after "the third quarter" is the quarter of the year before.
  private func moved(
    _ period: Period, from: CalendarDay, to: CalendarDay, by amount: TimeValue.Amount,
    isBackward: Bool
  ) -> Period? {
    let days = to.daysSinceEpoch - from.daysSinceEpoch
    guard amount.unit == .year, days < 366, days >= 27, from.day == 1,
      let newFrom = from.adding(years: isBackward ? -amount.count : amount.count)
    else {
      guard let start = Self.move(from, by: [amount], isBackward: isBackward) else { return nil }
      // "Three weeks earlier" than some day of a year: no one week can be told.
      guard days < amount.unit.longest else {
        return Period(from: start, to: Self.move(to, by: [amount], isBackward: isBackward))
      }
      return Self.period(of: amount.unit, at: start, offset: 0)
    }
    let months = (to.year - from.year) * 12 + to.month - from.month + 1
    return Period(year: newFrom.year, month: newFrom.month, months: months)
  }

  static func move(
    _ start: CalendarDay, by amounts: [TimeValue.Amount], isBackward: Bool
  ) -> CalendarDay? {
    var day = start
    for amount in amounts {
      let count = isBackward ? -amount.count : amount.count
      let next: CalendarDay? =
        switch amount.unit {
        case .second, .minute: day
        case .hour: day.adding(days: count / 24)
        case .day, .night: day.adding(days: count)
        case .businessDay: movedByBusinessDays(day, count)
        case .week, .weekend: day.adding(days: 7 * count)
        case .fortnight: day.adding(days: 14 * count)
        case .month: day.adding(months: count)
        case .quarter: day.adding(months: 3 * count)
        case .year: day.adding(years: count)
        case .decade: day.adding(years: 10 * count)
        case .century: day.adding(years: 100 * count)
        }
      guard let next else { return nil }
      day = next
    }
    return day
  }

  /// Monday to Friday count; at most 999 steps, since a count has three digits.
  private static func movedByBusinessDays(_ start: CalendarDay, _ count: Int) -> CalendarDay? {
    var day = start
    var left = abs(count)
    while left > 0 {
      guard let next = day.adding(days: count < 0 ? -1 : 1) else { return nil }
      day = next
      if day.weekday < 6 { left -= 1 }
    }
    return day
  }

  /// "The past five years" ends yesterday, "the next five" begins tomorrow.
  func stretch(
    _ amounts: [TimeValue.Amount], isBackward: Bool, includesToday: Bool
  ) -> Period? {
    guard let reference, let amount = amounts.first else { return nil }
    if amounts.count == 1, !(amount.unit == .decade && amount.count == 1 && isBackward),
      amount.unit == .quarter || amount.unit == .decade || amount.unit == .weekend
    {
      let (first, last) = isBackward ? (-amount.count, -1) : (1, amount.count)
      return Period(
        from: Self.period(of: amount.unit, at: reference, offset: first)?.from,
        to: Self.period(of: amount.unit, at: reference, offset: last)?.to)
    }
    guard let far = Self.move(reference, by: amounts, isBackward: isBackward) else { return nil }
    if amount.unit.rawValue <= TimeUnit.hour.rawValue {
      return isBackward ? Period(from: far, to: reference) : Period(from: reference, to: far)
    }
    if isBackward { return Period(from: far, to: reference.adding(days: -1)) }
    // "Within a day and five hours" reaches into the day that it ends on.
    let endsInsideDay = (amounts.last?.unit.rawValue ?? 0) <= TimeUnit.hour.rawValue
    return includesToday
      ? Period(from: reference, to: endsInsideDay ? far : far.adding(days: -1))
      : Period(from: reference.adding(days: 1), to: far)
  }

  // MARK: - Parts

  func part(_ part: TimeValue.Part, of whole: Period, value: TimeValue) -> Period? {
    guard let from = whole.from, let to = whole.to else { return nil }
    let days = to.daysSinceEpoch - from.daysSinceEpoch + 1
    switch part {
    case .rest, .later:
      guard let reference, whole.contains(reference) else { return Period(from: from, to: to) }
      return Period(from: reference, to: to)
    case .earlier:
      guard let reference, whole.contains(reference), reference > from else { return whole }
      return Period(from: from, to: reference.adding(days: -1))
    case .early: return Self.half(from, to, days, isFirst: true)
    case .late: return Self.half(from, to, days, isFirst: false)
    case .beginning, .end:
      if case .year = value {
        return part == .end
          ? Period(year: from.year, month: 9, months: 4)
          : Period(year: from.year, month: 1, months: 4)
      }
      return Self.half(from, to, days, isFirst: part == .beginning)
    case .middle: return Self.middle(from, to, days)
    }
  }

  private static func half(
    _ from: CalendarDay, _ to: CalendarDay, _ days: Int, isFirst: Bool
  ) -> Period? {
    switch days {
    case 1: return Period(day: from)
    case 2...7:
      return isFirst
        ? Period(from: from, to: from.adding(days: 2)) : Period(from: from.adding(days: 3), to: to)
    case 8...31:
      return isFirst
        ? Period(from: from, to: from.adding(days: 14))
        : Period(from: from.adding(days: 15), to: to)
    default:
      let months = (to.year - from.year) * 12 + to.month - from.month + 1
      guard let middle = from.adding(months: months / 2) else { return nil }
      return isFirst
        ? Period(from: from, to: middle.adding(days: -1)) : Period(from: middle, to: to)
    }
  }

  private static func middle(_ from: CalendarDay, _ to: CalendarDay, _ days: Int) -> Period? {
    switch days {
    case 1: return Period(day: from)
    case 2...7: return Period(from: from.adding(days: 1), to: to.adding(days: -2))
    case 8...31: return Period(from: from.adding(days: 9), to: from.adding(days: 19))
    case 365, 366: return Period(year: from.year, month: 5, months: 4)
    case 3652, 3653: return Period(years: from.year + 4, count: 3)
    default:
      let third = days / 3
      return Period(from: from.adding(days: third), to: to.adding(days: -third))
    }
  }

  // MARK: - Two ends and one

  /// A period of two ends, which lies a year earlier where it has not ended although the verb looks back.
  func range(_ first: TimeValue, _ last: TimeValue) -> Period? {
    let period = bothEnds(first, last)
    guard tense == .past, reading.isClose, first.year == nil, last.year == nil, first.month != nil,
      last.month != nil, let reference, let from = period?.from, let to = period?.to, to > reference
    else { return period }
    let end = to.adding(days: 1)?.adding(years: -1)?.adding(days: -1)
    return Period(from: from.adding(years: -1), to: end)
  }

  private func bothEnds(_ first: TimeValue, _ last: TimeValue) -> Period? {
    if case .weekday = last, let start = period(of: first)?.from, first != last {
      // "from next Monday to Friday": the Friday after that Monday.
      switch first {
      case .weekday, .day(nil, _, _), .dayOfMonth, .yearPart(_, nil): break
      default:
        let onward = TimeResolver(
          reference: start, reading: ClauseTense.Reading(tense: .future, isClose: true))
        return Period(from: start, to: onward.period(of: last)?.to)
      }
    }
    if tense != .future, first.year == nil, last.year == nil, first.month != nil, last.month != nil,
      let start = period(of: first)?.from
    {
      let onward = TimeResolver(
        reference: start, reading: ClauseTense.Reading(tense: .future, isClose: true))
      return Period(from: start, to: onward.period(of: last)?.to)
    }
    guard let end = period(of: last), let endFrom = end.from else { return nil }
    // A first end without a year or date of its own is the last one before the second.
    let isLoose =
      switch first {
      case .day(nil, _, _), .yearPart(_, nil), .weekday, .dayOfMonth: true
      default: false
      }
    let earlier = TimeResolver(
      reference: endFrom, reading: ClauseTense.Reading(tense: .past, isClose: true))
    guard let start = (isLoose ? earlier : self).period(of: first)?.from else { return nil }
    guard let to = end.to, start <= to else { return nil }
    return Period(from: start, to: to)
  }

  func open(_ bound: TimeValue.Bound, _ point: TimeValue) -> Period? {
    guard let period = period(of: point) else { return nil }
    switch bound {
    case .since: return Period(from: period.from, to: nil)
    case .until: return Period(from: nil, to: period.to)
    case .before:
      // "Before the end of 2006" takes in the last day.
      if case .nth(-1, .unit(.day), _) = point { return Period(from: nil, to: period.to) }
      return Period(from: nil, to: period.from?.adding(days: -1))
    case .after:
      let isDay = period.from == period.to
      return Period(from: isDay ? period.to : period.to?.adding(days: 1), to: nil)
    }
  }
}
