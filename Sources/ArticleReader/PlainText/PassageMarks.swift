/// The signs at the start of a line that say what it is.
enum PassageMarks {
  /// Whether a line is an ornament or rule, without a letter or digit.
  static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
      byte < 0x80 && !byte.isASCIILetter && !byte.isASCIIDigit
        || byte == 0xE2 || byte == 0xC2 || 0x80...0xBF ~= byte
    }
  }

  /// The width of a bullet or number with the space after it, by this line alone; nil where the line is no list item.
  static func listMarkerWidth(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = ListMark(bytes), mark.isSure else { return nil }
    return mark.width
  }

  /// The number of `#` of a Markdown heading; nil for another line.
  static func headingLevel(_ bytes: ArraySlice<UInt8>) -> Int? {
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    guard 1...6 ~= level, bytes.dropFirst(level).first == 0x20 else { return nil }
    return level
  }

  /// Whether a line is a heading between dashes, as news agencies write them: `– Old hands –`.
  static func isBetweenDashes(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 80 else { return false }
    let rest = bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes
    return ["– ", "— ", "- "].contains { (dash: String) in
      rest.starts(with: dash.utf8)
        && rest.reversed().starts(with: dash.utf8.reversed().drop { $0 == 0x20 })
    }
  }

  /// Whether a line starts with `>`, as quoted mail and Markdown do.
  static func isQuoted(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: ">") && bytes.count > 1
  }

  /// Whether a line that is no item of a list cannot go on with the line before it.
  static func startsOwnPassage(_ bytes: ArraySlice<UInt8>) -> Bool {
    headingLevel(bytes) != nil || isQuoted(bytes) || isRule(bytes)
  }

  /// Whether a line opens with a speaker, as in a transcript: `Q: …`, `MS. OKORO: …`, `MR. OSEI (Lund) (Con): …`.
  ///
  /// A time may stand before the name, and stars that print it bold around it.
  static func isSpeakerTurn(_ line: ArraySlice<UInt8>) -> Bool {
    let bytes = withoutTime(line).drop { $0 == UInt8(ascii: "*") }
    guard let colon = bytes.prefix(64).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < bytes.endIndex, bytes.first?.isASCIIUppercase == true
    else { return false }
    let isBold = bytes[(colon + 1)...].starts(with: "**".utf8)
    guard isBold || bytes.widthOfSpace(at: colon + 1) != nil else { return false }
    let name = bytes[..<colon].prefix { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "[") }
    let words = name.split(separator: 0x20)
    return 1...4 ~= words.count
      && words.allSatisfy { word in
        word.first.map { !$0.isASCIILowercase } ?? false
          || particles.contains(String(decoding: word, as: UTF8.self))
      }
  }

  /// `[00:01:12.450] ` and a little more.
  private static let longestTime = 18

  /// A line without the time in brackets or by itself that opens it: `[00:01:12] Q: …`.
  static func withoutTime(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let time = line.prefix(longestTime).prefix {
      $0.isASCIIDigit || ":.[]() ".utf8.contains($0)
    }
    return time.contains(where: \.isASCIIDigit) && time.contains(UInt8(ascii: ":"))
      ? line[time.endIndex...] : line
  }

  private static let particles: Set<String> = [
    "of", "de", "van", "von", "der", "den", "al", "bin", "la", "le", "da", "di", "du", "dos",
  ]
}
