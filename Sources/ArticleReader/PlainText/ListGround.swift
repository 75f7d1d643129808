/// Which items of lists are ground for claims wherever they stand, and not the links that pages list.
enum ListGround {
  /// Fewer words without a sentence's end are a link or a thing to buy.
  private static let wordsOfStatement = 4

  /// The places of such items among the passages.
  ///
  /// A list counts as a whole: where half of its items end like sentences or go on with a semicolon, where
  /// a line that ends with a colon leads to it, or, on a text without a page's own words, where its items are longer
  /// than links.
  static func items(
    _ text: [UInt8], _ passages: [Passage], _ kinds: [PassageKind]
  ) -> Set<Int> {
    var found: Set<Int> = []
    let isPage = kinds.contains {
      $0 == .navigation || $0 == .notice(isSectionHeading: true) || $0 == .breadcrumb
    }
    var start = 0
    while start < kinds.count {
      guard kinds[start] == .list else {
        start += 1
        continue
      }
      let run = start..<(kinds[start...].firstIndex { $0 != .list } ?? kinds.count)
      start = run.upperBound
      let before = run.lowerBound > 0 ? kinds[run.lowerBound - 1] : nil
      if before == .notice(isSectionHeading: true) { continue }
      let isLedTo =
        run.lowerBound > 0 && passages[run.lowerBound - 1].end == .colon
        && before != .notice(isSectionHeading: false)
      let stated = run.count { isStatement(text[passages[$0].range], passages[$0]) }
      let words = run.reduce(0) { $0 + passages[$1].words }
      if isLedTo || stated * 2 >= run.count
        || !isPage && words >= wordsOfStatement * run.count
      {
        found.formUnion(run)
      }
    }
    return found
  }

  private static func isStatement(_ bytes: ArraySlice<UInt8>, _ passage: Passage) -> Bool {
    if passage.end == .fullStop { return passage.words >= 2 }
    let words = bytes.split(separator: 0x20).suffix(2)
    // "…; and"
    let last = words.first { $0.last == UInt8(ascii: ";") } ?? words.last ?? []
    return last.last == UInt8(ascii: ";") && passage.words >= 2
  }
}
