/// Times that are told by their distance from another.
extension TimeParser {
  // MARK: - Amounts

  /// "three years", "2 years 1 month and 21 days"; counts are nil for "a few years".
  private func amounts(at index: Int) -> (amounts: [TimeValue.Amount]?, end: Int)? {
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

  private func unitOfAmount(at index: Int) -> TimeUnit? { unit(skippingHyphen(index)) }

  /// "two years ago", "three days after Christmas", and lengths of time.
  func amountLed(at index: Int) -> Parsed? {
    if let number = smallNumber(at: index), let count = number.value,
      let keyword = keyword(number.end), count > 1,
      case .word(.unit(let unit, plural: true)) = kind(number.end + 1)
    {
      switch keyword {
      case .past, .previous, .last:
        return Parsed(
          value: .stretch(
            [TimeValue.Amount(count: count, unit: unit)], isBackward: true, includesToday: false),
          end: number.end + 2)
      case .next, .coming:
        return Parsed(
          value: .stretch(
            [TimeValue.Amount(count: count, unit: unit)], isBackward: false, includesToday: false),
          end: number.end + 2)
      default: break
      }
    }
    guard let (amounts, end) = amounts(at: index) else { return nil }
    if isMark(end, "-"), keyword(end + 1) == .old { return nil }
    if keyword(end) == .old { return nil }
    let next = skippingHyphen(end)
    let isShort = unit(end - 1).map { $0.rawValue <= TimeUnit.hour.rawValue } ?? false
    func shifted(_ isBackward: Bool, _ base: TimeValue.Base, _ end: Int) -> Parsed {
      Parsed(
        value: amounts.map { .shifted($0, isBackward: isBackward, base) } ?? .unplaced, end: end)
    }
    switch keyword(next) {
    case .ago: return shifted(true, .reference, next + 1)
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
    let last = kind(end - 1)
    let isLong =
      if case .word(.unit(let unit, _)) = last { unit.rawValue >= TimeUnit.day.rawValue } else {
        false
      }
    return duration(amounts, at: index, end: end, isLong: isLong)
  }

  /// A length of time, where a preposition or a verb of lasting shows that it is one.
  private func duration(
    _ amounts: [TimeValue.Amount]?, at index: Int, end: Int, isLong: Bool
  ) -> Parsed? {
    guard keyword(index - 1) == .for, isLong else { return nil }
    return Parsed(value: .unplaced, end: end)
  }

  /// "in two weeks", "within three days".
  private func ahead(at index: Int, includesAll: Bool) -> Parsed? {
    var start = index
    if keyword(start) == .the { start += 1 }
    if keyword(start) == .next || keyword(start) == .coming { start += 1 }
    guard let (amounts, end) = amounts(at: start) else { return nil }
    guard let amounts else { return nil }
    switch keyword(end) {
    case .of, .before, .after, .from, .ago, .earlier, .later: return nil
    default: break
    }
    if includesAll {
      return Parsed(
        value: .stretch(amounts, isBackward: false, includesToday: true), end: end)
    }
    guard start == index else { return nil }
    return Parsed(value: .ahead(amounts), end: end)
  }

  // MARK: - Words that begin a relative time

  func keywordLed(at index: Int, _ keyword: TimeKeyword) -> Parsed? {
    switch keyword {
    case .today where tokens[index].isCapitalized && text(index - 1) == "usa": return nil
    case .today, .tonight: return day(0, end: index + 1)
    case .yesterday: return day(-1, end: index + 1)
    case .tomorrow: return day(1, end: index + 1)
    case .overnight where endsPhrase(index + 1) && index > 0 && self.keyword(index - 1) == nil:
      return Parsed(
        value: .range(
          .unit(.day, offset: -1, isAnchored: false), .unit(.day, offset: 0, isAnchored: false)),
        end: index + 1)
    case .a, .couple, .few, .several:
      return amountLed(at: index)
    case .in: return ahead(at: index + 1, includesAll: false)
    case .within: return ahead(at: index + 1, includesAll: true)
    case .fiscal: return fiscal(at: index)
    case .early, .late, .mid, .beginning, .end, .rest, .earlier, .later: return part(at: index)
    case .the: return theLed(at: index)
    case .half: return ordinalLed(at: index)
    case .this, .last, .past, .previous, .next, .coming, .following, .current, .that, .same:
      return directed(at: index)
    default: return nil
    }
  }

  private func day(_ offset: Int, end: Int) -> Parsed {
    Parsed(value: .unit(.day, offset: offset, isAnchored: false), end: end)
  }

  private func theLed(at index: Int) -> Parsed? {
    let next = index + 1
    switch kind(next) {
    case .number, .word(.ordinal), .word(.cardinal):
      if let parsed = ordinalLed(at: next) ?? yearOrDate(at: next) { return parsed }
      guard let number = dayNumber(at: next), number.isOrdinal, isBareDay(number.end, at: next)
      else {
        return nil
      }
      return Parsed(value: .dayOfMonth(number.day, weekday: nil), end: number.end)
    case .word(.unit(let unit, plural: false)): return theUnit(unit, at: next)
    case .mark: return barePointAfterThe(at: next)
    case .word(.keyword(let keyword)):
      switch keyword {
      case .early, .late, .mid, .beginning, .end, .rest, .last, .past, .previous, .next, .coming,
        .following, .same, .current, .fiscal:
        return keywordLed(at: next, keyword)
      default: return nil
      }
    case .word(.season), .word(.decade), .word(.holidayName): return barePointAfterThe(at: next)
    default: return quarterSymbol(at: next)
    }
  }

  private func barePointAfterThe(at index: Int) -> Parsed? {
    switch kind(index) {
    case .word(.season(let season)): seasonLed(at: index, season: season)
    case .word(.decade(let decade)): decadeWord(at: index, decade: decade)
    case .word(.holidayName): nil
    case .mark: isMark(index, "'") ? point(at: index) : nil
    default: nil
    }
  }

  private func yearOrDate(at index: Int) -> Parsed? {
    guard case .number(_, let digits, let suffix) = kind(index) else { return dayLed(at: index) }
    if digits == 4 || suffix == .plural {
      // "the 1996 election": the article is the noun's.
      guard let parsed = numberLed(at: index) else { return nil }
      if case .year = parsed.value { return nil }
      return parsed
    }
    return dayLed(at: index)
  }

  /// Whether "the 15th" is a day: it is after "on", "by" and the like, and no noun follows it.
  private func isBareDay(_ end: Int, at index: Int) -> Bool {
    switch keyword(index - 2) {
    case .on, .by, .until, .since, .for: break
    case .of where unit(index - 3) == .week: break
    default: return false
    }
    guard case .number = kind(index) else { return false }
    return endsPhrase(end)
  }

  /// "the day before", "the year after next", "the week of May 5", "the year 2008".
  private func theUnit(_ unit: TimeUnit, at index: Int) -> Parsed? {
    let next = index + 1
    switch (unit, keyword(index - 2)) {
    case (.week, .for), (.month, .for), (.quarter, .for), (.year, .for), (.quarter, .in),
      (.year, .in), (.month, .in), (.quarter, .during), (.year, .during), (.month, .during),
      (.week, .during), (.week, .in):
      if endsPhrase(next), keyword(next) == nil || keyword(next) == .and {
        return Parsed(value: .unit(unit, offset: 0, isAnchored: true), end: next)
      }
    default: break
    }
    if unit == .weekend, endsPhrase(next), keyword(next) != .of {
      return Parsed(value: .unit(.weekend, offset: 0, isAnchored: false), end: next)
    }
    if unit == .year, let year = year(at: next) {
      return Parsed(value: .year(year.year), end: year.end)
    }
    let isBefore = keyword(next) == .before
    if isBefore || keyword(next) == .after {
      if unit == .day, keyword(next + 1) == (isBefore ? .yesterday : .tomorrow) {
        return day(isBefore ? -2 : 2, end: next + 2)
      }
      let nextWord = keyword(next + 1) == .the ? next + 2 : next + 1
      if keyword(nextWord) == (isBefore ? .last : .next), self.unit(nextWord + 1) == nil {
        return Parsed(
          value: .unit(unit, offset: isBefore ? -2 : 2, isAnchored: false), end: nextWord + 1)
      }
      guard endsPhrase(next + 1), keyword(next + 1) == nil else { return nil }
      return Parsed(
        value: .unit(unit, offset: isBefore ? -1 : 1, isAnchored: true), end: next + 1)
    }
    if unit == .week || unit == .weekend || unit == .month {
      var start = next
      switch text(start) {
      case "of", "ending", "ended", "beginning", "starting", "commencing", "from": start += 1
      default: return nil
      }
      if keyword(start) == .on { start += 1 }
      guard let day = point(at: start), day.value.isDay else { return nil }
      return Parsed(value: .nth(0, .unit(unit), within: day.value), end: day.end)
    }
    return nil
  }

  // MARK: - This, last, next

  /// "last week", "next three years", "this past Friday", "the same day".
  func directed(at index: Int) -> Parsed? {
    if keyword(index) == .last, let last = countedParts(at: index + 1, isFirst: false) {
      return last
    }
    if let offset = offsetUnit(at: index) { return offset }
    var next = index + 1
    var side: TimeValue.Side
    switch keyword(index) {
    case .last, .past, .previous: side = .before
    case .coming, .following:
      // "Following Monday's debate", "Coming September 30".
      guard keyword(index - 1) == .the || unit(next) != nil || smallNumber(at: next) != nil else {
        return nil
      }
      side = .after
    case .next: side = .after
    default: side = .around
    }
    let isNear = keyword(index) == .past || keyword(index) == .coming || side == .around
    if keyword(index) == .this, keyword(next) == .past || keyword(next) == .coming {
      side = keyword(next) == .past ? .before : .after
      next += 1
      if let number = smallNumber(at: next), unitOfAmount(at: number.end) != nil {
        return stretch(at: next, isBackward: side == .before)
      }
    }
    if side != .around, let stretch = stretch(at: next, isBackward: side == .before) {
      return stretch
    }
    if keyword(index) == .same || keyword(index) == .that { return nil }
    switch kind(next) {
    case .word(.weekday(let weekday, _)):
      if let date = dateOfWeekday(at: next) { return date }
      let value: TimeValue
      if index > 0, keyword(index - 1) == .the, side == .after {
        return Parsed(value: .followingWeekday(weekday), end: next + 1)
      }
      switch side {
      case .around: value = .weekdayOfWeek(weekday, weeks: 0)
      case .before:
        value = isNear ? .nearestWeekday(weekday, .before) : .weekdayOfWeek(weekday, weeks: -1)
      case .after:
        value = isNear ? .nearestWeekday(weekday, .after) : .weekdayOfWeek(weekday, weeks: 1)
      }
      return Parsed(value: value, end: next + 1)
    case .word(.month(let month, _)):
      if let date = point(at: next), case .day = date.value { return date }
      guard tokens[next].isCapitalized || month != 5 && month != 3 else { return nil }
      return Parsed(value: .nearest(.month(month), side), end: next + 1)
    case .word(.season(let season)):
      return Parsed(value: .nearest(.season(season), side), end: next + 1)
    case .word(.holidayName), .word(.ordinal):
      guard let name = holidays.holiday(at: next, in: self) else { return nil }
      return Parsed(value: .nearest(.holiday(name.holiday), side), end: name.end)
    default: return nil
    }
  }

  private func dateOfWeekday(at index: Int) -> Parsed? {
    guard let parsed = point(at: index), case .day = parsed.value else { return nil }
    return parsed
  }

  private func stretch(at index: Int, isBackward: Bool) -> Parsed? {
    guard keyword(index) != .a, let (amounts, end) = amounts(at: index) else { return nil }
    // "the last five months of her life" is no time by the calendar.
    if keyword(end) == .of { return nil }
    guard let amounts else { return Parsed(value: .unplaced, end: end) }
    return Parsed(
      value: .stretch(amounts, isBackward: isBackward, includesToday: false), end: end)
  }

  /// "last year", "this week", "the following day": one unit at a distance of at most one.
  func offsetUnit(at index: Int) -> Parsed? {
    let start = keyword(index) == .the ? index + 1 : index
    var next = start + 1
    var offset: Int
    var isAnchored = false
    switch keyword(start) {
    case .this, .current: offset = 0
    case .last, .past: offset = -1
    case .next, .coming: offset = 1
    case .previous: (offset, isAnchored) = (-1, true)
    case .following: (offset, isAnchored) = (1, true)
    case .same, .that: (offset, isAnchored) = (0, true)
    default: return nil
    }
    if keyword(start) == .this {
      if keyword(next) == .past { (offset, next) = (-1, next + 1) }
      if keyword(next) == .coming { (offset, next) = (1, next + 1) }
      if keyword(next) == .same { next += 1 }
    }
    if keyword(start) == .that, keyword(next) == .same { next += 1 }
    let isFiscal = keyword(next) == .fiscal || text(next) == "calendar" || text(next) == "school"
    if isFiscal { next += 1 }
    switch kind(next) {
    case .word(.dayPart) where offset <= 0 || keyword(start) == .next || isAnchored:
      guard text(next) != "noon", text(next) != "midnight" else { return nil }
      // "that night", "the next morning"
      return Parsed(
        value: .unit(.day, offset: offset, isAnchored: isAnchored || offset > 0), end: next + 1)
    case .word(.unit(let unit, plural: false)):
      guard unit.rawValue >= TimeUnit.day.rawValue else { return nil }
      if let year = year(at: next + 1), unit == .year, year.year > 1900 { return nil }
      if isMark(next + 1, "-"), keyword(next + 2) == .old { return nil }
      if unit == .day, offset == 1 { isAnchored = true }
      if keyword(start) == .that, unit == .quarter || index > 0 && isSubordinate(index) {
        return nil
      }
      if isRolling(start: start, index: index, unit: unit) {
        return Parsed(
          value: .stretch(
            [TimeValue.Amount(count: 1, unit: unit)], isBackward: offset < 0, includesToday: false),
          end: next + 1)
      }
      if unit == .week, let weekday = weekday(at: next + 1) {
        return Parsed(
          value: .weekdayOfWeek(weekday.value, weeks: offset), end: weekday.end)
      }
      return Parsed(value: .unit(unit, offset: offset, isAnchored: isAnchored), end: next + 1)
    default: return nil
    }
  }

  /// "Friday" or "on Friday", after "next week".
  private func weekday(at index: Int) -> (value: Int, end: Int)? {
    let start = keyword(index) == .on ? index + 1 : index
    guard case .word(.weekday(let value, _)) = kind(start), value > 0 else { return nil }
    return (value, start + 1)
  }

  /// "over the past year" runs up to today; "last year" is one of the calendar.
  private func isRolling(start: Int, index: Int, unit: TimeUnit) -> Bool {
    guard unit != .quarter, unit != .weekend, unit != .night else { return false }
    guard unit != .day else { return false }
    let isOver: Bool
    switch text(index - 1) {
    case "over", "within", "during", "in", "for": isOver = true
    default: isOver = text(index - 2) == "over" || text(index - 2) == "during"
    }
    guard start > index || keyword(index - 1) == .the else { return false }
    switch keyword(start) {
    case .past, .last, .next, .coming: return isOver || keyword(start) == .past
    default: return false
    }
  }

  /// "said that year": a "that" after a verb of saying begins a clause, not a time.
  private func isSubordinate(_ index: Int) -> Bool {
    if case .word(.verb(.past)) = kind(index - 1) { return true }
    return false
  }

  func unitLed(at index: Int) -> Parsed? {
    // "day after tomorrow", "week of May 5", "year-end"
    guard case .word(.unit(let unit, plural: false)) = kind(index) else { return nil }
    let next = skippingHyphen(index + 1)
    if unit == .year, let year = year(at: index + 1) {
      return Parsed(value: .year(year.year), end: year.end)
    }
    if unit == .year, keyword(next) == .end, endsPhrase(next + 1) {
      return Parsed(
        value: .nth(-1, .unit(.day), within: .unit(.year, offset: 0, isAnchored: false)),
        end: next + 1)
    }
    if unit == .day, keyword(index + 1) == .after, keyword(index + 2) == .tomorrow {
      return day(2, end: index + 3)
    }
    if unit == .day, keyword(index + 1) == .before, keyword(index + 2) == .yesterday {
      return day(-2, end: index + 3)
    }
    if unit == .year, isMark(index + 1, "-"),
      keyword(index + 2) == .ago || keyword(index + 2) == .earlier
    {
      return Parsed(
        value: .shifted([TimeValue.Amount(count: 1, unit: .year)], isBackward: true, .context),
        end: index + 3)
    }
    return nil
  }
}
