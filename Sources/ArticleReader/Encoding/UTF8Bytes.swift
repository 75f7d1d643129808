/// Questions about single bytes and short sequences of UTF-8.
extension UInt8 {
  var isASCIIDigit: Bool { 0x30...0x39 ~= self }
  var isASCIIUppercase: Bool { 0x41...0x5A ~= self }
  var isASCIILowercase: Bool { 0x61...0x7A ~= self }
  var isASCIILetter: Bool { isASCIIUppercase || isASCIILowercase }
  /// The byte of the lower-case letter; other bytes stay.
  var lowercasedASCII: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// How many bytes the white space at an index takes; nil where there is none.
  ///
  /// Besides ASCII's it knows no-break space, the spaces of U+2000 to U+200B, line and paragraph
  /// separator, Ogham, narrow no-break, mathematical and ideographic space, and the zero-width no-break space.
  func widthOfSpace(at index: Int) -> Int? {
    let byte = self[index]
    if byte == 0x20 || 0x09...0x0D ~= byte { return 1 }
    guard byte >= 0xC2, index + 1 < endIndex else { return nil }
    let second = self[index + 1]
    if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : nil }
    guard byte >= 0xE1, index + 2 < endIndex else { return nil }
    switch (byte, second, self[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return nil
    }
  }

  /// The slice without white space at its ends.
  var trimmed: ArraySlice<UInt8> {
    var start = startIndex
    while start < endIndex, let width = widthOfSpace(at: start) { start += width }
    var end = endIndex
    while end > start {
      if let width = widthOfSpace(at: end - 1), width == 1 {
        end -= 1
      } else if end - 2 >= start, widthOfSpace(at: end - 2) == 2 {
        end -= 2
      } else if end - 3 >= start, widthOfSpace(at: end - 3) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return self[start..<end]
  }

  /// Whether it starts with a text, letter case of ASCII aside; `prefix` is in lower case.
  func startsIgnoringCase(_ prefix: StaticString) -> Bool {
    guard count >= prefix.utf8CodeUnitCount else { return false }
    return withUnsafeBufferPointer { bytes in
      prefix.withUTF8Buffer { wanted in
        for index in 0..<wanted.count where bytes[index].lowercasedASCII != wanted[index] {
          return false
        }
        return true
      }
    }
  }

  /// Whether these very bytes stand in it; `part` is not empty.
  ///
  /// - Complexity: O(*n*) for texts that hardly begin as `part` does.
  func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    for start in startIndex...(endIndex - part.count)
    where self[start] == first && self[start...].starts(with: part) {
      return true
    }
    return false
  }

  /// Whether a text stands in it, letter case of ASCII aside; `part` is in lower case and not empty.
  ///
  /// - Complexity: O(*n*) for texts that hardly begin as `part` does.
  func contains(_ part: StaticString) -> Bool {
    let length = part.utf8CodeUnitCount
    guard length > 0, count >= length else { return false }
    return withUnsafeBufferPointer { bytes in
      part.withUTF8Buffer { wanted in
        let first = wanted[0]
        for start in 0...(bytes.count - length) where bytes[start].lowercasedASCII == first {
          var index = 1
          while index < length, bytes[start + index].lowercasedASCII == wanted[index] { index += 1 }
          if index == length { return true }
        }
        return false
      }
    }
  }
}
