/// Words of other alphabets in the fields of a mail's head, by RFC 2047: `=?utf-8?Q?Caf=C3=A9?=`.
enum EncodedWords {
  /// The text of a field's value, with single spaces; what is broken stays as it is.
  static func text(_ value: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    var word: (charset: String, bytes: [UInt8])?
    var gap: [UInt8] = []
    func flush() {
      if let word { text += DecodedText(html: word.bytes, charset: word.charset).bytes }
      word = nil
    }
    var position = value.startIndex
    while position < value.endIndex {
      if let (found, end) = encoded(value, at: position) {
        // The space between two of them is none of the text's.
        if word == nil { text += gap }
        gap = []
        if word?.charset == found.charset {
          word?.bytes += found.bytes
        } else {
          flush()
          word = found
        }
        position = end
      } else if value[position] == 0x20 || value[position] == 0x09 {
        gap.append(0x20)
        position += 1
      } else {
        flush()
        text += gap
        gap = []
        text.append(value[position])
        position += 1
      }
    }
    flush()
    return MetaTags.line(DecodedText(html: text, charset: nil).bytes)
  }

  private static func encoded(
    _ value: ArraySlice<UInt8>, at start: Int
  ) -> (word: (charset: String, bytes: [UInt8]), end: Int)? {
    guard value[start] == UInt8(ascii: "="), value[start...].starts(with: "=?".utf8) else {
      return nil
    }
    let mark = UInt8(ascii: "?")
    let parts = value[(start + 2)...].prefix(500).split(
      separator: mark, maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].first == UInt8(ascii: "="), parts[1].count == 1,
      !parts[0].isEmpty, !parts[2].contains(0x20)
    else { return nil }
    // A language can follow the charset: `utf-8*en`.
    let charset = parts[0].prefix { $0 != UInt8(ascii: "*") }
    let bytes: [UInt8]
    switch parts[1].first.map(\.lowercasedASCII) {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64(parts[2])
    case UInt8(ascii: "q"):
      bytes = TransferEncoding.quotedPrintable(
        parts[2].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: return nil
    }
    let name = String(decoding: charset, as: UTF8.self).lowercased()
    return ((name, bytes), parts[3].startIndex + 1)
  }
}
