package import ClaimModel

/// Finds words in an article that somebody typed, forgiving what a keyboard cannot show.
///
/// A run of blanks (no-break spaces and line ends too) matches any other, straight quote marks match
/// curly ones, and a hyphen matches the dashes; everything else must be the same byte for byte, or,
/// where case is ignored, the same letter.
package struct VerbatimWords: Sendable {
  private let pattern: [UInt8]
  private let ignoresCase: Bool

  /// Nil where there is no word in the text.
  package init?(_ text: String, ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
    let text = Array(text.utf8)
    let folded = Folded(ignoresCase ? LowerCase.bytes(text) : text).bytes
    let trimmed = folded.drop { $0 == 0x20 }
    guard let last = trimmed.lastIndex(where: { $0 != 0x20 }) else { return nil }
    pattern = Array(trimmed[...last])
  }

  /// The words that somebody meant who typed a line's rest: where quote marks around it are none of the
  /// article's, what stands between them.
  static func typed(_ text: String, foundBy isFound: (VerbatimWords) -> Bool) -> String {
    let trimmed = text.drop(while: \.isWhitespace)
    let marks: [(Character, Character)] = [("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’")]
    guard trimmed.count > 2,
      marks.contains(where: { trimmed.first == $0.0 && trimmed.last == $0.1 })
    else { return text }
    if let whole = VerbatimWords(text), isFound(whole) { return text }
    return String(trimmed.dropFirst().dropLast())
  }

  /// Every place in a stretch of text, in reading order; places do not overlap.
  ///
  /// A match begins and ends at word boundaries where the pattern does, so "art" is not found in
  /// "party". A stretch that leaves the text, which only an edited store has, holds no words.
  package func places(in bytes: [UInt8], within stretch: TextSpan) -> [TextSpan] {
    guard stretch.end <= bytes.count else { return [] }
    let text = Array(bytes[stretch.range])
    let folded = Folded(ignoresCase ? LowerCase.bytes(text) : text)
    var places: [TextSpan] = []
    var position = 0
    while position + pattern.count <= folded.bytes.count {
      let end = position + pattern.count
      if folded.bytes[position] == pattern[0],
        folded.bytes[position..<end].elementsEqual(pattern),
        isBoundary(before: position, in: folded.bytes), isBoundary(before: end, in: folded.bytes)
      {
        places.append(
          TextSpan(
            stretch.start + folded.starts[position], stretch.start + folded.ends[end - 1]))
        position = end
      } else {
        position += 1
      }
    }
    return places
  }

  private func isBoundary(before position: Int, in bytes: [UInt8]) -> Bool {
    guard position > 0, position < bytes.count else { return true }
    return !(Self.isWord(bytes[position - 1]) && Self.isWord(bytes[position]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: false
    }
  }
}

/// Letters made small in place, so that places in one text are places in the other.
private enum LowerCase {
  /// The same number of bytes: a letter that is longer or shorter as a small one, such as İ, stays.
  static func bytes(_ text: [UInt8]) -> [UInt8] {
    var lower = text
    for (position, byte) in text.enumerated()
    where UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z") {
      lower[position] = byte | 0x20
    }
    guard text.contains(where: { $0 >= 0x80 }) else { return lower }
    var position = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if !scalar.isASCII, position + width <= lower.count {
        let mapped = scalar.properties.lowercaseMapping.utf8
        if mapped.count == width {
          lower.replaceSubrange(position..<(position + width), with: mapped)
        }
      }
      position += width
    }
    return lower
  }
}

/// Bytes with blanks joined and typographic marks made plain, each with the bytes it came from.
private struct Folded {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      let (byte, width) = Self.folded(text, at: position)
      if byte == 0x20, bytes.last == 0x20 {
        ends[ends.count - 1] = position + width
      } else {
        bytes.append(byte)
        starts.append(position)
        ends.append(position + width)
      }
      position += width
    }
  }

  /// The plain byte for what stands at a position, and how many bytes that is.
  private static func folded(_ text: [UInt8], at position: Int) -> (UInt8, Int) {
    let byte = text[position]
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20: return (0x20, 1)
    case 0xC2 where position + 1 < text.count && text[position + 1] == 0xA0: return (0x20, 2)
    case 0xE2 where position + 2 < text.count && text[position + 1] == 0x80:
      switch text[position + 2] {
      case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
      case 0x9C, 0x9D: return (UInt8(ascii: "\""), 3)
      case 0x90...0x94: return (UInt8(ascii: "-"), 3)
      case 0x80...0x8A, 0xAF: return (0x20, 3)
      default: return (byte, 1)
      }
    default: return (byte, 1)
    }
  }
}
