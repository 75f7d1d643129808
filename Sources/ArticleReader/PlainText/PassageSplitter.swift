/// Cuts a text into passages: a line each, or lines joined again where the text is hard-wrapped.
struct PassageSplitter {
  /// Text between line ends, trimmed.
  private struct Line {
    let range: Range<Int>
    /// White space before the text, in bytes.
    let indent: Int
    /// In characters, indent included.
    let width: Int
    let followsBlankLine: Bool
  }

  /// Lines of other widths were not wrapped by a program.
  private static let wrappedWidths = 40...100
  /// How much shorter than the widest line a wrapped line may be, next word included.
  private static let raggedness = 6
  /// Only so many lines are asked whether they are a date line or byline.
  private static let headLines = 40

  private let text: [UInt8]
  private let lines: [Line]

  /// - Throws: `tooManyLines`.
  static func passages(of text: [UInt8], limits: Limits) throws(ReaderError) -> [Passage] {
    let splitter = try PassageSplitter(text, limits: limits)
    return splitter.joined().map { Passage(text, range: $0) }
  }

  private init(_ text: [UInt8], limits: Limits) throws(ReaderError) {
    self.text = text
    var lines: [Line] = []
    var followsBlankLine = true
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let trimmed = text[start..<end].trimmed
      if trimmed.isEmpty {
        followsBlankLine = true
      } else {
        guard lines.count < limits.lines else { throw .tooManyLines(limit: limits.lines) }
        let indent = trimmed.startIndex - start
        let continuations = trimmed.count { $0 & 0xC0 == 0x80 }
        lines.append(
          Line(
            range: trimmed.startIndex..<trimmed.endIndex, indent: indent,
            width: indent + trimmed.count - continuations, followsBlankLine: followsBlankLine))
        followsBlankLine = false
      }
      start = end + 1
    }
    self.lines = lines
  }

  private func joined() -> [Range<Int>] {
    if isOneSentence, let first = lines.first, let last = lines.last {
      return [first.range.lowerBound..<last.range.upperBound]
    }
    let wrapWidth = wrapWidth()
    var ranges: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if let wrapWidth, index > 0, let last = ranges.last, continues(index, wrapWidth: wrapWidth) {
        ranges[ranges.count - 1] = last.lowerBound..<line.range.upperBound
      } else {
        ranges.append(line.range)
      }
    }
    return ranges
  }

  /// Whether the lines are one sentence broken up, at whatever width: each but the first starts small, only the last ends.
  private var isOneSentence: Bool {
    guard lines.count > 1, endsLikeSentence(lines.count - 1) else { return false }
    return lines.indices.dropLast().allSatisfy { index in
      runsOn(index) && !lines[index + 1].followsBlankLine
        && !PassageMarks.startsOwnPassage(text[lines[index + 1].range])
    }
  }

  // MARK: - Hard-wrapped text

  /// The width that the text was wrapped at; nil where every line stands for itself.
  ///
  /// A line of fitting width that ends inside a sentence, with a small letter starting the next, is a
  /// sign of wrapping. A fourth of the lines that have a next one must show it, and hardly a
  /// line may be longer than a program would have left it.
  private func wrapWidth() -> Int? {
    var pairs = 0
    var signs = 0
    var widest = 0
    var tooLong = 0
    for (index, line) in lines.enumerated() {
      if line.width > Self.wrappedWidths.upperBound + 10 { tooLong += 1 }
      guard index + 1 < lines.count, !lines[index + 1].followsBlankLine,
        Self.wrappedWidths.contains(line.width)
      else { continue }
      pairs += 1
      if runsOn(index) {
        signs += 1
        widest = max(widest, line.width)
      }
    }
    guard signs > 0, signs * 4 >= pairs, tooLong * 10 <= lines.count else { return nil }
    return widest
  }

  /// Whether a line ends inside a sentence that the next one goes on with, by its small letter.
  private func runsOn(_ index: Int) -> Bool {
    let next = text[lines[index + 1].range]
    guard next.first?.isASCIILowercase == true else { return false }
    return !endsLikeSentence(index)
  }

  private func endsLikeSentence(_ index: Int) -> Bool {
    guard let last = text[lines[index].range].withoutClosers.last else { return false }
    return ".!?:".utf8.contains(last)
  }

  /// Whether a line belongs to the passage of the line before it.
  private func continues(_ index: Int, wrapWidth: Int) -> Bool {
    let (previous, line) = (lines[index - 1], lines[index])
    guard !line.followsBlankLine, previous.width <= wrapWidth + Self.raggedness else {
      return false
    }
    let bytes = text[line.range]
    if PassageMarks.startsOwnPassage(bytes) || PassageMarks.isRule(text[previous.range]) {
      return false
    }
    if text[previous.range].first == UInt8(ascii: "#") { return false }
    let isItem = PassageMarks.listMarkerWidth(text[previous.range]) != nil
    if line.indent > previous.indent + 1, !isItem { return false }
    if index < Self.headLines, isHeadLine(index) || isHeadLine(index - 1) { return false }
    if runsOn(index - 1) { return true }
    let firstWord = bytes.prefix { $0 > 0x20 }.count
    return previous.width + 1 + firstWord > wrapWidth - Self.raggedness
  }

  private func isHeadLine(_ index: Int) -> Bool {
    let bytes = text[lines[index].range]
    let passage = Passage(text, range: lines[index].range)
    return DatedLine(bytes, passage) != nil || Byline(bytes) != nil
  }
}
