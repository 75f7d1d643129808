/// Dates of the calendar, written out and in figures.
extension TimeParser {
  /// A time that is no period of two named ends.
  func point(at index: Int) -> Parsed? {
    guard isInReach(index) else { return nil }
    if let clock = clockTime(at: index), let day = dayOfClock(at: clock) { return day }
    guard let bare = barePoint(at: index) else { return nil }
    if let part = partOfYear(bare) { return part }
    return bare.value.isDay ? withTimeOfDay(bare) : bare
  }

  /// "Last year's third quarter", "2003's first half".
  private func partOfYear(_ year: Parsed) -> Parsed? {
    switch year.value {
    case .year, .unit(.year, _, _): break
    default: return nil
    }
    guard isMark(year.end, "'"), keyword(year.end + 1) == .possessive,
      let part = ordinal(at: year.end + 2)
    else { return nil }
    let next = skippingHyphen(part.end)
    if unit(next) == .quarter, (1...4).contains(part.value) {
      return Parsed(value: .yearPart(.quarter(part.value), within: year.value), end: next + 1)
    }
    guard keyword(next) == .half, (1...2).contains(part.value) else { return nil }
    return Parsed(value: .yearPart(.half(part.value), within: year.value), end: next + 1)
  }

  private func dayOfClock(at index: Int) -> Parsed? {
    var next = isMark(index, ",") ? index + 1 : index
    if keyword(next) == .on || keyword(next) == .of { next += 1 }
    guard let day = barePoint(at: next), day.value.isDay else { return nil }
    return withTimeOfDay(day)
  }

  /// Takes in "night" or "at 5 p.m." after a day.
  private func withTimeOfDay(_ day: Parsed) -> Parsed {
    var end = day.end
    if kind(end) == .word(.dayPart) { end += 1 }
    if keyword(end) == .in, keyword(end + 1) == .the, kind(end + 2) == .word(.dayPart) { end += 3 }
    let clock = keyword(end) == .at || keyword(end) == .around ? end + 1 : end
    if let time = clockTime(at: clock) { end = time }
    return Parsed(value: day.value, end: end)
  }

  private func barePoint(at index: Int) -> Parsed? {
    switch kind(index) {
    case .number: return numberLed(at: index)
    case .word(let word):
      switch word {
      case .month(let month, let isAbbreviated):
        // "May Day", of which the first word is a month.
        if text(index + 1) == "day", let day = named(at: index) { return day }
        return monthLed(at: index, month: month, isAbbreviated: isAbbreviated) ?? named(at: index)
      case .weekday(let day, let isAbbreviated):
        return weekdayLed(at: index, weekday: day, isAbbreviated: isAbbreviated)
      case .cardinal(19) where decade(after: index) != nil: return decade(after: index)
      case .cardinal: return amountLed(at: index) ?? ordinalLed(at: index) ?? spelledDate(at: index)
      case .ordinal: return named(at: index) ?? ordinalLed(at: index)
      case .season(let season): return seasonLed(at: index, season: season)
      case .decade(let decade): return decadeWord(at: index, decade: decade)
      case .unit: return unitLed(at: index)
      case .keyword(let keyword): return keywordLed(at: index, keyword)
      case .holidayName: return named(at: index)
      case .dayPart where text(index) == "midnight" || text(index) == "noon": return nil
      default: return quarterSymbol(at: index)
      }
    case .mark(UInt8(ascii: "'")):
      guard isAttached(index + 1) else { return nil }
      switch kind(index + 1) {
      case .number(let value, digits: 2, .plural) where value % 10 == 0:
        // '90s
        return Parsed(value: .years(first: Self.fullDecade(value), count: 10), end: index + 2)
      case .number(let value, digits: 2, .none) where !isAttached(index) && !continues(index + 2):
        // "in '92", "the class of '68"
        switch keyword(index - 1) {
        case .in, .of, .since, .until, .by, .before, .after, .from, .early, .late: break
        default: return nil
        }
        return Parsed(value: .year(Self.fullYear(value)), end: index + 2)
      default: return nil
      }
    default: return nil
    }
  }

  /// Reads "nineteen seventies".
  private func decade(after index: Int) -> Parsed? {
    let next = skippingHyphen(index + 1)
    guard case .word(.decade(let decade)) = kind(next), decade > 0 else { return nil }
    return Parsed(value: .years(first: 1900 + decade, count: 10), end: next + 1)
  }

  static func fullDecade(_ twoDigits: Int) -> Int {
    twoDigits < 30 ? 2000 + twoDigits : 1900 + twoDigits
  }

  // MARK: - Months

