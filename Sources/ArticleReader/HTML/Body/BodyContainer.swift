/// Finds the element that holds an article's text.
///
/// Every paragraph of prose counts for the element around it, and less for those further out; the
/// element with the most is chosen. Then a parent is taken when it holds much more prose that looks
/// like the container's: a body that advertisements cut in parts.
struct BodyContainer {
  private(set) var node = 0

  private let page: Page
  private let prose: PageProse
  private let signals: BodySignals

  init(_ page: Page, _ prose: PageProse, _ signals: BodySignals) {
    self.page = page
    self.prose = prose
    self.signals = signals
    node = best()
    widenToUpdates()
    climb()
  }

  /// Takes the element around the updates of a live page, where the best is one of them.
  ///
  /// Teasers of other articles stand beside each other, too; their headings are links, and most of them say no moment.
  private mutating func widenToUpdates() {
    guard page.tree.nodes[node].tag == .article, let parent = page.tree.parent(of: node),
      titles(under: parent) <= 1
    else { return }
    var child = parent + 1
    var updates = 0
    while child < page.tree.subtree(parent).upperBound, updates < 2 {
      if page.tree.nodes[child].tag == .article, isUpdate(child) { updates += 1 }
      child = Int(page.tree.nodes[child].end)
    }
    if updates > 1, isUpdate(node) { node = parent }
  }

  private func isUpdate(_ article: Int) -> Bool {
    guard prose.words(under: article) >= signals.wordsOfSentence,
      page.linkShare(under: article) < signals.linkShareOfList
    else { return false }
    let holdsMoment = page.tree.subtree(article).contains { page.tree.nodes[$0].tag == .time }
    return holdsMoment
      && page.units(under: article).allSatisfy { unit in
        page.tree.nodes[page.units[unit].owner].tag.headingLevel == nil
          || page.units[unit].linkShare < signals.linkShare
      }
  }

  private func best() -> Int {
    let scores = scores()
    var best = 0
    var bestScore = 0.0
    for node in scores.indices where scores[node] > 0 {
      var score = scores[node]
      if signals.usesNames, page.names[node].contains(.body) {
        score *= signals.bodyNameFactor
      }
      if score > bestScore { (best, bestScore) = (node, score) }
    }
    return best
  }

  private func scores() -> [Double] {
    var scores = [Double](repeating: 0, count: page.tree.nodes.count)
    for (index, unit) in page.units.enumerated() where prose.words(index) > 0 {
      let ownerTag = page.tree.nodes[unit.owner].tag
      var node = ownerTag == .p || ownerTag == .li ? page.tree.parent(of: unit.owner) : unit.owner
      var weight = Double(prose.words(index)) * (1 - unit.linkShare)
      if page.context(of: index).contains(.list) { weight *= signals.listFactor }
      for _ in 0..<3 {
        guard let current = node else { break }
        scores[current] += weight
        weight *= signals.decay
        // Teasers of other articles are articles, too; their words must not add up.
        if page.tree.nodes[current].tag == .article { break }
        node = page.tree.parent(of: current)
      }
    }
    return scores
  }

  // MARK: - Climbing

  /// How the container's paragraphs are written, to know more of them by.
  private struct ParagraphKind {
    let tag: HTMLTag
    let depth: Int32
    let name: [UInt8]?
  }

  private mutating func climb() {
    guard let kind = paragraphKind() else { return }
    var words = prose.words(under: node)
    var current = node
    for _ in 0..<signals.highestClimb {
      guard page.tree.nodes[current].tag != .article, let parent = page.tree.parent(of: current),
        titles(under: parent) <= 1
      else { return }
      let gained = gain(in: parent, kind)
      if Double(words + gained.byDepth) > signals.climb * Double(words)
        || Double(words + gained.byName) > signals.climbByName * Double(words)
      {
        node = parent
        words = prose.words(under: parent)
      }
      current = parent
    }
  }

  /// The words of prose under a parent, outside the container, in paragraphs like the container's.
  private func gain(in parent: Int, _ kind: ParagraphKind) -> (byDepth: Int, byName: Int) {
    var byDepth = 0
    var byName = 0
    let inside = page.units(under: node)
    for unit in page.units(under: parent) where !inside.contains(unit) && prose.words(unit) > 0 {
      let owner = page.units[unit].owner
      guard page.tree.nodes[owner].tag == kind.tag else { continue }
      if let name = kind.name, page.tree.value(.class, of: owner) == name {
        byName += prose.words(unit)
        byDepth += prose.words(unit)
      } else if page.depths[owner] == kind.depth {
        byDepth += prose.words(unit)
      }
    }
    return (byDepth, byName)
  }

  /// The kind of the container's paragraphs at the depth where most of its words are.
  private func paragraphKind() -> ParagraphKind? {
    var words: [Int32: Int] = [:]
    for unit in page.units(under: node) {
      words[page.depths[page.units[unit].owner], default: 0] += prose.words(unit)
    }
    guard let depth = words.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let unit = page.units(under: node).first(where: {
        page.depths[page.units[$0].owner] == depth && prose.words($0) > 0
      })
    else { return nil }
    let owner = page.units[unit].owner
    return ParagraphKind(
      tag: page.tree.nodes[owner].tag, depth: depth, name: page.tree.value(.class, of: owner))
  }

  /// The number of `h1` with words under a node, which is above one where several articles stand.
  private func titles(under node: Int) -> Int {
    page.units(under: node).count {
      page.tree.nodes[page.units[$0].owner].tag == .h1 && page.units[$0].words > 3
        && page.context(of: $0).isDisjoint(with: .outside)
    }
  }
}
