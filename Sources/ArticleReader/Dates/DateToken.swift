/// A number, word or mark of a short text that may hold a date.
struct DateToken {
  enum Kind: Equatable {
    /// `digits` is how many were written, so that `04` and `2004` differ from `4`.
    case number(Int, digits: Int)
    /// Lower-case, as far as it is ASCII.
    case word(String)
    case mark(UInt8)
  }

  let kind: Kind
  /// Where it stands, in the indices of the bytes that were read.
  let range: Range<Int>
  let followsSpace: Bool

  /// Cuts a text into tokens; runs of letters and runs of digits are apart even where they touch.
  ///
  /// The Chinese, Japanese and Korean signs for year and month read as `-`, the one for day as nothing.
  static func tokens(of bytes: ArraySlice<UInt8>) -> [DateToken] {
    var tokens: [DateToken] = []
    var position = bytes.startIndex
    var followsSpace = true
    while position < bytes.endIndex {
      let start = position
      let byte = bytes[position]
      let kind: Kind
      if let width = bytes.widthOfSpace(at: position) {
        position += width
        followsSpace = true
        continue
      }
      if let sign = eraSign(bytes[position...]) {
        position += 3
        if sign == .day { continue }
        kind = .mark(UInt8(ascii: "-"))
      } else if byte.isASCIIDigit {
        var value = 0
        while position < bytes.endIndex, bytes[position].isASCIIDigit {
          if position - start < 9 { value = value * 10 + Int(bytes[position] - 0x30) }
          position += 1
        }
        kind = .number(value, digits: position - start)
      } else if byte.isASCIILetter || byte >= 0x80 {
        while position < bytes.endIndex, bytes[position].isASCIILetter || bytes[position] >= 0x80,
          bytes.widthOfSpace(at: position) == nil
        {
          position += 1
        }
        kind = .word(String(decoding: bytes[start..<position], as: UTF8.self).lowercased())
      } else {
        position += 1
        kind = .mark(byte)
      }
      tokens.append(
        DateToken(kind: kind, range: start..<position, followsSpace: followsSpace))
      followsSpace = false
    }
    return tokens
  }

  private enum EraSign { case yearOrMonth, day }

  private static func eraSign(_ bytes: ArraySlice<UInt8>) -> EraSign? {
    guard bytes.first ?? 0 >= 0xE5 else { return nil }
    if bytes.starts(with: "年".utf8) || bytes.starts(with: "月".utf8) { return .yearOrMonth }
    if bytes.starts(with: "년".utf8) || bytes.starts(with: "월".utf8) { return .yearOrMonth }
    return bytes.starts(with: "日".utf8) || bytes.starts(with: "일".utf8) ? .day : nil
  }
}
