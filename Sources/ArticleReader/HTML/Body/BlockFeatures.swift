/// The signals of all blocks of a page, as rows of numbers for `BlockScorer`.
///
/// A row has the columns of `BlockSignal`, then the greatest strength of each of
/// `NameGroup.weighed` among the elements around the block, then `BlockSignal.ofNeighbours` for each
/// of `BlockSignal.neighbours`. A name's strength is 1 less the share of the page's prose under its
/// element: what is said of nearly all of a page says little.
struct BlockFeatures {
  static let ownColumns = BlockSignal.allCases.count + NameGroup.weighed.count
  static let columns =
    ownColumns + BlockSignal.ofNeighbours.count * BlockSignal.neighbours.count

  var rows: [Float] = []

  let page: Page
  let hints: PageHints
  let byHand: BodyChoice
  let byTags: BodyChoice
  var proseSums: [Int] = [0]
  var strengths: [UInt8] = []
  var counts: [UInt64: Int] = [:]
  var seen: Set<UInt64> = []
  var groups: [GroupKey: Group] = [:]
  var kin: [GroupKey: Group] = [:]
  /// For each unit a hash of its element's classes.
  var classes: [UInt64] = []
  var bodyWords: Set<UInt64> = []
  var totalWords = 0
  var titleUnit: Int?
  var articles = 0
  var climbs: [Int32] = []
  /// Pictures before each node.
  var imageSums: [Int32] = [0]

  struct GroupKey: Hashable {
    let parent: Int32
    let tag: HTMLTag
    let names: UInt64
  }

  struct Group {
    var units = 0
    var words = 0
    var prose = 0
    var bytes = 0
    var links = 0
    var inContainer = 0
  }

  /// - Parameters:
  ///   - page: Classified with all signals.
  ///   - hints: What the page calls itself.
  ///   - byHand: The body by the signals set by hand.
  ///   - byTags: The same, with no name asked.
  /// - Complexity: O(*n*) in elements and bytes.
  init(_ page: Page, _ hints: PageHints, byHand: BodyChoice, byTags: BodyChoice) {
    self.page = page
    self.hints = hints
    self.byHand = byHand
    self.byTags = byTags
    classes = page.units.map { unit in
      page.tree.value(.class, of: unit.owner)?.reduce(NameTable.start, NameTable.next) ?? 0
    }
    sumUp()
    weighNames()
    gather()
    rows = [Float](repeating: 0, count: page.units.count * Self.columns)
    let kept = (Self.flags(byHand.units, page), Self.flags(byTags.units, page))
    for unit in page.units.indices { fill(unit, kept) }
    addNeighbours()
  }

  private static func flags(_ units: [Int], _ page: Page) -> [Bool] {
    var flags = [Bool](repeating: false, count: page.units.count)
    for unit in units { flags[unit] = true }
    return flags
  }

  /// The words on the page.
  var words: Int { totalWords }

  private func value(_ unit: Int, _ signal: BlockSignal) -> Float {
    rows[unit * Self.columns + signal.rawValue]
  }

  /// The strength of the names around a unit that say it leads to an article.
  private func leadStrength(_ unit: Int) -> Float {
    guard let column = NameGroup.weighed.firstIndex(where: { $0.group == .lead }) else { return 0 }
    return rows[unit * Self.columns + BlockSignal.allCases.count + column]
  }

  /// Whether a unit between the title and the body is called its lead.
  func isLead(_ unit: Int) -> Bool {
    1...12 ~= value(unit, .afterTitle) && value(unit, .fromContainer) < 0
      && leadStrength(unit) > 0.3 && value(unit, .words) >= 6 && value(unit, .linkShare) < 0.3
      && value(unit, .date) == 0 && value(unit, .isNotice) == 0
  }

  /// Whether a unit inside the body's element, above all of its prose, is called the line that goes with the title.
  func isDeck(_ unit: Int) -> Bool {
    guard let titleUnit, value(unit, .inContainer) > 0 else { return false }
    return 1...6 ~= value(unit, .afterTitle) && (leadStrength(unit) > 0.3 || isCalledDeck(unit))
      && proseSums[unit] == proseSums[titleUnit + 1] && value(unit, .words) >= 4
      && value(unit, .linkShare) < 0.3 && value(unit, .date) + value(unit, .isByline) == 0
      && value(unit, .isNotice) + value(unit, .isSectionHeading) == 0
  }

  /// Whether its own class says that it goes with the title: such a line is none of the text, even as a sentence.
  func isCalledDeck(_ unit: Int) -> Bool {
    guard let name = page.tree.value(.class, of: page.units[unit].owner)?[...] else { return false }
    return ["dek", "deck", "standfirst", "subtitle", "sub-title", "subhead", "strapline"]
      .contains { (part: StaticString) in name.contains(part) }
  }

