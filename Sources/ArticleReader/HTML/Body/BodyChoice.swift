/// Chooses what on a page is the article's own text.
struct BodyChoice {
  /// The units of the article, in order.
  private(set) var units: [Int] = []
  /// Descriptions of pictures between them.
  private(set) var captions: [Int] = []
  /// Those of the units that stand above the body proper and go with the title.
  var standfirst: Set<Int> = []

  let page: Page
  let signals: BodySignals
  /// The element that holds the body by the signals set by hand.
  let container: Int
  private let prose: PageProse

  init(_ page: Page, _ signals: BodySignals) {
    self.page = page
    self.signals = signals
    prose = PageProse(page, signals)
    container = BodyContainer(page, prose, signals).node
    units = page.units(under: container).filter(isKept)
    dropTitle()
    dropTail()
    if let last = units.last {
      captions = page.units(under: container).filter {
        $0 < last && isCaption($0) && !isOutside($0)
      }
    }
  }

  /// Takes nothing yet.
  init(_ page: Page, _ signals: BodySignals, container: Int) {
    self.page = page
    self.signals = signals
    self.container = container
    prose = PageProse(page, signals)
  }

  /// Takes some units, those that describe pictures apart.
  mutating func set(_ chosen: [Int]) {
    captions = chosen.filter(isCaption)
    let apart = Set(captions)
    units = chosen.filter { !apart.contains($0) }
  }

  /// From the first unit of the body proper to the last; nil where there is none.
  var body: Range<Int>? {
    guard let first = units.first, let last = units.last else { return nil }
    return (units.first { !standfirst.contains($0) } ?? first)..<(last + 1)
  }

  /// Takes all that is shown.
  init(allOf page: Page, _ signals: BodySignals) {
    self.page = page
    self.signals = signals
    prose = PageProse(page, signals)
    container = 0
    let shown = page.units.indices.filter { !page.context(of: $0).contains(.hidden) }
    captions = shown.filter { page.context(of: $0).contains(.caption) }
    units = shown.filter { !page.context(of: $0).contains(.caption) }
  }

  /// The bytes of the units.
  var length: Int { (units + captions).reduce(0) { $0 + page.units[$1].range.count } }

  // MARK: - One unit

  private func isOutside(_ unit: Int) -> Bool {
    !page.context(of: unit).isDisjoint(with: .outside)
  }

  private func isKept(_ index: Int) -> Bool {
    let unit = page.units[index]
    if isOutside(index) || isCaption(index) || unit.linkShare > signals.linkShareOfLinks {
      return false
    }
    if PagePhrases.kind(of: page.bytes(of: index), words: unit.words, end: unit.end) != nil {
      return false
    }
    let wordsOutsideLinks = Double(unit.words) * (1 - unit.linkShare)
    if wordsOutsideLinks < Double(signals.wordsOfItem), isInLinkList(index) { return false }
    return unit.linkShare <= signals.linkShare || unit.endsLikeSentence && unit.words >= 8
  }

  private func isInLinkList(_ index: Int) -> Bool {
    guard page.context(of: index).contains(.list),
      let list = page.ancestor(of: index, where: { [.ul, .ol, .dl].contains($0) })
    else { return false }
    return page.units(under: list).count >= 2
      && page.linkShare(under: list) > signals.linkShareOfList
  }

  private func isCaption(_ index: Int) -> Bool {
    let unit = page.units[index]
    if page.context(of: index).contains(.caption) { return true }
    let bytes = page.bytes(of: index)
    return unit.words < 40 && Captions.isCaption(bytes, words: unit.words)
      || Captions.isCounter(bytes) || isBesideImage(index)
  }

  /// Whether a short text shares its element, or the one around, with a picture and nothing else.
  private func isBesideImage(_ index: Int) -> Bool {
    let unit = page.units[index]
    guard unit.words <= signals.wordsBesideImage, !page.context(of: index).contains(.heading) else {
      return false
    }
    var node = unit.owner
    for _ in 0..<2 {
      if page.units(under: node).count > 1 { return false }
      if page.tree.subtree(node).contains(where: { page.tree.nodes[$0].tag == .img }) {
        return true
      }
      guard let parent = page.tree.parent(of: node), parent != container else { return false }
      node = parent
    }
    return false
  }

  // MARK: - Both ends

  /// Drops the title, and what stands above it without being prose.
  private mutating func dropTitle() {
    let isTitle = { (unit: Int) in page.tree.nodes[page.units[unit].owner].tag == .h1 }
    guard let title = units.prefix(6).firstIndex(where: isTitle) else { return }
    units = units[..<title].filter { prose.words($0) > 0 } + units[(title + 1)...]
  }

  /// Drops what ends many pages without belonging to the article: credits, invitations, headings
  /// that nothing follows.
  mutating func dropTail() {
    while units.count > 1, let last = units.last {
      guard
        page.context(of: last).contains(.heading)
          || ClosingNotes.isNote(page.bytes(of: last), words: page.units[last].words)
      else { return }
      units.removeLast()
    }
  }
}
