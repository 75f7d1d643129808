/// When an article was published, as precisely as it says.
///
/// Written as ISO 8601: `2004-03-23`, `2004-03-23T13:37` or `2004-03-23T13:37+08:00`.
package struct PublicationDate: Hashable, Sendable {
  package let day: CalendarDay
  /// Minutes since midnight where the article lives; nil where it gives no time.
  package let minuteOfDay: Int?
  /// Minutes east of Greenwich; nil where it names no zone.
  package let zoneOffset: Int?

  package init(day: CalendarDay, minuteOfDay: Int? = nil, zoneOffset: Int? = nil) {
    self.day = day
    self.minuteOfDay = minuteOfDay
    self.zoneOffset = minuteOfDay == nil ? nil : zoneOffset
  }
}

// MARK: - As text

extension PublicationDate: LosslessStringConvertible {
  package var description: String {
    guard let minuteOfDay else { return day.description }
    let time = "T" + Self.clock(minuteOfDay)
    guard let zoneOffset else { return day.description + time }
    if zoneOffset == 0 { return day.description + time + "Z" }
    return day.description + time + (zoneOffset < 0 ? "-" : "+") + Self.clock(abs(zoneOffset))
  }

  /// Reads the forms that `description` writes; seconds and their fractions are allowed and dropped.
  package init?(_ description: String) {
    let halves = description.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = CalendarDay(iso: halves[0]) else { return nil }
    guard halves.count == 2 else {
      self.init(day: day)
      return
    }
    var clock = halves[1]
    var zoneOffset: Int?
    if clock.last == "Z" {
      clock.removeLast()
      zoneOffset = 0
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let minutes = Self.minutes(clock[clock.index(after: sign)...]) else { return nil }
      zoneOffset = clock[sign] == "-" ? -minutes : minutes
      clock = clock[..<sign]
    }
    guard let minuteOfDay = Self.minutes(clock) else { return nil }
    self.init(day: day, minuteOfDay: minuteOfDay, zoneOffset: zoneOffset)
  }

  /// Reads `hh:mm`, `hhmm` and `hh:mm:ss[.fff]`.
  private static func minutes(_ clock: Substring) -> Int? {
    let digits = clock.filter { $0 != ":" }.prefix { $0 != "." }
    guard digits.count == 4 || digits.count == 6, digits.allSatisfy({ "0"..."9" ~= $0 }),
      let hour = Int(digits.prefix(2)), let minute = Int(digits.dropFirst(2).prefix(2)),
      hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return two(minutes / 60) + ":" + two(minutes % 60)
  }
}

// MARK: - Coding

extension PublicationDate: Codable {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = PublicationDate(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is not a date"))
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
