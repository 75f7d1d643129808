/// Mends text that was taken for windows-1252 when it was UTF-8, and encoded once more: `cafÃ©`, `donâ€™t`.
enum DoubleEncoding {
  /// So many characters that hardly anybody writes are proof; one of three signs counts twice.
  private static let proof = 2

  /// The text as it was meant, and how many characters were mended; nil where there is no proof.
  ///
  /// - Parameter bytes: Well-formed UTF-8.
  /// - Complexity: O(*n*); a text without such characters is looked through once.
  static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], count: Int)? {
    guard evidence(bytes) >= proof else { return nil }
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var count = 0
    var position = 0
    while position < bytes.count {
      if bytes[position] >= 0xC2, let (character, width) = character(in: bytes, at: position) {
        mended += character
        position += width
        count += 1
      } else {
        mended.append(bytes[position])
        position += 1
      }
    }
    return (mended, count)
  }

  /// Counts `Â` and `Ã` with what can only be the rest of a character, and twice `â€` with one.
  private static func evidence(_ bytes: [UInt8]) -> Int {
    var evidence = 0
    var position = 0
    while position + 1 < bytes.count, evidence < proof {
      if bytes[position] == 0xC3, [0x82, 0x83, 0xA2].contains(bytes[position + 1]),
        let (character, width) = character(in: bytes, at: position)
      {
        evidence += character.count == 3 ? 2 : 1
        position += width
      } else {
        position += 1
      }
    }
    return evidence
  }

  /// The character whose bytes were encoded one by one from a place on, and how many bytes it takes there; nil
  /// where none was.
  private static func character(
    in bytes: [UInt8], at start: Int
  ) -> (character: [UInt8], width: Int)? {
    var position = start
    var character: [UInt8] = []
    var length = 1
    while character.count < length {
      guard let (byte, width) = byte(in: bytes, at: position) else { return nil }
      if character.isEmpty {
        switch byte {
        case 0xC2...0xDF: length = 2
        case 0xE1...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
      } else if byte & 0xC0 != 0x80 {
        return nil
      }
      character.append(byte)
      position += width
    }
    guard String(validating: character, as: UTF8.self) != nil else { return nil }
    return (character, position - start)
  }

  /// The byte of windows-1252 that a character stands for, and the bytes of the character; nil for ASCII and others.
  private static func byte(in bytes: [UInt8], at position: Int) -> (byte: UInt8, width: Int)? {
    guard position < bytes.count else { return nil }
    let lead = bytes[position]
    if lead == 0xC2 || lead == 0xC3, position + 1 < bytes.count {
      return (lead == 0xC2 ? bytes[position + 1] : bytes[position + 1] + 0x40, 2)
    }
    let width = lead >= 0xE1 && lead < 0xF0 ? 3 : lead >= 0xC4 && lead < 0xE0 ? 2 : 0
    guard width > 0, position + width <= bytes.count,
      let byte = specials[Array(bytes[position..<(position + width)])]
    else { return nil }
    return (byte, width)
  }

  /// The bytes 0x80 to 0x9F of windows-1252 by their characters in UTF-8.
  private static let specials: [[UInt8]: UInt8] = {
    var specials: [[UInt8]: UInt8] = [:]
    for byte in UInt8(0x80)...0x9F {
      let scalar = Windows1252.scalar(byte)
      if scalar.value > 0xFF { specials[Array(String(scalar).utf8)] = byte }
    }
    return specials
  }()
}
