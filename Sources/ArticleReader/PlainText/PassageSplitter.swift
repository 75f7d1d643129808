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

  /// Lines of other widths were not wrapped by a program, or not one by one.
  private static let wrappedWidths = 40...100
  /// Widths of newspaper columns and phones, where more than the width of a line must speak for wrapping.
  private static let narrowWidths = 10...46
  /// Widths that few lines are enough for.
  private static let wideWidths = 50...100
  private static let fewLines = 12
  /// How much shorter than the widest line a wrapped line may be, next word included.
  private static let raggedness = 6
  /// Only so many lines are asked whether they are a date line or byline.
  private static let headLines = 40

  private let text: [UInt8]
  private let lines: [Line]
  private var items: [Int: ListItems.Item] = [:]

  /// - Throws: `tooManyLines`.
  static func passages(of text: [UInt8], limits: Limits) throws(ReaderError) -> [Passage] {
    let splitter = try PassageSplitter(text, limits: limits)
    return splitter.joined().map { Passage(text, range: $0.range, item: $0.item) }
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
    items = ListItems(lines.map { text[$0.range] }, isOpen: isOpen).items
  }

  private typealias Joined = (range: Range<Int>, item: ListItems.Item?)

  private func joined() -> [Joined] {
    if isOneSentence, let first = lines.first, let last = lines.last {
      return [(first.range.lowerBound..<last.range.upperBound, items[0])]
    }
    let wrapWidth = wrapWidth()
    var passages: [Joined] = []
    var firstLine = 0
    for (index, line) in lines.enumerated() {
      let goesOn =
        index > 0
        && (wrapWidth.map { continues(index, wrapWidth: $0) } ?? false
          || isHanging(index, under: firstLine))
      if goesOn, let last = passages.popLast() {
        passages.append((last.range.lowerBound..<line.range.upperBound, last.item))
      } else {
        passages.append((line.range, items[index]))
        firstLine = index
      }
    }
    return passages
  }

  /// Whether a line stands under the words of a list's item, right of its mark.
  private func isHanging(_ index: Int, under first: Int) -> Bool {
    items[first] != nil && items[index] == nil && !lines[index].followsBlankLine
      && lines[index].indent > lines[first].indent
      && !PassageMarks.startsOwnPassage(text[lines[index].range])
  }

  /// Whether the line before one in the same paragraph stops inside a sentence.
  private func isOpen(_ index: Int) -> Bool {
    guard index > 0, !lines[index].followsBlankLine,
      lines[index].indent >= lines[index - 1].indent,
      let last = text[lines[index - 1].range].withoutClosers.last
    else { return false }
    return !".!?:;".utf8.contains(last)
  }

  /// Whether the lines are one sentence broken up, at whatever width: each but the first starts small, only the last ends.
  private var isOneSentence: Bool {
    guard lines.count > 1, endsLikeSentence(lines.count - 1) else { return false }
    return lines.indices.dropLast().allSatisfy { index in
      runsOn(index) && !lines[index + 1].followsBlankLine && !startsOwnPassage(index + 1)
    }
  }

  // MARK: - Hard-wrapped text

  /// The width that the text was wrapped at; nil where every line stands for itself.
  ///
  /// A line of fitting width that ends inside a sentence, with a small letter starting the next, is a
  /// sign of wrapping. A fourth of the lines that have a next one must show it, and hardly a
  /// line may be longer than a program would have left it.
  private func wrapWidth() -> Int? {
    usualWrapWidth() ?? narrowWrapWidth() ?? widthOfFewLines()
  }

  /// The same for a text of so few lines that none starts with a small letter: each that stops inside a sentence
  /// is filled, ends with a small word, and the paragraph ends with a sentence.
  private func widthOfFewLines() -> Int? {
    let open = lines.indices.dropLast().filter {
      !lines[$0 + 1].followsBlankLine && !startsOwnPassage($0 + 1) && !endsLikeSentence($0)
        // "Council closes bridge;" over the line that goes with it.
        && text[lines[$0].range].last != UInt8(ascii: ";")
    }
    guard let widest = open.map({ lines[$0].width }).max(), Self.wideWidths.contains(widest),
      open.count <= Self.fewLines
    else { return nil }
    let isWrapped = open.allSatisfy { index in
      let lastWord = text[lines[index].range].split(separator: 0x20).last ?? []
      let isEnded = (index + 1..<lines.count).first { next in
        next + 1 == lines.count || lines[next + 1].followsBlankLine || startsOwnPassage(next + 1)
      }.map(endsLikeSentence)
      return fills(index, widest) && lastWord.first?.isASCIILowercase == true && isEnded == true
    }
    return isWrapped ? widest : nil
  }

  private func usualWrapWidth() -> Int? {
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

  /// The same for columns too narrow to be told from verse and lists of words by the lines' width alone.
  ///
  /// Lines that stop inside a sentence must be filled, so that the next word had no room, and half of the
  /// paragraphs that have such lines must end with a sentence.
  private func narrowWrapWidth() -> Int? {
    let narrow = lines.indices.filter { Self.narrowWidths.contains(lines[$0].width) }
    let wide = lines.count { $0.width > Self.narrowWidths.upperBound }
    guard wide * 5 <= lines.count else { return nil }
    var listLines: Set<Int> = []
    for index in lines.indices {
      let isInList = !lines[index].followsBlankLine && listLines.contains(index - 1)
      if items[index] != nil || isInList { listLines.insert(index) }
    }
    // Items are often wrapped at widths of their own.
    let pairs = narrow.filter {
      $0 + 1 < lines.count && !lines[$0 + 1].followsBlankLine && !startsOwnPassage($0 + 1)
        && !listLines.contains($0)
    }
    let signs = pairs.filter(runsOn)
    guard signs.count >= 2, signs.count * 4 >= pairs.count,
      let widest = pairs.map({ lines[$0].width }).max(), widest >= Self.narrowestColumn
    else { return nil }
    let filled = signs.count { fills($0, widest) }
    guard filled * 10 >= signs.count * 9 else { return nil }
    var paragraphs = 0
    var ended = 0
    var hasSign = false
    for index in lines.indices {
      if index + 1 < lines.count, !lines[index + 1].followsBlankLine {
        hasSign = hasSign || runsOn(index)
        continue
      }
      if hasSign { paragraphs += 1 }
      if hasSign, endsLikeSentence(index) { ended += 1 }
      hasSign = false
    }
    return ended * 2 >= paragraphs && ended > 0 ? widest : nil
  }

  /// Narrower lines are those of a list of words.
  private static let narrowestColumn = 16

  /// Whether the first word of the next line had no room at the end of a line.
  private func fills(_ index: Int, _ wrapWidth: Int) -> Bool {
    let firstWord = text[lines[index + 1].range].prefix { $0 > 0x20 }
    let width = firstWord.count { $0 & 0xC0 != 0x80 }
    return lines[index].width + 1 + width > wrapWidth - min(Self.raggedness, wrapWidth / 8)
  }

  private func startsOwnPassage(_ index: Int) -> Bool {
    items[index] != nil || PassageMarks.startsOwnPassage(text[lines[index].range])
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
    if startsOwnPassage(index) || PassageMarks.isRule(text[previous.range]) {
      return false
    }
    if text[previous.range].first == UInt8(ascii: "#") { return false }
    if line.indent > previous.indent + 1, items[index - 1] == nil { return false }
    if index < Self.headLines, isHeadLine(index) || isHeadLine(index - 1) { return false }
    if runsOn(index - 1) { return true }
    return fills(index - 1, wrapWidth)
  }

  private func isHeadLine(_ index: Int) -> Bool {
    let bytes = text[lines[index].range]
    let passage = Passage(text, range: lines[index].range)
    return DatedLine(bytes, passage) != nil || Byline(bytes) != nil
  }
}
