/// A page as its paragraphs in document order, with what each element holds summed up.
struct Page {
  let tree: HTMLTree
  /// The characters of all units.
  private(set) var text: [UInt8] = []
  private(set) var units: [PageUnit] = []
  /// What the page shows as struck out, and is not in `text`, in order.
  private(set) var struck: [StruckWords] = []
  /// What stands around each node, itself included.
  private(set) var contexts: [PageContext]
  /// For each node, the units under it.
  private(set) var unitRanges: [Range<Int32>]
  /// How many elements stand around each node.
  private(set) var depths: [Int32]
  /// What the names of each element say.
  private(set) var names: [NameGroup]
  /// Bytes, and bytes in links, before each unit.
  private var byteSums: [(all: Int, links: Int)] = [(0, 0)]

  /// How much of what the page says about its elements is believed.
  enum Question {
    /// Tags, attributes, classes and ids.
    case everything
    case tags
    /// Only what is hidden.
    case visibility
  }

  init(_ tree: HTMLTree) {
    self.tree = tree
    names = tree.nodes.indices.map { node in
      tree.nodes[node].attributes.isEmpty ? [] : ElementNames(node, tree, .standard).groups
    }
    contexts = Array(repeating: [], count: tree.nodes.count)
    unitRanges = Array(repeating: 0..<0, count: tree.nodes.count)
    var builder = UnitBuilder(tree, names)
    builder.run()
    text = builder.text
    units = builder.units
    struck = builder.struck
    unitRanges = builder.unitRanges
    depths = Array(repeating: 0, count: tree.nodes.count)
    for node in tree.nodes.indices.dropFirst() {
      depths[node] = tree.parent(of: node).map { depths[$0] + 1 } ?? 0
    }
    for unit in units {
      let last = byteSums[byteSums.count - 1]
      byteSums.append((last.all + unit.range.count, last.links + unit.linkBytes))
    }
  }

  /// What stands around a unit.
  func context(of unit: Int) -> PageContext { contexts[units[unit].owner] }

  /// The share of the text under a node that stands in links.
  func linkShare(under node: Int) -> Double {
    let range = units(under: node)
    let (start, end) = (byteSums[range.lowerBound], byteSums[range.upperBound])
    return Double(end.links - start.links) / Double(max(1, end.all - start.all))
  }

  /// The nearest element of some tag around a unit, at most 64 elements away.
  func ancestor(of unit: Int, where isWanted: (HTMLTag) -> Bool) -> Int? {
    var node = units[unit].owner
    for _ in 0..<64 {
      if isWanted(tree.nodes[node].tag) { return node }
      guard let parent = tree.parent(of: node) else { return nil }
      node = parent
    }
    return nil
  }

  func bytes(of unit: Int) -> ArraySlice<UInt8> { text[units[unit].range] }

  func units(under node: Int) -> Range<Int> {
    Int(unitRanges[node].lowerBound)..<Int(unitRanges[node].upperBound)
  }

  /// Says for every element what it is, by its tag, its attributes and its share of the page.
  ///
  /// An element's context holds that of all elements around it.
  mutating func classify(_ signals: BodySignals, asking question: Question) {
    let proseSums = proseSums()
    let total = max(1, proseSums[units.count])
    for node in tree.nodes.indices {
      var context = tree.parent(of: node).map { contexts[$0] } ?? []
      if tree.nodes[node].tag != .text {
        let range = unitRanges[node]
        let prose = proseSums[Int(range.upperBound)] - proseSums[Int(range.lowerBound)]
        let share = Double(prose) / Double(total)
        addTag(node, prose: prose, share: share, signals, question, to: &context)
        if question == .everything {
          addNames(node, share: share, signals, to: &context)
        }
      }
      contexts[node] = context
    }
  }

