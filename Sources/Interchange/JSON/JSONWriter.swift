/// Writes JSON into a buffer of UTF-8 bytes, with the keys in the order in which they are given.
///
/// Besides what JSON asks for, control characters beyond ASCII and bidi controls are written as
/// `\u` escapes, so that the output may be shown in a terminal.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  /// How many open containers keep their elements on one line.
  private var inlineDepth = 0
  private var isFirst = true
  private var followsKey = false

  /// Where line breaks and spaces stand.
  package enum Layout: Sendable {
    /// One line without any space.
    case compact
    /// Two spaces a level; lists of numbers stay on one line.
    case pretty
  }

  package init(_ layout: Layout) {
    self.layout = layout
  }

  /// Ends a document or a line: adds LF, and the next value starts anew.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Hands over what was written and forgets it.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}

// MARK: - Containers

extension JSONWriter {
  package mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), members)
  }

  package mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    try container(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), elements)
  }

  /// Writes what follows on the line where it starts, even in the pretty layout.
  package mutating func inline<Failure: Error>(
    _ value: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    startElement()
    followsKey = true
    inlineDepth += 1
    defer { inlineDepth -= 1 }
    try value(&self)
  }

  private mutating func container<Failure: Error>(
    open: UInt8, close: UInt8, _ contents: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    startElement()
    bytes.append(open)
    depth += 1
    isFirst = true
    try contents(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(close)
  }

  /// Writes what stands between the element before and the next one.
  private mutating func startElement() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst {
      bytes.append(UInt8(ascii: ","))
      if layout == .pretty && inlineDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    }
    isFirst = false
    if depth > 0 { breakLine() }
  }

  private mutating func breakLine() {
    guard layout == .pretty && inlineDepth == 0 else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}

// MARK: - Values

extension JSONWriter {
  /// Starts a member of an object; its value must follow.
  package mutating func key(_ name: String) {
    startElement()
    appendQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  package mutating func null() { literal("null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func number(_ value: Int) {
    startElement()
    appendDigits(of: value)
  }

  /// Whole numbers get no fraction; what JSON has no number for is null.
  package mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 { return number(whole) }
    startElement()
    bytes.append(contentsOf: value.description.utf8)
  }

  package mutating func string(_ text: some StringProtocol) {
    startElement()
    appendQuoted(text)
  }

  /// Writes a value that is JSON already; only what must not reach a terminal is escaped.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    startElement()
    Array(json).withUnsafeBufferPointer { appendEscaped($0, isJSON: true) }
  }

  private mutating func literal(_ text: StaticString) {
    startElement()
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func appendDigits(of value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}

// MARK: - Members

extension JSONWriter {
  package mutating func member(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  package mutating func member(_ name: String, _ value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }

  /// A list of texts.
  package mutating func member(_ name: String, _ texts: [String], inline isInline: Bool = false) {
    key(name)
    func write(_ json: inout JSONWriter) {
      json.array { json in
        for text in texts { json.string(text) }
      }
    }
    if isInline { inline { write(&$0) } } else { write(&self) }
  }
}

// MARK: - Strings

extension JSONWriter {
  private mutating func appendQuoted(_ text: some StringProtocol) {
    bytes.append(UInt8(ascii: "\""))
    var copy = String(text)
    copy.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Copies runs that need no escape whole.
  ///
  /// - Parameter isJSON: Whether the escapes that JSON asks for are there already.
  private mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, isJSON: Bool = false) {
    var runStart = 0
    var position = 0
    while position < utf8.count {
      let byte = utf8[position]
      // Plain ASCII, and every lead byte but those that may start a control character.
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2
        && byte != 0xD8 && byte != 0xE2
      {
        position += 1
        continue
      }
      let (scalar, width) = Self.hiddenScalar(in: utf8, at: position)
      guard let scalar, !isJSON || scalar >= 0x7F else {
        position += width
        continue
      }
      bytes.append(contentsOf: utf8[runStart..<position])
      appendEscape(scalar)
      position += width
      runStart = position
    }
    bytes.append(contentsOf: utf8[runStart..<utf8.count])
  }

  /// The character at a position if it must be escaped, and the bytes to go on by.
  private static func hiddenScalar(in utf8: UnsafeBufferPointer<UInt8>, at position: Int)
    -> (scalar: UInt32?, width: Int)
  {
    let byte = utf8[position]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let second = position + 1 < utf8.count ? utf8[position + 1] : 0
    let third = position + 2 < utf8.count ? utf8[position + 2] : 0
    switch (byte, second, third) {
    case (0xC2, 0x80...0x9F, _): return (UInt32(second), 2)
    case (0xD8, 0x9C, _): return (0x061C, 2)
    case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xA9):
      return (0x2000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F), 3)
    default: return (nil, 1)
    }
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case 0x22, 0x5C: bytes.append(UInt8(scalar))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(scalar >> shift & 15)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
