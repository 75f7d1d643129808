/// Amounts of time, and the times at their distance: "two years ago", "in three weeks".
extension TimeParser {
  /// "three years", "2 years 1 month and 21 days"; counts are nil for "a few years".
  func amounts(at index: Int) -> (amounts: [TimeValue.Amount]?, end: Int)? {
    var amounts: [TimeValue.Amount]? = []
    var next = index
    while let number = smallNumber(at: next) {
      let start = skippingHyphen(number.end)
      let isBusiness = text(start) == "business" || text(start) == "working"
      guard let unit = unit(isBusiness ? start + 1 : start) else { break }
      if let value = number.value {
        amounts?.append(
          TimeValue.Amount(count: value, unit: isBusiness && unit == .day ? .businessDay : unit))
      } else {
        amounts = nil
      }
      let end = (isBusiness ? start + 1 : start) + 1
      guard amounts?.count ?? 9 < 4 else { return (amounts, end) }
      next = keyword(end) == .and || isMark(end, ",") ? end + 1 : end
      if smallNumber(at: next).flatMap({ unitOfAmount(at: $0.end) }) == nil {
        return (amounts, end)
      }
    }
    return nil
  }

  func unitOfAmount(at index: Int) -> TimeUnit? { unit(skippingHyphen(index)) }

  /// "two years ago", "three days after Christmas", and lengths of time.
  func amountLed(at index: Int) -> Parsed? {
    if let stretch = amountAround(at: index) ?? brokenAmountAgo(at: index) { return stretch }
    guard let (amounts, end) = halfAmount(at: index) ?? amounts(at: index) else { return nil }
    if isMark(end, "-"), keyword(end + 1) == .old { return nil }
    if keyword(end) == .old { return nil }
    if let starting = starting(amounts, at: end) { return starting }
    let next = skippingHyphen(end)
    let isShort = unit(end - 1).map { $0.rawValue <= TimeUnit.hour.rawValue } ?? false
    func shifted(_ isBackward: Bool, _ base: TimeValue.Base, _ end: Int) -> Parsed {
      Parsed(
        value: amounts.map { .shifted($0, isBackward: isBackward, base) }
          ?? (base == .reference ? .vague(isBackward: isBackward) : .unplaced), end: end)
    }
    switch keyword(next) {
    case .ago:
      return amounts.flatMap { placedAgo($0, at: next + 1) } ?? shifted(true, .reference, next + 1)
    case .earlier where !isShort: return shifted(true, .context, next + 1)
    case .later where !isShort: return shifted(false, .context, next + 1)
    case .before where isShort, .after where isShort: return nil
    case .from where keyword(next + 1) == .now: return shifted(false, .reference, next + 2)
    case .before, .after, .from:
      let isBackward = keyword(next) == .before
      if let base = point(at: next + 1), base.value != .unplaced {
        if case .range = base.value { break }
        return shifted(isBackward, .value(base.value), base.end)
      }
    default: break
    }
    // A length of time is worth naming from a day on, where "for" shows that it is one.
    guard keyword(index - 1) == .for, !isShort, unit(end - 1) != .quarter else { return nil }
    return Parsed(value: .unplaced, end: end)
  }

  /// "a century", "a year" after "half": fifty years, six months.
  private func halfAmount(at index: Int) -> (amounts: [TimeValue.Amount]?, end: Int)? {
    guard keyword(index) == .a, keyword(index - 1) == .half,
      case .word(.unit(let unit, plural: false)) = kind(index + 1)
    else { return nil }
    switch unit {
    case .century: return ([TimeValue.Amount(count: 50, unit: .year)], index + 2)
    case .decade: return ([TimeValue.Amount(count: 5, unit: .year)], index + 2)
    case .year: return ([TimeValue.Amount(count: 6, unit: .month)], index + 2)
    default: return nil
    }
  }

  /// "A year ago Friday", "a week ago today", "ten years ago this month", "two years ago in May".
  private func placedAgo(_ amounts: [TimeValue.Amount], at index: Int) -> Parsed? {
    guard amounts.count == 1, amounts[0].unit.rawValue >= TimeUnit.week.rawValue else { return nil }
    let today = TimeValue.unit(.day, offset: 0, isAnchored: false)
    let then = TimeValue.shifted(amounts, isBackward: true, .value(today))
    if keyword(index) == .today { return Parsed(value: then, end: index + 1) }
    if keyword(index) == .this, let unit = unit(index + 1), unit == .week || unit == .month,
      unit.rawValue < amounts[0].unit.rawValue
    {
      return Parsed(value: .nth(0, .unit(unit), within: then), end: index + 2)
    }
    let start = keyword(index) == .on || keyword(index) == .in ? index + 1 : index
    switch kind(start) {
    case .word(.weekday(let weekday, abbreviated: false)) where endsPhrase(start + 1):
      return Parsed(value: .weekdayAt(weekday, amounts), end: start + 1)
    case .word(.month) where amounts[0].unit == .year:
      guard let date = point(at: start) else { return nil }
      switch date.value {
      case .day(nil, let month, let day):
        return Parsed(value: .nthDay(month: month, day: day, within: then), end: date.end)
      case .yearPart(let part, nil):
        return Parsed(value: .yearPart(part, within: then), end: date.end)
      default: return nil
      }
    default: return nil
    }
  }

