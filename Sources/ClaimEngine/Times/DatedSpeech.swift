internal import ClaimModel

/// Quotations whose day the words beside them name, as in: told the council on 3 June 2015, "Today, I am tired".
///
/// What such a quote says of "today" and "last year" counts from that day.
struct DatedSpeech {
  private var quotes: [(tokens: Range<Int>, day: CalendarDay)] = []

  /// So far from its day the verb of saying may stand, and the day from the quote.
  private static let reach = 14

  /// - Parameters:
  ///   - parser: Of one block.
  ///   - days: The days named with their year, by their tokens.
  init(_ parser: TimeParser, days: [(tokens: Range<Int>, day: CalendarDay)]) {
    guard !days.isEmpty else { return }
    let marks = parser.tokens.indices.filter { parser.isMark($0, "\"") }
    let pairs = stride(from: 0, to: marks.count, by: 2).map { place in
      marks[place]..<(place + 1 < marks.count ? marks[place + 1] : parser.tokens.count)
    }
    for (tokens, day) in days {
      guard let verb = Self.verb(before: tokens.lowerBound, parser) else {
        // "In a letter of 4 July 2016 Osei said: "
        if let verb = Self.verb(after: tokens.upperBound, parser),
          let quote = pairs.first(where: { verb < $0.lowerBound && $0.lowerBound - verb <= 3 })
        {
          quotes.append((quote, day))
        }
        continue
      }
      let after = pairs.first {
        $0.lowerBound >= tokens.upperBound && $0.lowerBound - tokens.upperBound <= 2
      }
      let before = pairs.last {
        $0.upperBound < verb && verb - $0.upperBound <= Self.reach
          && !parser.tokens[$0.upperBound..<verb].dropFirst().contains(where: \.startsSentence)
      }
      if let quote = after ?? before { quotes.append((quote, day)) }
    }
  }

  /// The day on which the words at a token were said; nil where nothing tells.
  func day(at token: Int) -> CalendarDay? {
    quotes.first { $0.tokens.contains(token) }?.day
  }

  /// The verb of saying before a day in its sentence.
  private static func verb(before day: Int, _ parser: TimeParser) -> Int? {
    var index = day - 1
    while index >= max(0, day - reach) {
      if verbs.contains(parser.text(index)) { return index }
      if parser.tokens[index].startsSentence || parser.isMark(index, "\"") { return nil }
      index -= 1
    }
    return nil
  }

  /// The verb of saying after a day in its sentence.
  private static func verb(after day: Int, _ parser: TimeParser) -> Int? {
    (day..<min(parser.tokens.count, day + reach)).prefix {
      !parser.tokens[$0].startsSentence && !parser.isMark($0, "\"")
    }.first { verbs.contains(parser.text($0)) }
  }

  static let verbs: Set<String> = [
    "said", "told", "wrote", "tweeted", "posted", "declared", "announced", "testified", "replied",
    "answered", "promised", "warned", "claimed", "stated", "added", "says", "tells", "writes",
  ]
}
