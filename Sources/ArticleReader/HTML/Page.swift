/// A page as its paragraphs in document order, with what each element holds summed up.
struct Page {
  let tree: HTMLTree
  /// The characters of all units.
  private(set) var text: [UInt8] = []
  private(set) var units: [PageUnit] = []
  /// What stands around each node, itself included.
  private(set) var contexts: [PageContext]
  /// For each node, the units under it.
  private(set) var unitRanges: [Range<Int32>]
  /// How many elements stand around each node.
  private(set) var depths: [Int32]
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

  init(_ tree: HTMLTree, _ signals: BodySignals) {
    self.tree = tree
    contexts = Array(repeating: [], count: tree.nodes.count)
    unitRanges = Array(repeating: 0..<0, count: tree.nodes.count)
    var builder = UnitBuilder(tree, NameTable(signals))
    builder.run()
    text = builder.text
    units = builder.units
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
    let table = NameTable(signals)
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
          addNames(ElementNames(node, tree, table), node, share: share, signals, to: &context)
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
    let isLarge = share > signals.largestOutside
    let isLayout = isLarge || prose > signals.proseOfLayout
    if tag != .table || !isLayout || context.contains(.table) {
      context.formUnion(Self.context(of: tag))
    }
    if isLarge {
      context.subtract(.outside)
      return
    }
    if Self.isHidden(node, tree) { context.insert(.hidden) }
    if tag == .aside, isPullQuote(unitRanges[node]) {
      context.insert(.pullQuote)
    } else if question != .visibility, signals.usesAsideTags,
      Self.isAside(tag) || tag == .header && prose == 0
    {
      context.insert(.aside)
    }
  }

  /// What the element's class, id and role say.
  private func addNames(
    _ names: ElementNames, _ node: Int, share: Double, _ signals: BodySignals,
    to context: inout PageContext
  ) {
    // The names of these say what the whole page or article is about.
    if [.html, .body, .article, .main].contains(tree.nodes[node].tag) { return }
    if names.isCaption { context.insert(.caption) }
    if names.isPullQuote {
      context.subtract(.outside)
      context.insert(.pullQuote)
    } else if names.isOutside, share <= signals.largestOutside, !names.isBody {
      context.insert(.named)
    }
    if names.isForeign, share <= signals.largestForeign { context.insert(.foreign) }
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

extension ArraySlice<UInt8> {
  /// Whether a text stands in it, letter case of ASCII aside; `part` is in lower case.
  func contains(_ part: StaticString) -> Bool {
    let length = part.utf8CodeUnitCount
    guard count >= length else { return false }
    return (startIndex...(endIndex - length)).contains { self[$0...].startsIgnoringCase(part) }
  }
}

/// One walk over a tree that cuts its text into units.
private struct UnitBuilder {
  private let tree: HTMLTree
  private let names: NameTable
  var text: [UInt8] = []
  var units: [PageUnit] = []
  var unitRanges: [Range<Int32>]

  private var start = 0
  private var linkBytes = 0
  private var boldBytes = 0
  private var breaks = 0
  private var needsSpace = false

  init(_ tree: HTMLTree, _ names: NameTable) {
    self.tree = tree
    self.names = names
    unitRanges = Array(repeating: 0..<0, count: tree.nodes.count)
    text.reserveCapacity(tree.text.count)
  }

  private struct Open {
    let node: Int
    let end: Int
    let owner: Int
    let inLink: Bool
    let inBold: Bool
  }

  mutating func run() {
    var open: [Open] = []
    var node = 0
    while node < tree.nodes.count {
      while let last = open.last, last.end <= node {
        open.removeLast()
        close(last)
      }
      let entry = tree.nodes[node]
      let parent = open.last
      let first = Int32(units.count)
      if entry.tag == .text {
        append(
          tree.text[Int(entry.text.lowerBound)..<Int(entry.text.upperBound)],
          inLink: parent?.inLink ?? false, inBold: parent?.inBold ?? false)
        unitRanges[node] = first..<first
        node += 1
        continue
      }
      if entry.tag == .span, ElementNames(node, tree, names).isOverlay {
        node = Int(entry.end)
        continue
      }
      if entry.tag.isOpaque || entry.tag == .br || entry.tag == .hr {
        unitRanges[node] = first..<first
        if entry.tag == .br { lineBreak(owner: parent?.owner ?? 0) }
        if entry.tag == .hr { flush(owner: parent?.owner ?? 0) }
        node = entry.tag.isOpaque ? Int(entry.end) : node + 1
        continue
      }
      let isBlock = entry.tag.isBlock
      if isBlock { flush(owner: parent?.owner ?? 0) }
      unitRanges[node] = Int32(units.count)..<Int32(units.count)
      open.append(
        Open(
          node: node, end: Int(entry.end), owner: isBlock ? node : parent?.owner ?? node,
          inLink: entry.tag == .a || parent?.inLink ?? false,
          inBold: entry.tag == .b || entry.tag == .strong || parent?.inBold ?? false))
      node += 1
    }
    while let last = open.popLast() { close(last) }
  }

  private mutating func close(_ closed: Open) {
    if tree.nodes[closed.node].tag.isBlock { flush(owner: closed.owner) }
    unitRanges[closed.node] = unitRanges[closed.node].lowerBound..<Int32(units.count)
  }

  private mutating func append(_ characters: ArraySlice<UInt8>, inLink: Bool, inBold: Bool) {
    let before = text.count
    for byte in characters {
      if byte == 0x20 || 0x09...0x0D ~= byte {
        needsSpace = true
        continue
      }
      if breaks > 0 {
        if text.count > start { text.append(0x0A) }
        breaks = 0
      } else if needsSpace, text.count > start {
        text.append(0x20)
      }
      needsSpace = false
      text.append(byte)
    }
    if inLink { linkBytes += text.count - before }
    if inBold { boldBytes += text.count - before }
  }

  private mutating func lineBreak(owner: Int) {
    breaks += 1
    needsSpace = false
    if breaks >= 2 { flush(owner: owner) }
  }

  private mutating func flush(owner: Int) {
    defer {
      start = text.count
      (linkBytes, boldBytes, breaks, needsSpace) = (0, 0, 0, false)
    }
    guard text.count > start else { return }
    let trimmed = text[start...].trimmed
    guard !trimmed.isEmpty else { return }
    let range = trimmed.startIndex..<trimmed.endIndex
    let passage = Passage(text, range: range)
    units.append(
      PageUnit(
        owner: owner, range: range, linkBytes: linkBytes, boldBytes: boldBytes,
        words: passage.words, end: passage.end))
  }
}
