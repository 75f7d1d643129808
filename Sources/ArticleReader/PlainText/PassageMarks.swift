/// The signs at the start of a line that say what it is.
enum PassageMarks {
  /// Whether a line is an ornament or rule, without a letter or digit.
  static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { byte in
      byte < 0x80 && !byte.isASCIILetter && !byte.isASCIIDigit
        || byte == 0xE2 || byte == 0xC2 || 0x80...0xBF ~= byte
    }
  }

  /// The width of a bullet or number with the space after it; nil where the line is no list item.
  static func listMarkerWidth(_ bytes: ArraySlice<UInt8>) -> Int? {
    var position = bytes.startIndex
    guard let first = bytes.first else { return nil }
    if "-*+".utf8.contains(first) {
      position += 1
    } else if bytes.starts(with: "•".utf8) || bytes.starts(with: "▪".utf8)
      || bytes.starts(with: "–".utf8) || bytes.starts(with: "‣".utf8)
    {
      position += 3
    } else if bytes.starts(with: "·".utf8) {
      position += 2
    } else {
      let isBracketed = first == UInt8(ascii: "(")
      if isBracketed { position += 1 }
      let start = position
      while position < bytes.endIndex, position - start < 2, bytes[position].isASCIIDigit {
        position += 1
      }
      if position == start, position < bytes.endIndex, bytes[position].isASCIILowercase {
        position += 1
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: ")") else { return nil }
      }
      guard position > start, position < bytes.endIndex,
        bytes[position] == UInt8(ascii: ")") || !isBracketed && bytes[position] == UInt8(ascii: ".")
      else { return nil }
      position += 1
    }
    let marker = position
    while position < bytes.endIndex, let width = bytes.widthOfSpace(at: position) {
      position += width
    }
    return position > marker && position < bytes.endIndex ? position - bytes.startIndex : nil
  }

  /// The number of `#` of a Markdown heading; nil for another line.
  static func headingLevel(_ bytes: ArraySlice<UInt8>) -> Int? {
    let level = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    guard 1...6 ~= level, bytes.dropFirst(level).first == 0x20 else { return nil }
    return level
  }

  /// Whether a line starts with `>`, as quoted mail and Markdown do.
  static func isQuoted(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: ">") && bytes.count > 1
  }

  /// Whether a line cannot go on with the line before it.
  static func startsOwnPassage(_ bytes: ArraySlice<UInt8>) -> Bool {
    listMarkerWidth(bytes) != nil || headingLevel(bytes) != nil || isQuoted(bytes) || isRule(bytes)
  }

  /// Whether a line opens with a speaker, as in a transcript: `Q: …`, `MS. OKORO: …`.
  static func isSpeakerTurn(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let colon = bytes.prefix(48).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < bytes.endIndex,
      bytes.widthOfSpace(at: colon + 1) != nil, bytes.first?.isASCIIUppercase == true
    else { return false }
    let words = bytes[..<colon].split(separator: 0x20)
    return words.count <= 4 && words.allSatisfy { $0.first?.isASCIIUppercase ?? false }
  }
}
