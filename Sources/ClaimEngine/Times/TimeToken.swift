internal import ClaimModel

/// A word, a number or a mark, as the search for times sees it.
struct TimeToken {
  /// Bytes of the text.
  let start: Int
  let end: Int
  fileprivate(set) var kind: Kind
  /// Whether no white space stands before it.
  let isAttached: Bool
  /// Whether it is a word with a capital.
  let isCapitalized: Bool
  /// Whether a sentence begins with it.
  var startsSentence = false

  enum Kind: Equatable {
    case word(TimeWord)
    /// Digits, with what follows them at once: "23rd" is ordinal, "1990s" plural. Values stop at nine digits.
    case number(Int, digits: Int, Suffix)
    /// An ASCII mark; every dash is a hyphen, every quotation mark after a letter an apostrophe.
    case mark(UInt8)
    /// An empty line.
    case gap
  }

  enum Suffix { case none, ordinal, plural }
}

/// Cuts text into tokens, one pass over its bytes.
struct TimeLexer {
  let lexicon: TimeLexicon

  func tokens(of bytes: UnsafeBufferPointer<UInt8>, within span: TextSpan) -> [TimeToken] {
    var tokens: [TimeToken] = []
    tokens.reserveCapacity(span.length / 5 + 4)
    var position = span.start
    let end = min(span.end, bytes.count)
    var isAttached = false
    var lineBreaks = 0
    while position < end {
      let byte = bytes[position]
      let start = position
      let space = spaceLength(in: bytes, at: position, before: end)
      if space > 0 {
        isAttached = false
        position += space
        if byte == 0x0A {
          lineBreaks += 1
          if lineBreaks == 2 {
            tokens.append(
              TimeToken(
                start: start, end: position, kind: .gap, isAttached: false, isCapitalized: false))
          }
        }
        continue
      }
      lineBreaks = 0
      // "[Ten] years ago": what an editor put in is read as if it stood there.
      let opens =
        byte == UInt8(ascii: "[") && position + 1 < end && bytes[position + 1].isLetter
      let closes =
        byte == UInt8(ascii: "]") && position > span.start && bytes[position - 1].isLetter
      if opens || closes {
        position += 1
        continue
      }
      let kind: TimeToken.Kind
      if byte.isASCIIDigit {
        kind = number(in: bytes, from: &position, before: end)
      } else if let (mark, length) = wideMark(in: bytes, at: position, before: end) {
        position += length
        kind = .mark(mark)
      } else if byte.isLetter {
        position += 1
        while position < end, bytes[position].isLetter,
          bytes[position] < 0x80
            || wideMark(in: bytes, at: position, before: end) == nil
              && spaceLength(in: bytes, at: position, before: end) == 0
        {
          position += 1
        }
        kind = .word(lexicon.meaning(of: bytes[start..<position]))
      } else {
        position += 1
        kind = .mark(byte)
      }
      var token = TimeToken(
        start: start, end: position, kind: kind, isAttached: isAttached,
        isCapitalized: (0x41...0x5A).contains(byte))
      token.startsSentence = startsSentence(token, after: tokens)
      if token.isCapitalized, !token.startsSentence, case .word(.verb) = kind {
        // "Mohamed" and "Will" inside a sentence are names.
        token.kind = .word(.other)
      }
      tokens.append(token)
      isAttached = true
      markNegation(in: &tokens, of: bytes)
    }
    return tokens
  }

  /// "Won't" is no past of "win".
  private func markNegation(
    in tokens: inout [TimeToken], of bytes: UnsafeBufferPointer<UInt8>
  ) {
    let count = tokens.count
    guard count > 2, tokens[count - 1].end - tokens[count - 1].start == 1,
      bytes[tokens[count - 1].start] | 0x20 == UInt8(ascii: "t"),
      tokens[count - 2].kind == .mark(UInt8(ascii: "'")), tokens[count - 2].isAttached,
      tokens[count - 3].kind == .word(.verb(.past)),
      bytes[tokens[count - 3].start..<tokens[count - 3].end].map({ $0 | 0x20 })
        == Array("won".utf8)
    else { return }
    tokens[count - 3].kind = .word(.verb(.will))
  }

  private func number(
    in bytes: UnsafeBufferPointer<UInt8>, from position: inout Int, before end: Int
  ) -> TimeToken.Kind {
    let start = position
    var value = 0
    while position < end, bytes[position].isASCIIDigit {
      if position - start < 9 { value = value * 10 + Int(bytes[position] & 0x0F) }
      position += 1
    }
    let digits = position - start
    let stop = position
    let isWordEnd = { (length: Int) in
      stop + length >= end || !bytes[stop + length].isLetter
        || wideMark(in: bytes, at: stop + length, before: end) != nil
    }
    if position + 1 < end, isWordEnd(2) {
      switch (bytes[position] | 0x20, bytes[position + 1] | 0x20) {
      case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68):  // st nd rd th
        position += 2
        return .number(value, digits: digits, .ordinal)
      case (0x27, 0x73):  // 's
        if digits == 4 || digits == 2, value % 10 == 0 {
          position += 2
          return .number(value, digits: digits, .plural)
        }
      default: break
      }
    }
    if position + 3 < end, digits == 4 || digits == 2, value % 10 == 0,
      wideMark(in: bytes, at: position, before: end)?.0 == 0x27, bytes[position + 3] | 0x20 == 0x73,
      isWordEnd(4)
    {
      position += 4
      return .number(value, digits: digits, .plural)
    }
    if position < end, bytes[position] == 0x73, isWordEnd(1) {
      position += 1
      return .number(value, digits: digits, .plural)
    }
    return .number(value, digits: digits, .none)
  }

  /// The bytes of a space or control character, also one that forbids a line break; 0 for others.
  private func spaceLength(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int
  ) -> Int {
    switch bytes[position] {
    case 0...0x20: return 1
    case 0xC2: return position + 1 < end && bytes[position + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard position + 2 < end, bytes[position + 1] == 0x80 else { return 0 }
      let last = bytes[position + 2]
      return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// Typographic dashes and quotation marks as their ASCII relatives.
  private func wideMark(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, before end: Int
  ) -> (UInt8, Int)? {
    guard bytes[position] == 0xE2, position + 2 < end, bytes[position + 1] == 0x80 else {
      return nil
    }
    switch bytes[position + 2] {
    case 0x90...0x95: return (UInt8(ascii: "-"), 3)
    case 0x98, 0x99: return (UInt8(ascii: "'"), 3)
    default: return (UInt8(ascii: "\""), 3)
    }
  }

  private func startsSentence(_ token: TimeToken, after tokens: [TimeToken]) -> Bool {
    guard var index = tokens.indices.last else { return true }
    let reach = max(0, index - 3)
    if tokens[index].kind == .gap { return true }
    let isCapital = token.isCapitalized
    while index > reach, case .mark(let mark) = tokens[index].kind,
      mark == 0x22 || mark == 0x27 || mark == 0x29
    {
      index -= 1
    }
    guard case .mark(let mark) = tokens[index].kind else { return false }
    if mark == 0x21 || mark == 0x3F { return true }
    guard mark == 0x2E, isCapital || token.kind == .mark(0x22), index > 0 else { return false }
    let before = tokens[index - 1]
    switch before.kind {
    case .word(.month(_, abbreviated: true)): return false
    case .word(.weekday(_, abbreviated: true)): return false
    case .word: return before.end - before.start > 2 || !before.isCapitalized
    default: return true
    }
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// An ASCII letter or any byte of a longer character.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 || self >= 0x80 }
}
