package import ClaimModel

/// Cuts text into tokens the way English treebanks of news do, over UTF-8 bytes.
///
/// Clitics stand alone (`do` `n't`, `China` `'s`), hyphenated words and numbers stay whole, a full
/// stop belongs to the abbreviation before it. Linear in the bytes.
package struct Tokenizer: Sendable {
  private let lexicon: Lexicon

  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Appends the tokens of a stretch of text.
  package func tokenize(_ bytes: [UInt8], in span: TextSpan, into tokens: inout [Token]) {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = TokenScanner(bytes: buffer, span: span, lexicon: lexicon)
      scanner.scan(into: &tokens)
    }
  }
}

/// One pass over the bytes of a span.
private struct TokenScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  let lexicon: Lexicon
  var position: Int
  var gap: Token.Shape = [.spaceBefore, .lineBefore, .paragraphBefore]

  init(bytes: UnsafeBufferPointer<UInt8>, span: TextSpan, lexicon: Lexicon) {
    self.bytes = bytes
    self.end = min(span.end, bytes.count)
    self.position = span.start
    self.lexicon = lexicon
  }

  mutating func scan(into tokens: inout [Token]) {
    while position < end {
      let blank = blankLength(at: position)
      if blank > 0 {
        skipBlank(blank)
        continue
      }
      let start = position
      if let (mark, length) = punctuation(at: start) {
        if let (word, shape) = apostropheWord(mark, at: start) {
          position = word
          append(start, word, shape, .none, to: &tokens)
        } else {
          position = start + length
          append(start, position, [], mark, to: &tokens)
        }
      } else {
        scanWord(from: start, into: &tokens)
      }
      gap = []
    }
  }

  private mutating func skipBlank(_ length: Int) {
    if bytes[position] == newline {
      if gap.contains(.lineBefore) { gap.insert(.paragraphBefore) }
      gap.insert(.lineBefore)
    }
    gap.insert(.spaceBefore)
    position += length
  }

  // MARK: Words

  private mutating func scanWord(from start: Int, into tokens: inout [Token]) {
    var cursor = start
    if let addressEnd = address(from: start) {
      position = addressEnd
      append(start, addressEnd, [.address, .hasLetter], .none, to: &tokens)
      return
    }
    if bytes[start] == 0x40 || bytes[start] == 0x23 { cursor += 1 }
    var hasInnerPeriod = false
    while cursor < end {
      let length = wordCharacterLength(at: cursor)
      if length > 0 {
        cursor += length
        continue
      }
      guard cursor > start, joins(at: cursor, hasInnerPeriod: &hasInnerPeriod) else { break }
      cursor += bytes[cursor] < 0x80 ? 1 : 3
    }
    cursor = max(cursor, start + scalarLength(at: start))
    var shape: Token.Shape = []
    if cursor < end, bytes[cursor] == period, takesPeriod(start, cursor, hasInnerPeriod) {
      cursor += 1
      shape.insert(.endsInPeriod)
    }
    position = cursor
    if let cut = cliticStart(start, cursor) {
      append(start, cut, [], .none, to: &tokens)
      gap = []
      append(cut, cursor, .clitic, .none, to: &tokens)
    } else {
      append(start, cursor, shape, .none, to: &tokens)
    }
  }

  /// Whether the mark at a place stands inside a word: between its two neighbours, no space around.
  private func joins(at cursor: Int, hasInnerPeriod: inout Bool) -> Bool {
    let byte = bytes[cursor]
    let length = byte < 0x80 ? 1 : 3
    guard cursor + length < end, wordCharacterLength(at: cursor + length) > 0 else { return false }
    let before = bytes[cursor - 1]
    let after = bytes[cursor + length]
    switch byte {
    case 0x2D, 0x26, 0x27, 0x5F: return true
    case 0xE2: return isCurlyApostrophe(at: cursor)
    case 0x2C, 0x3A: return isDigit(before) && isDigit(after)
    case 0x2F: return isDigit(before) && isDigit(after)
    case period:
      if isDigit(before) && isDigit(after) { return true }
      // "end.Next" is a sentence boundary whose space was lost; "U.S" and "example.com" are words.
      if isLower(before), isUpper(after), !isSingleLetter(before: cursor) { return false }
      if isDigit(before) != isDigit(after) { return false }
      hasInnerPeriod = true
      return true
    default: return false
    }
  }

  private func isSingleLetter(before cursor: Int) -> Bool {
    cursor < 2 || wordCharacterLength(at: cursor - 2) == 0
  }

  private func takesPeriod(_ start: Int, _ cursor: Int, _ hasInnerPeriod: Bool) -> Bool {
    // An ellipsis is not the full stop of an abbreviation.
    if cursor + 1 < end, bytes[cursor + 1] == period { return false }
    if cursor - start == 1, isUpper(bytes[start]) { return true }
    if hasInnerPeriod, cursor - start <= 8,
      bytes[cursor - 2] == period || bytes[start + 1] == period
    {
      return true
    }
    guard cursor - start <= 6 else { return false }
    switch lexicon.abbreviation(hash(start, cursor)) {
    case .none: return false
    case .beforeNumber?: return nextCharacterIsDigit(after: cursor)
    case .capitalizedOnly?: return isUpper(bytes[start])
    case .some: return true
    }
  }

  private func nextCharacterIsDigit(after cursor: Int) -> Bool {
    var next = cursor + 1
    while next < end, bytes[next] == 0x20 { next += 1 }
    return next < end && isDigit(bytes[next])
  }

  /// Where `n't`, `'s` and the like begin in a word; nil where it has none.
  private func cliticStart(_ start: Int, _ cursor: Int) -> Int? {
    let limit = max(start + 1, cursor - 5)
    var place = cursor - 1
    while place >= limit {
      if bytes[place] == 0x27 { break }
      if bytes[place] == 0xE2, isCurlyApostrophe(at: place) { break }
      place -= 1
    }
    guard place >= limit else { return nil }
    let tail = place + (bytes[place] == 0x27 ? 1 : 3)
    let length = cursor - tail
    let first = tail < cursor ? bytes[tail] | 0x20 : 0
    let second = tail + 1 < cursor ? bytes[tail + 1] | 0x20 : 0
    switch (length, first, second) {
    case (1, 0x74, _):
      let before = place - 1
      return before > start && bytes[before] | 0x20 == 0x6E ? before : nil
    case (1, 0x73, _), (1, 0x64, _), (1, 0x6D, _): return place
    case (2, 0x72, 0x65), (2, 0x76, 0x65), (2, 0x6C, 0x6C): return place
    default: return nil
    }
  }

  /// A word that begins with an apostrophe: `'90s`, `n't` and `'s` of text cut at spaces.
  private func apostropheWord(_ mark: Token.Mark, at start: Int) -> (end: Int, Token.Shape)? {
    guard mark == .straightSingle || mark == .closeSingle else { return nil }
    var cursor = start + (bytes[start] == 0x27 ? 1 : 3)
    let letters = cursor
    while cursor < end, cursor - letters < 4, isASCIIWord(bytes[cursor]) { cursor += 1 }
    guard cursor > letters, cursor == end || wordCharacterLength(at: cursor) == 0 else {
      return nil
    }
    if cursor - letters == 3, isDigit(bytes[letters]), bytes[cursor - 1] == 0x73 {
      return (cursor, [.hasDigit])
    }
    let first = bytes[letters] | 0x20
    let second = cursor - letters > 1 ? bytes[letters + 1] | 0x20 : 0
    switch (cursor - letters, first, second) {
    case (1, 0x73, _), (1, 0x64, _), (1, 0x6D, _), (2, 0x72, 0x65), (2, 0x76, 0x65),
      (2, 0x6C, 0x6C):
      return (cursor, .clitic)
    default: return nil
    }
  }

  /// The end of a web or mail address that begins here.
  private func address(from start: Int) -> Int? {
    func begins(_ word: StaticString) -> Bool {
      guard start + word.utf8CodeUnitCount < end else { return false }
      for offset in 0..<word.utf8CodeUnitCount
      where bytes[start + offset] | 0x20 != word.utf8Start[offset] | 0x20 {
        return false
      }
      return true
    }
    guard begins("http://") || begins("https://") || begins("www.") else { return nil }
    var cursor = start
    while cursor < end, bytes[cursor] > 0x20, bytes[cursor] < 0x7F, bytes[cursor] != 0x22,
      bytes[cursor] != 0x3C, bytes[cursor] != 0x3E
    {
      cursor += 1
    }
    while cursor > start, !isASCIIWord(bytes[cursor - 1]), bytes[cursor - 1] != 0x2F { cursor -= 1 }
    return cursor
  }

  // MARK: Making a token

  private func hash(_ start: Int, _ stop: Int) -> UInt64 {
    var hash = WordHash()
    var index = start
    while index < stop {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < stop, isCurlyApostrophe(at: index) {
        hash.add(0x27)
        index += 3
      } else if byte == 0xC3, index + 1 < stop {
        hash.add(byte)
        let next = bytes[index + 1]
        hash.add(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next)
        index += 2
      } else {
        hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      }
    }
    return hash.value
  }

  private func append(
    _ start: Int, _ stop: Int, _ known: Token.Shape, _ mark: Token.Mark, to tokens: inout [Token]
  ) {
    var shape = known.union(gap)
    if mark == .none {
      var digits = 0
      var letters = 0
      var capitals = 0
      var others = 0
      for index in start..<stop {
        let byte = bytes[index]
        if isDigit(byte) {
          digits += 1
        } else if byte >= 0x80 || isLower(byte) || isUpper(byte) {
          letters += 1
          if isUpper(byte) { capitals += 1 }
        } else if byte != 0x2C, byte != period, byte != 0x3A, byte != 0x2F {
          others += 1
        }
        if byte == 0x2D { shape.insert(.hyphenated) }
      }
      if digits > 0 { shape.insert(.hasDigit) }
      if digits > 0, letters == 0, others == 0 { shape.insert(.number) }
      if letters > 0 { shape.insert(.hasLetter) }
      if isUpper(bytes[start]) || isLatin1Capital(at: start) { shape.insert(.capitalized) }
      if capitals >= 2, capitals == letters { shape.insert(.allCapitals) }
      if stop - start == 2, capitals == 1, bytes[start + 1] == period { shape.insert(.initial) }
    }
    var token = Token(start: start, end: stop, hash: hash(start, stop), shape: shape, mark: mark)
    lexicon.describe(&token)
    tokens.append(token)
  }

  // MARK: Characters

  private var newline: UInt8 { 0x0A }
  private var period: UInt8 { 0x2E }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  private func isASCIIWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLower(byte) || isUpper(byte)
  }

  private func isLatin1Capital(at index: Int) -> Bool {
    bytes[index] == 0xC3 && index + 1 < end && bytes[index + 1] <= 0x9E
  }

  private func isCurlyApostrophe(at index: Int) -> Bool {
    index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
  }

  private func scalarLength(at index: Int) -> Int {
    let byte = bytes[index]
    let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    return min(length, end - index)
  }

  /// The length of a letter or digit; 0 for white space and punctuation.
  private func wordCharacterLength(at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return isASCIIWord(byte) ? 1 : 0 }
    if byte < 0xC0 { return 1 }
    if blankLength(at: index) > 0 || punctuation(at: index) != nil { return 0 }
    return scalarLength(at: index)
  }

  private func blankLength(at index: Int) -> Int {
    let byte = bytes[index]
    if byte == 0x20 || byte &- 9 < 5 { return 1 }
    guard byte >= 0xC2, index + 1 < end else { return 0 }
    let second = bytes[index + 1]
    if byte == 0xC2 { return second == 0xA0 || second == 0x85 ? 2 : 0 }
    guard index + 2 < end else { return 0 }
    let third = bytes[index + 2]
    switch (byte, second) {
    case (0xE2, 0x80) where third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF:
      return 3
    case (0xE2, 0x81) where third == 0x9F: return 3
    case (0xE3, 0x80) where third == 0x80: return 3
    case (0xE1, 0x9A) where third == 0x80: return 3
    default: return 0
    }
  }

  /// The punctuation mark at a place with its length; nil for letters and digits.
  private func punctuation(at index: Int) -> (Token.Mark, Int)? {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return nil
    case period:
      let length = run(of: period, from: index)
      return (length > 1 ? .ellipsis : .period, length)
    case 0x3F: return (.question, 1)
    case 0x21: return (.exclamation, 1)
    case 0x2C: return (.comma, 1)
    case 0x3B: return (.semicolon, 1)
    case 0x3A: return (.colon, 1)
    case 0x2D: return (.dash, run(of: 0x2D, from: index))
    case 0x22: return (.straightDouble, 1)
    case 0x27: return run(of: 0x27, from: index) == 2 ? (.straightDouble, 2) : (.straightSingle, 1)
    case 0x60: return run(of: 0x60, from: index) == 2 ? (.openDouble, 2) : (.openSingle, 1)
    case 0x28, 0x5B, 0x7B: return (.openBracket, 1)
    case 0x29, 0x5D, 0x7D: return (.closeBracket, 1)
    case 0x2F: return (.slash, 1)
    case 0x2A: return (.bullet, 1)
    case 0x23, 0x40:
      return index + 1 < end && isASCIIWord(bytes[index + 1]) ? nil : (.symbol, 1)
    case 0x00...0x7F: return (.symbol, 1)
    case 0xC2 where index + 1 < end:
      switch bytes[index + 1] {
      case 0xAB: return (.openDouble, 2)
      case 0xBB: return (.closeDouble, 2)
      case 0xAA, 0xB5, 0xBA: return nil
      case 0xB7: return (.bullet, 2)
      default: return (.symbol, 2)
      }
    case 0xE2 where index + 2 < end: return generalPunctuation(bytes[index + 1], bytes[index + 2])
    case 0xF0...0xF7: return (.symbol, scalarLength(at: index))
    default: return nil
    }
  }

  private func generalPunctuation(_ second: UInt8, _ third: UInt8) -> (Token.Mark, Int)? {
    switch (second, third) {
    case (0x80, 0x90), (0x80, 0x91): return nil
    case (0x80, 0x92...0x95): return (.dash, 3)
    case (0x80, 0x98), (0x80, 0xB9): return (.openSingle, 3)
    case (0x80, 0x99), (0x80, 0xBA): return (.closeSingle, 3)
    case (0x80, 0x9A): return (.openSingle, 3)
    case (0x80, 0x9C), (0x80, 0x9E), (0x80, 0x9F): return (.openDouble, 3)
    case (0x80, 0x9D): return (.closeDouble, 3)
    case (0x80, 0xA2), (0x80, 0xA3), (0x81, 0x83): return (.bullet, 3)
    case (0x80, 0xA6): return (.ellipsis, 3)
    case (0x80, 0x8B...0x8F): return nil
    case (0x97, 0x8F), (0x97, 0xA6), (0x96, 0xAA), (0x96, 0xA0): return (.bullet, 3)
    default: return (.symbol, 3)
    }
  }

  private func run(of byte: UInt8, from index: Int) -> Int {
    var stop = index + 1
    while stop < end, bytes[stop] == byte { stop += 1 }
    return stop - index
  }
}

extension Document {
  /// Cuts the whole text into tokens of one sentence, as training on a treebank wants it.
  package mutating func tokenizeWhole(with tokenizer: Tokenizer) {
    tokens = []
    tokenizer.tokenize(bytes, in: TextSpan(0, bytes.count), into: &tokens)
    sentences =
      tokens.isEmpty
      ? []
      : [Sentence(span: span(of: tokens.indices), tokens: tokens.indices, block: 0, paragraph: 0)]
  }
}
