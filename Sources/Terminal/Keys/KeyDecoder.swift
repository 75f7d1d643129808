/// Turns the bytes of a terminal in raw mode into keys.
///
/// Knows the sequences of VT100, xterm, rxvt and the Linux console. Modifiers of arrow and function
/// keys are ignored, a sequence that means no key is skipped, and bytes that are not UTF-8 become
/// U+FFFD.
struct KeyDecoder {
  /// Bytes that begin a key and do not yet end it.
  private var pending: [UInt8] = []
  /// What a paste holds so far; nil outside of one.
  private var pasted: [UInt8]?
  /// The pauses in a row inside a paste.
  private var pauses = 0

  /// What the terminal puts before and after a paste, and how many bytes of one are kept.
  private static let pasteBegin = Array("\u{1B}[200~".utf8)
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  private static let pasteLimit = 1 << 20
  /// A paste whose end got lost is over after so many pauses, or every later key would be text.
  private static let pauseLimit = 40

  /// Whether a key is begun, so that a pause means something: an escape that nothing follows is the
  /// Escape key.
  var isInsideKey: Bool { !pending.isEmpty || pasted != nil }

  /// Takes a byte; nil where it does not end a key.
  mutating func take(_ byte: UInt8) -> [Key] {
    if pasted != nil { return takePasted(byte) }
    pending.append(byte)
    if pending == Self.pasteBegin {
      pending = []
      pasted = []
      pauses = 0
      return []
    }
    switch Self.decode(pending) {
    case .incomplete: return []
    case .skipped:
      pending = []
      return []
    case .key(let key):
      pending = []
      return [key]
    case .keyAndByte(let key):
      pending = []
      return [key] + take(byte)
    }
  }

  /// Ends a key that a pause ended.
  mutating func takePause() -> [Key] {
    if pasted != nil {
      pauses += 1
      return pauses < Self.pauseLimit ? [] : endPaste()
    }
    defer { pending = [] }
    if pending.isEmpty { return [] }
    if pending[0] != 0x1B { return [.character("\u{FFFD}")] }
    return switch pending.count {
    case 1: [.escape]
    // Alt with "[" or "O", which also begin sequences.
    case 2: [.alt(Unicode.Scalar(pending[1]))]
    default: []
    }
  }
}

// MARK: - Pastes

extension KeyDecoder {
  /// Takes a byte of a paste; `pending` holds what may be the beginning of its end.
  private mutating func takePasted(_ byte: UInt8) -> [Key] {
    pauses = 0
    pending.append(byte)
    if pending == Self.pasteEnd { return endPaste() }
    // Only an escape begins the end, so what does not go on like it is text but for a new escape.
    if !Self.pasteEnd.starts(with: pending) {
      let kept = byte == 0x1B ? pending.dropLast() : pending[...]
      keep(kept)
      pending = byte == 0x1B ? [byte] : []
    }
    return []
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = Self.pasteLimit - (pasted?.count ?? 0)
    pasted?.append(contentsOf: bytes.prefix(max(room, 0)))
  }

  private mutating func endPaste() -> [Key] {
    if pending != Self.pasteEnd { keep(pending[...]) }
    let text = String(decoding: pasted ?? [], as: UTF8.self)
    pending = []
    pasted = nil
    return [
      .pasted(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    ]
  }
}

// MARK: - Decoding

extension KeyDecoder {
  private enum Decoded {
    case incomplete
    case skipped
    case key(Key)
    /// The key ended before the last byte, which begins another.
    case keyAndByte(Key)
  }

  private static func decode(_ bytes: [UInt8]) -> Decoded {
    if bytes[0] == 0x1B { return decodeEscape(bytes[1...]) }
    if bytes[0] < 0x80 { return .key(plainKey(bytes[0])) }
    return decodeUTF8(bytes[...]) { .character($0) }
  }

  private static func plainKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Unicode.Scalar(byte + 0x60))
    case 0x00, 0x1C...0x1F: .control(Unicode.Scalar(byte + 0x40))
    default: .character(Unicode.Scalar(byte))
    }
  }

  private static func decodeUTF8(
    _ bytes: ArraySlice<UInt8>, _ key: (Unicode.Scalar) -> Key
  ) -> Decoded {
    let length =
      switch bytes.first ?? 0 {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    if bytes.count > 1, let last = bytes.last, last & 0xC0 != 0x80 {
      return .keyAndByte(key("\u{FFFD}"))
    }
    if bytes.count < length { return .incomplete }
    let text = String(decoding: bytes, as: UTF8.self)
    return .key(key(text.unicodeScalars.first ?? "\u{FFFD}"))
  }

  /// Decodes what follows an escape.
  private static func decodeEscape(_ bytes: ArraySlice<UInt8>) -> Decoded {
    guard let first = bytes.first else { return .incomplete }
    switch first {
    case 0x1B: return .keyAndByte(.escape)
    case UInt8(ascii: "["): return decodeControlSequence(bytes.dropFirst())
    case UInt8(ascii: "O"):
      guard let last = bytes.dropFirst().first else { return .incomplete }
      return key(forFinal: last).map { .key($0) } ?? .skipped
    case 0x20..<0x7F: return .key(.alt(Unicode.Scalar(first)))
    case 0x80...: return decodeUTF8(bytes) { .alt($0) }
    default: return .keyAndByte(.escape)
    }
  }

  /// Decodes what follows `ESC [`: parameters, then a final byte.
  private static func decodeControlSequence(_ bytes: ArraySlice<UInt8>) -> Decoded {
    guard let last = bytes.last else { return .incomplete }
    // The Linux console sends F1 to F5 as ESC [ [ A to E.
    if bytes.first == UInt8(ascii: "[") {
      if bytes.count == 1 { return .incomplete }
      let isFunction = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(last)
      return isFunction ? .key(.function(Int(last - 0x40))) : .skipped
    }
    if (0x20..<0x40).contains(last) { return bytes.count < 32 ? .incomplete : .skipped }
    if last < 0x20 { return .keyAndByte(.escape) }
    if last == UInt8(ascii: "~") {
      let number = bytes.prefix { (0x30..<0x3A).contains($0) }
        .reduce(0) { $0 > 99 ? $0 : $0 * 10 + Int($1 - 0x30) }
      return key(forNumber: number).map { .key($0) } ?? .skipped
    }
    return key(forFinal: last).map { .key($0) } ?? .skipped
  }

  private static func key(forFinal byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static func key(forNumber number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }
}
