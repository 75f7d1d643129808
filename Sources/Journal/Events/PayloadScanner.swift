/// Goes through a payload from its start and takes what is expected there.
///
/// Each function gives nil, or false, where something else stands; what was passed by then is not
/// gone back to, so the caller gives the payload up.
struct PayloadScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ expected: StaticString) -> Bool {
    let count = expected.utf8CodeUnitCount
    let isThere = bytes.withUnsafeBufferPointer { bytes in
      position + count <= bytes.count
        && bytes[position..<(position + count)].elementsEqual(
          UnsafeBufferPointer(start: expected.utf8Start, count: count))
    }
    if isThere { position += count }
    return isThere
  }

  /// A whole number of at most 18 digits, without sign or leading zeros.
  mutating func number() -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, position - start < 18,
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position]
    {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
    }
    guard position > start, bytes[start] != UInt8(ascii: "0") || position == start + 1 else {
      return nil
    }
    return value
  }

  /// A number that may have a fraction and an exponent.
  mutating func real() -> Double? {
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
        continue
      default: break
      }
      break
    }
    return Double(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// Any number of values in brackets.
  mutating func list<Element>(_ element: (inout PayloadScanner) -> Element?) -> [Element]? {
    guard skip("[") else { return nil }
    if skip("]") { return [] }
    var elements: [Element] = []
    repeat {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    } while skip(",")
    return skip("]") ? elements : nil
  }

  /// Numbers between commas, at least one.
  mutating func numbers() -> [Int]? {
    var numbers: [Int] = []
    repeat {
      guard let number = number() else { return nil }
      numbers.append(number)
    } while skip(",")
    return numbers
  }

  /// A string of valid UTF-8; of escapes it knows those of the quote, the backslash and the line end.
  mutating func string() -> String? {
    guard skip("\"") else { return nil }
    let start = position
    var isASCII = true
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        defer { position += 1 }
        let text = bytes[start..<position]
        return isASCII
          ? String(decoding: text, as: UTF8.self) : String(validating: text, as: UTF8.self)
      case 0x80...:
        isASCII = false
        position += 1
      case UInt8(ascii: "\\"): return escapedString(Array(bytes[start..<position]))
      case 0..<0x20: return nil
      default: position += 1
      }
    }
    return nil
  }

  /// The rest of a string from its first backslash on.
  private mutating func escapedString(_ beginning: [UInt8]) -> String? {
    var text = beginning
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(bytes[position])
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        default: return nil
        }
        position += 1
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }
}
