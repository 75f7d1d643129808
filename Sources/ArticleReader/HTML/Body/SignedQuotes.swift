/// Block quotes and embedded posts that end with who said it: `— Dara Venn (@daravenn) February 27, 2026`, or a name in
/// `cite`, in the quote's `footer` or the `figcaption` of its `figure`, or after the words of an embedded post, `Posted by`.
///
/// Such a quote becomes one block, its signature on the last line after a dash, so that its source stays with its words.
struct SignedQuotes {
  private var quotes: [Int: Int] = [:]
  private var bare: Set<Int> = []
  /// How many bytes of a signature say only that a name follows.
  private var labels: [Int: Int] = [:]

  /// A longer line tells more than a name.
  private static let wordsOfSignature = 16
  /// A signature's `cite` is among the last elements of its quote.
  private static let elementsAtEnd = 12

  /// - Parameter units: Those of the article, in order.
  init(_ page: Page, _ units: [Int]) {
    var unitsOf: [Int: [Int]] = [:]
    for unit in units where page.context(of: unit).contains(.quote) {
      if let quote = Self.element(of: unit, page) { unitsOf[quote, default: []].append(unit) }
    }
    for (quote, units) in unitsOf {
      guard units.count > 1, let last = units.last,
        page.units[last].words <= Self.wordsOfSignature
      else { continue }
      guard Self.isSignature(last, of: quote, page) else { continue }
      for unit in units { quotes[unit] = quote }
      if !Self.hasDash(last, page) { bare.insert(last) }
      labels[last] = Self.label(last, page)
    }
  }

  /// The last unit of each quote of which another unit is kept, where it is a signature: it is mostly links.
  static func signatures(_ page: Page, isKept: [Bool]) -> [Int] {
    var quotes: [Int: (last: Int, isKept: Bool)] = [:]
    for unit in page.units.indices where page.context(of: unit).contains(.quote) {
      guard let quote = element(of: unit, page) else { continue }
      let isAnyKept = isKept[unit] || quotes[quote]?.isKept == true
      quotes[quote] = (unit, isAnyKept)
    }
    return quotes.compactMap { quote, units in
      units.isKept && !isKept[units.last] && page.units[units.last].words <= wordsOfSignature
        && isSignature(units.last, of: quote, page) ? units.last : nil
    }
  }

  private static func isSignature(_ unit: Int, of quote: Int, _ page: Page) -> Bool {
    hasDash(unit, page) || label(unit, page) != nil || isNamed(unit, in: quote, page)
  }

  /// The words of a signature without those that say that a name follows.
  func words(_ unit: Int, _ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.dropFirst(labels[unit] ?? 0)
  }

  private static func label(_ unit: Int, _ page: Page) -> Int? {
    let labels: [StaticString] = ["posted by ", "a post shared by ", "post by ", "shared by "]
    return labels.first { page.bytes(of: unit).startsIgnoringCase($0) }?.utf8CodeUnitCount
  }

  /// The element of the signed quote that a unit belongs to; nil for other units.
  func quote(of unit: Int) -> Int? { quotes[unit] }

  /// Whether a unit is a signature that is told by its element alone.
  func lacksDash(_ unit: Int) -> Bool { bare.contains(unit) }

  /// The `figure` around a block quote, else the quote.
  private static func element(of unit: Int, _ page: Page) -> Int? {
    page.ancestor(of: unit) { $0 == .figure } ?? page.ancestor(of: unit) { $0 == .blockquote }
  }

  private static func hasDash(_ unit: Int, _ page: Page) -> Bool {
    let bytes = page.bytes(of: unit)
    return ["—", "–", "― "].contains { bytes.starts(with: Array($0.utf8)) }
  }

  /// Whether an element says that a unit names whose words the quote is.
  private static func isNamed(_ unit: Int, in quote: Int, _ page: Page) -> Bool {
    let bytes = page.bytes(of: unit)
    guard page.units[unit].end == .other, bytes.first?.isASCIILowercase == false else {
      return false
    }
    let tree = page.tree
    if [.footer, .figcaption].contains(tree.nodes[page.units[unit].owner].tag) { return true }
    return tree.subtree(quote).suffix(elementsAtEnd).contains { node in
      guard tree.nodes[node].tag == .cite else { return false }
      let name = Array(MetaTags.line(tree.characters(under: node)).utf8)
      return !name.isEmpty && bytes.starts(with: name)
    }
  }
}
