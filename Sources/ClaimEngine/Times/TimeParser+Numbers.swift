/// Numbers, ordinals, years and times of day.
extension TimeParser {
  /// A number of things: "3", "twenty-five", "a", "a couple of"; nil in value for "a few".
  struct Number {
    let value: Int?
    let end: Int
  }

  func smallNumber(at index: Int) -> Number? {
    switch kind(index) {
    case .number(let value, let digits, .none):
      guard digits <= 3, !isPartOfNumber(index) else { return nil }
      return Number(value: value, end: index + 1)
    case .word(.cardinal(let value)):
      let next = skippingHyphen(index + 1)
      if value >= 20, case .word(.cardinal(let ones)) = kind(next), ones < 10 {
        return Number(value: value + ones, end: next + 1)
      }
      return Number(value: value, end: index + 1)
    case .word(.keyword(.a)):
      switch keyword(index + 1) {
      case .couple:
        return Number(value: 2, end: keyword(index + 2) == .of ? index + 3 : index + 2)
      case .few, .several: return Number(value: nil, end: index + 2)
      case .dozen: return Number(value: 12, end: index + 2)
      case .hundred: return Number(value: 100, end: index + 2)
      case .thousand: return Number(value: 1000, end: index + 2)
      default: return Number(value: 1, end: index + 1)
      }
    case .word(.keyword(.few)), .word(.keyword(.several)): return Number(value: nil, end: index + 1)
    case .word(.keyword(.couple)):
      return Number(value: 2, end: keyword(index + 1) == .of ? index + 2 : index + 1)
    default: return nil
    }
  }

  /// Whether a number is a part of "2,004", "3.5" or "12:30".
  private func isPartOfNumber(_ index: Int) -> Bool {
    if isAttached(index + 1), isAttached(index + 2), case .number = kind(index + 2),
      isMark(index + 1, ",") || isMark(index + 1, ".") || isMark(index + 1, ":")
    {
      return true
    }
    if isAttached(index), isAttached(index - 1), case .number = kind(index - 2),
      isMark(index - 1, ",") || isMark(index - 1, ".") || isMark(index - 1, ":")
    {
      return true
    }
    return false
  }

  /// The number of a day from 1 to 31: "5", "5th", "fifth", "twenty-first".
  func dayNumber(at index: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    switch kind(index) {
    case .number(let value, let digits, let suffix):
      guard digits <= 2, (1...31).contains(value), suffix != .plural, !isPartOfNumber(index),
        !isMark(index + 1, "%")
      else { return nil }
      return (value, index + 1, suffix == .ordinal)
    default:
      if let ordinal = ordinal(at: index) {
        return ordinal.value <= 31 ? (ordinal.value, ordinal.end, true) : nil
      }
      // "twenty-five January nineteen eighty-six"
      if case .word(.cardinal) = kind(index), let number = smallNumber(at: index),
        let day = number.value, day <= 31, case .word(.month) = kind(number.end),
        year(at: number.end + 1) != nil
      {
        return (day, number.end, false)
      }
      // "May twenty-one"
      guard case .word(.month) = kind(index - 1), case .word(.cardinal) = kind(index),
        let number = smallNumber(at: index), let day = number.value, day <= 31,
        endsPhrase(number.end) || year(at: number.end) != nil
      else { return nil }
      return (day, number.end, false)
    }
  }

  /// "3rd", "third", "twenty-third".
  func ordinal(at index: Int) -> (value: Int, end: Int)? {
    switch kind(index) {
    case .number(let value, let digits, .ordinal):
      return digits <= 2 ? (value, index + 1) : nil
    case .word(.ordinal(let value)): return (value, index + 1)
    case .word(.cardinal(let tens)) where tens >= 20:
      let next = skippingHyphen(index + 1)
      guard case .word(.ordinal(let ones)) = kind(next), ones < 10 else { return nil }
      return (tens + ones, next + 1)
    default: return nil
    }
  }

  /// Four digits that can be a year beside a month.
  func year(at index: Int) -> (year: Int, end: Int)? {
    if case .word(.cardinal) = kind(index) { return spelledYear(at: index) }
    guard case .number(let value, digits: 4, .none) = kind(index), (1000...2199).contains(value),
      !isPartOfNumber(index), !isCount(index)
    else { return nil }
    return (value, index + 1)
  }

