/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z, within the years 1 to 9999.
package struct Timestamp: Hashable, Sendable {
  package let milliseconds: Int64

  /// A moment before the year 1 or after 9999, which only a broken clock or file gives, is moved there.
  package init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, -62_135_596_800_000), 253_402_300_799_999)
  }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

// MARK: - Coding

extension Timestamp: Codable {
  /// Reads and writes the text of `description`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a moment")
    }
    self = moment
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

// MARK: - As text

extension Timestamp: LosslessStringConvertible {
  /// ISO 8601 in UTC with milliseconds: `2026-03-01T09:30:00.250Z`.
  package var description: String {
    let (days, rest) = milliseconds.flooredQuotient(by: 86_400_000)
    func padded(_ number: Int64, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    guard let day = CalendarDay(daysSinceEpoch: Int(days)) else {
      preconditionFailure("a timestamp lies within the calendar")
    }
    return "\(day)T" + padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2) + ":"
      + padded(rest / 1000 % 60, 2) + "." + padded(rest % 1000, 3) + "Z"
  }

  /// Reads what `description` writes; the milliseconds may be missing.
  package init?(_ description: String) {
    let bytes = Array(description.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes.last == UInt8(ascii: "Z"),
      let day = CalendarDay(iso: description.prefix(10))
    else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in bytes[range] {
        guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var milliseconds = Int64(day.daysSinceEpoch) * 86_400_000
    milliseconds += hour * 3_600_000 + minute * 60_000 + second * 1000
    if bytes.count == 24 {
      guard bytes[19] == UInt8(ascii: "."), let fraction = number(20..<23) else { return nil }
      milliseconds += fraction
    }
    self.init(milliseconds: milliseconds)
  }
}

extension Int64 {
  /// Quotient rounded down and the remainder, which is never negative.
  fileprivate func flooredQuotient(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