  func monthLed(at index: Int, month: Int, isAbbreviated: Bool) -> Parsed? {
    var next = index + 1
    if isAbbreviated, isMark(next, "."), isAttached(next) { next += 1 }
    var day = next
    if isMark(day, "-") || isMark(day, "/"), isAttached(day), isAttached(day + 1) { day += 1 }
    if keyword(day) == .the { day += 1 }
    if let number = dayNumber(at: day), isDayOfMonth(number.isOrdinal, at: day, after: number.end) {
      return monthDay(month: month, day: number.day, end: number.end)
    }
    if keyword(next) == .the, month == 3 || month == 5 { return nil }
    if isMark(next, "'"), isAttached(next), keyword(next + 1) == .possessive {
      return isMonthWord(at: index, month: month) ? monthAlone(month, within: nil, end: next) : nil
    }
    if let year = yearOfDate(at: isMark(next, "-") || isMark(next, "/") ? next + 1 : next) {
      if keyword(next) != .in || isLiteralYear(year.value) {
        return monthAlone(month, within: year.value, end: year.end)
      }
    }
    guard isMonthWord(at: index, month: month) else { return nil }
    if isAbbreviated, !isMark(index + 1, "."), !isPlacing(index - 1), !isMark(next, "-") {
      return nil
    }
    return monthAlone(month, within: nil, end: isAbbreviated ? index + 1 : next)
  }

  private func isLiteralYear(_ value: TimeValue) -> Bool {
    if case .year = value { true } else { false }
  }

  private func monthAlone(_ month: Int, within year: TimeValue?, end: Int) -> Parsed {
    Parsed(value: .yearPart(.month(month), within: year), end: end)
  }

  /// Whether a number after a month is its day: not "May 2,000 people" or "May 5 percent".
  private func isDayOfMonth(_ isOrdinal: Bool, at index: Int, after end: Int) -> Bool {
    if isOrdinal { return true }
    if kind(end) == .word(.countedNoun) || kind(end) == .word(.clockMark) { return false }
    // "October two thousand and five"
    if keyword(end) == .thousand || keyword(end) == .hundred { return false }
    if isMark(end, ":"), isAttached(end + 1) { return false }
    if isAttached(end), case .word = kind(end) { return false }
    return true
  }

  private func monthDay(month: Int, day: Int, end: Int) -> Parsed {
    let first = TimeValue.day(year: nil, month: month, day: day)
    // May 5-7, Nov. 19 to 20
    var last = end
    if isMark(last, "-") || keyword(last) == .to || keyword(last) == .through {
      last += 1
      if let number = dayNumber(at: last), number.day > day, !isDateMark(number.end),
        !isMonth(number.end), isDayOfMonth(number.isOrdinal, at: last, after: number.end)
      {
        let year = yearOfDay(at: number.end)
        let range = TimeValue.range(
          first.completed(by: year?.year),
          TimeValue.day(year: year?.year, month: month, day: number.day))
        return Parsed(value: range, end: year?.end ?? number.end)
      }
    }
    if let year = yearOfDay(at: end) {
      return Parsed(value: .day(year: year.year, month: month, day: day), end: year.end)
    }
    if let year = yearOfDate(at: end), !isMark(end, ","), keyword(end) != .in {
      return Parsed(value: .nthDay(month: month, day: day, within: year.value), end: year.end)
    }
    if month == 9, day == 11, TimeWords.attackWords.contains(text(end)) {
      return Parsed(value: .day(year: 2001, month: 9, day: 11), end: end)
    }
    return Parsed(value: first, end: end)
  }

  /// The year after a day and a month: ", 2004", " of 2004".
  func yearOfDay(at index: Int) -> (year: Int, end: Int)? {
    var start = index
    if isMark(start, ",") || keyword(start) == .of || keyword(start) == .in { start += 1 }
    if isMark(start, "-") || isMark(start, "/"), isAttached(start), isAttached(start + 1) {
      start += 1
    }
    return year(at: start)
  }

  private func isMonth(_ index: Int) -> Bool {
    if case .word(.month) = kind(index) { true } else { false }
  }

  private func isDateMark(_ index: Int) -> Bool {
    (isMark(index, "-") || isMark(index, "/")) && isAttached(index) && isAttached(index + 1)
      && { if case .number = kind(index + 1) { true } else { false } }()
  }

  /// Whether "may", "march" and the like are the month here.
  private func isMonthWord(at index: Int, month: Int) -> Bool {
    let isPlaced = isPlacing(index - 1)
    let isCapitalized = tokens[index].isCapitalized
    switch month {
    case 3, 5:
      return isPlaced && (isCapitalized || keyword(index - 1) == .in)
        || isCapitalized && isAttribute(index)
    case 4, 6, 8:
      // April, June and August are first names too, august an adjective.
      if isPlaced { return true }
      let title = isMark(index - 1, ".") ? index - 2 : index - 1
      if TimeWords.titles.contains(text(title)) { return false }
      return isCapitalized && !(index + 1 < tokens.count && tokens[index + 1].isCapitalized)
        && (!tokens[index].startsSentence || keyword(index + 2) == .possessive)
    default: return isCapitalized || isPlaced
    }
  }

