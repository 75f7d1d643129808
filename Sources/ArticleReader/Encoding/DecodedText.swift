/// An input as UTF-8, with line feeds for line ends and without byte order mark.
struct DecodedText {
  /// Well-formed UTF-8.
  private(set) var bytes: [UInt8]
  private(set) var notices: [String]

  /// Decides the encoding and decodes.
  ///
  /// A byte order mark decides for UTF-8 or UTF-16. Without one, well-formed UTF-8 is UTF-8;
  /// text with a few broken places among many good sequences, or cut off inside its last
  /// character, is repaired with U+FFFD; anything else is windows-1252. Both come with a notice.
  ///
  /// - Parameter charset: What a server or a mail calls the encoding, in lower case; it stands against
  ///   the guesses.
  init(_ input: [UInt8], charset: String? = nil) {
    if let charset, let decoded = Self(input, labelled: charset) {
      self = decoded
      return
    }
    var notices: [String] = []
    var decoded: [UInt8]
    if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
      let repaired: Bool
      (decoded, repaired) = Self.utf8(fromUTF16: input[2...], bigEndian: input[0] == 0xFE)
      if repaired { notices.append(Self.repairedNotice("UTF-16")) }
    } else {
      let hasMark = input.starts(with: [0xEF, 0xBB, 0xBF])
      let body = hasMark ? input[3...] : input[...]
      let check = UTF8Check(body)
      if check.broken == 0 {
        decoded = hasMark ? Array(body) : input
      } else if hasMark || check.isRepairable {
        decoded = Array(String(decoding: body, as: UTF8.self).utf8)
        notices.append(Self.repairedNotice("UTF-8"))
      } else {
        decoded = Windows1252.utf8(body)
        notices.append(Self.guessedNotice)
      }
    }
    let known = charset == nil ? notices : notices.filter { $0 != Self.guessedNotice }
    self.init(utf8: decoded, notices: known)
  }

  /// Decides the encoding of a web page and decodes it.
  ///
  /// A byte order mark decides, then well-formed UTF-8, whatever the page says; then what the server
  /// said, then what the page's `meta` declares; then windows-1252, with a notice where nothing was
  /// declared. NUL bytes become spaces.
  init(html input: [UInt8], charset: String? = nil) {
    var input = input
    let hasMark = Self.hasUTF16Mark(input)
    if !hasMark {
      for index in input.indices where input[index] == 0 { input[index] = 0x20 }
    }
    self.init(input, charset: hasMark ? nil : charset ?? Self.declaredLabel(input))
  }

  /// Decodes by a label what is not UTF-8 anyway; nil where the label does not help.
  private init?(_ input: [UInt8], labelled label: String) {
    guard !Self.hasUTF16Mark(input), !UTF8Check(input[...]).isWellFormed else { return nil }
    if let name = LegacyEncoding.name(of: label),
      let text = LegacyEncoding.utf8(input[...], from: name)
    {
      self.init(utf8: text, notices: [])
    } else if label == "utf-8" || label == "utf8" {
      let repaired = Array(String(decoding: input, as: UTF8.self).utf8)
      self.init(utf8: repaired, notices: [Self.repairedNotice("UTF-8")])
    } else {
      return nil
    }
  }

  private static func hasUTF16Mark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// The bytes with the mark that they should begin with: a label of UTF-16 stands for it.
  static func marked(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    if hasUTF16Mark(bytes) || bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return bytes }
    switch charset {
    case "utf-16", "utf-16le": return [0xFF, 0xFE] + bytes
    case "utf-16be": return [0xFE, 0xFF] + bytes
    default: return bytes
    }
  }

  private init(utf8 bytes: [UInt8], notices: [String]) {
    if let mended = DoubleEncoding.mended(bytes) {
      self.bytes = mended.bytes
      let characters = mended.count == 1 ? "character was" : "characters were"
      self.notices = notices + ["\(mended.count) \(characters) encoded twice, which is mended"]
    } else {
      self.bytes = bytes
      self.notices = notices
    }
    Self.normalizeLineEnds(&self.bytes)
  }

  /// What stands after `charset=` near the start of a page, in lower case.
  private static func declaredLabel(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    guard let start = head.indices.first(where: { head[$0...].startsIgnoringCase("charset=") })
    else { return nil }
    let label = head[(start + 8)...].drop { "\"' ".utf8.contains($0) }
      .prefix { $0.isASCIILetter || $0.isASCIIDigit || "-_:".utf8.contains($0) }
    return label.isEmpty || label.count > 30
      ? nil : String(decoding: label, as: UTF8.self).lowercased()
  }

  private static let guessedNotice =
    "not UTF-8, so read as windows-1252; accented letters may be wrong"

  private static func repairedNotice(_ encoding: String) -> String {
    "broken \(encoding); each broken character is shown as \u{FFFD}"
  }

  /// Transcodes; unpaired surrogates and a last odd byte become U+FFFD.
  private static func utf8(
    fromUTF16 bytes: ArraySlice<UInt8>, bigEndian: Bool
  ) -> (text: [UInt8], repaired: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var position = bytes.startIndex
    while position + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      position += 2
    }
    if position < bytes.endIndex { units.append(0xD800) }
    var text: [UInt8] = []
    text.reserveCapacity(units.count * 2)
    let repaired = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false
    ) { text.append($0) }
    return (text, repaired)
  }

  /// Turns CR LF and CR into LF, in place.
  private static func normalizeLineEnds(_ bytes: inout [UInt8]) {
    guard var write = bytes.firstIndex(of: 0x0D) else { return }
    var read = write
    while read < bytes.count {
      if bytes[read] == 0x0D {
        bytes[write] = 0x0A
        if read + 1 < bytes.count, bytes[read + 1] == 0x0A { read += 1 }
      } else {
        bytes[write] = bytes[read]
      }
      read += 1
      write += 1
    }
    bytes.removeSubrange(write...)
  }
}

/// A count of the good and broken multi-byte sequences of bytes that may be UTF-8.
private struct UTF8Check {
  private(set) var good = 0
  private(set) var broken = 0
  private var endsInsideCharacter = false

  init(_ bytes: ArraySlice<UInt8>) {
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let lead = bytes[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      // The second byte's range shuts out overlong forms, surrogates and what lies past U+10FFFF.
      let (length, second): (Int, ClosedRange<UInt8>)
      switch lead {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default:
        broken += 1
        position += 1
        continue
      }
      var next = position + 1
      while next < position + length, next < bytes.endIndex,
        next == position + 1 ? second.contains(bytes[next]) : bytes[next] & 0xC0 == 0x80
      {
        next += 1
      }
      if next == position + length {
        good += 1
      } else {
        broken += 1
        endsInsideCharacter = next == bytes.endIndex && (next > position + 1 || good > 0)
      }
      position = next
    }
  }

  var isWellFormed: Bool { broken == 0 }

  /// Whether it is UTF-8 with a little damage rather than another encoding.
  var isRepairable: Bool {
    broken * 4 <= good || broken == 1 && endsInsideCharacter
  }
}
