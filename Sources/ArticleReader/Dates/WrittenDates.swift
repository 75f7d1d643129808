import ClaimModel

/// The dates of a short text as people write them, such as "Updated: March 23, 2004 1:37 pm GMT".
///
/// It knows ISO 8601, names of months in either order (in some twenty languages), asctime, `yyyymmdd`, and
/// numbers with slashes, full stops or hyphens. Full stops mean day first; slashes are read when only one order is a day.
struct WrittenDates {
  struct Match {
    /// Nil where the day has no year or can be read two ways.
    let date: PublicationDate?
    let label: Label
    let isAmbiguous: Bool
  }

  /// What the text says happened then.
  enum Label: Int {
    case published, none, updated
  }

  private(set) var matches: [Match] = []
  /// The words that belong to no date, time or label, as ranges of the bytes that were read.
  private(set) var otherWords: [Range<Int>] = []

  /// The date of publication, where there is one: a date called published before one without a
  /// label, and one called updated last.
  var publication: PublicationDate? {
    matches.filter { $0.date != nil }.min { $0.label.rawValue < $1.label.rawValue }?.date
  }

  /// How a date of three numbers is read that could be read two ways, "3/4/2026".
  enum Order { case unknown, dayFirst, monthFirst }

  /// - Parameter order: What the language of the text says of it.
  /// - Complexity: O(*n*) in the bytes; give it a line, not a book.
  init(_ bytes: ArraySlice<UInt8>, order: Order = .unknown) {
    var scanner = DateScanner(DateToken.tokens(of: bytes), order)
    scanner.run()
    matches = scanner.matches
    otherWords = scanner.otherWords
  }

  init(_ text: String, order: Order = .unknown) {
    self.init(Array(text.utf8)[...], order: order)
  }
}

/// One pass over the tokens: days and times first, then times joined to their days.
private struct DateScanner {
  private let tokens: [DateToken]
  private let order: WrittenDates.Order
  private(set) var matches: [WrittenDates.Match] = []
  private(set) var otherWords: [Range<Int>] = []

  private struct Day {
    let day: CalendarDay?
    let isAmbiguous: Bool
    let range: Range<Int>
    /// A time that stands inside, before the year (asctime).
    var inner: Clock?
    let label: WrittenDates.Label
  }

  private struct Clock {
    let minuteOfDay: Int
    let zoneOffset: Int?
    let range: Range<Int>
  }

  init(_ tokens: [DateToken], _ order: WrittenDates.Order) {
    self.tokens = tokens
    self.order = order
  }

  mutating func run() {
    var days: [Day] = []
    var clocks: [Clock] = []
    var label = WrittenDates.Label.none
    var index = 0
    while index < tokens.count {
      if let found = day(at: index, label: label) {
        days.append(found)
        index = found.range.upperBound
        label = .none
        continue
      }
      if let found = clock(at: index) {
        clocks.append(found)
        index = found.range.upperBound
        continue
      }
      if case .word(let word) = tokens[index].kind {
        if DateNames.publishedLabels.contains(word)
          || DateNames.foreignPublishedLabels.contains(word)
        {
          label = .published
        } else if DateNames.updatedLabels.contains(word)
          || DateNames.foreignUpdatedLabels.contains(word)
        {
          label = .updated
        } else if !isFiller(word) {
          otherWords.append(tokens[index].range)
        }
      }
      index += 1
    }
    for day in days {
      let clock = day.inner ?? clocks.first { isJoined(day.range, $0.range) }
      matches.append(
        WrittenDates.Match(
          date: day.day.map {
            PublicationDate(
              day: $0, minuteOfDay: clock?.minuteOfDay, zoneOffset: clock?.zoneOffset)
          }, label: day.label, isAmbiguous: day.isAmbiguous))
    }
  }

  private func isFiller(_ word: String) -> Bool {
    DateNames.fillers.contains(word) || DateNames.weekdays.contains(word)
      || DateNames.zones[word] != nil || word == "t" || word == "am" || word == "pm"
      || DateNames.foreignFillers.contains(word)
  }

  /// Whether two runs of tokens stand side by side with nothing but marks and "at" between.
  private func isJoined(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let between =
      left.upperBound <= right.lowerBound
      ? left.upperBound..<right.lowerBound : right.upperBound..<left.lowerBound
    guard between.count <= 3 else { return false }
    return tokens[between].allSatisfy { token in
      switch token.kind {
      case .mark: true
      case .word(let word):
        DateNames.timeJoiners.contains(word) || isWeekday(word)
      case .number: false
      }
    }
  }

  private func isWeekday(_ word: String) -> Bool { DateNames.weekdays.contains(word) }

