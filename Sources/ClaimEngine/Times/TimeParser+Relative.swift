/// Times that are told by their distance from another.
extension TimeParser {
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
    case .final: return countedParts(at: index + 1, isFirst: false)
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
      case .early, .late, .mid, .beginning, .end, .rest, .final, .last, .past, .previous, .next,
        .coming,
        .following, .same, .current, .fiscal:
        return keywordLed(at: next, keyword)
      default: return nil
      }
    case .word(.season), .word(.decade), .word(.holidayName): return barePointAfterThe(at: next)
    case .word(.dayPart):
      // "the night before", "the morning after"
      guard keyword(next + 1) == .before || keyword(next + 1) == .after, endsTime(next + 2)
      else { return nil }
      return Parsed(
        value: .unit(.day, offset: keyword(next + 1) == .before ? -1 : 1, isAnchored: true),
        end: next + 2)
    default: return quarterSymbol(at: next)
    }
  }

  /// Whether nothing goes on from a time: "the night before" and not that before something.
  func endsTime(_ index: Int) -> Bool {
    switch kind(index) {
    case .mark(let mark): mark != UInt8(ascii: "'") && mark != UInt8(ascii: "-")
    case .gap, .word(.keyword(.at)), .word(.keyword(.in)), .word(.keyword(.and)): true
    default: false
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
      if endsPhrase(next), keyword(next) == nil || keyword(next) == .and,
        text(next) != "ended", text(next) != "ending"
      {
        return Parsed(value: .unit(unit, offset: 0, isAnchored: true), end: next)
      }
    default: break
    }
    let isOver = ["spent", "spend", "over", "during", "on", "throughout"].contains(text(index - 2))
    if unit == .weekend, isOver || endsPhrase(next), keyword(next) != .of, keyword(next) != .after {
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
      case "of", "beginning", "starting", "commencing", "from": start += 1
      default: return nil
      }
      if keyword(start) == .on { start += 1 }
      guard let day = point(at: start), day.value.isDay else { return nil }
      if unit == .weekend, case .yearPart(.holiday, _) = day.value {
        return Parsed(value: .longWeekend(day.value), end: day.end)
      }
      return Parsed(value: .nth(0, .unit(unit), within: day.value), end: day.end)
    }
    return nil
  }

  /// Whether no word before "year" says which one is meant.
  private func isBare(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .at, .by, .before, .until, .since, .through: true
    default: false
    }
  }

  func unitLed(at index: Int) -> Parsed? {
    // "day after tomorrow", "week of May 5", "year-end"
    guard case .word(.unit(let unit, plural: false)) = kind(index) else { return nil }
    let next = skippingHyphen(index + 1)
    if unit == .year, let year = year(at: index + 1) {
      return Parsed(value: .year(year.year), end: year.end)
    }
    if unit == .week, case .number(let number, digits: 1...2, .none) = kind(index + 1),
      (1...53).contains(number)
    {
      if let year = yearOfDate(at: index + 2) {
        return Parsed(value: .nth(number, .unit(.week), within: year.value), end: year.end)
      }
      guard keyword(index + 2) != .of else { return nil }
      return Parsed(
        value: .nth(
          number, .unit(.week), within: .unit(.year, offset: 0, isAnchored: false)), end: index + 2)
    }
    // "year-end", "at year's end"
    let last = isMark(next, "'") && keyword(next + 1) == .possessive ? next + 2 : next
    if unit == .year, keyword(last) == .end, endsPhrase(last + 1), last == next || isBare(index) {
      return Parsed(
        value: .nth(-1, .unit(.day), within: .unit(.year, offset: 0, isAnchored: false)),
        end: last + 1)
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
