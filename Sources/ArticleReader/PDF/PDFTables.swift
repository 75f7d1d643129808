/// Finds the tables of a document by their rows, and makes a line of each row.
///
/// A row is text in pieces, side by side: lines of their own, or words far apart in one. Columns of running
/// text stand side by side too, but their pieces are long, or go on from one line to the next.
enum PDFTables {
  /// A table has so many rows at least, and a row so many cells.
  private static let leastRows = 3
  private static let leastCells = 2
  /// Pieces of a row differ in height by at most so much of the type's size.
  private static let sameFoot = 0.5
  /// A cell has at most so many bytes on average.
  private static let longestCell = 30
  /// Rows of one table are so many times the type's size apart at most.
  private static let widestGap = 3.2
  /// Two edges of a column are at most so many points apart.
  private static let sameEdge = 8.0
  /// A page of more lines is left as it is.
  private static let mostLines = 2000

  /// The pieces of one height.
  private typealias Row = [PDFLayout.Line]

  /// The lines with each row of a table in one, `isRow`, where the first of its pieces was.
  ///
  /// - Complexity: O(*n* log *n*) in the lines of each page.
  static func withRows(_ lines: [PDFLayout.Line]) -> [PDFLayout.Line] {
    var result: [PDFLayout.Line] = []
    var nextBlock = (lines.map(\.block).max() ?? 0) + 1
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex { $0.page != lines[start].page } ?? lines.count
      result += page(Array(lines[start..<end]), &nextBlock)
      start = end
    }
    return result
  }

  private static func page(_ lines: [PDFLayout.Line], _ nextBlock: inout Int) -> [PDFLayout.Line] {
    guard lines.count <= mostLines else { return lines }
    let tables = tables(rows(lines))
    guard !tables.isEmpty else { return lines }
    // Pieces that became part of a row, by what tells one line from another.
    var rowOf: [Place: PDFLayout.Line] = [:]
    var firstOf: Set<Place> = []
    for table in tables {
      for row in table {
        guard let line = joined(row, block: nextBlock) else { continue }
        for piece in row { rowOf[Place(piece)] = line }
      }
      nextBlock += 1
    }
    return lines.compactMap { line in
      guard let row = rowOf[Place(line)] else { return line }
      return firstOf.insert(Place(row)).inserted ? row : nil
    }
  }

  private struct Place: Hashable {
    let left: Double
    let foot: Double

    init(_ line: PDFLayout.Line) { (left, foot) = (line.box.left, line.foot) }
  }

  private static func joined(_ row: Row, block: Int) -> PDFLayout.Line? {
    guard var line = row.first else { return nil }
    line.text = Array(row.flatMap(cells).joined(separator: " | ".utf8))
    for piece in row { line.box.formUnion(piece.box) }
    line.block = block
    line.isRow = true
    return line
  }

  private static func cells(_ line: PDFLayout.Line) -> [ArraySlice<UInt8>] {
    var cells: [ArraySlice<UInt8>] = []
    var start = 0
    for cell in line.cells where cell > start && cell <= line.text.count {
      cells.append(line.text[start..<cell].trimmed)
      start = cell
    }
    cells.append(line.text[start...].trimmed)
    return cells
  }

  // MARK: - Rows

  /// The lines of a page from the top down, those of one height together, from left to right.
  private static func rows(_ lines: [PDFLayout.Line]) -> [Row] {
    var rows: [Row] = []
    for line in lines.sorted(by: { ($0.foot, $0.box.left) < ($1.foot, $1.box.left) }) {
      if let last = rows.last?.first, abs(last.foot - line.foot) <= sameFoot * line.size {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.map { $0.sorted { $0.box.left < $1.box.left } }
  }

  private static func tables(_ rows: [Row]) -> [[Row]] {
    var tables: [[Row]] = []
    var run: [Row] = []
    for row in rows {
      if !isRow(row) || !(run.last.map { follows(row, $0) } ?? true) {
        if isTable(run) { tables.append(run) }
        run = []
      }
      if isRow(row) { run.append(row) }
    }
    if isTable(run) { tables.append(run) }
    return tables
  }

  private static func isTable(_ run: [Row]) -> Bool {
    guard run.count >= leastRows else { return false }
    let cells = run.flatMap { $0.flatMap(Self.cells) }
    let bytes = cells.reduce(0) { $0 + $1.count }
    return bytes <= longestCell * cells.count && !isProse(run)
  }

  private static func isRow(_ row: Row) -> Bool {
    row.flatMap(cells).count >= leastCells
      // The bullets of a list stand apart from its items.
      && !(row.first.map { PDFParagraphs.isMark($0.text) } ?? true)
      && zip(row, row.dropFirst()).allSatisfy { $0.box.right < $1.box.left }
  }

  /// Whether a row goes on with the table of the row above: near it, and with a column of it.
  private static func follows(_ row: Row, _ above: Row) -> Bool {
    guard let first = row.first, let last = above.first,
      first.foot - last.foot <= widestGap * first.size
    else { return false }
    return row.contains { cell in
      above.contains { other in
        abs(cell.box.left - other.box.left) <= sameEdge
          || abs(cell.box.right - other.box.right) <= sameEdge
      }
    }
  }

  /// Whether the pieces of a column go on into each other, as sentences in columns do.
  private static func isProse(_ run: [Row]) -> Bool {
    var goesOn = 0
    var pairs = 0
    for (row, next) in zip(run, run.dropFirst()) {
      for piece in row {
        guard
          let below = next.first(where: { abs($0.box.left - piece.box.left) <= sameEdge }),
          let first = below.text.first
        else { continue }
        pairs += 1
        let last = piece.text[...].withoutClosers.last
        let isOpen = last.map { !".!?:".utf8.contains($0) } ?? false
        if first.isASCIILowercase, isOpen { goesOn += 1 }
      }
    }
    return goesOn * 4 > pairs
  }
}