  // MARK: Tokens

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard index < tokens.count, case .number(let value, let count) = tokens[index].kind,
      digits.contains(count)
    else { return nil }
    return value
  }

  private func word(_ index: Int) -> String? {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
    return word
  }

  private func mark(_ index: Int) -> UInt8? {
    guard index < tokens.count, case .mark(let mark) = tokens[index].kind else { return nil }
    return mark
  }

  /// The index after any of these marks that stands at `index`.
  private func skip(_ marks: String, at index: Int) -> Int {
    if let mark = mark(index), marks.utf8.contains(mark) { return index + 1 }
    return index
  }

  // MARK: Days

  private func day(at index: Int, label: WrittenDates.Label) -> Day? {
    numericDay(at: index, label: label) ?? compactDay(at: index, label: label)
      ?? monthFirst(at: index, label: label) ?? dayFirst(at: index, label: label)
      ?? yearFirst(at: index, label: label)
  }

  /// `2004-03-23`, `23.03.2004`, `3/23/2004`, `3/23/04`.
  private func numericDay(at index: Int, label: WrittenDates.Label) -> Day? {
    guard let first = number(index, digits: 1...4), let separator = mark(index + 1),
      "-/.".utf8.contains(separator), let second = number(index + 2, digits: 1...2),
      mark(index + 3) == separator, let third = number(index + 4, digits: 1...4)
    else { return nil }
    let range = index..<(index + 5)
    if number(index, digits: 4...4) != nil {
      guard number(index + 4, digits: 1...2) != nil,
        let day = CalendarDay(year: first, month: second, day: third)
      else { return nil }
      return Day(day: day, isAmbiguous: false, range: range, label: label)
    }
    guard number(index, digits: 1...2) != nil else { return nil }
    let year: Int
    if number(index + 4, digits: 4...4) != nil {
      year = third
    } else if number(index + 4, digits: 2...2) != nil, separator != UInt8(ascii: "-") {
      year = third < 70 ? 2000 + third : 1900 + third
    } else {
      return nil
    }
    let dayFirst = CalendarDay(year: year, month: second, day: first)
    if separator == UInt8(ascii: ".") {
      return dayFirst.map { Day(day: $0, isAmbiguous: false, range: range, label: label) }
    }
    let monthFirst = CalendarDay(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (nil, nil):
      return nil
    case (let day?, nil), (nil, let day?):
      return Day(day: day, isAmbiguous: false, range: range, label: label)
    case (let day?, let other?):
      let chosen: CalendarDay? =
        switch order {
        case .dayFirst: day
        case .monthFirst: other
        case .unknown: day == other ? day : nil
        }
      return Day(day: chosen, isAmbiguous: chosen == nil, range: range, label: label)
    }
  }

  /// `20040323`.
  private func compactDay(at index: Int, label: WrittenDates.Label) -> Day? {
    guard let value = number(index, digits: 8...8), (1900...2099).contains(value / 10_000),
      let day = CalendarDay(
        year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    return Day(day: day, isAmbiguous: false, range: index..<(index + 1), label: label)
  }

  /// `March 23, 2004`, `Mar. 23rd 2004`, `Mar 23 13:37:00 GMT 2004`, and without a year.
  private func monthFirst(at index: Int, label: WrittenDates.Label) -> Day? {
    guard let name = word(index), let (month, isForeign) = month(name) else { return nil }
    var next = skip(".", at: index + 1)
    guard let dayOfMonth = number(next, digits: 1...2), (1...31).contains(dayOfMonth) else {
      return nil
    }
    next += 1
    if let ending = word(next), DateNames.ordinalEndings.contains(ending) { next += 1 }
    let withoutYear = next
    next = skip(",", at: next)
    let inner = clock(at: next)
    if let inner { next = inner.range.upperBound }
    if let year = number(next, digits: 4...4), clock(at: next) == nil,
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    {
      return Day(
        day: day, isAmbiguous: false, range: index..<(next + 1), inner: inner, label: label)
    }
    guard !isForeign else { return nil }
    return Day(day: nil, isAmbiguous: false, range: index..<withoutYear, label: label)
  }

  /// `23 March 2004`, `23rd of March, 2004`, `23-Mar-2004`, `3. März 2004`, `3 de marzo de 2004`, and
  /// without a year.
  private func dayFirst(at index: Int, label: WrittenDates.Label) -> Day? {
    guard let dayOfMonth = number(index, digits: 1...2), (1...31).contains(dayOfMonth) else {
      return nil
    }
    var next = skip(".", at: index + 1)
    if let ending = word(next),
      DateNames.ordinalEndings.contains(ending) || DateNames.dayEndings.contains(ending),
      !tokens[next].followsSpace
    {
      next += 1
    }
    if let joiner = word(next), DateNames.joiners.contains(joiner) { next += 1 }
    next = skip("-/.", at: next)
    guard let name = word(next), let (month, isForeign) = month(name) else { return nil }
    next = skip(".", at: next + 1)
    let withoutYear = next
    next = skip(",-/", at: next)
    if let joiner = word(next), DateNames.joiners.contains(joiner) { next += 1 }
    if let year = number(next, digits: 4...4), clock(at: next) == nil,
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    {
      return Day(day: day, isAmbiguous: false, range: index..<(next + 1), label: label)
    }
    guard !isForeign else { return nil }
    return Day(day: nil, isAmbiguous: false, range: index..<withoutYear, label: label)
  }

  /// `2004 March 23` and `2004. március 23`.
  private func yearFirst(at index: Int, label: WrittenDates.Label) -> Day? {
    guard let year = number(index, digits: 4...4), (1900...2099).contains(year) else { return nil }
    var next = skip(".,", at: index + 1)
    guard let name = word(next), let (month, _) = month(name) else { return nil }
    next = skip(".", at: next + 1)
    guard let dayOfMonth = number(next, digits: 1...2),
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    else { return nil }
    return Day(day: day, isAmbiguous: false, range: index..<(next + 1), label: label)
  }

  /// The number of a month from its name, and whether only other languages call it so.
  private func month(_ name: String) -> (number: Int, isForeign: Bool)? {
    if let month = DateNames.months[name] { return (month, false) }
    return DateNames.foreignMonths[name].map { ($0, true) }
  }

  // MARK: Times

  /// `13:37`, `13:37:05.2+08:00`, `1:37 p.m. EDT`, `9.30am`, `5 pm`, `1337 GMT`, `13h37`.
  private func clock(at index: Int) -> Clock? {
    var next = index + 1
    var minute: Int?
    guard var hour = number(index, digits: 1...4) else { return nil }
    var needsHalfOrZone = true
    if number(index, digits: 4...4) != nil {
      (hour, minute) = (hour / 100, hour % 100)
      guard word(next).map({ DateNames.zones[$0] != nil }) == true else { return nil }
    } else if number(index, digits: 1...2) != nil,
      let separator = mark(next), separator == UInt8(ascii: ":") || separator == UInt8(ascii: "."),
      let minutes = number(next + 1, digits: 2...2)
    {
      minute = minutes
      next += 2
      needsHalfOrZone = separator == UInt8(ascii: ".")
      if mark(next) == UInt8(ascii: ":"), number(next + 1, digits: 2...2) != nil {
        next += 2
        if mark(next) == UInt8(ascii: "."), number(next + 1, digits: 1...9) != nil { next += 2 }
      }
    } else if number(index, digits: 1...2) != nil, word(next) == "h",
      let minutes = number(next + 1, digits: 2...2)
    {
      minute = minutes
      next += 2
      needsHalfOrZone = false
    } else if number(index, digits: 3...3) != nil {
      return nil
    }
    if let (isAfternoon, end) = half(at: next) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      next = end
      needsHalfOrZone = false
    } else if minute == nil {
      return nil
    }
    let (zoneOffset, end) = zone(at: next)
    if needsHalfOrZone, end == next { return nil }
    guard hour < 24, minute ?? 0 < 60 else { return nil }
    return Clock(
      minuteOfDay: hour * 60 + (minute ?? 0), zoneOffset: zoneOffset, range: index..<end)
  }

  /// `am`, `p.m.` and the like.
  private func half(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    switch word(index) {
    case "am": return (false, index + 1)
    case "pm": return (true, index + 1)
    case "a", "p":
      guard mark(index + 1) == UInt8(ascii: "."), word(index + 2) == "m" else { return nil }
      return (word(index) == "p", skip(".", at: index + 3))
    default: return nil
    }
  }

  /// `Z`, `GMT`, `GMT+8`, `+08:00`, `-0500`, `(EDT)`; `end` is `index` where there is none.
  private func zone(at index: Int) -> (offset: Int?, end: Int) {
    let start = skip("(", at: index)
    var next = start
    var offset: Int?
    if let name = word(next), let known = DateNames.zones[name] {
      offset = known
      next += 1
      guard name == "gmt" || name == "utc" else { return (offset, skip(")", at: next)) }
    } else if start > index {
      return (nil, index)
    }
    guard let sign = mark(next), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      next > start || !tokens[next].followsSpace || number(next + 1, digits: 4...4) != nil
    else { return (offset, next) }
    let minutes: Int
    var end = next + 2
    if let value = number(next + 1, digits: 4...4) {
      minutes = value / 100 * 60 + value % 100
    } else if let hours = number(next + 1, digits: 1...2) {
      if mark(end) == UInt8(ascii: ":"), let rest = number(end + 1, digits: 2...2) {
        minutes = hours * 60 + rest
        end += 2
      } else {
        minutes = hours * 60
      }
    } else {
      return (offset, next)
    }
    guard minutes <= 14 * 60 else { return (offset, next) }
    return (sign == UInt8(ascii: "-") ? -minutes : minutes, skip(")", at: end))
  }
}
