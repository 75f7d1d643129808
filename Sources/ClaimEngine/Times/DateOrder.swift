/// Whether "02/03/2025" is the second of March or the third of February.
package enum DateOrder: String, CaseIterable, Sendable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"

  /// What a text shows of its order: a date such as 25/12/2024, which has only one, or the words "day/month/year".
  ///
  /// - Returns: Nil where nothing tells, or both orders stand in the text.
  /// - Complexity: O(*n*) in the bytes of the spans.
  static func shown(
    in bytes: UnsafeBufferPointer<UInt8>, within spans: [Range<Int>]
  ) -> DateOrder? {
    var found: Set<DateOrder> = []
    for span in spans {
      var position = span.lowerBound
      while position < span.upperBound {
        if let order = named(bytes, at: position, before: span.upperBound) { found.insert(order) }
        let isInside = position > span.lowerBound && isWord(bytes[position - 1])
        guard bytes[position].isASCIIDigit, !isInside else {
          position += 1
          continue
        }
        let start = position
        while position < span.upperBound, bytes[position].isASCIIDigit { position += 1 }
        if position - start <= 2,
          let date = figures(bytes, from: start, before: span.upperBound)
        {
          if date.first > 12, date.second <= 12 { found.insert(.dayFirst) }
          if date.second > 12, date.first <= 12 { found.insert(.monthFirst) }
          position = date.end
        }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The first two numbers of a date of three with slashes.
  private static func figures(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
  ) -> (first: Int, second: Int, end: Int)? {
    var numbers: [Int] = []
    var position = start
    while numbers.count < 3 {
      let first = position
      var value = 0
      while position < end, bytes[position].isASCIIDigit, position - first < 4 {
        value = value * 10 + Int(bytes[position] & 0x0F)
        position += 1
      }
      let digits = position - first
      guard digits > 0, numbers.count == 2 ? digits == 2 || digits == 4 : digits <= 2 else {
        return nil
      }
      numbers.append(value)
      guard numbers.count < 3 else { break }
      guard position < end, bytes[position] == UInt8(ascii: "/") else { return nil }
      position += 1
    }
    guard position == end || !isWord(bytes[position]), (1...31).contains(numbers[0]),
      (1...31).contains(numbers[1])
    else { return nil }
    return (numbers[0], numbers[1], position)
  }

  /// "Dates are day/month/year", "(dd/mm/yyyy)".
  private static func named(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
  ) -> DateOrder? {
    let first = bytes[start] | 0x20
    guard first == UInt8(ascii: "d") || first == UInt8(ascii: "m") else { return nil }
    let words: [(StaticString, DateOrder)] = [
      ("day/month", .dayFirst), ("dd/mm", .dayFirst), ("month/day", .monthFirst),
      ("mm/dd", .monthFirst),
    ]
    return words.first { word, _ in
      start + word.utf8CodeUnitCount <= end
        && word.withUTF8Buffer { wanted in
          wanted.indices.allSatisfy { wanted[$0] == bytes[start + $0] | 0x20 }
        }
    }?.1
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isLetter || byte == UInt8(ascii: "/")
  }
}
