internal import ClaimModel

/// A business year that does not end with December, where the text says when it ends.
struct FiscalYear {
  /// Its last month; the year is called by the calendar year that this lies in.
  let lastMonth: Int

  /// So many tokens after "fiscal year" its end may be told.
  private static let reach = 8

  /// Reads "the fiscal year ended June 30", "fiscal 2019, which ends in June", "runs from July to June"; nil where
  /// the text does not tell.
  ///
  /// - Complexity: O(*n*) in the tokens.
  init?(_ parser: TimeParser) {
    for index in parser.tokens.indices where parser.isFiscal(index) {
      let limit = min(parser.tokens.count, index + Self.reach)
      guard let verb = (index..<limit).first(where: { Self.verbs.contains(parser.text($0)) }) else {
        continue
      }
      let months = (verb + 1..<min(parser.tokens.count, verb + Self.reach)).prefix {
        !parser.tokens[$0].startsSentence
      }.compactMap { place -> Int? in
        guard case .word(.month(let month, _)) = parser.kind(place),
          parser.tokens[place].isCapitalized
        else { return nil }
        return month
      }
      let runs = parser.text(verb).hasPrefix("r")
      guard let month = runs ? months.dropFirst().first : months.first, month < 12 else { continue }
      lastMonth = month
      return
    }
    return nil
  }

  func period(of year: Int) -> Period? {
    Period(year: year - 1, month: lastMonth + 1, months: 12)
  }

  /// The one that holds a day.
  func year(of day: CalendarDay) -> Int { day.month > lastMonth ? day.year + 1 : day.year }

  private static let verbs: Set<String> = [
    "ends", "ended", "ending", "closes", "closed", "closing", "runs", "ran", "running",
  ]
}

extension TimeParser {
  /// Whether a token is "fiscal" or "financial" before a year.
  func isFiscal(_ index: Int) -> Bool {
    guard keyword(index) == .fiscal else { return false }
    return unit(index + 1) == .year || year(at: index + 1) != nil
  }
}
