/// The paragraphs of a PDF, put together from its lines over columns and pages.
///
/// Where a paragraph ends is told by the larger gap, by the
/// indent of the next line, by a last line that had room for more, or by another size of type.
struct PDFParagraphs {
  private(set) var paragraphs: [Paragraph] = []

  struct Paragraph {
    var lines: [PDFLayout.Line]
    let type: TypeSize
    let startsWithMark: Bool
  }

  /// The size of a line's type beside that of most of the document.
  enum TypeSize { case small, usual, large }

  /// From so much of the usual size on, type is large; up to so much it is small.
  static let large = 1.13
  static let small = 0.87
  /// From so much on it is broken where it looks best, and not where the line is full.
  private static let display = 1.25
  /// Two lines are of one size when the smaller is so much of the larger.
  private static let sameSize = 0.92
  /// A gap between the feet of two lines that is so much of the usual one ends a paragraph.
  private static let widerGap = 1.18
  /// The same for large type, of its size.
  private static let widerGapOfLarge = 1.75
  /// An indent is so many times the size of the type.
  private static let indents = 0.7...6.0
  /// So many indented lines make a document that marks its paragraphs in this way.
  private static let leastIndents = 3

  /// The size of most of the type, in points.
  let usualSize: Double
  /// Between the feet of two lines of one paragraph.
  private let usualGap: Double
  private let isIndented: Bool
  private let columns: Columns

  /// - Parameter lines: Without running heads, in the order of pdftotext.
  init(_ lines: [PDFLayout.Line]) {
    let order = ColumnOrder(PDFTables.withRows(lines))
    let lines = order.lines
    let size = Self.mode(lines.map { ($0.size, $0.text.count) })
    let pairs = zip(lines, lines.dropFirst()).filter {
      $0.block == $1.block && Self.isSameSize($0.size, size) && Self.isSameSize($1.size, size)
    }
    usualSize = size
    usualGap = Self.mode(pairs.map { ($1.foot - $0.foot, 1) })
    let columns = Columns(lines, blocks: order.blocks)
    self.columns = columns
    isIndented =
      pairs.count { columns.indent(of: $1).map { Self.indents.contains($0 / size) } ?? false }
      >= Self.leastIndents
    for line in Self.withMarks(lines) { add(line) }
  }

  /// The commonest of some numbers to a tenth, by weight; 0 where there are none.
  private static func mode(_ values: [(value: Double, weight: Int)]) -> Double {
    var weights: [Int: Int] = [:]
    for (value, weight) in values where value > 0 && value < 10_000 {
      weights[Int(value * 10), default: 0] += weight
    }
    let best = weights.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return best.map { Double($0.key) / 10 } ?? 0
  }

  private static func isSameSize(_ one: Double, _ other: Double) -> Bool {
    min(one, other) >= sameSize * max(one, other)
  }

  private func type(of line: PDFLayout.Line) -> TypeSize {
    if line.size >= Self.large * usualSize { return .large }
    return line.size <= Self.small * usualSize ? .small : .usual
  }

  // MARK: - Marks of lists

  /// The lines, with the bullets and numbers that stand apart from their lines put before them.
  private static func withMarks(_ lines: [PDFLayout.Line]) -> [PDFLayout.Line] {
    var lines = lines
    var marks: Set<Int> = []
    for index in lines.indices where isMark(lines[index].text) {
      let mark = lines[index]
      // The line beside it is near in reading order.
      let near = max(0, index - 60)..<min(lines.count, index + 60)
      let beside = near.filter {
        let line = lines[$0]
        return $0 != index && line.page == mark.page && line.box.left >= mark.box.right
          && line.box.left - mark.box.right < 5 * line.size
          && abs(line.box.bottom + line.box.top - mark.box.bottom - mark.box.top) < line.size
      }.min { lines[$0].box.left < lines[$1].box.left }
      guard let beside else { continue }
      lines[beside].text = mark.text + [0x20] + lines[beside].text
      lines[beside].box.left = mark.box.left
      marks.insert(index)
    }
    return lines.indices.filter { !marks.contains($0) }.map { lines[$0] }
  }

  /// Whether a line is nothing but a bullet or the number of an item.
  static func isMark(_ text: [UInt8]) -> Bool {
    text.count <= 4
      && PassageMarks.listMarkerWidth((text + Array(" x".utf8))[...]) == text.count + 1
  }

  // MARK: - Joining

  private mutating func add(_ line: PDFLayout.Line) {
    let type = line.isRow ? .small : type(of: line)
    if let last = paragraphs.last, continues(last, line, type) {
      paragraphs[paragraphs.count - 1].lines.append(line)
      return
    }
    // Footnotes, captions and tables can stand between the two halves of a paragraph.
    if type == .usual, let open = paragraphs.suffix(60).lastIndex(where: { $0.type != .small }),
      open < paragraphs.count - 1,
      continues(paragraphs[open], line, type)
    {
      paragraphs[open].lines.append(line)
      return
    }
    paragraphs.append(
      Paragraph(
        lines: [line], type: type,
        startsWithMark: PassageMarks.listMarkerWidth(line.text[...]) != nil))
  }

