/// A JSON value as pages embed it, read leniently and within limits.
indirect enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads a text; nil where it is no JSON or is nested deeper than 64 values.
  ///
  /// Raw control characters in strings, commas before a closing bracket and text after the value
  /// are let pass, since pages have them.
  init?(_ bytes: [UInt8]) {
    var parser = JSONParser(bytes)
    guard let value = parser.value(depth: 0) else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements of an array; a single value is an array of one.
  var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [self] }
    return elements
  }
}

private struct JSONParser {
  private static let deepest = 64
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || 0x09...0x0D ~= byte { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    position += 1
    return true
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    position += 1
    var members: [String: JSONValue] = [:]
    while !take(UInt8(ascii: "}")) {
      skipSpace()
      guard let key = string(), take(UInt8(ascii: ":")), let member = value(depth: depth + 1) else {
        return nil
      }
      if members[key] == nil { members[key] = member }
      guard take(UInt8(ascii: ",")) || next == UInt8(ascii: "}") else { return nil }
    }
    return .object(members)
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    position += 1
    var elements: [JSONValue] = []
    while !take(UInt8(ascii: "]")) {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
      guard take(UInt8(ascii: ",")) || next == UInt8(ascii: "]") else { return nil }
    }
    return .array(elements)
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    guard bytes[position...].startsIgnoringCase(word) else { return nil }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func number() -> JSONValue? {
    let start = position
    while let byte = next, byte.isASCIIDigit || "+-.eE".utf8.contains(byte) { position += 1 }
    return Double(String(decoding: bytes[start..<position], as: UTF8.self)).map { .number($0) }
  }

  private mutating func string() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        guard appendEscape(to: &text) else { return nil }
      } else {
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func appendEscape(to text: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    position += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"):
      guard var code = hex() else { return false }
      if 0xD800...0xDBFF ~= code, position + 1 < bytes.count, bytes[position] == 0x5C,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        guard let low = hex() else { return false }
        if 0xDC00...0xDFFF ~= low { code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) }
      }
      text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    default: text.append(byte)
    }
    return true
  }

  private mutating func hex() -> UInt32? {
    guard position + 4 <= bytes.count,
      let code = UInt32(
        String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { return nil }
    position += 4
    return code
  }
}
