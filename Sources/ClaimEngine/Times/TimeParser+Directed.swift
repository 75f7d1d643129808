/// Times that "this", "last", "next" and their like point at.
extension TimeParser {
  /// "last week", "next three years", "this past Friday", "the same day".
  func directed(at index: Int) -> Parsed? {
    if keyword(index) == .last, let last = countedParts(at: index + 1, isFirst: false) {
      return last
    }
    if keyword(index) == .last, isVerbOrOwned(index) { return nil }
    if keyword(index) == .that, let month = monthOfThatYear(at: index + 1) { return month }
    if let offset = offsetUnit(at: index) { return offset }
    var next = index + 1
    var side: TimeValue.Side
    switch keyword(index) {
    case .last, .past, .previous: side = .before
    case .coming, .following:
      // "Following Monday's debate", "Coming September 30".
      guard
        keyword(index - 1) == .the || unit(next) != nil || smallNumber(at: next) != nil
          || !tokens[index].isCapitalized && endsPhrase(next + 1)
      else { return nil }
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
    if side != .around, keyword(index) != .last || keyword(index - 1) == .the,
      case .word(.unit(let unit, plural: true)) = kind(next),
      unit.rawValue >= TimeUnit.day.rawValue, keyword(next + 1) != .of
    {
      return Parsed(value: .vague(isBackward: side == .before), end: next + 1)
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

  /// "It would last four years", "his last year in office": no time by the calendar.
  private func isVerbOrOwned(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .word(.verb(.future)), .word(.verb(.will)), .word(.keyword(.to)): return true
    case .word(.verb(.past)) where ["did", "not"].contains(text(index - 1)): return true
    case .word(.keyword(.possessive)):
      // "Osei's last year in office": a year of his, as "Monday's last hour" is none.
      if case .word(.weekday) = kind(index - 3) { return false }
      return unit(index + 1) != nil
    case .word(.other):
      let word = text(index - 1)
      return ["can", "not", "may"].contains(word)
        || ["his", "her", "my", "their", "your", "our"].contains(word)
          && unit(index + 1) != nil
    default: return false
    }
  }

  /// "In 1972 he ran and lost that November": the month of the year last named.
  private func monthOfThatYear(at index: Int) -> Parsed? {
    guard case .word(.month(let month, _)) = kind(index), tokens[index].isCapitalized,
      dayNumber(at: index + 1) == nil, year(at: index + 1) == nil
    else { return nil }
    return Parsed(
      value: .yearPart(.month(month), within: .unit(.year, offset: 0, isAnchored: true)),
      end: index + 1)
  }

  private func dateOfWeekday(at index: Int) -> Parsed? {
    guard let parsed = point(at: index), case .day = parsed.value else { return nil }
    return parsed
  }

  private func stretch(at index: Int, isBackward: Bool) -> Parsed? {
    guard keyword(index) != .a, let (amounts, end) = amounts(at: index) else { return nil }
    // "the last five months of her life" is no time by the calendar.
    if keyword(end) == .of { return nil }
    guard let amounts else { return Parsed(value: .vague(isBackward: isBackward), end: end) }
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
    let isFiscal = keyword(next) == .fiscal
    if isFiscal || text(next) == "calendar" || text(next) == "school" { next += 1 }
    switch kind(next) {
    case .word(.dayPart) where offset <= 0 || keyword(start) == .next || isAnchored:
      guard text(next) != "noon", text(next) != "midnight", !isTitle(start, next) else {
        return nil
      }
      // "that night", "the next morning"
      if isThat(start) { return Parsed(value: .that(.day), end: next + 1) }
      return Parsed(
        value: .unit(.day, offset: offset, isAnchored: isAnchored || offset > 0), end: next + 1)
    case .word(.unit(.year, plural: true)) where keyword(start) == .this:
      // "this years festival", without its apostrophe
      return Parsed(value: .unit(.year, offset: offset, isAnchored: false), end: next + 1)
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
      if isFiscal, unit == .year, !isAnchored {
        return Parsed(value: .fiscal(year: nil, offset: offset), end: next + 1)
      }
      if isThat(start), unit != .night, unit != .businessDay {
        return Parsed(value: .that(unit), end: next + 1)
      }
      return Parsed(value: .unit(unit, offset: offset, isAnchored: isAnchored), end: next + 1)
    default: return nil
    }
  }

  private func isThat(_ index: Int) -> Bool { keyword(index) == .that || keyword(index) == .same }

  /// Whether it is the name of a programme: "CBS This Morning".
  private func isTitle(_ start: Int, _ end: Int) -> Bool {
    tokens[start].isCapitalized && tokens[end].isCapitalized && !tokens[start].startsSentence
  }

  /// "Friday" or "on Friday", after "next week".
  private func weekday(at index: Int) -> (value: Int, end: Int)? {
    let start = keyword(index) == .on ? index + 1 : index
    guard case .word(.weekday(let value, _)) = kind(start) else { return nil }
    return (value, start + 1)
  }

  /// "over the past year" runs up to today; "last year" is one of the calendar.
  private func isRolling(start: Int, index: Int, unit: TimeUnit) -> Bool {
    guard unit != .quarter, unit != .weekend, unit != .night, unit != .day else { return false }
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
    switch kind(index - 1) {
    case .word(.verb(.past)), .word(.verb(.had)): return true
    default: return false
    }
  }
}
