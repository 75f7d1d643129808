/// Reads time expressions off tokens, by recursive descent.
///
/// Every `…(at:)` function answers what begins at a token, or nil; none looks further than a few
/// tokens past the reach, so that reading a text is linear.
struct TimeParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [TimeToken]
  let holidays: HolidayTable
  /// Which of day and month stands first in dates of figures.
  let order: DateOrder
  /// The token at which the expression being read began.
  private var origin = 0

  /// How many tokens an expression can be long: "the end of the end of …" must come to an end.
  private static let reach = 16

  init(
    bytes: UnsafeBufferPointer<UInt8>, tokens: [TimeToken], holidays: HolidayTable,
    order: DateOrder = .monthFirst
  ) {
    self.order = order
    self.bytes = bytes
    self.tokens = tokens
    self.holidays = holidays
  }

  /// Whether an expression may still go on at a token.
  func isInReach(_ index: Int) -> Bool { index - origin <= Self.reach }

  /// What was read, and the token after it.
  struct Parsed {
    let value: TimeValue
    let end: Int
  }

  /// The expression that begins at a token.
  mutating func expression(at index: Int) -> Parsed? {
    origin = index
    switch keyword(index) {
    case .final: return countedParts(at: index + 1, isFirst: false)
    case .each: return habit(at: index)
    case .since, .before, .after, .starting: return openPeriod(at: index)
    case .beginning where opensAhead(index):
      guard let open = openPeriod(at: index) else { break }
      return open
    case .later where keyword(index + 1) == .than && text(index - 1) == "no": return nil
    case .earlier where keyword(index + 1) == .than, .later where keyword(index + 1) == .than:
      return openPeriod(at: index)
    case .from, .between: return period(at: index)
    case .for, .now: return nil
    default: break
    }
    guard let first = point(at: index) else { return nil }
    if let open = orLater(first) { return open }
    return continued(first) ?? first
  }

  /// "2012 or later", "2012 and before".
  private func orLater(_ first: Parsed) -> Parsed? {
    guard keyword(first.end) == .or || keyword(first.end) == .and, first.value.isCalendarTime,
      !isTime(first.end + 2)
    else { return nil }
    switch keyword(first.end + 1) {
    case .later, .after: return Parsed(value: .open(.since, first.value), end: first.end + 2)
    case .earlier, .before: return Parsed(value: .open(.until, first.value), end: first.end + 2)
    default: return nil
    }
  }

  /// Whether "after" at the token before begins something of its own: "and after 6 p.m.".
  private func isTime(_ index: Int) -> Bool {
    switch kind(index) {
    case .number, .word(.month), .word(.weekday), .word(.cardinal), .word(.keyword): true
    default: keyword(index - 1) == .after && !endsPhrase(index)
    }
  }

  // MARK: - Periods with two ends

  private func period(at index: Int) -> Parsed? {
    if let days = daysOfOneMonth(at: index + 1) { return days }
    guard let first = end(at: index + 1) else { return nil }
    return second(after: first, isBetween: keyword(index) == .between)
  }

  /// "January 23 – March 9", "2014 to 2018": a second time that the first runs to.
  private func continued(_ first: Parsed) -> Parsed? {
    guard first.value.isCalendarTime, let range = second(after: first, isBetween: false),
      case .range(_, let last) = range.value, last.isCalendarTime
    else { return nil }
    return range
  }

  private func second(after first: Parsed, isBetween: Bool) -> Parsed? {
    var index = first.end
    if isBetween, isMark(index, ","), keyword(index + 1) == .and { index += 1 }
    if isBetween, keyword(index) == .and {
      index += 1
    } else if isMark(index, "-") || keyword(index) == .to || keyword(index) == .through
      || keyword(index) == .until
    {
      index += 1
    } else {
      return nil
    }
    guard let last = end(at: index) else { return nil }
    return Parsed(value: Self.range(first.value, last.value), end: last.end)
  }

  /// A time, or the "now" at which a period can end.
  private func end(at index: Int) -> Parsed? {
    guard keyword(index) == .now else { return point(at: index) }
    return Parsed(value: .unit(.day, offset: 0, isAnchored: false), end: index + 1)
  }

  /// A range whose ends share the year that only one of them has.
  static func range(_ first: TimeValue, _ last: TimeValue) -> TimeValue {
    let wraps = (first.month ?? 0) > (last.month ?? 12)
    if first.year == nil, let year = last.year, first.month != nil {
      return .range(first.completed(byYear: wraps ? year - 1 : year), last)
    }
    if last.year == nil, let year = first.year, last.month != nil {
      return .range(first, last.completed(byYear: wraps ? year + 1 : year))
    }
    return .range(first, last)
  }

  // MARK: - Periods with one end

  private func openPeriod(at index: Int) -> Parsed? {
    var start = keyword(index + 1) == .than ? index + 2 : index + 1
    if opensAhead(index), keyword(start) == .on || keyword(start) == .from || keyword(start) == .in
    {
      start += 1
    }
    guard let point = point(at: start) else { return nil }
    switch point.value {
    case .shifted, .ahead, .stretch, .lasting, .vague, .unplaced, .range: return nil
    case .unit(_, _, isAnchored: true), .that: return nil
    default: break
    }
    // "before the 2014 protests", "after Tuesday's vote": the time of a thing, not an end.
    if keyword(index) != .since, !endsPhrase(point.end) { return nil }
    let bound: TimeValue.Bound =
      switch keyword(index) {
      case .since, .starting, .beginning: .since
      case .before, .earlier: .before
      default: .after
      }
    return Parsed(value: .open(bound, point.value), end: point.end)
  }

  /// "Starting Monday", "effective from 1 May": open from then on.
  private func opensAhead(_ index: Int) -> Bool {
    keyword(index) == .starting || text(index) == "beginning"
  }

  /// Whether nothing at a token could be the noun that a time before it describes.
  func endsPhrase(_ index: Int) -> Bool {
    guard index < tokens.count else { return true }
    switch tokens[index].kind {
    case .gap: return true
    case .mark(let mark): return mark != UInt8(ascii: "'") && mark != UInt8(ascii: "-")
    case .word(.keyword(.possessive)), .word(.keyword(.fiscal)), .word(.verb(.bare)),
      .word(.verb(.progressive)):
      return false
    case .word(.keyword), .word(.verb): return true
    default: return isFunctionWord(index)
    }
  }

  private func isFunctionWord(_ index: Int) -> Bool {
    switch text(index) {
    case "when", "as", "with", "while", "because", "but", "that", "which", "who", "he", "she", "it",
      "they", "we", "if", "where", "not", "nor", "into", "against", "amid", "despite", "and", "i",
      "there", "his", "her", "its", "their", "under", "via", "according", "have":
      true
    default: false
    }
  }

  // MARK: - Habits

  /// "every Monday", "each year": a time that recurs has no one place.
  private func habit(at index: Int) -> Parsed? {
    var next = index + 1
    if text(next) == "other" { next += 1 }
    if case .word(.ordinal) = kind(next) { next += 1 }
    if let number = smallNumber(at: next) { next = number.end }
    switch kind(next) {
    case .word(.unit), .word(.weekday), .word(.month), .word(.season), .word(.dayPart):
      return Parsed(value: .unplaced, end: next + 1)
    default: return nil
    }
  }
}

