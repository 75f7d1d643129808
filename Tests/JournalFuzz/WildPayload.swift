import TestSupport

/// Damages the JSON of a payload so that it stays JSON, for the most part.
struct WildPayload {
  private static let numbers = [
    "0", "-1", "1", "2", "255", "2147483647", "2147483648", "4294967296", "1099511627776",
    "4611686018427387904", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
    "1e19", "1e308", "-0", "0.5", "00", "18446744073709551616",
  ]
  private static let strings = [
    "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"sha256:0\"", "\"status\"", "\"9999-12-31\"",
    "\"0001-01-01\"", "\"refuted\"", "null", "[]", "{}", "true",
    "\"" + String(repeating: "ä", count: 3000) + "\"",
  ]

  /// Damages a payload in one place.
  static func damaged(_ payload: String, using rng: inout SeededGenerator) -> String {
    var bytes = Array(payload.utf8)
    let places = tokens(of: bytes)
    guard let place = places.randomElement(using: &rng) else { return payload }
    let isNumber = bytes[place.lowerBound] != UInt8(ascii: "\"")
    switch Int.random(in: 0..<20, using: &rng) {
    case 0..<8:
      // Mild enough for most sessions to be opened, so that what is in them is looked at.
      bytes.replaceSubrange(
        place,
        with: Array(isNumber ? "\(Int.random(in: 0...60, using: &rng))".utf8 : mildText(&rng)))
    case 8..<14:
      let choices = isNumber || Int.random(in: 0..<4, using: &rng) == 0 ? numbers : strings
      bytes.replaceSubrange(place, with: Array((choices.randomElement(using: &rng) ?? "0").utf8))
    case 14..<17:
      // One value in the place of another of the same payload.
      if let other = places.randomElement(using: &rng) {
        bytes.replaceSubrange(place, with: Array(bytes[other]))
      }
    case 17:
      // A value twice, as in a list that grew.
      bytes.insert(contentsOf: [UInt8(ascii: ",")] + bytes[place], at: place.upperBound)
    case 18:
      // A value and what parts it from the next, gone.
      let end =
        place.upperBound < bytes.count && bytes[place.upperBound] == UInt8(ascii: ",")
        ? place.upperBound + 1 : place.upperBound
      bytes.removeSubrange(place.lowerBound..<end)
    default:
      bytes.removeSubrange(place.upperBound...)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A string that stands for itself in most places.
  private static func mildText(_ rng: inout SeededGenerator) -> String.UTF8View {
    let texts = [
      "\"a text\"", "\"pier\"", "\"refuted\"", "\"harbour\"", "\"\\u001b[31m\"", "\"漢字 🚋\"",
      "\"=1+1\"",
    ]
    return (texts.randomElement(using: &rng) ?? "\"\"").utf8
  }

  /// The strings and numbers of a JSON text, the names of members among them.
  private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
          position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, bytes.count)
        // A name that is no name of ours makes the whole unreadable, which is soon tried enough.
        let isName = position < bytes.count && bytes[position] == UInt8(ascii: ":")
        if !isName || position % 8 == 0 { tokens.append(start..<position) }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        while position < bytes.count, isNumeric(bytes[position]) { position += 1 }
        tokens.append(start..<position)
      default: position += 1
      }
    }
    return tokens
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
