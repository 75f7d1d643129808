internal import ClaimModel

/// Weekdays that a sentence names one after the other: "arrived on Wednesday, and left on Thursday".
///
/// In the paper of a Wednesday the first would be that very day, and the second the Thursday before it. Told in
/// this order, both lie in the week that has passed.
struct WeekdayOrder {
  private let parser: TimeParser
  /// The weekday last named that was the article's own day, and its place among the expressions.
  private var own: (weekday: Int, tokens: Range<Int>, day: CalendarDay, place: Int)?

  /// The second follows the first within so many days.
  private static let longest = 3

  init(_ parser: TimeParser) { self.parser = parser }

  /// The day of the first weekday and its place, where the second shows that it lies a week earlier.
  ///
  /// - Parameters:
  ///   - place: Of the second among the expressions.
  ///   - period: The days of the second.
  ///   - today: The article's own day.
  /// - Returns: Nil where nothing changes.
  mutating func earlier(
    than mention: TimeFinder.Mention, at place: Int, on period: Period?, today: CalendarDay?
  ) -> (day: CalendarDay, place: Int)? {
    guard case .weekday(let weekday) = mention.value, let day = period?.from, let today else {
      return nil
    }
    let first = own
    own =
      day == today && !parser.followsReport(mention.tokens.lowerBound)
      ? (weekday, mention.tokens, day, place) : nil
    guard let first, day < first.day,
      (1...Self.longest).contains((weekday - first.weekday + 7) % 7),
      isToldInOrder(from: first.tokens.upperBound, to: mention.tokens.lowerBound),
      let moved = first.day.adding(days: -7)
    else { return nil }
    return (moved, first.place)
  }

  /// Whether no sentence ends between two times, and no word turns their order around.
  private func isToldInOrder(from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    return (start..<end).allSatisfy { index in
      if parser.tokens[index].startsSentence { return false }
      switch parser.keyword(index) {
      case .after, .since, .before: return false
      default: return true
      }
    }
  }
}

extension TimeParser {
  /// Whether a verb of saying stands right before a time: "said on Monday", "told reporters Tuesday".
  func followsReport(_ index: Int) -> Bool {
    let before = keyword(index - 1) == .on ? index - 1 : index
    return (max(0, before - 2)..<before).contains { DatedSpeech.verbs.contains(text($0)) }
  }
}

extension TimeValue {
  /// "The next year" beside a past verb, which starts from the time last named.
  var anchoredNext: TimeValue {
    guard case .unit(let unit, offset: 1, isAnchored: false) = self else { return self }
    return .unit(unit, offset: 1, isAnchored: true)
  }

  /// Whether it is a weekday or "today" and the like, by which reports are dated.
  var isRelativeDay: Bool {
    switch self {
    case .weekday: true
    case .unit(.day, _, isAnchored: false): true
    default: false
    }
  }
}
