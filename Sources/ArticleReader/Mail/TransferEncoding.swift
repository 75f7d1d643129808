/// How the bytes of a mail's part were written for the way, by RFC 2045.
enum TransferEncoding {
  /// The bytes as they were; broken places are passed over, as mail programs do.
  ///
  /// - Parameter name: In lower case; any but `base64` and `quoted-printable` changes nothing.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// Bytes that are no digits of base 64 are left out; `=` ends it.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): digit = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): digit = 63
      case UInt8(ascii: "="): return decoded
      default: continue
      }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }

  /// `=` and two digits of base 16 are a byte, `=` at a line's end joins it with the next.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      guard byte == UInt8(ascii: "=") else {
        decoded.append(byte)
        continue
      }
      if position + 1 < bytes.endIndex, let high = hexDigit(bytes[position]),
        let low = hexDigit(bytes[position + 1])
      {
        decoded.append(high << 4 | low)
        position += 2
        continue
      }
      var end = position
      while end < bytes.endIndex, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
      if end == bytes.endIndex || bytes[end] == 0x0A {
        position = min(end + 1, bytes.endIndex)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
