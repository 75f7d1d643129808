import ClaimModel

/// One change to the words of a claim.
struct StatementEdit: Hashable, Sendable {
  /// The words that it replaces, or the place that it stands at.
  let span: TextSpan
  let keepsWords: Bool
  let addition: String
  /// Whether a space parts it from the words before it.
  var isApart = false
  /// Whether a space parts it from the words after it.
  var isBefore = false

  static func instead(_ span: TextSpan, _ words: String) -> StatementEdit {
    StatementEdit(span: span, keepsWords: false, addition: words)
  }

  /// In place of a verb that hangs on the word before it.
  static func verb(_ span: TextSpan, _ word: String) -> StatementEdit {
    StatementEdit(span: span, keepsWords: false, addition: word, isApart: true)
  }

  static func after(_ span: TextSpan, _ words: String) -> StatementEdit {
    StatementEdit(span: span, keepsWords: true, addition: words, isApart: true)
  }

  /// Before a word, at the beginning of a span.
  static func before(_ span: TextSpan, _ words: String) -> StatementEdit {
    StatementEdit(
      span: TextSpan(span.start, span.start), keepsWords: true, addition: words, isBefore: true)
  }

  /// Writes the words of some spans with the changes in square brackets, as a sentence.
  static func apply(_ edits: [StatementEdit], to spans: [TextSpan], of bytes: [UInt8]) -> String {
    let edits = edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    var next = 0
    var pieces: [[UInt8]] = []
    for span in spans {
      var written: [UInt8] = []
      written.reserveCapacity(span.length + 40)
      var place = span.start
      while next < edits.count, edits[next].span.start < span.end {
        let edit = edits[next]
        next += 1
        guard edit.span.start >= place, edit.span.end <= span.end else { continue }
        let kept = edit.keepsWords ? edit.span.end : edit.span.start
        written += bytes[place..<kept]
        if edit.isApart, written.last != 0x20 { written.append(0x20) }
        written.append(UInt8(ascii: "["))
        written += edit.addition.utf8
        written.append(UInt8(ascii: "]"))
        if edit.isBefore { written.append(0x20) }
        place = edit.span.end
      }
      written += bytes[place..<span.end]
      pieces.append(written)
    }
    let texts = pieces.map { String(decoding: $0, as: UTF8.self) }
    let joined = texts.joined(separator: " ")
    return sentence(
      Array(
        (StatementMarks.paired(joined) == joined
          ? joined : texts.map(StatementMarks.paired).joined(separator: " ")).utf8))
  }

  /// White space made single, the first letter a capital, a mark at the end.
  private static func sentence(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 1)
    for byte in bytes {
      if byte == 0x20 || byte &- 9 < 5 {
        if text.last != 0x20 { text.append(0x20) }
      } else {
        text.append(byte)
      }
    }
    while let last = text.last, last == 0x20 || last == UInt8(ascii: ",") { text.removeLast() }
    dropComma(beforeClosing: &text)
    if let letter = text.firstIndex(where: { $0 > 0x20 && $0 != 0x22 && $0 != 0x5B && $0 != 0x28 }),
      letter < 3, text[letter] &- 0x61 < 26
    {
      text[letter] -= 0x20
    }
    var end = text.count
    while end > 0 {
      if text[end - 1] == 0x22 || text[end - 1] == 0x27 || text[end - 1] == 0x29 {
        end -= 1
      } else if end > 2, text[end - 3] == 0xE2, text[end - 2] == 0x80,
        text[end - 1] == 0x9D || text[end - 1] == 0x99
      {
        end -= 3
      } else {
        break
      }
    }
    if end > 0, ![0x2E, 0x21, 0x3F].contains(text[end - 1]) { text.append(UInt8(ascii: ".")) }
    return String(decoding: text, as: UTF8.self)
  }

  /// "fair," as the last words: a comma only leads on to who said it.
  private static func dropComma(beforeClosing text: inout [UInt8]) {
    var end = text.count
    if end > 1, text[end - 1] == 0x22 {
      end -= 1
    } else if end > 3, text[end - 3] == 0xE2, text[end - 2] == 0x80,
      text[end - 1] == 0x9D || text[end - 1] == 0x99
    {
      end -= 3
    } else if end > 2, text[end - 1] == 0x27, text[end - 2] == 0x27 {
      end -= 2
    }
    if end < text.count, end > 0, text[end - 1] == UInt8(ascii: ",") { text.remove(at: end - 1) }
  }
}
