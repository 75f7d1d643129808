/// Parts of a period: quarters, halves, seasons, centuries, "early 2016", "the first Friday of July".
extension TimeParser {
  // MARK: - Ordinals

  func ordinalLed(at index: Int) -> Parsed? {
    guard let ordinal = ordinal(at: index) else { return nil }
    if ordinal.value == 1, let first = countedParts(at: ordinal.end, isFirst: true) { return first }
    var next = skippingHyphen(ordinal.end)
    if keyword(next) == .fiscal { next += 1 }
    if let day = dayLed(at: index) { return day }
    switch kind(next) {
    case .word(.unit(.quarter, plural: false)) where (1...4).contains(ordinal.value):
      return ofYear(.quarter(ordinal.value), at: next + 1, start: index)
    case .word(.keyword(.half)) where (1...2).contains(ordinal.value):
      return half(ordinal.value, at: next + 1)
    case .word(.unit(.century, plural: false)):
      guard (1...30).contains(ordinal.value) else { return nil }
      if keyword(next + 1) == .bc { return Parsed(value: .unplaced, end: next + 2) }
      return Parsed(value: .years(first: (ordinal.value - 1) * 100, count: 100), end: next + 1)
    case .word(.unit(let unit, plural: false)):
      guard let period = periodAfterOf(at: next + 1) else { return nil }
      return Parsed(
        value: .nth(ordinal.value, .unit(unit), within: period.value), end: period.end)
    case .word(.weekday(let weekday, _)):
      let afterPart = kind(next + 1) == .word(.dayPart) ? next + 2 : next + 1
      guard let period = periodAfterOf(at: afterPart) else {
        // "on the second Sunday": of the article's month
        let before = keyword(index - 1) == .the ? index - 2 : index - 1
        guard keyword(before) == .on, endsTime(afterPart) else { return nil }
        return Parsed(
          value: .nth(
            ordinal.value, .weekday(weekday),
            within: .unit(.month, offset: 0, isAnchored: false)), end: afterPart)
      }
      return Parsed(
        value: .nth(ordinal.value, .weekday(weekday), within: period.value), end: period.end)
    case .word(.keyword(.of)), .word(.keyword(.this)):
      // "the 20th of next month", "the 21st this month"
      guard case .number = kind(index),
        let month = offsetUnit(at: keyword(next) == .of ? next + 1 : next),
        case .unit(.month, _, _) = month.value
      else { return nil }
      return Parsed(value: .nth(ordinal.value, .unit(.day), within: month.value), end: month.end)
    default: return nil
    }
  }

  /// "the last week of July", "the first ten days of 2021".
  func countedParts(at index: Int, isFirst: Bool) -> Parsed? {
    let number = smallNumber(at: index)
    let next = number.map { skippingHyphen($0.end) } ?? index
    guard keyword(next + 1) == .of || keyword(next + 1) == .in else { return nil }
    if number == nil, !isFirst, case .word(.weekday(let weekday, _)) = kind(next),
      let whole = periodAfterOf(at: next + 1)
    {
      return Parsed(value: .nth(-1, .weekday(weekday), within: whole.value), end: whole.end)
    }
    // "The final days of June" are no one day.
    if number == nil, case .word(.unit(_, plural: true)) = kind(next) { return nil }
    guard let unit = unit(next), unit.rawValue >= TimeUnit.day.rawValue,
      number != nil || !isFirst, number == nil || number?.value != nil,
      let whole = periodAfterOf(at: next + 1)
    else { return nil }
    guard let count = number?.value else {
      return Parsed(value: .nth(-1, .unit(unit), within: whole.value), end: whole.end)
    }
    let (first, last) = isFirst ? (1, count) : (-count, -1)
    return Parsed(
      value: .range(
        .nth(first, .unit(unit), within: whole.value), .nth(last, .unit(unit), within: whole.value)),
      end: whole.end)
  }

  /// "of 2004", "in July", "next month", after "the first week".
  private func periodAfterOf(at index: Int) -> Parsed? {
    let hasLink = keyword(index) == .of || keyword(index) == .in
    let start = hasLink ? index + 1 : index
    if keyword(start) == .the, let unit = unit(start + 1), unit == .month || unit == .year {
      return hasLink
        ? Parsed(value: .unit(unit, offset: 0, isAnchored: true), end: start + 2) : nil
    }
    guard hasLink || keyword(start) == .this || keyword(start) == .next || keyword(start) == .last
    else { return nil }
    if keyword(start) == .the, keyword(start + 1) != nil {
      return offsetUnit(at: start)
    }
    guard let period = point(at: start) else { return nil }
    switch period.value {
    case .year, .fiscal, .yearPart, .unit(.month, _, _), .unit(.year, _, _), .that(.month),
      .that(.year), .nearest, .years:
      return period
    default: return nil
    }
  }

