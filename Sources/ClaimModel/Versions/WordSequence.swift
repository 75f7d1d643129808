/// The words and marks of a text in reading order, as two versions of it are compared.
///
/// A word is a run of letters and digits, a number with the points and commas in it; every other mark stands alone, and so does every letter of
/// scripts that write without blanks. Blanks are in no word, so a text that only wraps its lines
/// elsewhere has the same words.
struct WordSequence {
  let bytes: [UInt8]
  /// Where each word stands: not empty, in order, without overlap.
  let spans: [TextSpan]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var spans: [TextSpan] = []
    var start: Int?
    var position = 0
    while position < bytes.count {
      let (kind, width) = Self.kind(of: bytes, at: position)
      if kind != .letter, let first = start {
        spans.append(TextSpan(first, position))
        start = nil
      }
      switch kind {
      case .blank: break
      case .letter: start = start ?? position
      case .mark: spans.append(TextSpan(position, position + width))
      }
      position += width
    }
    if let start { spans.append(TextSpan(start, position)) }
    self.bytes = bytes
    self.spans = spans
  }

  /// The words that a span of the text touches, as indices.
  func words(in span: TextSpan) -> Range<Int> {
    let first = firstWord { $0.end > span.start }
    return first..<max(first, firstWord { $0.start >= span.end })
  }

  /// Whether a line begins with each word.
  var lineStarts: [Bool] {
    var end = 0
    return spans.map { span in
      defer { end = span.end }
      return end == 0 || bytes[end..<span.start].contains(UInt8(ascii: "\n"))
    }
  }

  /// The first word for which a condition holds that holds for all after it.
  private func firstWord(where isPast: (TextSpan) -> Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if isPast(spans[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

// MARK: - Characters

extension WordSequence {
  private enum Kind {
    case blank, letter, mark
  }

  /// What the character at a byte is, and how many bytes it has.
  private static func kind(of bytes: [UInt8], at position: Int) -> (Kind, Int) {
    let byte = bytes[position]
    switch byte {
    case 0...0x20, 0x7F: return (.blank, 1)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return (.letter, 1)
    case UInt8(ascii: ","), UInt8(ascii: "."):
      return (isInsideNumber(bytes, at: position) ? .letter : .mark, 1)
    case 0..<0x80: return (.mark, 1)
    case 0xC2 where bytes.count > position + 1 && bytes[position + 1] == 0xA0: return (.blank, 2)
    case 0xC2: return (.mark, width(2, of: bytes, at: position))
    case 0xC3..<0xE0: return (.letter, width(2, of: bytes, at: position))
    // General punctuation: dashes, curly quote marks, ellipses, blanks of many widths.
    case 0xE2: return (.mark, width(3, of: bytes, at: position))
    case 0xE0, 0xE1: return (.letter, width(3, of: bytes, at: position))
    case 0xE3..<0xF0: return (.mark, width(3, of: bytes, at: position))
    default: return (.mark, width(4, of: bytes, at: position))
    }
  }

  private static func isInsideNumber(_ bytes: [UInt8], at position: Int) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return position > 0 && position + 1 < bytes.count && digits ~= bytes[position - 1]
      && digits ~= bytes[position + 1]
  }

  private static func width(_ width: Int, of bytes: [UInt8], at position: Int) -> Int {
    min(width, bytes.count - position)
  }
}

// MARK: - Numbers for words

/// Gives each word a number, the same for the same bytes, in all texts that are counted together.
struct WordNumbers {
  private var numbers: [ArraySlice<UInt8>: Int32] = [:]

  mutating func numbers(of words: WordSequence) -> [Int32] {
    words.spans.map { span in
      let word = words.bytes[span.range]
      if let known = numbers[word] { return known }
      let number = Int32(numbers.count)
      numbers[word] = number
      return number
    }
  }
}
