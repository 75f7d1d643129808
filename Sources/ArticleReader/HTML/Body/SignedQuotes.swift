/// Block quotes and embedded posts that end with who said it: `— Dara Venn (@daravenn) February 27, 2026`.
///
/// Such a quote becomes one block, its signature on the last line, so that its source stays with its words.
struct SignedQuotes {
  private var quotes: [Int: Int] = [:]

  /// A longer line tells more than a name.
  private static let wordsOfSignature = 16

  /// - Parameter units: Those of the article, in order.
  init(_ page: Page, _ units: [Int]) {
    var unitsOf: [Int: [Int]] = [:]
    for unit in units where page.context(of: unit).contains(.quote) {
      if let quote = page.ancestor(of: unit, where: { $0 == .blockquote }) {
        unitsOf[quote, default: []].append(unit)
      }
    }
    for (quote, units) in unitsOf {
      guard units.count > 1, let last = units.last, Self.isSignature(last, page) else { continue }
      for unit in units { quotes[unit] = quote }
    }
  }

  /// The element of the signed quote that a unit belongs to; nil for other units.
  func quote(of unit: Int) -> Int? { quotes[unit] }

  private static func isSignature(_ unit: Int, _ page: Page) -> Bool {
    guard page.units[unit].words <= wordsOfSignature else { return false }
    let bytes = page.bytes(of: unit)
    return ["—", "–", "― "].contains { bytes.starts(with: Array($0.utf8)) }
  }
}