  /// "nineteen eighty-four", "two thousand and eighteen", "nineteen hundred ninety three".
  private func spelledYear(at index: Int) -> (year: Int, end: Int)? {
    guard let first = smallNumber(at: index), let head = first.value else { return nil }
    var next = skippingHyphen(first.end)
    var total: Int
    if keyword(next) == .thousand, head <= 2 {
      total = head * 1000
      next += 1
      if let hundreds = smallNumber(at: next), let count = hundreds.value, count < 10,
        keyword(hundreds.end) == .hundred
      {
        total += count * 100
        next = hundreds.end + 1
      }
    } else if (15...20).contains(head), keyword(next) == .hundred {
      total = head * 100
      next += 1
    } else if (15...20).contains(head) {
      guard let rest = smallNumber(at: next), let tail = rest.value, (10...99).contains(tail),
        unit(rest.end) == nil
      else { return nil }
      return (head * 100 + tail, rest.end)
    } else {
      return nil
    }
    let link = keyword(next) == .and ? next + 1 : next
    if case .word(.cardinal) = kind(link), let rest = smallNumber(at: link), let tail = rest.value {
      total += tail
      next = rest.end
    }
    return total < 2100 && unit(next) == nil ? (total, next) : nil
  }

  /// Four digits, or a fiscal year, or "last year", after a comma, "of" or "in" or nothing.
  func yearOfDate(at index: Int) -> (value: TimeValue, end: Int)? {
    var start = index
    if isMark(start, ",") || keyword(start) == .of || keyword(start) == .in { start += 1 }
    if text(start) == "the", unit(start + 1) == .year { start += 1 }
    if unit(start) == .year, case .number = kind(start + 1) { start += 1 }
    if keyword(start) == .fiscal { start += unit(start + 1) == .year ? 2 : 1 }
    if let year = year(at: start) { return (.year(year.year), year.end) }
    if keyword(index) == .of, start == index + 1,
      case .number(let value, digits: 2, .none) = kind(start),
      value >= 30, endsPhrase(start + 1), case .word(.month) = kind(index - 1)
    {
      return (.year(Self.fullYear(value)), start + 1)
    }
    if isMark(start, "'"), isAttached(start + 1),
      case .number(let value, digits: 2, .none) = kind(start + 1)
    {
      return (.year(Self.fullYear(value)), start + 2)
    }
    guard unit(start + 1) == .year || unit(start + 2) == .year, let offset = offsetUnit(at: start),
      case .unit(.year, _, _) = offset.value
    else { return nil }
    return (offset.value, offset.end)
  }

  /// Two digits as a year from 1930 to 2029.
  static func fullYear(_ twoDigits: Int) -> Int {
    twoDigits < 30 ? 2000 + twoDigits : 1900 + twoDigits
  }

  /// Four digits that stand alone and count nothing.
  func loneYear(at index: Int) -> Parsed? {
    guard let year = year(at: index), (1500...2100).contains(year.year) || isOldYear(year) else {
      return nil
    }
    if isAttached(index), index > 0 {
      guard case .mark(let mark) = kind(index - 1), mark != 0x24, mark != 0x23, mark != 0x2B else {
        return nil
      }
      // A name or number that goes on: "F-2004", "138-2010-2015".
      if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == 0x2E {
        let isOpened = isMark(index - 3, "(") || isMark(index - 3, "\"")
        if isAttached(index - 1),
          !followsCalendarWord(index - 2) || isAttached(index - 2) && !isOpened
        {
          return nil
        }
      }
      if mark >= 0xC2 { return nil }
    }
    if isAttached(index + 1), index + 1 < tokens.count {
      guard case .mark(let mark) = kind(index + 1), mark != UInt8(ascii: "%"),
        mark != UInt8(ascii: ":") || !isAttached(index + 2)
      else { return nil }
    }
    switch keyword(index - 1) {
    case .than:
      let comparison = keyword(index - 2)
      guard comparison == .later || comparison == .earlier else { return nil }
    case .more where text(index - 1) == "over" && isMark(index + 1, "-"): break
    case .about, .less, .more: return nil
    case .of where text(index - 2) == "total": return nil
    case .at where index + 1 < tokens.count && tokens[index + 1].isCapitalized: return nil
    case .to:
      switch word(index - 2) {
      case .verb(.past), .verb(.had): return nil
      default: break
      }
    default: break
    }
    if index > 0, keyword(index - 1) == nil, case .word(.other) = kind(index - 1),
      TimeWords.numberedWords.contains(text(index - 1))
    {
      return nil
    }
    if !(1900...2060).contains(year.year), !isPlacedYear(index) { return nil }
    return Parsed(value: .year(year.year), end: year.end)
  }

