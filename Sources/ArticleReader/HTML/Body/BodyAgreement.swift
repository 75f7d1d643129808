/// How well a candidate for the body agrees with what else the page shows: its words, the title, the description,
/// and where it stands.
///
/// It decides between bodies that the signals set by hand find when they ask the names of elements and when they do
/// not, so that no name alone can lose a body.
struct BodyAgreement {
  let score: Double

  /// Beyond so many words, more of them say nothing.
  private static let enoughWords = 600
  /// What the whole title in a candidate's text is worth, in doublings of its words; the same for the description.
  private static let worthOfTitle = 2.0
  private static let worthOfDescription = 1.0
  /// What it costs to stand in a `footer`, `aside` or the like, or among comments.
  private static let costOfAside = 4.0
  /// How much better a body must be that is found against the names.
  static let margin = 1.0

  /// - Parameter page: Classified with all signals.
  init(_ choice: BodyChoice, _ page: Page, _ hints: PageHints) {
    var words = 0
    var outside = 0
    var found: Set<UInt64> = []
    for unit in choice.units {
      words += page.units[unit].words
      if !page.context(of: unit).isDisjoint(with: [.aside, .foreign]) {
        outside += page.units[unit].words
      }
      found.formUnion(hints.longWords(page.bytes(of: unit)))
    }
    func share(_ wanted: Set<UInt64>) -> Double {
      wanted.isEmpty ? 0 : Double(wanted.count { found.contains($0) }) / Double(wanted.count)
    }
    let counted = UInt(min(words, Self.enoughWords) + 1)
    let doublings = Double(UInt.bitWidth - 1 - counted.leadingZeroBitCount)
    let isAside = words > 0 && outside * 2 > words
    score =
      doublings + Self.worthOfTitle * share(hints.titleWords)
      + Self.worthOfDescription * share(hints.descriptionWords)
      - (isAside ? Self.costOfAside : 0)
  }
}