  /// Whether a unit is a heading in the body's element that heads no links.
  func isHeading(_ unit: Int) -> Bool {
    let level = value(unit, .isHeading2) + value(unit, .isHeading3) + value(unit, .isMinorHeading)
    return level > 0 && value(unit, .inContainer) > 0 && value(unit, .linkShare) < 0.5
      && value(unit, .isNotice) + value(unit, .isSectionHeading) + value(unit, .isInvitation) == 0
  }

  /// Whether something says of a unit above the body that it goes with the title.
  func goesWithTitle(_ unit: Int) -> Bool {
    value(unit, .startsDescription) > 0 || leadStrength(unit) > 0.3 || isCalledDeck(unit)
      || page.context(of: unit).contains(.heading) || value(unit, .boldShare) > 0.9
  }

  // MARK: - Sums

  private mutating func sumUp() {
    proseSums.reserveCapacity(page.units.count + 1)
    for unit in page.units {
      let isProse = unit.endsLikeSentence && unit.words >= 6 && unit.linkShare < 0.5
      proseSums.append((proseSums.last ?? 0) + (isProse ? unit.words : 0))
      totalWords += unit.words
    }
    for node in page.tree.nodes {
      imageSums.append((imageSums.last ?? 0) + (node.tag == .img ? 1 : 0))
    }
    articles = page.tree.nodes.count { $0.tag == .article }
    titleUnit =
      page.units.indices.first { unit in
        page.tree.nodes[page.units[unit].owner].tag == .h1 && hints.isTitle(page.bytes(of: unit))
      } ?? page.units.indices.first { hints.isTitle(page.bytes(of: $0)) }
      ?? page.units.indices.first { page.tree.nodes[page.units[$0].owner].tag == .h1 }
  }

  func prose(under node: Int) -> Int {
    let range = page.units(under: node)
    return proseSums[range.upperBound] - proseSums[range.lowerBound]
  }

  func share(ofProseUnder node: Int) -> Float {
    Float(prose(under: node)) / Float(max(1, proseSums[page.units.count]))
  }

  /// The strength of each group of names for each element, inherited from those around it; and how many
  /// elements lie between an element and the nearest around it that holds the container, too.
  private mutating func weighNames() {
    let tree = page.tree
    let count = NameGroup.weighed.count
    strengths = [UInt8](repeating: 0, count: tree.nodes.count * count)
    climbs = [Int32](repeating: 0, count: tree.nodes.count)
    let container = page.units(under: byHand.container)
    for node in tree.nodes.indices where tree.nodes[node].tag != .text {
      if let parent = tree.parent(of: node) {
        for group in 0..<count {
          strengths[node * count + group] = strengths[parent * count + group]
        }
        let range = page.units(under: node)
        let holdsContainer =
          range.lowerBound <= container.lowerBound && range.upperBound >= container.upperBound
        climbs[node] = holdsContainer || climbs[parent] > 99 ? 0 : climbs[parent] + 1
      }
      let names = page.names[node]
      guard !names.isEmpty, tree.nodes[node].tag != .body, tree.nodes[node].tag != .html else {
        continue
      }
      let strength = UInt8(255 * (1 - share(ofProseUnder: node)))
      for (group, entry) in NameGroup.weighed.enumerated() where names.contains(entry.group) {
        strengths[node * count + group] = max(strengths[node * count + group], strength)
      }
    }
  }

  func key(_ unit: Int, anywhere: Bool) -> GroupKey {
    let owner = page.units[unit].owner
    let parent = anywhere ? -1 : page.tree.nodes[owner].parent
    return GroupKey(parent: parent, tag: page.tree.nodes[owner].tag, names: classes[unit])
  }

  private mutating func gather() {
    let container = page.units(under: byHand.container)
    for (index, unit) in page.units.enumerated() {
      counts[hints.hash(page.bytes(of: index)), default: 0] += 1
      let isInside = container.contains(index)
      if isInside { bodyWords.formUnion(hints.longWords(page.bytes(of: index))) }
      let prose = proseSums[index + 1] - proseSums[index]
      func add(to group: inout Group) {
        group.units += 1
        group.words += unit.words
        group.prose += prose
        group.bytes += unit.range.count
        group.links += unit.linkBytes
        if isInside { group.inContainer += 1 }
      }
      add(to: &groups[key(index, anywhere: false), default: Group()])
      add(to: &kin[key(index, anywhere: true), default: Group()])
    }
  }
}