  /// "In 1066," is a year; "in 1200 homes" is none.
  private func isOldYear(_ year: (year: Int, end: Int)) -> Bool {
    switch keyword(year.end - 2) {
    case .in, .since, .until, .by: (1000...1499).contains(year.year) && endsPhrase(year.end)
    default: false
    }
  }

  private func isPlacedYear(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .in, .since, .until, .by, .of, .before, .after, .early, .late, .mid, .during, .from, .the,
      .around, .between, .through, .to, .and:
      true
    default:
      isMark(index - 1, "(") || isMark(index - 1, "-") || text(index - 1) == "circa"
        || isMark(index - 1, ".") && text(index - 2) == "c"
    }
  }

  private func followsCalendarWord(_ index: Int) -> Bool {
    switch kind(index) {
    case .word(.month), .word(.keyword), .word(.season): true
    case .number(_, digits: 4, .none): true
    default: false
    }
  }

  func word(_ index: Int) -> TimeWord {
    if case .word(let word) = kind(index) { word } else { .other }
  }

  /// Whether a number counts what follows: "2004 people".
  private func isCount(_ index: Int) -> Bool {
    var next = index + 1
    if isMark(next, "-") {
      return unit(next + 1) != nil && keyword(skippingHyphen(next + 2)) == .old
    }
    if unit(next) != nil, keyword(skippingHyphen(next + 1)) == .old { return true }
    switch kind(next) {
    case .word(.countedNoun), .word(.unit(_, plural: true)): return true
    default: break
    }
    // "2000 of the homes", "1900 to 2000 homes", "cut 1984 posts".
    if keyword(next) == .of, keyword(next + 1) == .the { return true }
    if keyword(next) == .to || keyword(next) == .and || keyword(next) == .or || isMark(next, "-"),
      case .number(_, digits: 4, .none) = kind(next + 1), kind(next + 2) == .word(.countedNoun)
    {
      return true
    }
    if isBareCount(index, of: next) { return true }
    guard case .number(let value, _, _) = kind(index), value % 100 == 0 else { return false }
    // "The 2000 Games"
    if keyword(index - 1) == .the, next < tokens.count, tokens[next].isCapitalized { return false }
    switch keyword(index - 1) {
    case .in, .since, .by, .of, .until: return false
    default: break
    }
    // A round number before a plain plural counts it.
    if case .word(.other) = kind(next) {
      next += 1
      let noun = text(next - 1)
      return noun.hasSuffix("s") && !noun.hasSuffix("ss") && noun != "olympics"
        && noun != "elections"
    }
    return false
  }

  /// Whether a verb before a number and a plain plural after it make a count: "counted 1984 bicycles".
  private func isBareCount(_ index: Int, of noun: Int) -> Bool {
    switch kind(index - 1) {
    case .word(.verb(.past)), .word(.verb(.had)), .word(.verb(.has)), .word(.verb(.progressive)):
      break
    case .word(.other) where TimeWords.countOpeners.contains(text(index - 1)): break
    default: return false
    }
    guard case .word(.other) = kind(noun), noun < tokens.count, !tokens[noun].isCapitalized else {
      return false
    }
    let word = text(noun)
    return word.hasSuffix("s") && !word.hasSuffix("ss") && !TimeWords.eventNouns.contains(word)
  }

  /// A time of day: "5 p.m.", "10:30", "noon"; answers the token after it.
  func clockTime(at index: Int) -> Int? {
    switch text(index) {
    case "noon", "midnight", "midday": return index + 1
    default: break
    }
    guard case .number(let hour, let digits, .none) = kind(index), digits <= 2, hour <= 24 else {
      return nil
    }
    var next = index + 1
    var hasMinutes = false
    if isMark(next, ":") || isMark(next, "."), isAttached(next), isAttached(next + 1),
      case .number(_, digits: 2, .none) = kind(next + 1)
    {
      hasMinutes = isMark(next, ":")
      next += 2
    }
    if kind(next) == .word(.clockMark) { return next + 1 }
    let letter = text(next)
    if letter == "a" || letter == "p" {
      if isMark(next + 1, "."), text(next + 2) == "m" {
        // The last full stop may end the sentence; it belongs to the mark where one follows it.
        return isMark(next + 3, ".") && isAttached(next + 3) ? next + 4 : next + 3
      }
      if letter == "p" || isAttached(next) { return next + 1 }
    }
    if letter == "o", isMark(next + 1, "'") { return next + 3 }
    return hasMinutes ? next : nil
  }
}
