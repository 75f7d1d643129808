import ClaimModel

/// The words of a text by their places: a word is a longest run of letters, digits and underscores.
struct WordIndex: Sendable {
  /// In reading order.
  let spans: [TextSpan]
  /// The length of the text in bytes.
  var end: Int { bytes.count }
  private let bytes: [UInt8]
  /// For every byte the word that it belongs to; -1 between words.
  private let wordOfByte: [Int]

  init(_ text: String) {
    var spans: [TextSpan] = []
    var wordOfByte = Array(repeating: -1, count: text.utf8.count)
    var offset = 0
    var start: Int?
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if scalar.isPartOfWord {
        start = start ?? offset
        for byte in offset..<offset + length { wordOfByte[byte] = spans.count }
      } else if let first = start {
        spans.append(TextSpan(first, offset))
        start = nil
      }
      offset += length
    }
    if let start { spans.append(TextSpan(start, offset)) }
    self.spans = spans
    self.wordOfByte = wordOfByte
    bytes = Array(text.utf8)
  }

  /// The numbers of the words that some spans touch.
  func words(in spans: [TextSpan]) -> Set<Int> {
    var found: Set<Int> = []
    for span in spans { found.formUnion(wordOfByte[span.range]) }
    found.remove(-1)
    return found
  }

  /// From the first word under a span to the last; nil where it holds none.
  func trimmed(_ span: TextSpan) -> TextSpan? {
    let found = words(in: [span])
    guard let first = found.min(), let last = found.max() else { return nil }
    return TextSpan(spans[first].start, spans[last].end)
  }

  /// The places of some words between two bytes, whatever the white space between them; a place that cuts a
  /// word of the text in two is none.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes of the stretch and of the words.
  func places(of words: String, within stretch: TextSpan) -> [TextSpan] {
    let wanted = Array(words.utf8)
    var found: [TextSpan] = []
    for start in stretch.range where !cutsWord(start) {
      if let end = end(of: wanted, at: start, before: stretch.end), !cutsWord(end) {
        found.append(TextSpan(start, end))
      }
    }
    return found
  }

  private func end(of wanted: [UInt8], at start: Int, before limit: Int) -> Int? {
    var place = start
    for byte in wanted {
      if byte == UInt8(ascii: " ") {
        let gap = place
        while place < limit, bytes[place].isBlank { place += 1 }
        if place == gap { return nil }
      } else {
        guard place < limit, bytes[place] == byte else { return nil }
        place += 1
      }
    }
    return place
  }

  private func cutsWord(_ offset: Int) -> Bool {
    offset > 0 && offset < bytes.count && wordOfByte[offset] >= 0
      && wordOfByte[offset - 1] == wordOfByte[offset]
  }
}

extension Unicode.Scalar {
  fileprivate var isPartOfWord: Bool {
    if self == "_" { return true }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 }
}