  /// "The May elections", "a March poll", "this year's May vote": a month before a plain noun.
  private func isAttribute(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .the, .a, .possessive: break
    default: return false
    }
    guard index + 1 < tokens.count, !tokens[index + 1].isCapitalized else { return false }
    switch kind(index + 1) {
    case .word(.verb(.bare)), .word(.verb(.progressive)): return true
    default: return kind(index + 1) == .word(.other) && !endsPhrase(index + 1)
    }
  }

  /// "nineteen ninety-six" after a preposition.
  private func spelledDate(at index: Int) -> Parsed? {
    if let day = dayLed(at: index) { return day }
    switch keyword(index - 1) {
    case .in, .since, .by, .until, .from, .of, .to, .before, .after: break
    default: return nil
    }
    guard let year = year(at: index), kind(year.end) != .word(.countedNoun),
      endsPhrase(year.end)
    else { return nil }
    return Parsed(value: .year(year.year), end: year.end)
  }

  /// Words after which the name of a month or an abbreviation is a time.
  func isPlacing(_ index: Int) -> Bool {
    switch keyword(index) {
    case .in, .since, .until, .by, .of, .before, .after, .from, .through, .to, .between, .early,
      .late, .mid, .last, .next, .this, .during, .past, .on, .coming, .following, .previous, .and,
      .for, .or,
      .end, .beginning, .into:
      true
    default: isMark(index, "-")
    }
  }

  /// "23 March 2004", "the 23rd of March", "4 to 22 January 1995".
  func dayLed(at index: Int) -> Parsed? {
    guard let number = dayNumber(at: index), !isMark(index - 1, "$") else { return nil }
    if let range = daysOfOneMonth(at: index) { return range }
    guard let month = monthOfDay(at: number.end) else { return nil }
    if let year = yearOfDay(at: month.end) {
      return Parsed(
        value: .day(year: year.year, month: month.month, day: number.day), end: year.end)
    }
    if let year = yearOfDate(at: month.end), !isMark(month.end, ","), keyword(month.end) != .in {
      return Parsed(
        value: .nthDay(month: month.month, day: number.day, within: year.value), end: year.end)
    }
    return Parsed(value: .day(year: nil, month: month.month, day: number.day), end: month.end)
  }

  private func monthOfDay(at index: Int) -> (month: Int, end: Int)? {
    var next = index
    if keyword(next) == .of || isMark(next, "-") || isMark(next, "/") || isMark(next, ".") {
      next += 1
    }
    guard case .word(.month(let month, let isAbbreviated)) = kind(next) else { return nil }
    if month == 5 || month == 3, !tokens[next].isCapitalized, keyword(next - 1) != .of {
      // "on 5 may happen"
      guard case .number = kind(next + 1) else { return nil }
    }
    next += 1
    if isAbbreviated, isMark(next, "."), isAttached(next), !endsSentence(next) { next += 1 }
    if isMark(next, "-") || isMark(next, "/"), year(at: next + 1) != nil { next += 1 }
    return (month, next)
  }

  private func endsSentence(_ index: Int) -> Bool {
    index + 1 >= tokens.count || tokens[index + 1].startsSentence || kind(index + 1) == .gap
  }

  /// "4 to 22 January", "between 3 and 12 of September".
  func daysOfOneMonth(at index: Int) -> Parsed? {
    let start = keyword(index) == .the ? index + 1 : index
    guard let first = dayNumber(at: start) else { return nil }
    guard
      isMark(first.end, "-") || keyword(first.end) == .to || keyword(first.end) == .through
        || keyword(first.end) == .until
        || keyword(first.end) == .and && (keyword(index - 1) == .between)
    else { return nil }
    let second = keyword(first.end + 1) == .the ? first.end + 2 : first.end + 1
    if case .word(.month(let month, let isAbbreviated)) = kind(second),
      let last = monthLed(at: second, month: month, isAbbreviated: isAbbreviated),
      case .day(let year, month, let day) = last.value, first.day < day
    {
      return Parsed(
        value: .range(.day(year: year, month: month, day: first.day), last.value), end: last.end)
    }
    guard let last = dayNumber(at: second), first.day < last.day else { return nil }
    let link = keyword(last.end) == .of || keyword(last.end) == .in ? last.end + 1 : last.end
    if let month = offsetUnit(at: link), case .unit(.month, _, _) = month.value {
      return Parsed(
        value: .range(
          .nth(first.day, .unit(.day), within: month.value),
          .nth(last.day, .unit(.day), within: month.value)), end: month.end)
    }
    guard let month = monthOfDay(at: last.end)
    else { return nil }
    let year = yearOfDay(at: month.end)
    return Parsed(
      value: .range(
        .day(year: year?.year, month: month.month, day: first.day),
        .day(year: year?.year, month: month.month, day: last.day)),
      end: year?.end ?? month.end)
  }
}

extension TimeValue {
  func completed(by year: Int?) -> TimeValue { year.map { completed(byYear: $0) } ?? self }

  /// A day of a month of a year that is itself relative: "March 5 of last year".
  static func nthDay(month: Int, day: Int, within year: TimeValue) -> TimeValue {
    .nth(day, .unit(.day), within: .yearPart(.month(month), within: year))
  }
}
