/// The lines that say whose mail is forwarded, when it was sent and what it was about.
struct ForwardedHead {
  /// From the line over the fields, where there is one, to the end of the last field.
  let range: Range<Int>
  let sender: String?
  let date: String?
  let subject: String?
  /// What the line over the fields says.
  let opening: Opening
  /// How many quote marks stand before its lines, as Apple Mail writes them.
  let depth: Int

  enum Opening { case none, original, forwarded }

  /// More lines than these are no head.
  private static let mostLines = 16
  private static let longestLabel = 32
  private static let longestOpening = 120

  /// A line without quote marks and the stars that print it bold.
  fileprivate struct Line {
    let range: Range<Int>
    let depth: Int
    let words: ArraySlice<UInt8>
    let isBlank: Bool
  }

  /// The first head in a text from an offset on; nil where there is none.
  ///
  /// Two fields at least with the sender among them, one of them date or subject, and a third or a line that says
  /// what follows.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func first(in text: [UInt8], from start: Int = 0) -> ForwardedHead? {
    var before: [Line] = []
    var position = start
    while position < text.count {
      let line = line(text, at: position)
      if let label = label(line.words), label.field != .other,
        let head = head(text, at: position, after: before)
      {
        return head
      }
      if !line.isBlank { before = before.suffix(1) + [line] }
      position = line.range.upperBound + 1
    }
    return nil
  }

  private static func head(_ text: [UInt8], at start: Int, after before: [Line]) -> ForwardedHead? {
    var values: [MailWords.Field: String] = [:]
    var count = 0
    var end = start
    var position = start
    var blanks = 0
    var lines = 0
    var depth = 0
    while position < text.count, lines < mostLines, blanks <= 1 {
      let line = line(text, at: position)
      position = line.range.upperBound + 1
      if line.isBlank {
        blanks += 1
        continue
      }
      lines += 1
      if let label = label(line.words), values[label.field] == nil || label.field == .other {
        if count == 0 { depth = line.depth }
        values[label.field] = String(decoding: label.value.prefix(1000), as: UTF8.self)
        count += 1
      } else if blanks > 0 || position >= text.count
        || self.label(self.line(text, at: position).words) == nil
      {
        break
      }
      // A long value goes on in the next line, before another field.
      end = line.range.upperBound
      blanks = 0
    }
    let opening = before.last.map { self.opening($0.words) } ?? .none
    guard values[.sender] != nil, values[.date] != nil || values[.subject] != nil,
      count >= 3 || count >= 2 && opening != .none
    else { return nil }
    let first = opening == .none ? start : before.last?.range.lowerBound ?? start
    return ForwardedHead(
      range: first..<end, sender: values[.sender], date: values[.date],
      subject: values[.subject], opening: opening, depth: depth)
  }

  private static func line(_ text: [UInt8], at start: Int) -> Line {
    let end = text[start...].firstIndex(of: 0x0A) ?? text.count
    var words = text[start..<end].trimmed
    var depth = 0
    while words.first == UInt8(ascii: ">") {
      depth += 1
      words = words.dropFirst().trimmed
    }
    return Line(range: start..<end, depth: depth, words: words, isBlank: words.isEmpty)
  }

  private static func label(
    _ line: ArraySlice<UInt8>
  ) -> (field: MailWords.Field, value: ArraySlice<UInt8>)? {
    let colons: [[UInt8]] = [[UInt8(ascii: ":")], Array("：".utf8)]
    let start = line.prefix(longestLabel)
    for colon in colons {
      guard let place = start.indices.first(where: { line[$0...].starts(with: colon) }) else {
        continue
      }
      let name = line[..<place].filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "|") }[...]
      let label = String(decoding: name.trimmed, as: UTF8.self).lowercased()
      guard let field = MailWords.fields[label] else { continue }
      let value = line[(place + colon.count)...].drop { " \t*|".utf8.contains($0) }
      return (field, value.trimmed)
    }
    return nil
  }

  private static func opening(_ line: ArraySlice<UInt8>) -> Opening {
    guard line.count <= longestOpening else { return .none }
    let words = String(decoding: line, as: UTF8.self).lowercased()
    if MailWords.forwarded.contains(where: words.contains) { return .forwarded }
    if MailWords.original.contains(where: words.contains) { return .original }
    // Outlook draws a line of underscores.
    return line.count >= 10 && line.allSatisfy { $0 == UInt8(ascii: "_") } ? .original : .none
  }
}
