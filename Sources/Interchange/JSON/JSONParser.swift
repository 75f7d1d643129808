/// Reads a JSON text (RFC 8259) into nodes, strictly.
///
/// It refuses what other readers pass over and then disagree about: names that stand twice in an
/// object, lone surrogates, bytes that are not UTF-8. A byte order mark at the start is skipped.
struct JSONParser {
  private let bytes: [UInt8]
  private let limits: Limits
  private var position = 0
  private var nodes = 0

  /// How much is read before a text is refused.
  struct Limits: Sendable {
    var bytes = 64 << 20
    var depth = 64
    /// Values of any kind; bounds the memory to some 500 MB.
    var values = 8_000_000
  }

  /// Reads a whole text.
  ///
  /// - Throws: `JSONFault` with line and column, both from 1, the column in code points.
  /// - Complexity: O(*n*) in the bytes.
  static func parse(_ bytes: [UInt8], limits: Limits = Limits()) throws(JSONFault) -> JSONNode {
    guard bytes.count <= limits.bytes else {
      throw JSONFault(
        place: "",
        reason: "it has \(bytes.count) bytes, and no more than \(limits.bytes) are read")
    }
    var parser = JSONParser(bytes: bytes, limits: limits)
    return try parser.document()
  }

  private init(bytes: [UInt8], limits: Limits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func document() throws(JSONFault) -> JSONNode {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipSpace()
    guard position < bytes.count else { throw fault("it is empty") }
    let node = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw fault("something stands after the end") }
    return node
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func fault(_ reason: String, at offset: Int? = nil) -> JSONFault {
    let offset = min(offset ?? position, bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    let column = bytes[lineStart..<offset].count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
    return JSONFault(place: "\(line):\(column)", reason: reason)
  }
}

// MARK: - Values

extension JSONParser {
  private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    guard depth < limits.depth else {
      throw fault("lists and objects are nested more than \(limits.depth) deep")
    }
    nodes += 1
    guard nodes <= limits.values else {
      throw fault("there are more than \(limits.values) values")
    }
    guard position < bytes.count else { throw fault("it ends where a value should stand") }
    let start = position
    let content: JSONNode.Content
    switch bytes[position] {
    case UInt8(ascii: "{"): content = .object(try object(depth: depth))
    case UInt8(ascii: "["): content = .array(try array(depth: depth))
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
    default: content = try word()
    }
    return JSONNode(content: content, start: Int32(start), end: Int32(position))
  }

  private mutating func object(depth: Int) throws(JSONFault) -> [JSONMember] {
    var members: [JSONMember] = []
    var names = UniqueNames()
    position += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return [] }
    while true {
      let nameStart = position
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw fault("a name in quotes should stand here")
      }
      let name = try string()
      guard names.insert(name) else {
        throw fault("the name '\(name)' stands twice in the object", at: nameStart)
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon should stand after '\(name)'") }
      skipSpace()
      members.append(JSONMember(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else {
        throw fault("a comma or the end of the object should stand here")
      }
      skipSpace()
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> [JSONNode] {
    var elements: [JSONNode] = []
    position += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return [] }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else {
        throw fault("a comma or the end of the list should stand here")
      }
      skipSpace()
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func word() throws(JSONFault) -> JSONNode.Content {
    let words: [(StaticString, JSONNode.Content)] = [
      ("null", .null), ("true", .bool(true)), ("false", .bool(false)),
    ]
    for (word, content) in words {
      let end = position + word.utf8CodeUnitCount
      guard end <= bytes.count else { continue }
      if word.withUTF8Buffer({ bytes[position..<end].elementsEqual($0) }) {
        position = end
        return content
      }
    }
    throw fault("this is not a JSON value")
  }

  private mutating func number() throws(JSONFault) -> Double {
    let start = position
    func isDigit(_ position: Int) -> Bool {
      position < bytes.count && UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position]
    }
    func skipDigits() throws(JSONFault) {
      guard isDigit(position) else { throw fault("a digit should stand here") }
      while isDigit(position) { position += 1 }
    }
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      guard !isDigit(position) else {
        throw fault("a number starts with a superfluous 0", at: start)
      }
    } else {
      try skipDigits()
    }
    if take(UInt8(ascii: ".")) { try skipDigits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try skipDigits()
    }
    guard position - start <= 400,
      let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
      number.isFinite
    else { throw fault("the number is too large", at: start) }
    return number
  }
}

// MARK: - Strings

extension JSONParser {
  /// Reads a string from its opening quote to behind its closing one.
  private mutating func string() throws(JSONFault) -> String {
    let start = position
    position += 1
    var unescaped: [UInt8] = []
    var runStart = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<position]
        position += 1
        let text =
          unescaped.isEmpty
          ? String(validating: run, as: UTF8.self)
          : String(validating: unescaped + run, as: UTF8.self)
        guard let text else { throw fault("the text is not UTF-8", at: start) }
        return text
      case UInt8(ascii: "\\"):
        unescaped += bytes[runStart..<position]
        try appendEscaped(to: &unescaped)
        runStart = position
      case 0..<0x20: throw fault("a control character must be written as an escape")
      default: position += 1
      }
    }
    throw fault("the text that starts here has no end", at: start)
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(JSONFault) {
    let start = position
    position += 1
    guard position < bytes.count else { throw fault("it ends within a text") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"):
      if let encoded = UTF8.encode(try escapedScalar(from: start)) {
        text.append(contentsOf: encoded)
      }
    default: throw fault("JSON has no such escape", at: start)
    }
  }

  private mutating func escapedScalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try hexadecimalUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw fault("half of a surrogate pair is missing", at: start)
    }
    let second = try hexadecimalUnit(from: start)
    guard 0xDC00...0xDFFF ~= second,
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half of a surrogate pair is missing", at: start) }
    return scalar
  }

  private mutating func hexadecimalUnit(from start: Int) throws(JSONFault) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw fault("four hexadecimal digits should stand after \\u", at: start) }
      unit = unit << 4 | UInt32(digit)
      position += 1
    }
    return unit
  }
}

/// The names of an object so far; few of them, as objects have, are looked through one by one.
private struct UniqueNames {
  private var few: [String] = []
  private var many: Set<String> = []

  /// Takes a name in; false where it is there already.
  mutating func insert(_ name: String) -> Bool {
    if many.isEmpty && few.count < 16 {
      guard !few.contains(name) else { return false }
      few.append(name)
      return true
    }
    if many.isEmpty { many = Set(few) }
    return many.insert(name).inserted
  }
}
