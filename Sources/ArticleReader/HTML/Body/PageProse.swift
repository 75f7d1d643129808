/// Where the prose of a page is: words in paragraphs, outside links, tables and surroundings.
struct PageProse {
  private let page: Page
  /// Words before each unit, and one entry more.
  private var sums: [Int] = [0]

  init(_ page: Page, _ signals: BodySignals) {
    self.page = page
    sums.reserveCapacity(page.units.count + 1)
    for index in page.units.indices {
      sums.append((sums.last ?? 0) + Self.words(index, page, signals))
    }
  }

  private static func words(_ index: Int, _ page: Page, _ signals: BodySignals) -> Int {
    let unit = page.units[index]
    let excluded = PageContext.outside.union([.table, .code, .heading, .caption])
    guard page.context(of: index).isDisjoint(with: excluded), unit.linkShare < signals.linkShare,
      unit.endsLikeSentence && unit.words >= signals.wordsOfSentence
        || unit.words >= signals.wordsOfProse
    else { return 0 }
    return unit.words
  }

  func words(_ unit: Int) -> Int { sums[unit + 1] - sums[unit] }

  func words(under node: Int) -> Int {
    let range = page.units(under: node)
    return sums[range.upperBound] - sums[range.lowerBound]
  }
}
