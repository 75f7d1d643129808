import ClaimModel

/// The dates that a page shows, in its lines and in elements that hold a moment.
struct ShownDates {
  let page: Page
  let order: WrittenDates.Order

  /// A line with a date that says more than this is a sentence of the article or a teaser.
  private static let longestLine = 200
  private static let wordsOfLine = 25
  /// So many units after the body are looked at: "This post was published on …".
  private static let reachBelow = 12

  /// The date in a value of the page's data; nil where it holds none.
  func date(_ text: String?) -> PublicationDate? {
    guard let text, text.utf8.count <= 400 else { return nil }
    return PublicationDate(text) ?? WrittenDates(text, order: order).publication
  }

  func below(_ body: Range<Int>) -> Range<Int> {
    min(
      body.upperBound, page.units.count)..<min(page.units.count, body.upperBound + Self.reachBelow)
  }

  /// The date in the first of some units that has one and says little else.
  ///
  /// - Parameter isLabelled: Whether the line must say that something was published.
  func line(_ units: [Int], isLabelled: Bool) -> PublicationDate? {
    var updated: PublicationDate?
    for unit in units where page.context(of: unit).isDisjoint(with: [.hidden, .foreign]) {
      let bytes = page.bytes(of: unit)
      guard bytes.count <= Self.longestLine, page.units[unit].words <= Self.wordsOfLine,
        bytes.contains(where: \.isASCIIDigit)
      else { continue }
      let dates = WrittenDates(bytes, order: order)
      let matches = dates.matches.filter { $0.date != nil }
      if let match = matches.first(where: { $0.label == .published }) { return match.date }
      if isLabelled { continue }
      if let match = matches.first(where: { $0.label == .none }) { return match.date }
      if updated == nil { updated = matches.first?.date }
    }
    return updated
  }

  /// The first date in an element that is called one, or in a line that holds nothing else.
  func marked() -> PublicationDate? {
    for unit in page.units.indices {
      let context = page.context(of: unit)
      let bytes = page.bytes(of: unit)
      guard context.isDisjoint(with: [.hidden, .foreign, .aside]), bytes.count <= 80,
        bytes.contains(where: \.isASCIIDigit)
      else { continue }
      let dates = WrittenDates(bytes, order: order)
      guard let date = dates.publication else { continue }
      if dates.otherWords.count <= 2 || isNamed(unit) { return date }
    }
    return nil
  }

  private func isNamed(_ unit: Int) -> Bool {
    var node = page.units[unit].owner
    for _ in 0..<3 {
      if page.names[node].contains(.date) { return true }
      guard let parent = page.tree.parent(of: node) else { return false }
      node = parent
    }
    return false
  }

  // MARK: - Elements

  /// The moment of the first `time`, or of the first element that is called one, between title and body, then in or
  /// around the article.
  func moment(_ head: Range<Int>, _ body: Range<Int>) -> PublicationDate? {
    let tree = page.tree
    var first: PublicationDate?
    for node in tree.nodes.indices where isMoment(node) {
      guard page.contexts[node].isDisjoint(with: [.aside, .foreign, .hidden]) else { continue }
      let value =
        tree.value(.datetime, of: node) ?? tree.value(.title, of: node)
        ?? tree.value(.content, of: node)
      var moment = date(value.map { String(decoding: $0, as: UTF8.self) })
      if moment == nil, tree.nodes[node].tag == .time {
        moment = date(MetaTags.line(tree.characters(under: node)))
      }
      guard let moment, moment.day.year >= PageDates.firstYear else { continue }
      if tree.value(.pubdate, of: node) != nil { return moment }
      let unit = page.units(under: node).lowerBound
      if head.contains(unit) || head.upperBound == unit { return moment }
      // Far below the article, moments are those of other articles.
      if first == nil, unit <= body.upperBound + Self.reachBelow { first = moment }
    }
    return first
  }

  /// Whether an element holds a moment in its attributes: `time`, and hCard's `<abbr class="published">`.
  private func isMoment(_ node: Int) -> Bool {
    switch page.tree.nodes[node].tag {
    case .time: true
    case .abbr, .span:
      page.tree.value(.title, of: node) != nil
        && page.tree.value(.class, of: node)?[...].contains("publish") == true
    default: false
    }
  }
}