  private func continues(
    _ paragraph: Paragraph, _ line: PDFLayout.Line, _ type: TypeSize
  ) -> Bool {
    guard let first = paragraph.lines.first, let last = paragraph.lines.last,
      paragraph.type == type, !last.isRow, !line.isRow, Self.isSameSize(last.size, line.size),
      PassageMarks.listMarkerWidth(line.text[...]) == nil
    else { return false }
    if line.size >= Self.display * usualSize {
      return isBelow(line, last) && !Self.isHeadLine(line) && !Self.isHeadLine(last)
        && line.box.top - last.box.top <= Self.widerGapOfLarge * line.size
    }
    let runsOn =
      !Self.endsSentence(last) && Self.startsSmall(line) || last.text.last == UInt8(ascii: "-")
    if isBelow(line, last) {
      let gap = type == .usual ? max(usualGap, line.size) : 1.25 * line.size
      if line.foot - last.foot > Self.widerGap * gap { return false }
      if runsOn { return true }
      let isFull = columns.isFull(last, before: line)
      if paragraph.startsWithMark {
        return isFull
          && (line.box.left > first.box.left + 1
            || paragraph.lines.count == 1 && line.box.left > first.box.left - 1)
      }
      if columns.indent(of: line).map({ Self.indents.contains($0 / line.size) }) ?? false {
        return isFull && !Self.endsSentence(last)
      }
      return isFull
    }
    // Below a figure in the column.
    if runsOn, line.page == last.page, line.box.top > last.box.bottom,
      line.box.left < last.box.right, line.box.right > last.box.left
    {
      return true
    }
    // The next column or page.
    guard line.page > last.page || line.box.left > last.box.right || line.box.top < last.box.top,
      line.page <= last.page + 1
    else { return false }
    if runsOn { return true }
    guard columns.isFull(last, before: line) else { return false }
    let indent = columns.indent(of: line) ?? 0
    if indent > Self.indents.lowerBound * line.size { return false }
    return !Self.endsSentence(last) || isIndented
  }

  /// Whether a line stands under another in the same column.
  private func isBelow(_ line: PDFLayout.Line, _ last: PDFLayout.Line) -> Bool {
    line.page == last.page && line.box.top > last.box.top + 0.3 * last.size
      && line.box.top < last.box.bottom + 4 * max(last.size, line.size)
      && line.box.left < last.box.right && line.box.right > last.box.left
  }

  private static func endsSentence(_ line: PDFLayout.Line) -> Bool {
    guard let last = line.text[...].withoutClosers.last else { return false }
    return ".!?:".utf8.contains(last) || line.text.suffix(3).elementsEqual("…".utf8)
  }

  /// Whether a line is a byline or a date, which go on with nothing.
  private static func isHeadLine(_ line: PDFLayout.Line) -> Bool {
    let passage = Passage(line.text, range: 0..<line.text.count)
    return Byline(line.text[...]) != nil || DatedLine(line.text[...], passage) != nil
  }

  private static func startsSmall(_ line: PDFLayout.Line) -> Bool {
    line.text.first?.isASCIILowercase ?? false
  }
}

/// How far the lines of a column reach.
private struct Columns {
  /// For each block the edges of its column.
  private var edges: [PDFLayout.Box]
  private let lineCounts: [Int]

  /// A block of fewer lines does not show how wide its column is.
  private static let leastLines = 3
  /// Two blocks of a column start at most so many points apart.
  private static let sameLeft = 40.0

  init(_ lines: [PDFLayout.Line], blocks: [PDFLayout.Box]) {
    var edges = blocks
    var lineCounts = [Int](repeating: 0, count: blocks.count)
    var pages = [Int](repeating: -1, count: blocks.count)
    for line in lines {
      lineCounts[line.block] += 1
      pages[line.block] = line.page
    }
    let shown = blocks.indices.filter { lineCounts[$0] >= Self.leastLines }
    // The nearest block with enough lines, on the page or the next ones, lends its edges.
    var next = 0
    for block in blocks.indices where 1..<Self.leastLines ~= lineCounts[block] {
      while next < shown.count, shown[next] < block { next += 1 }
      let near = shown[max(0, next - 4)..<min(shown.count, next + 4)].filter {
        abs(blocks[$0].left - blocks[block].left) < Self.sameLeft
          && blocks[$0].right >= blocks[block].right - 1
      }
      guard let nearest = near.min(by: { abs($0 - block) < abs($1 - block) }) else { continue }
      edges[block].left = min(edges[block].left, blocks[nearest].left)
      edges[block].right = max(edges[block].right, blocks[nearest].right)
    }
    self.edges = edges
    self.lineCounts = lineCounts
  }

  /// How far a line starts from the left edge of its column; nil where that is not known.
  func indent(of line: PDFLayout.Line) -> Double? {
    lineCounts[line.block] > 1 ? line.box.left - edges[line.block].left : nil
  }

  /// Whether the first word of the next line had no room at the end of this one.
  func isFull(_ line: PDFLayout.Line, before next: PDFLayout.Line) -> Bool {
    line.box.right + next.firstWordWidth + 0.2 * line.size > edges[line.block].right
  }
}
