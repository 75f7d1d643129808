extension BodyChoice {
  /// Takes the blocks that the scorer finds likely enough; what is hidden and the texts of others never.
  ///
  /// A standfirst and the headings of what is kept need less to be kept, too.
  ///
  /// - Parameters:
  ///   - page: Classified with all signals.
  ///   - byHand: The body by the signals set by hand, which needs less to be kept.
  init(
    scored page: Page, _ features: BlockFeatures, byHand: BodyChoice, _ signals: BodySignals
  ) {
    self.init(page, signals, container: byHand.container)
    let isSmall = features.words < signals.wordsOfSmallPage
    let keptByHand = Set(isSmall ? byHand.units + byHand.captions : byHand.units)
    let open = page.units.indices.filter {
      page.context(of: $0).isDisjoint(with: [.hidden, .foreign])
    }
    var scores = [Double](repeating: -.infinity, count: page.units.count)
    for (unit, score) in zip(open, BlockScorer.standard.scores(of: open, in: features.rows)) {
      scores[unit] = score
    }
    var isKept = page.units.indices.map { unit in
      let least =
        if keptByHand.contains(unit) {
          isSmall ? signals.leastScoreOfSlight : signals.leastScoreOfKept
        } else {
          isSmall || page.context(of: unit).contains(.aside)
            ? signals.leastScoreOutside : signals.leastScore
        }
      return scores[unit] > least
    }
    for unit in page.units.indices
    where !isKept[unit] && scores[unit] > -Double.infinity {
      isKept[unit] =
        features.isLead(unit) || features.isDeck(unit)
        || scores[unit] > signals.leastScoreOfSlight && features.isHeading(unit)
          && isKept.indices.contains(unit + 1) && isKept[unit + 1]
    }
    completeGroups(&isKept)
    keepPosts(&isKept)
    set(page.units.indices.filter { isKept[$0] })
    dropTail()
    findStandfirst(features)
  }

  /// Keeps the rest of a table or list of which enough is kept: half a table is none.
  private func completeGroups(_ isKept: inout [Bool]) {
    var groups: [Int: [Int]] = [:]
    for unit in page.units.indices {
      let context = page.context(of: unit)
      guard context.isDisjoint(with: [.hidden, .foreign]),
        !context.isDisjoint(with: [.table, .list]),
        let group = page.ancestor(of: unit, where: { [.table, .ul, .ol, .dl].contains($0) })
      else { continue }
      groups[group, default: []].append(unit)
    }
    for (group, units) in groups where page.linkShare(under: group) < signals.linkShare {
      let kept = units.count { isKept[$0] }
      let isEnough =
        Double(kept) >= signals.shareOfGroup * Double(units.count) || isMostRows(units, isKept)
      guard isEnough else { continue }
      for unit in units { isKept[unit] = true }
    }
  }

  /// Keeps posts that stand between kept blocks of the body, whatever their classes say, and who signed a kept quote.
  private func keepPosts(_ isKept: inout [Bool]) {
    let body = page.units(under: container)
    if let first = body.first(where: { isKept[$0] }), let last = body.last(where: { isKept[$0] }) {
      for unit in first..<last
      where !isKept[unit] && page.context(of: unit).isDisjoint(with: [.hidden, .foreign])
        && page.context(of: unit).contains(.quote)
      {
        guard let quote = page.ancestor(of: unit, where: { $0 == .blockquote }),
          page.isEmbeddedPost(quote), page.units[unit].linkShare < signals.linkShare
        else { continue }
        isKept[unit] = true
      }
    }
    for unit in SignedQuotes.signatures(page, isKept: isKept) { isKept[unit] = true }
  }

  /// Whether something is kept of enough of a table's rows.
  private func isMostRows(_ units: [Int], _ isKept: [Bool]) -> Bool {
    var rows: Set<Int> = []
    var keptRows: Set<Int> = []
    for unit in units {
      guard let row = page.ancestor(of: unit, where: { $0 == .tr }) else { continue }
      rows.insert(row)
      if isKept[unit] { keptRows.insert(row) }
    }
    return rows.count > 1 && Double(keptRows.count) >= signals.shareOfGroup * Double(rows.count)
  }

  /// Finds the lines above the body that go with the title: few words, and something says what they are.
  private mutating func findStandfirst(_ features: BlockFeatures) {
    let inContainer = page.units(under: container)
    let head = units.prefix { unit in
      !inContainer.contains(unit)
        || features.isDeck(unit)
          && (features.isCalledDeck(unit) || !page.units[unit].endsLikeSentence)
    }
    let words = head.reduce(0) { $0 + page.units[$1].words }
    guard words <= signals.wordsOfStandfirst, head.count < units.count else { return }
    standfirst = Set(head.filter(features.goesWithTitle))
  }
}
