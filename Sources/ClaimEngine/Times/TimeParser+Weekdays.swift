/// Days of the week, with the date or the week that they are told with.
extension TimeParser {
  func weekdayLed(at index: Int, weekday: Int, isAbbreviated: Bool) -> Parsed? {
    var next = index + 1
    if isAbbreviated, isMark(next, "."), isAttached(next) { next += 1 }
    if let date = dateAfterWeekday(at: next, weekday: weekday) { return date }
    if isAbbreviated {
      guard tokens[index].isCapitalized,
        next > index + 1 || isPlacing(index - 1) && keyword(index - 1) != .of
      else {
        return nil
      }
    }
    if isNamed(at: index, end: next) { return nil }
    // "Saturday evenings", and "on a Monday", whichever
    if TimeWords.pluralDayParts.contains(text(next)) { return nil }
    if keyword(index - 1) == .a, keyword(index - 2) == .on, endsPhrase(next) { return nil }
    if next < tokens.count, tokens[next].isCapitalized,
      TimeWords.newspaperWords.contains(text(next))
    {
      return nil
    }
    if index > 1, text(index - 2) == "mail", keyword(index - 1) == .on,
      tokens[index - 2].isCapitalized
    {
      return nil
    }
    // "Friday next week", "Friday of next week"
    var week = kind(next) == .word(.dayPart) ? next + 1 : next
    if keyword(week) == .of { week += 1 }
    if let offset = offsetUnit(at: week), case .unit(.week, let weeks, _) = offset.value {
      return Parsed(value: .weekdayOfWeek(weekday, weeks: weeks), end: offset.end)
    }
    return Parsed(value: .weekday(weekday), end: isAbbreviated ? index + 1 : next)
  }

  /// Whether a weekday is the name of something: "Bloody Sunday", "Fox News Sunday",
  /// "Saturday Night Live".
  private func isNamed(at index: Int, end: Int) -> Bool {
    let hasPart = kind(end) == .word(.dayPart)
    if index > 0, tokens[index - 1].isCapitalized {
      let before = text(index - 1)
      if TimeWords.namedDayWords.contains(before) { return true }
      if TimeWords.broadcasterWords.contains(before), !hasPart { return true }
    }
    return hasPart && tokens[end].isCapitalized
      && (TimeWords.programmeWords.contains(text(end + 1))
        || end + 2 < tokens.count && tokens[end + 1].kind == .mark(0x22)
          && TimeWords.programmeWords.contains(text(end + 2)))
  }

  private func dateAfterWeekday(at index: Int, weekday: Int) -> Parsed? {
    var next = isMark(index, ",") || isMark(index, "(") ? index + 1 : index
    if keyword(next) == .the { next += 1 }
    switch kind(next) {
    case .word(.month(let month, let isAbbreviated)):
      guard let date = monthLed(at: next, month: month, isAbbreviated: isAbbreviated) else {
        return nil
      }
      if case .yearPart = date.value { return nil }
      return isMark(index, "(") && isMark(date.end, ")")
        ? Parsed(value: date.value, end: date.end + 1) : date
    case .number, .word(.ordinal), .word(.cardinal):
      if let date = dayLed(at: next) ?? figures(at: next, isPlaced: true), !isMark(index, "(") {
        return date
      }
      guard let number = dayNumber(at: next),
        keyword(index) == .the && number.isOrdinal
          || next == index && endsPhrase(number.end) && !isMark(number.end, ":")
            && !isMark(number.end, ".") && !isMark(number.end, "/")
      else { return nil }
      return Parsed(value: .dayOfMonth(number.day, weekday: weekday), end: number.end)
    default: return nil
    }
  }
}