// MARK: - Looking at tokens

extension TimeParser {
  func kind(_ index: Int) -> TimeToken.Kind {
    tokens.indices.contains(index) ? tokens[index].kind : .gap
  }

  func keyword(_ index: Int) -> TimeKeyword? {
    if case .word(.keyword(let keyword)) = kind(index) { keyword } else { nil }
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    kind(index) == .mark(UInt8(ascii: mark))
  }

  /// Whether a token follows the one before it with no space between.
  func isAttached(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].isAttached
  }

  /// A token's text in lower case.
  func text(_ index: Int) -> String {
    guard tokens.indices.contains(index) else { return "" }
    let token = tokens[index]
    return String(
      decoding: bytes[token.start..<token.end].lazy.map {
        (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
      },
      as: UTF8.self)
  }

  func unit(_ index: Int) -> TimeUnit? {
    switch kind(index) {
    case .word(.unit(let unit, _)): unit
    default: nil
    }
  }

  /// Whether a time goes on from the one that ended at a token: "in April and May".
  func continuesList(at index: Int, after end: Int?) -> Bool {
    guard let end, (1...2).contains(index - end) else { return false }
    return (end..<index).allSatisfy {
      isMark($0, ",") || keyword($0) == .and || keyword($0) == .or
    }
  }

  /// A hyphen or nothing: "third-quarter" and "third quarter".
  func skippingHyphen(_ index: Int) -> Int { isMark(index, "-") ? index + 1 : index }
}
