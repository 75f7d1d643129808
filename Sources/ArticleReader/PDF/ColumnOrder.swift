/// Puts the blocks of pages into reading order: column by column, between what spans the columns.
///
/// pdftotext orders them too, but goes from column to column where paragraphs have space between them.
/// A page is cut into bands that no block reaches over; bands are joined again as long as one gutter
/// runs through them; what stands left of it is read before what stands right of it.
struct ColumnOrder {
  private(set) var lines: [PDFLayout.Line] = []
  /// The boxes of the blocks in their new order, which the lines name.
  private(set) var blocks: [PDFLayout.Box] = []

  /// A gutter is so many points wide at least.
  private static let gutter = 8.0
  /// What stands left of it has so much of the page's width at least, unlike the bullets of a list.
  private static let narrowestSide = 0.12
  /// Two blocks side by side overlap by more points than these.
  private static let overlap = 2.0
  /// A page of more blocks keeps the order it has.
  private static let mostBlocks = 200
  private static let mostCuts = 6

  private struct Piece {
    let block: Int
    var box: PDFLayout.Box
    var lines: [PDFLayout.Line]
  }

  init(_ lines: [PDFLayout.Line]) {
    var page: [Piece] = []
    for line in lines {
      if let last = page.last, last.lines[0].page != line.page {
        append(page)
        page = []
      }
      if let last = page.last, last.block == line.block {
        page[page.count - 1].box.formUnion(line.box)
        page[page.count - 1].lines.append(line)
      } else {
        page.append(Piece(block: line.block, box: line.box, lines: [line]))
      }
    }
    append(page)
  }

  private mutating func append(_ page: [Piece]) {
    let width = Self.width(page)
    let ordered =
      page.count <= Self.mostBlocks ? Self.ordered(page, pageWidth: width, cuts: 0) : page
    for piece in ordered {
      for var line in piece.lines {
        line.block = blocks.count
        lines.append(line)
      }
      blocks.append(piece.box)
    }
  }

  private static func width(_ pieces: [Piece]) -> Double {
    let left = pieces.map(\.box.left).min() ?? 0
    return (pieces.map(\.box.right).max() ?? 0) - left
  }

  private static func ordered(_ pieces: [Piece], pageWidth: Double, cuts: Int) -> [Piece] {
    guard pieces.count > 1, cuts < mostCuts else { return pieces }
    var groups: [(bands: [[Piece]], gutter: Double?)] = []
    for band in bands(pieces) {
      let own = gutter(through: [band], pageWidth)
      if let last = groups.last {
        let shared = gutter(through: last.bands + [band], pageWidth)
        if shared != nil || last.gutter == nil && own == nil {
          groups[groups.count - 1].bands.append(band)
          groups[groups.count - 1].gutter = shared
          continue
        }
      }
      groups.append(([band], own))
    }
    return groups.flatMap { group -> [Piece] in
      let pieces = group.bands.flatMap(\.self)
      guard let gutter = group.gutter else { return pieces }
      return ordered(
        pieces.filter { $0.box.left < gutter }, pageWidth: pageWidth, cuts: cuts + 1)
        + ordered(pieces.filter { $0.box.left >= gutter }, pageWidth: pageWidth, cuts: cuts + 1)
    }
  }

  /// The pieces from the top down, those together that stand side by side.
  private static func bands(_ pieces: [Piece]) -> [[Piece]] {
    var bands: [[(index: Int, piece: Piece)]] = []
    var bottom = -Double.infinity
    for (index, piece) in pieces.enumerated().sorted(by: {
      ($0.element.box.top, $0.offset) < ($1.element.box.top, $1.offset)
    }) {
      if bands.isEmpty || piece.box.top >= bottom - overlap {
        bands.append([(index, piece)])
      } else {
        bands[bands.count - 1].append((index, piece))
      }
      bottom = max(bottom, piece.box.bottom)
    }
    return bands.map { band in band.sorted { $0.index < $1.index }.map(\.piece) }
  }

  /// The middle of the widest upright gap that no piece stands in; nil where there is none, or no band
  /// has text on both sides of it.
  private static func gutter(through bands: [[Piece]], _ pageWidth: Double) -> Double? {
    let boxes = bands.flatMap { $0.map(\.box) }.sorted { $0.left < $1.left }
    guard let first = boxes.first else { return nil }
    var right = first.right
    var best: (width: Double, middle: Double)?
    for box in boxes {
      let width = box.left - right
      if width >= gutter, width > best?.width ?? 0,
        right - first.left >= narrowestSide * pageWidth
      {
        let middle = right + width / 2
        let isShared = bands.contains { band in
          band.contains { $0.box.left < middle } && band.contains { $0.box.left >= middle }
        }
        if isShared { best = (width, middle) }
      }
      right = max(right, box.right)
    }
    return best?.middle
  }
}

extension PDFLayout.Box {
  /// Grows it until it holds another.
  mutating func formUnion(_ other: PDFLayout.Box) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }
}
