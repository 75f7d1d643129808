/// The raised numbers in a text that point to its footnotes, which print sets so close that they join the words.
///
/// Only numbers that open a footnote in small type are taken for such marks.
struct FootnoteMarks {
  private var numbers: Set<[UInt8]> = []

  init(_ paragraphs: [PDFParagraphs.Paragraph]) {
    for paragraph in paragraphs where paragraph.type == .small && !paragraph.lines[0].isRow {
      for line in paragraph.lines {
        let number = line.text.prefix(3).prefix(while: \.isASCIIDigit)
        let after = line.text.dropFirst(number.count)
        if 1...2 ~= number.count, after.first == 0x20 || after.first == UInt8(ascii: ".") {
          numbers.insert(Array(number))
        }
      }
    }
  }

  /// The words without the numbers after a letter or the mark that ends a clause: "says.2 The", "dredged1 in".
  func removed(from words: [UInt8]) -> [UInt8] {
    guard !numbers.isEmpty else { return words }
    var text: [UInt8] = []
    text.reserveCapacity(words.count)
    var position = 0
    while position < words.count {
      let run = words[position...].prefix(3).prefix(while: \.isASCIIDigit)
      let end = position + run.count
      if !run.isEmpty, end == words.count || words[end] == 0x20, numbers.contains(Array(run)),
        isAfterWord(text)
      {
        position = end
        continue
      }
      text += run.isEmpty ? words[position...position] : run
      position = max(end, position + 1)
    }
    return text
  }

  /// Whether a text ends with a word of three small letters at least, and perhaps a mark and a closing quote.
  private func isAfterWord(_ text: [UInt8]) -> Bool {
    var rest = text[...].withoutClosers
    guard rest.count == text.count || text.last != 0x20 else { return false }
    if let last = rest.last, ".,;:!?".utf8.contains(last) { rest.removeLast() }
    return rest.count >= 3 && rest.suffix(3).allSatisfy(\.isASCIILowercase)
  }
}
