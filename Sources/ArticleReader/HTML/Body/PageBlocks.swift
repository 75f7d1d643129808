/// The blocks of a page with their signals, as the training of `BlockScorer` reads them.
package struct PageBlocks {
  package let texts: [String]
  /// For each block, `columns.count` numbers.
  package let rows: [Float]
  /// The names of the columns.
  package static let columns: [String] = {
    let neighbours = BlockSignal.neighbours.flatMap { offset in
      BlockSignal.ofNeighbours.map { "\($0)@\(offset)" }
    }
    return BlockSignal.allCases.map { "\($0)" } + NameGroup.weighed.map { "name " + $0.name }
      + neighbours
  }()

  /// - Parameter bytes: A page as `ArticleFile` loads it.
  package init(_ bytes: [UInt8], signals: BodySignals = .standard) {
    var page = Page(HTMLParser.tree(of: DecodedText(html: bytes, charset: nil).bytes))
    let features = HTMLReader.features(&page, PageHints(MetaTags(page.tree)), signals).features
    texts = page.units.indices.map { String(decoding: page.bytes(of: $0), as: UTF8.self) }
    rows = features.rows
  }
}
