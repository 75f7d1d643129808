/// Expressions that begin with a number, and dates in figures.
extension TimeParser {
  func numberLed(at index: Int) -> Parsed? {
    guard case .number(let value, let digits, let suffix) = kind(index) else { return nil }
    if suffix == .plural { return decadeInFigures(at: index, value: value, digits: digits) }
    if let date = figures(at: index, isPlaced: isDatePlace(index)) { return date }
    if let date = dayLed(at: index) { return date }
    if suffix != .plural, let day = listedDay(at: index) { return day }
    if suffix == .ordinal { return ordinalLed(at: index) }
    let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
    if digits == 8, suffix == .none, (1900...2099).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    {
      return Parsed(
        value: .day(year: year, month: month, day: day), end: index + 1)
    }
    if keyword(index + 1) == .ad, digits <= 4, value > 0 {
      return Parsed(value: .year(value), end: index + 2)
    }
    if keyword(index + 1) == .bc { return nil }
    if digits == 4 {
      return yearWithPart(at: index) ?? yearRange(at: index) ?? loneYear(at: index)
    }
    return amountLed(at: index)
  }

  /// "March 26 and 27": a second day of the month before it.
  private func listedDay(at index: Int) -> Parsed? {
    guard keyword(index - 1) == .and || keyword(index - 1) == .or,
      let first = dayNumber(at: index - 2), let second = dayNumber(at: index),
      first.day < second.day
    else { return nil }
    let monthIndex = isMark(index - 3, ".") ? index - 4 : index - 3
    guard case .word(.month(let month, _)) = kind(monthIndex) else { return nil }
    if let year = yearOfDay(at: second.end) {
      return Parsed(value: .day(year: year.year, month: month, day: second.day), end: year.end)
    }
    guard endsPhrase(second.end), !isMark(second.end, ":"), !isMark(second.end, "%") else {
      return nil
    }
    return Parsed(value: .day(year: nil, month: month, day: second.day), end: second.end)
  }

  private func decadeInFigures(at index: Int, value: Int, digits: Int) -> Parsed? {
    guard value % 10 == 0 else { return nil }
    if digits == 4, (1000...2100).contains(value) {
      let count = value % 100 == 0 && value < 2000 ? 100 : 10
      return Parsed(value: .years(first: value, count: count), end: index + 1)
    }
    guard digits == 2, value >= 10, keyword(index - 1) == .the || isMark(index - 1, "'") else {
      return nil
    }
    // "in his 70s" is an age, "temperatures in the 70s" cannot be told apart.
    return Parsed(value: .years(first: Self.fullDecade(value), count: 10), end: index + 1)
  }