  private func half(_ number: Int, at index: Int) -> Parsed? {
    guard keyword(index) == .of else {
      // "first-half profit"; the halves of a match have no such nouns.
      guard TimeWords.businessWords.contains(text(index)) else { return nil }
      return Parsed(value: .yearPart(.half(number), within: nil), end: index)
    }
    if let year = yearOfDate(at: index) {
      return Parsed(value: .yearPart(.half(number), within: year.value), end: year.end)
    }
    if keyword(index + 1) == .the, unit(index + 2) == .year {
      return Parsed(
        value: .yearPart(.half(number), within: .unit(.year, offset: 0, isAnchored: true)),
        end: index + 3)
    }
    guard let period = periodAfterOf(at: index), case .years = period.value else { return nil }
    return Parsed(value: .part(number == 1 ? .early : .late, period.value), end: period.end)
  }

  private func ofYear(_ part: YearPart, at index: Int, start: Int) -> Parsed {
    if let year = yearOfDate(at: index), keyword(index) != .in || !isMark(index, ",") {
      return Parsed(value: .yearPart(part, within: year.value), end: year.end)
    }
    if keyword(index) == .of, keyword(index + 1) == .the || keyword(index + 1) == .this,
      unit(index + 2) == .year
    {
      return Parsed(
        value: .yearPart(part, within: .unit(.year, offset: 0, isAnchored: true)), end: index + 3)
    }
    return Parsed(value: .yearPart(part, within: nil), end: index)
  }

  func fiscal(at index: Int) -> Parsed? {
    let next = unit(index + 1) == .year ? index + 2 : index + 1
    if let year = year(at: next) {
      return Parsed(value: .fiscal(year: year.year, offset: 0), end: year.end)
    }
    if next == index + 1, ordinal(at: next) != nil { return ordinalLed(at: next) }
    return nil
  }

  // MARK: - Seasons and holidays

  func seasonLed(at index: Int, season: Season) -> Parsed? {
    // "The Arab Spring"
    if index > 0, tokens[index].isCapitalized, tokens[index - 1].isCapitalized,
      case .word(.other) = kind(index - 1)
    {
      return nil
    }
    if let year = yearOfDate(at: index + 1), keyword(index + 1) != .in, !isMark(index + 1, ",") {
      return Parsed(value: .yearPart(.season(season), within: year.value), end: year.end)
    }
    // "spring" and "fall" are other words too; "in the fall" and "by summer" are times.
    let hasArticle = keyword(index - 1) == .the
    let before = hasArticle ? index - 2 : index - 1
    switch keyword(before) {
    case .in, .by, .since, .until, .during, .before, .after, .early, .late, .mid, .through,
      .into:
      break
    default: return nil
    }
    if season == .autumn, !hasArticle { return nil }
    if keyword(index + 1) == .of { return nil }
    return Parsed(value: .yearPart(.season(season), within: nil), end: index + 1)
  }

  /// A holiday, with its year where that follows.
  func named(at index: Int) -> Parsed? {
    guard let name = holidays.holiday(at: index, in: self),
      tokens[index].isCapitalized || name.end > index + 1 && text(index) != "new"
        || year(at: name.end) != nil || unit(name.end) == .weekend || unit(index - 2) == .weekend
    else { return nil }
    // Surnames, and names of things: "Johnnie Christmas".
    if index > 0, tokens[index - 1].isCapitalized, !tokens[index - 1].startsSentence,
      case .word(.other) = kind(index - 1)
    {
      return nil
    }
    if HolidayNames.spoilers.contains(text(name.end)) { return nil }
    if HolidayNames.foreignWords.contains(text(index - 1)) { return nil }
    return weekendOf(named: name.holiday, at: name.end)
  }

  /// A holiday with its year, and with the weekend that it makes long: "Labor Day weekend".
  private func weekendOf(named holiday: Holiday, at end: Int) -> Parsed {
    let isWeekend = unit(end) == .weekend
    var next = isWeekend ? end + 1 : end
    var within: TimeValue?
    if let year = yearOfDate(at: next), keyword(next) != .in {
      (within, next) = (year.value, year.end)
    }
    let day = TimeValue.yearPart(.holiday(holiday), within: within)
    if isWeekend { return Parsed(value: .longWeekend(day), end: next) }
    if unit(next) == .weekend { return Parsed(value: .longWeekend(day), end: next + 1) }
    return Parsed(value: day, end: next)
  }

