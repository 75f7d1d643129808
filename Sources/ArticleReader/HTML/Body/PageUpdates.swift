import ClaimModel

/// The parts of a page that say when they appeared: the updates of a live page.
///
/// An update is the largest element that holds one moment (`time` with a date) and no other; two of them with
/// words of the body make a live page. The moments of an article's head hold no paragraph.
struct PageUpdates {
  /// For each update, its units and its moment, in the page's order.
  private(set) var updates: [(units: Range<Int>, moment: PublicationDate)] = []

  /// A page with more moments is an archive.
  private static let mostMoments = 2000
  private static let leastWords = 4
  /// How many elements around a moment are looked at.
  private static let highestClimb = 64

  init(_ page: Page, _ choice: BodyChoice) {
    guard let body = choice.body else { return }
    let tree = page.tree
    let reach = (body.lowerBound - 3)..<(body.upperBound + 1)
    let moments = tree.nodes.indices.filter {
      tree.nodes[$0].tag == .time && reach.contains(page.units(under: $0).lowerBound)
        && Self.moment($0, tree) != nil
    }
    guard 2...Self.mostMoments ~= moments.count else { return }
    var sums: [Int32] = [0]
    sums.reserveCapacity(tree.nodes.count + 1)
    var next = 0
    for node in tree.nodes.indices {
      let isMoment = next < moments.count && moments[next] == node
      if isMoment { next += 1 }
      sums.append((sums.last ?? 0) + (isMoment ? 1 : 0))
    }
    var wordSums = [Int](repeating: 0, count: page.units.count + 1)
    for unit in choice.units { wordSums[unit + 1] = page.units[unit].words }
    for unit in page.units.indices { wordSums[unit + 1] += wordSums[unit] }
    for node in moments {
      var element = node
      for _ in 0..<Self.highestClimb {
        guard let parent = tree.parent(of: element),
          sums[tree.subtree(parent).upperBound] - sums[parent] == 1
        else { break }
        element = parent
      }
      let units = page.units(under: element)
      let words = wordSums[units.upperBound] - wordSums[units.lowerBound]
      if words >= Self.leastWords, let moment = Self.moment(node, tree) {
        updates.append((units, moment))
      }
    }
    if updates.count < 2 { updates = [] }
  }

  private static func moment(_ node: Int, _ tree: HTMLTree) -> PublicationDate? {
    let value =
      tree.value(.datetime, of: node) ?? Array(MetaTags.line(tree.characters(under: node)).utf8)
    guard value.count <= 100 else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    return PublicationDate(text) ?? WrittenDates(text).publication
  }
}
