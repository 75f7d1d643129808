/// A word with what the embeddings need of it.
struct ReadWord {
  let word: EncodedWord
  let surface: Int
  let pieces: [Int]
}

/// Finds the words of a text; Training/words.py states the same rules.
struct WordReader: Sendable {
  private static let quoted = 5

  private let folds: FoldTable
  let pieces: WordPieces

  init(in file: WeightsFile) throws(EncoderError) {
    folds = try FoldTable(in: file)
    pieces = try WordPieces(in: file)
  }

  /// The words of the paragraphs, at most `limit` of them, and the byte at which the limit was met.
  func words(
    in text: [UInt8], paragraphs: [Range<Int>], limit: Int
  ) -> (words: [ReadWord], unreadFrom: Int?) {
    var found: [ReadWord] = []
    for (number, paragraph) in paragraphs.enumerated() {
      var open = OpenParagraph(number: number)
      var at = paragraph.lowerBound
      while at < paragraph.upperBound {
        if found.count >= limit { return (found, at) }
        let (scalar, next) = Self.scalar(of: text, at: at, end: paragraph.upperBound)
        switch CharacterClass(scalar) {
        case .space:
          at = next
        case .alone:
          found.append(open.word(from: at, to: next, first: scalar, of: folded(text, at..<next)))
          at = next
        case .wordPart:
          let end = Self.wordEnd(text, from: next, to: paragraph.upperBound)
          found.append(open.word(from: at, to: end, first: nil, of: folded(text, at..<end)))
          at = end
        }
      }
    }
    return (found, nil)
  }

  private static func wordEnd(_ text: [UInt8], from start: Int, to limit: Int) -> Int {
    var at = start
    while at < limit {
      let (scalar, next) = scalar(of: text, at: at, end: limit)
      guard CharacterClass(scalar) == .wordPart else { break }
      at = next
    }
    return at
  }

  /// A word's pieces and letter case.
  private func folded(_ text: [UInt8], _ range: Range<Int>) -> (pieces: [Int], letters: LetterCase)
  {
    var bytes: [UInt8] = []
    var scalars = 0
    var letters = LetterCase.Counter()
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, next) = Self.scalar(of: text, at: at, end: range.upperBound)
      letters.count(scalar)
      // What is longer than any word that has pieces need not be kept.
      if scalars < 1 << 10 { scalars += folds.append(scalar, to: &bytes) }
      at = next
    }
    return (pieces.pieces(of: bytes, scalars: scalars), letters.letterCase)
  }

  /// The scalar at a byte, and the byte after it; a byte that begins no scalar stands for U+FFFD.
  private static func scalar(
    of text: [UInt8], at start: Int, end: Int
  ) -> (scalar: Unicode.Scalar, next: Int) {
    let first = text[start]
    if first < 0x80 { return (Unicode.Scalar(first), start + 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, start + length <= end else { return ("\u{FFFD}", start + 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in text[(start + 1)..<(start + length)] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", start + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", start + 1) }
    return (scalar, start + length)
  }

  /// The state of quotes inside one paragraph: an opening mark opens, a closing one closes, a straight one toggles.
  private struct OpenParagraph {
    let number: Int
    private var isInside = false

    init(number: Int) { self.number = number }

    mutating func word(
      from start: Int, to end: Int, first: Unicode.Scalar?,
      of folded: (pieces: [Int], letters: LetterCase)
    ) -> ReadWord {
      var isQuoted = isInside
      switch first {
      case "\u{201C}": (isInside, isQuoted) = (true, true)
      case "\u{201D}": (isInside, isQuoted) = (false, true)
      case "\"": (isInside, isQuoted) = (!isInside, true)
      default: break
      }
      return ReadWord(
        word: EncodedWord(start: start, end: end, paragraph: number, isQuoted: isQuoted),
        surface: folded.letters.rawValue + (isQuoted ? WordReader.quoted : 0), pieces: folded.pieces
      )
    }
  }
}