  /// What the element's tag and attributes say.
  private func addTag(
    _ node: Int, prose: Int, share: Double, _ signals: BodySignals, _ question: Question,
    to context: inout PageContext
  ) {
    let tag = tree.nodes[node].tag
    let isEdge = tag == .nav || tag == .footer
    let largest =
      isEdge || context.contains(.edge) ? signals.largestEdge : signals.largestOutside
    let isLarge = share > largest
    let isLayout = isLarge || prose > signals.proseOfLayout
    if tag != .table || !isLayout || context.contains(.table) {
      let isOfQuote =
        tag == .figure && holdsQuote(node) || tag == .figcaption && context.contains(.quote)
      context.formUnion(isOfQuote ? .quote : Self.context(of: tag))
    }
    if isLarge {
      context.subtract(.outside.union(.edge))
      return
    }
    if isEdge { context.insert(.edge) }
    if Self.isHidden(node, tree) { context.insert(.hidden) }
    if tag == .aside, isPullQuote(unitRanges[node]) {
      context.insert(.pullQuote)
    } else if question != .visibility, signals.usesAsideTags,
      Self.isAside(tag) && !(tag == .footer && context.contains(.quote))
        || tag == .header && prose == 0
    {
      context.insert(.aside)
    }
  }

  /// What the element's class, id and role say.
  private func addNames(
    _ node: Int, share: Double, _ signals: BodySignals, to context: inout PageContext
  ) {
    // The names of these say what the whole page or article is about.
    if [.html, .body, .article, .main].contains(tree.nodes[node].tag) { return }
    let names = names[node]
    if names.contains(.caption) { context.insert(.caption) }
    if names.contains(.pullQuote) {
      context.subtract(.outside)
      context.insert(.pullQuote)
    } else if !names.isDisjoint(with: .outside), share <= signals.largestOutside,
      !names.contains(.body), !(tree.nodes[node].tag == .blockquote && isEmbeddedPost(node))
    {
      context.insert(.named)
    }
    if !names.isDisjoint(with: .foreign), share <= signals.largestForeign {
      context.insert(.foreign)
    }
  }

  /// Whether a block quote is a post of a network, as that network's own markup embeds it.
  func isEmbeddedPost(_ quote: Int) -> Bool {
    guard let name = tree.value(.class, of: quote)?[...] else { return false }
    return ["tweet", "-media", "-embed", "embed-", "fb-"].contains { (part: StaticString) in
      name.contains(part)
    }
  }

  /// A quote stands near the start of its figure.
  private static let elementsBeforeQuote = 20

  /// Whether a `figure` shows a block quote, whose author its caption names.
  private func holdsQuote(_ figure: Int) -> Bool {
    tree.subtree(figure).prefix(Self.elementsBeforeQuote)
      .contains { tree.nodes[$0].tag == .blockquote }
  }

  /// Whether an `aside` holds one text without links and nothing else.
  private func isPullQuote(_ range: Range<Int32>) -> Bool {
    guard range.count == 1 else { return false }
    let unit = units[Int(range.lowerBound)]
    return unit.linkBytes == 0 && 5...60 ~= unit.words
  }

  /// Words of prose before each unit, whatever stands around it.
  private func proseSums() -> [Int] {
    var sums = [0]
    sums.reserveCapacity(units.count + 1)
    for unit in units {
      let isProse = unit.endsLikeSentence && unit.words >= 6 && unit.linkShare < 0.5
      sums.append((sums.last ?? 0) + (isProse ? unit.words : 0))
    }
    return sums
  }

  private static func context(of tag: HTMLTag) -> PageContext {
    switch tag {
    case .li, .dt, .dd: .list
    case .blockquote: .quote
    case .figcaption, .figure, .caption: .caption
    case .table: .table
    case .pre: .code
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    default: []
    }
  }

  private static func isAside(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .nav, .footer, .aside, .form, .button, .option, .address, .dialog, .menu: true
    default: false
    }
  }

  private static func isHidden(_ node: Int, _ tree: HTMLTree) -> Bool {
    for index in tree.nodes[node].attributes {
      let attribute = tree.attributes[Int(index)]
      switch attribute.name {
      case .hidden: return true
      case .ariaHidden: if attribute.value.elementsEqual("true".utf8) { return true }
      case .style:
        let style = attribute.value.filter { $0 != 0x20 }[...]
        if style.contains("display:none") || style.contains("visibility:hidden") { return true }
      default: break
      }
    }
    return false
  }
}