  /// Whether "4/22" here is a date rather than a fraction or a score.
  private func isDatePlace(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .on, .by, .until, .since, .before, .after, .from, .between, .this, .next, .to: true
    default: isAfterDate(index)
    }
  }

  /// "On 11/20, 11/22 or 11/25": after one such date, more are dates.
  private func isAfterDate(_ index: Int) -> Bool {
    guard isMark(index - 1, ",") || keyword(index - 1) == .or || keyword(index - 1) == .and,
      case .number = kind(index - 2), isMark(index - 3, "/"), case .number = kind(index - 4)
    else { return false }
    return isDatePlace(index - 4)
  }

  /// 2004-03-23, 3/23/2004, 23.3.2004, and 3/23 where a date is expected.
  func figures(at index: Int, isPlaced: Bool) -> Parsed? {
    if let month = monthAndYear(at: index) { return month }
    guard case .number(let first, let firstDigits, .none) = kind(index),
      !continuesNumber(index), isAttached(index + 1), isAttached(index + 2),
      case .mark(let mark) = kind(index + 1), mark == 0x2D || mark == 0x2F || mark == 0x2E
    else { return nil }
    if case .word(.month(let month, _)) = kind(index + 2), kind(index + 3) == .mark(mark),
      case .number(let third, let digits, .none) = kind(index + 4)
    {
      // 05-Aug-2016, 2016-Aug-05, 05-Aug-16
      let (day, year) = firstDigits == 4 ? (third, first) : (first, third)
      guard max(firstDigits, digits) == 4 || firstDigits <= 2 && digits == 2,
        (1...31).contains(day)
      else { return nil }
      let isShort = max(firstDigits, digits) == 2
      return Parsed(
        value: .day(year: isShort ? Self.fullYear(year) : year, month: month, day: day),
        end: index + 5)
    }
    guard case .number(let second, let secondDigits, .none) = kind(index + 2) else { return nil }
    if kind(index + 3) == .mark(mark), isAttached(index + 3), isAttached(index + 4),
      case .number(let third, let thirdDigits, .none) = kind(index + 4)
    {
      let time = firstDigits == 4 ? timeOfDay(at: index + 5) : nil
      if time != nil || !continues(index + 5) || mark == 0x2F && isMark(index + 5, "-") {
        return threeFigures(
          [(first, firstDigits), (second, secondDigits), (third, thirdDigits)],
          end: time ?? index + 5, isPlaced: isPlaced || mark != 0x2E || thirdDigits == 4,
          isDayFirst: mark == 0x2E || order == .dayFirst)
      }
    }
    guard !continues(index + 3) || mark == 0x2F && isMark(index + 3, "-") else { return nil }
    if firstDigits == 1, first == 9, second == 11, mark == 0x2F {
      return Parsed(value: .day(year: 2001, month: 9, day: 11), end: index + 3)
    }

    guard isPlaced, mark == 0x2F, firstDigits <= 2, secondDigits <= 2 else { return nil }
    return monthAndDay(
      first, second, year: nil, end: index + 3, isDayFirst: order == .dayFirst)
  }

  /// The token after the time of "2026-03-02T10:15:00Z", which follows its day at once.
  private func timeOfDay(at index: Int) -> Int? {
    guard isAttached(index), text(index) == "t", case .number = kind(index + 1),
      isAttached(index + 1), isMark(index + 2, ":")
    else { return nil }
    var end = index + 3
    while isAttached(end), end - index < Self.longestTime,
      !endsPhrase(end) || isMark(end, ":")
        || isMark(end, "+")
    {
      end += 1
    }
    return end
  }

  private static let longestTime = 12

  /// "2016/11", "11 / 2016", "2016 - 11"; "2010-11" is two years, and read elsewhere.
  private func monthAndYear(at index: Int) -> Parsed? {
    guard case .number(let first, let firstDigits, .none) = kind(index), !continuesNumber(index),
      case .mark(let mark) = kind(index + 1), mark == 0x2D || mark == 0x2F,
      case .number(let second, let secondDigits, .none) = kind(index + 2), !continues(index + 3),
      endsPhrase(index + 3)
    else { return nil }
    let isYearFirst = firstDigits == 4 && secondDigits <= 2
    guard isYearFirst || firstDigits <= 2 && secondDigits == 4 else { return nil }
    let (year, month) = isYearFirst ? (first, second) : (second, first)
    guard (1900...2100).contains(year), (1...12).contains(month),
      !isYearFirst || second != year % 100 + 1 || mark == 0x2F && secondDigits == 1
    else { return nil }
    return Parsed(value: .yearPart(.month(month), within: .year(year)), end: index + 3)
  }

  private func threeFigures(
    _ figures: [(value: Int, digits: Int)], end: Int, isPlaced: Bool, isDayFirst: Bool
  ) -> Parsed? {
    let (first, second, third) = (figures[0], figures[1], figures[2])
    if first.digits == 4, second.digits <= 2, third.digits <= 2 {
      guard (1...12).contains(second.value), (1...31).contains(third.value) else { return nil }
      return Parsed(
        value: .day(year: first.value, month: second.value, day: third.value), end: end)
    }
    guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2, isPlaced
    else { return nil }
    let year = third.digits == 4 ? third.value : Self.fullYear(third.value)
    return monthAndDay(
      first.value, second.value, year: year, end: end, isDayFirst: isDayFirst)
  }

  /// The order that the text or its reader says, unless only the other makes a date.
  private func monthAndDay(
    _ first: Int, _ second: Int, year: Int?, end: Int, isDayFirst: Bool
  ) -> Parsed? {
    let orders =
      isDayFirst ? [(second, first), (first, second)] : [(first, second), (second, first)]
    for (month, day) in orders where (1...12).contains(month) && (1...31).contains(day) {
      return Parsed(value: .day(year: year, month: month, day: day), end: end)
    }
    return nil
  }

  /// Whether a number goes on from another: the "12" of "123-12-1234".
  private func continuesNumber(_ index: Int) -> Bool {
    guard isAttached(index), isAttached(index - 1), case .mark(let mark) = kind(index - 1),
      mark == 0x2D || mark == 0x2F || mark == 0x2E || mark == 0x2B || mark == 0x24
    else { return false }
    // A slashed date can end a range of two.
    if mark == 0x2D, isMark(index + 1, "/"), isMark(index - 3, "/") { return false }
    if case .number = kind(index - 2) { return true }
    return false
  }

  /// Whether a number goes on at a token: the "/2003" after "11".
  func continues(_ index: Int) -> Bool {
    guard isAttached(index) else { return false }
    switch kind(index) {
    case .mark(let mark):
      guard mark == 0x2D || mark == 0x2F || mark == 0x2E || mark == 0x25, isAttached(index + 1)
      else {
        return mark == 0x25
      }
      if case .number = kind(index + 1) { return true }
      return false
    case .number, .word: return true
    case .gap: return false
    }
  }

  /// "2016 Q3", "2016 November".
  private func yearWithPart(at index: Int) -> Parsed? {
    guard let year = year(at: index), (1800...2100).contains(year.year) else { return nil }
    let next = isMark(year.end, ",") ? year.end + 1 : skippingHyphen(year.end)
    if let quarter = quarterSymbol(at: next), case .yearPart(let part, nil) = quarter.value {
      return Parsed(value: .yearPart(part, within: .year(year.year)), end: quarter.end)
    }
    // "the 1988 third quarter"
    if let quarter = ordinal(at: next), (1...4).contains(quarter.value), next == year.end,
      unit(skippingHyphen(quarter.end)) == .quarter
    {
      return Parsed(
        value: .yearPart(.quarter(quarter.value), within: .year(year.year)),
        end: skippingHyphen(quarter.end) + 1)
    }
    if text(next) == "h", isAttached(next + 1),
      case .number(let half, digits: 1, .none) = kind(next + 1),
      half == 1 || half == 2
    {
      return Parsed(value: .yearPart(.half(half), within: .year(year.year)), end: next + 2)
    }
    guard next == year.end || isMark(year.end, ","), case .word(.month(let month, _)) = kind(next),
      tokens[next].isCapitalized || month != 3 && month != 5, dayNumber(at: next + 1) == nil,
      self.year(at: next + 1) == nil
    else { return nil }
    return Parsed(value: .yearPart(.month(month), within: .year(year.year)), end: next + 1)
  }

  /// "1990-95", "2010-11".
  private func yearRange(at index: Int) -> Parsed? {
    guard let first = loneYear(at: index), case .year(let year) = first.value,
      isMark(index + 1, "-") || isMark(index + 1, "/"), isAttached(index + 1),
      isAttached(index + 2),
      case .number(let short, digits: 2, .none) = kind(index + 2), short > year % 100,
      !continues(index + 3)
    else { return nil }
    return Parsed(value: .range(.year(year), .year(year / 100 * 100 + short)), end: index + 3)
  }

  /// "Q3 2015", "H1", "FY2015".
  func quarterSymbol(at index: Int) -> Parsed? {
    guard isAttached(index + 1), tokens.indices.contains(index),
      case .number(let number, let digits, .none) = kind(index + 1)
    else { return nil }
    let part: YearPart
    switch text(index) {
    case "q" where (1...4).contains(number): part = .quarter(number)
    case "h" where (1...2).contains(number):
      guard let year = yearOfDate(at: skippingHyphen(index + 2)) else { return nil }
      return Parsed(value: .yearPart(.half(number), within: year.value), end: year.end)
    case "fy", "cy":
      guard digits == 4 || digits == 2 else { return nil }
      return Parsed(value: .year(digits == 4 ? number : Self.fullYear(number)), end: index + 2)
    default: return nil
    }
    if let year = yearOfDate(at: skippingHyphen(index + 2)) {
      return Parsed(value: .yearPart(part, within: year.value), end: year.end)
    }
    return Parsed(value: .yearPart(part, within: nil), end: index + 2)
  }

  func decadeWord(at index: Int, decade: Int) -> Parsed? {
    switch keyword(index - 1) {
    case .the, .in, .mid, .late, .early: break
    default: guard isMark(index - 1, "-") else { return nil }
    }
    return Parsed(
      value: .years(first: decade == 20 ? 1920 : decade == 0 ? 2000 : 1900 + decade, count: 10),
      end: index + 1)
  }
}
