/// One walk over a tree that cuts its text into units.
struct UnitBuilder {
  private let tree: HTMLTree
  private let names: [NameGroup]
  private let isEnglish: Bool
  var text: [UInt8] = []
  var units: [PageUnit] = []
  var unitRanges: [Range<Int32>]
  var struck: [StruckWords] = []

  private var start = 0
  private var linkBytes = 0
  private var boldBytes = 0
  private var breaks = 0
  private var needsSpace = false

  init(_ tree: HTMLTree, _ names: [NameGroup]) {
    self.tree = tree
    self.names = names
    isEnglish =
      tree.nodes.indices.first.flatMap { tree.value(.lang, of: $0) }?[...]
      .startsIgnoringCase("en") ?? false
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
      if entry.tag == .span, names[node].contains(.overlay) {
        node = Int(entry.end)
        continue
      }
      if entry.tag == .a, isBackReference(node) {
        unitRanges[node] = first..<first
        node = Int(entry.end)
        continue
      }
      if isStruck(node) {
        struck.append(StruckWords(place: text.count, words: words(under: node)))
        unitRanges[node] = first..<first
        node = Int(entry.end)
        continue
      }
      if entry.tag == .sup, appendRaised(node, inLink: parent?.inLink ?? false) {
        unitRanges[node] = first..<first
        node = Int(entry.end)
        continue
      }
      let isOpaque = entry.tag.isOpaque && !(entry.tag == .noscript && tree.showsNoScript)
      if isOpaque || entry.tag == .br || entry.tag == .hr {
        unitRanges[node] = first..<first
        if entry.tag == .br { lineBreak(owner: parent?.owner ?? 0) }
        if entry.tag == .hr { flush(owner: parent?.owner ?? 0) }
        node = isOpaque ? Int(entry.end) : node + 1
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

  private func words(under node: Int) -> [UInt8] {
    Array(MetaTags.line(tree.characters(under: node)).utf8)
  }

  /// No element that is struck out or raised holds more elements.
  private static let mostElements = 200

  /// Whether an element holds few others and at most so many bytes of text.
  private func isShort(_ node: Int, _ longest: Int) -> Bool {
    let subtree = tree.subtree(node)
    guard subtree.count <= Self.mostElements else { return false }
    return subtree.reduce(0) { $0 + tree.nodes[$1].text.count } <= longest
  }

  /// Whether a link leads from a note back to its mark.
  private func isBackReference(_ node: Int) -> Bool {
    tree.value(.class, of: node)?[...].contains("backref") == true
  }

  /// What is raised for longer is other text.
  private static let longestRaised = 60
  /// A longer text is struck out by a tag that nobody closed.
  private static let longestStruck = 3000

  /// Whether an element's text is shown as struck out.
  private func isStruck(_ node: Int) -> Bool {
    switch tree.nodes[node].tag {
    case .del, .s, .strike: break
    default:
      guard !tree.nodes[node].attributes.isEmpty else { return false }
      let hasStyle =
        tree.value(.style, of: node)?[...].contains("line-through") == true
        || names[node].contains(.struck)
        || tree.value(.class, of: node)?[...].contains("line-through") == true
      guard hasStyle else { return false }
    }
    return isShort(node, Self.longestStruck)
  }

  /// Adds what a `sup` holds as a power, or leaves the mark of a note out.
  ///
  /// - Returns: Whether that is all to be done; what is neither is read as other text.
  private mutating func appendRaised(_ node: Int, inLink: Bool) -> Bool {
    guard isShort(node, Self.longestRaised) else { return false }
    let isReference = tree.subtree(node).contains { inner in
      tree.nodes[inner].tag == .a || names[inner].contains(.note)
    }
    let raised = words(under: node)
    let before = needsSpace || breaks > 0 ? [] : text[start...]
    let next = Int(tree.nodes[node].end)
    let isFollowed = next < tree.nodes.count && tree.nodes[next].tag == .text
    let range = isFollowed ? tree.nodes[next].text : 0..<0
    let after = tree.text[Int(range.lowerBound)..<Int(range.upperBound)].prefix(20)
    switch Raised(
      raised[...], between: before, and: after, isReference: isReference || inLink,
      isEnglish: isEnglish)
    {
    case .note: return true
    case .sign(let sign):
      append(sign[...], inLink: false, inBold: false)
      return true
    case .text: return false
    }
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
