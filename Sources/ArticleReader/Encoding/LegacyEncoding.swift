private import Glibc

/// The older encodings that web pages declare, converted by the C library.
enum LegacyEncoding {
  /// The C library's name of an encoding, by the labels of the WHATWG Encoding Standard.
  ///
  /// - Parameter label: In lower case.
  /// - Returns: Nil for UTF-8, windows-1252 and its other names, and labels that pages do not use.
  static func name(of label: String) -> String? {
    if let name = names[label] { return name }
    let digits = label.drop { !$0.isNumber }
    if label.hasPrefix("windows-125") || label.hasPrefix("cp125") {
      return digits == "1252" || digits.count != 4 ? nil : "CP" + digits
    }
    if label.hasPrefix("iso-8859-") || label.hasPrefix("iso8859-"),
      let part = Int(label.split(separator: "-").last ?? ""), 2...16 ~= part, part != 9, part != 12
    {
      return "ISO-8859-\(part)"
    }
    return nil
  }

  /// Converts to UTF-8; a byte that starts no character becomes U+FFFD.
  ///
  /// - Parameter name: As `name(of:)` gives it.
  /// - Returns: Nil where the C library does not know the encoding on this machine.
  static func utf8(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    let converter = iconv_open("UTF-8", name)
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var input = bytes.map { CChar(bitPattern: $0) }
    var chunk = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let before = left
        chunk.withUnsafeMutableBufferPointer { chunk in
          var write = chunk.baseAddress
          var room = chunk.count
          let result = iconv(converter, &next, &left, &write, &room)
          let isFull = result == -1 && errno == E2BIG
          text += chunk[..<(chunk.count - room)].map { UInt8(bitPattern: $0) }
          guard left > 0, !isFull || left == before else { return }
          text += UTF8.encodedReplacementCharacter
          next = next.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return text
  }

  private static let names: [String: String] = [
    "gb2312": "GB18030", "gbk": "GB18030", "gb18030": "GB18030", "x-gbk": "GB18030",
    "big5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS", "euc-kr": "CP949", "ks_c_5601-1987": "CP949",
    "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
    "euc-jp": "EUC-JP", "iso-2022-jp": "ISO-2022-JP", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U",
    "iso-8859-9": "CP1254", "windows-874": "CP874", "tis-620": "CP874", "macintosh": "MACINTOSH",
  ]
}