  /// "Two and a half years ago", "a month and a half ago", "a quarter-century ago".
  private func brokenAmountAgo(at index: Int) -> Parsed? {
    if let years = partOfCentury(at: index), keyword(years.end) == .ago {
      let amount = TimeValue.Amount(count: years.count, unit: .year)
      return Parsed(value: .shifted([amount], isBackward: true, .reference), end: years.end + 1)
    }
    guard let number = smallNumber(at: index), let count = number.value else { return nil }
    var next = number.end
    var unit: TimeUnit?
    // "a month and a half"
    if keyword(index) == .a, let whole = self.unit(next) { (unit, next) = (whole, next + 1) }
    next = skippingHyphen(next)
    guard keyword(next) == .and else { return nil }
    next = skippingHyphen(next + 1)
    guard keyword(next) == .a else { return nil }
    next = skippingHyphen(next + 1)
    guard keyword(next) == .half else { return nil }
    next += 1
    if unit == nil { (unit, next) = (self.unit(next), next + 1) }
    guard let unit, keyword(next) == .ago else { return nil }
    let amount: TimeValue.Amount
    switch unit {
    case .year: amount = TimeValue.Amount(count: 12 * count + 6, unit: .month)
    case .month: amount = TimeValue.Amount(count: 30 * count + 15, unit: .day)
    case .decade: amount = TimeValue.Amount(count: 10 * count + 5, unit: .year)
    default: return nil
    }
    let day = TimeValue.shifted(
      [amount], isBackward: true, .value(.unit(.day, offset: 0, isAnchored: false)))
    return Parsed(
      value: .nth(0, .unit(unit == .decade ? .year : unit), within: day), end: next + 1)
  }

  /// "a quarter of a century", "a quarter-century", "a half-century".
  private func partOfCentury(at index: Int) -> (count: Int, end: Int)? {
    guard keyword(index) == .a else { return nil }
    let count: Int
    if unit(index + 1) == .quarter {
      count = 25
    } else if keyword(index + 1) == .half {
      count = 50
    } else {
      return nil
    }
    let link = keyword(index + 2) == .of && keyword(index + 3) == .a
    let next = link ? index + 4 : skippingHyphen(index + 2)
    return unit(next) == .century ? (count, next + 1) : nil
  }

  /// "five past years", "two coming months": the side stands inside the amount.
  private func amountAround(at index: Int) -> Parsed? {
    guard let number = smallNumber(at: index), let count = number.value, count > 1,
      case .word(.unit(let unit, plural: true)) = kind(number.end + 1)
    else { return nil }
    let isBackward: Bool
    switch keyword(number.end) {
    case .past, .previous, .last: isBackward = true
    case .next, .coming: isBackward = false
    default: return nil
    }
    return Parsed(
      value: .stretch(
        [TimeValue.Amount(count: count, unit: unit)], isBackward: isBackward, includesToday: false),
      end: number.end + 2)
  }

  /// "three days starting Monday".
  private func starting(_ amounts: [TimeValue.Amount]?, at index: Int) -> Parsed? {
    guard let amounts, ["starting", "beginning", "commencing"].contains(text(index)) else {
      return nil
    }
    let next = keyword(index + 1) == .on || keyword(index + 1) == .from ? index + 2 : index + 1
    guard let start = point(at: next), start.value.isDay else { return nil }
    return Parsed(value: .lasting(amounts, from: start.value), end: start.end)
  }

  /// "in two weeks", "within three days".
  func ahead(at index: Int, includesAll: Bool) -> Parsed? {
    var start = index
    if keyword(start) == .the { start += 1 }
    if keyword(start) == .next || keyword(start) == .coming { start += 1 }
    guard case (let amounts?, let end)? = amounts(at: start) else { return nil }
    switch keyword(end) {
    case .after, .from:
      guard includesAll, keyword(end + 1) == .today || keyword(end + 1) == .now else { return nil }
      return Parsed(
        value: .stretch(amounts, isBackward: false, includesToday: true), end: end + 2)
    case .of, .before, .ago, .earlier, .later: return nil
    default: break
    }
    if includesAll {
      return Parsed(
        value: .stretch(amounts, isBackward: false, includesToday: true), end: end)
    }
    guard start == index else { return nil }
    return Parsed(value: isRecord(before: index - 1) ? .unplaced : .ahead(amounts), end: end)
  }

  /// "The first in 20 years", "the worst storm in a decade": the years are those before.
  private func isRecord(before index: Int) -> Bool {
    var position = index - 1
    let limit = max(0, index - 4)
    while position >= limit, !tokens[position].startsSentence {
      switch kind(position) {
      case .word(.ordinal), .number(_, digits: _, .ordinal): return true
      case .word(.other):
        let word = text(position)
        if word.hasSuffix("est") || word == "worst" || word == "most" || word == "only" {
          return true
        }
      default: break
      }
      position -= 1
    }
    return false
  }
}
