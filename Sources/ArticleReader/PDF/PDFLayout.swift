/// The words of a PDF with their places, as `pdftotext -bbox-layout` writes them.
struct PDFLayout {
  /// What the file says about itself; nil where it says nothing.
  private(set) var title: String?
  private(set) var author: String?
  private(set) var created: String?
  private(set) var pages: [Page] = []
  /// Page by page, in the order of pdftotext.
  private(set) var lines: [Line] = []

  private var block = -1

  struct Page {
    let height: Double
  }

  /// A rectangle in points, from the upper left corner of the page.
  struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var height: Double { bottom - top }
    var width: Double { right - left }
  }

  /// Words side by side.
  struct Line {
    let page: Int
    /// The number of the lines that it stands together with.
    var block: Int
    var box: Box
    /// Of its type, in points: the height of its longest word's box.
    let size: Double
    /// Where its longest word stands, whatever is raised beside it.
    let foot: Double
    var firstWordWidth: Double
    /// The words with single spaces; UTF-8 without control characters, ligatures taken apart.
    var text: [UInt8]
    /// Where in `text` words stand after a gap as wide as one between the cells of a table.
    var cells: [Int] = []
    /// Whether it is a row of a table, its cells with bars between them.
    var isRow = false
  }

  /// A gap between words is one between cells from so many times the type's size on.
  private static let cellGap = 1.6

  /// Reads what pdftotext wrote; what is not understood is passed over.
  ///
  /// - Complexity: O(*n*) in the bytes.
  init(_ output: [UInt8]) {
    var tags = TagScanner(output)
    var words: [(box: Box, text: [UInt8])] = []
    while let tag = tags.next() {
      if tag.name != .word {
        add(words)
        words = []
      }
      switch tag.name {
      case .title: title = Self.value(tag.text)
      case .author: author = Self.value(tag.content)
      case .created: created = Self.value(tag.content)
      case .page: pages.append(Page(height: tag.number("height")))
      case .block: block += 1
      case .line: break
      case .word:
        let text = PDFCharacters.plain(tag.text)
        if !text.isEmpty { words.append((tag.box, text)) }
      }
    }
    add(words)
  }

  private mutating func add(_ words: [(box: Box, text: [UInt8])]) {
    guard let first = words.first, let longest = words.max(by: { $0.text.count < $1.text.count }),
      block >= 0, !pages.isEmpty
    else { return }
    var box = first.box
    for word in words { box.formUnion(word.box) }
    // Text that runs up or down the page's edge is no part of the article.
    if words.count > 1 || longest.text.count >= 4, box.height > 2 * box.width { return }
    let text = Array(words.map(\.text).joined(separator: [0x20]))
    let cells = Self.cells(words, size: longest.box.height)
    if let last = lines.last, last.block == block, last.page == pages.count - 1,
      box.left >= last.box.right, abs(box.bottom - last.box.bottom) < 0.3 * last.size
    {
      // A line whose words stand far apart, to fill a narrow column, comes in pieces.
      let start = last.text.count + 1
      let isApart = box.left - last.box.right >= Self.cellGap * last.size
      lines[lines.count - 1].cells += (isApart ? [start] : []) + cells.map { start + $0 }
      lines[lines.count - 1].box.right = box.right
      lines[lines.count - 1].text += [0x20] + text
      return
    }
    lines.append(
      Line(
        page: pages.count - 1, block: block, box: box, size: longest.box.height,
        foot: longest.box.bottom,
        firstWordWidth: first.box.width, text: text, cells: cells))
  }

  /// Where in the joined words those start that stand far from the word before.
  private static func cells(_ words: [(box: Box, text: [UInt8])], size: Double) -> [Int] {
    var cells: [Int] = []
    var start = 0
    for (word, next) in zip(words, words.dropFirst()) {
      start += word.text.count + 1
      if next.box.left - word.box.right >= cellGap * size { cells.append(start) }
    }
    return cells
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> String? {
    let text = PDFCharacters.plain(bytes)[...].trimmed
    return text.isEmpty || text.count > 500 ? nil : String(decoding: text, as: UTF8.self)
  }
}

/// One pass over the tags that count.
private struct TagScanner {
  private let bytes: [UInt8]
  private var position = 0

  enum Name { case title, author, created, page, block, line, word }

  struct Tag {
    let name: Name
    /// What stands between `<` and `>`.
    let attributes: ArraySlice<UInt8>
    /// What stands between it and the next tag.
    let text: ArraySlice<UInt8>

    var box: PDFLayout.Box {
      PDFLayout.Box(
        left: number("xMin"), top: number("yMin"), right: number("xMax"), bottom: number("yMax"))
    }

    var content: ArraySlice<UInt8> { value("content") ?? [] }

    func number(_ name: String) -> Double {
      guard let value = value(name), value.count < 32,
        let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite
      else { return 0 }
      return number
    }

    private func value(_ name: String) -> ArraySlice<UInt8>? {
      let wanted = Array("\(name)=\"".utf8)
      guard let start = attributes.indices.first(where: { attributes[$0...].starts(with: wanted) })
      else { return nil }
      return attributes[(start + wanted.count)...].prefix { $0 != UInt8(ascii: "\"") }
    }
  }

  private static let names: [(start: StaticString, name: Name)] = [
    ("word ", .word), ("line ", .line), ("block ", .block), ("page ", .page), ("title>", .title),
    ("meta name=\"author\"", .author), ("meta name=\"creationdate\"", .created),
  ]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let inside = bytes[(start + 1)...]
      guard let found = Self.names.first(where: { inside.startsIgnoringCase($0.start) }) else {
        position = start + 1
        continue
      }
      let end = inside.firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
      let after = bytes[min(end + 1, bytes.endIndex)...]
      let text = after.prefix { $0 != UInt8(ascii: "<") }
      position = text.endIndex
      return Tag(name: found.name, attributes: bytes[start..<end], text: text)
    }
    return nil
  }
}