  // MARK: - Early, late, mid, beginning, end

  func part(at index: Int) -> Parsed? {
    guard let keyword = keyword(index) else { return nil }
    let part: TimeValue.Part
    switch keyword {
    case .early: part = .early
    case .late: part = .late
    case .mid: part = .middle
    case .beginning: part = .beginning
    case .end: part = .end
    case .rest: part = .rest
    case .earlier: part = .earlier
    case .later: part = .later
    default: return nil
    }
    var next = index + 1
    if isMark(next, "-") { next += 1 }
    let hasLink = self.keyword(next) == .of || self.keyword(next) == .in
    if hasLink { next += 1 }
    if keyword == .end, hasLink, self.keyword(next - 1) == .of {
      return endOfPeriod(at: index, next)
    }
    let needsLink = keyword == .rest || keyword == .beginning || keyword == .end
    guard hasLink || !needsLink, !needsLink || self.keyword(next - 1) == .of else { return nil }
    if self.keyword(next) == .the, let unit = unit(next + 1), unit.rawValue >= TimeUnit.day.rawValue
    {
      if hasLink, unit == .day, keyword == .later || keyword == .earlier {
        return Parsed(value: .unit(.day, offset: 0, isAnchored: true), end: next + 2)
      }
      guard hasLink, unit != .day || keyword == .end else { return nil }
      return Parsed(value: .part(part, .unit(unit, offset: 0, isAnchored: false)), end: next + 2)
    }
    if keyword == .earlier || keyword == .later, self.keyword(next) == nil,
      case .number = kind(next)
    {
      return nil
    }
    guard let whole = partOwner(at: next) else { return nil }
    switch whole.value {
    case .year, .fiscal, .years, .yearPart, .nearest, .unit, .that, .day: break
    default: return nil
    }
    if case .day = whole.value { return keyword == .early || keyword == .late ? whole : nil }
    if case .unit(.day, _, _) = whole.value { return whole }
    if case .that(.day) = whole.value { return whole }
    return Parsed(value: .part(part, whole.value), end: whole.end)
  }

  /// "By the end of 2006" names the last day; "at the end of 2006" a part of the year.
  private func endOfPeriod(at index: Int, _ next: Int) -> Parsed? {
    let before = self.keyword(index - 1) == .the ? index - 2 : index - 1
    let isDeadline =
      keyword(before) == .by || keyword(before) == .until || keyword(before) == .before
    let whole: Parsed?
    if keyword(next) == .the, let unit = unit(next + 1), unit.rawValue >= TimeUnit.day.rawValue {
      whole = Parsed(value: .unit(unit, offset: 0, isAnchored: false), end: next + 2)
    } else if let unit = unit(next), unit.rawValue >= TimeUnit.week.rawValue, endsPhrase(next + 1) {
      whole = Parsed(value: .unit(unit, offset: 0, isAnchored: false), end: next + 1)
    } else {
      whole = partOwner(at: next)
    }
    guard let whole else { return nil }
    switch whole.value {
    case .unit(.day, _, _) where keyword(before) == .at:
      // "At the end of the day" is a turn of phrase.
      return nil
    case .unit(.day, _, _):
      // "by the end of the day Saturday"
      if case .word(.weekday) = kind(whole.end), let day = point(at: whole.end) { return day }
      return whole
    case .day: return whole
    case .year, .fiscal, .years, .yearPart, .nearest, .unit, .that:
      return Parsed(
        value: isDeadline
          ? .nth(-1, .unit(.day), within: whole.value) : .part(.end, whole.value), end: whole.end)
    default: return nil
    }
  }

  private func partOwner(at index: Int) -> Parsed? {
    switch kind(index) {
    case .number, .word(.month), .word(.season), .word(.decade), .mark:
      return point(at: index)
    case .word(.keyword(let keyword)):
      switch keyword {
      case .this, .last, .next, .the, .that, .fiscal, .today, .yesterday, .tomorrow, .previous,
        .following:
        return point(at: index)
      default: return nil
      }
    case .word(.ordinal), .word(.cardinal): return ordinalLed(at: index)
    default: return nil
    }
  }
}
