/// The characters of a PDF's words as an article would have them.
enum PDFCharacters {
  /// Undoes XHTML's escapes, takes ligatures apart, and drops control characters.
  ///
  /// - Returns: Well-formed UTF-8.
  static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "&") }) { return Array(bytes) }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: unescaped(bytes), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: text.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFEFF: break
      case 0xFB00...0xFB06:
        text.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
      // The bullets of the symbol fonts, which have no character of their own.
      case 0xF0B7, 0xF0A7, 0xF0A8, 0xF076, 0xF0D8: text.append("•")
      default: text.append(scalar)
      }
    }
    return Array(String(text).utf8)
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let rest = bytes[position...]
      if bytes[position] == UInt8(ascii: "&"),
        let escape = escapes.first(where: { rest.startsIgnoringCase($0.name) })
      {
        text.append(escape.byte)
        position += escape.name.utf8CodeUnitCount
      } else {
        text.append(bytes[position])
        position += 1
      }
    }
    return text
  }

  private static let escapes: [(name: StaticString, byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")), ("&#39;", UInt8(ascii: "'")),
  ]
}
