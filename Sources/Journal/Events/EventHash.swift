private import Fingerprint

/// The link of one event to all before it: SHA-256 of the hash before it and of what it says.
///
/// The session's number is no part of it, so the same events have the same hashes in every store.
package struct EventHash: Hashable, Sendable {
  let bytes: [UInt8]

  /// What the first event of every session follows.
  static let start = EventHash(bytes: SHA256.digest("assay.journal/1".utf8))

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The hash of an event.
  ///
  /// What is hashed is the 32 bytes of the hash before, then sequence, command, moment in
  /// milliseconds and kind, each with a line end, then the payload's bytes: no two events give the
  /// same bytes.
  init(
    following previous: EventHash, sequence: Int, command: Int, at: Int64, kind: String,
    payload: [UInt8]
  ) {
    var message: [UInt8] = []
    message.reserveCapacity(128 + payload.count)
    message += previous.bytes
    for number in [Int64(sequence), Int64(command), at] {
      message.appendDecimal(number)
      message.append(UInt8(ascii: "\n"))
    }
    message += kind.utf8
    message.append(UInt8(ascii: "\n"))
    message += payload
    bytes = SHA256.digest(message)
  }
}

extension EventHash: LosslessStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package var description: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ half: UInt8) -> UInt8 {
    half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10
  }

  package init?(_ description: String) {
    let digits = Array(description.utf8)
    guard digits.count == 64 else { return nil }
    func value(_ digit: UInt8) -> UInt8? {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }
}

extension [UInt8] {
  /// Appends a number as decimal digits; making a `String` of it would cost several times as much.
  fileprivate mutating func appendDecimal(_ number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  private mutating func appendDigits(_ number: UInt64) {
    if number >= 10 { appendDigits(number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
