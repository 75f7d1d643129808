/// What stands at the top and bottom of a document's pages: running heads and feet, page numbers.
enum RunningHeads {
  /// The share of a page's height, at its top and at its bottom, in which they stand.
  private static let margin = 0.12
  /// They stand on so many pages at least, and on this share of them: left and right pages can differ.
  private static let leastPages = 2
  private static let leastShare = 0.4
  /// So many lines at most stand together.
  private static let mostLines = 3
  /// A short line so near to the upper or lower edge is one also where it stands on one page only.
  private static let edge = 0.06
  private static let wordsAtEdge = 8

  /// The lines that are none of these, in their order.
  static func without(_ layout: PDFLayout) -> [PDFLayout.Line] {
    var pagesByKey: [[UInt8]: Set<Int>] = [:]
    var lineCounts: [Int: Int] = [:]
    for line in layout.lines { lineCounts[line.block, default: 0] += 1 }
    let keys = layout.lines.map { line -> [UInt8]? in
      isInMargin(line, layout) && lineCounts[line.block] ?? 0 <= mostLines ? key(line) : nil
    }
    for (line, key) in zip(layout.lines, keys) {
      if let key { pagesByKey[key, default: []].insert(line.page) }
    }
    return zip(layout.lines, keys).filter { line, key in
      guard let key else { return true }
      if isPageNumber(key) || line.page > 0 && isAtEdge(line, layout) { return false }
      let pages = pagesByKey[key]?.count ?? 0
      return pages < leastPages || Double(pages) < leastShare * Double(layout.pages.count)
    }.map(\.0)
  }

  private static func isAtEdge(_ line: PDFLayout.Line, _ layout: PDFLayout) -> Bool {
    let height = layout.pages[line.page].height
    let isOutside = line.box.bottom < height * edge || line.box.top > height * (1 - edge)
    return isOutside && line.text.count { $0 == 0x20 } < wordsAtEdge
      && !Passage(line.text, range: 0..<line.text.count).endsLikeSentence
  }

  private static func isInMargin(_ line: PDFLayout.Line, _ layout: PDFLayout) -> Bool {
    let height = layout.pages[line.page].height
    return line.box.bottom < height * margin || line.box.top > height * (1 - margin)
  }

  /// The words with `#` for every number, in lower case, and the size of their type: a title is not
  /// the running head that repeats it.
  private static func key(_ line: PDFLayout.Line) -> [UInt8] {
    var key: [UInt8] = []
    for byte in line.text {
      if !byte.isASCIIDigit {
        key.append(byte.lowercasedASCII)
      } else if key.last != UInt8(ascii: "#") {
        key.append(UInt8(ascii: "#"))
      }
    }
    let size = line.size.isFinite ? max(0, min(250, line.size)) : 0
    return key + [0, UInt8(size)]
  }

  /// Whether nothing is there but a page's number: `#`, `page # of #`, `- # -`, `#/#`.
  private static func isPageNumber(_ key: [UInt8]) -> Bool {
    guard key.count <= 24 else { return false }
    let words = key.dropLast(2).split {
      $0 == 0x20 || "-/|()[]".utf8.contains($0) || $0 == 0xE2 || 0x80...0x9F ~= $0
    }
    // Three numbers are a date.
    guard 1...2 ~= words.count(where: { $0.elementsEqual("#".utf8) }) else { return false }
    return words.allSatisfy { word in
      ["#", "page", "of", "p", "seite"].contains(String(decoding: word, as: UTF8.self))
    }
  }
}
