internal import ClaimModel

/// The times named lately, from which "that night" and "the day before" can start.
///
/// A paragraph's end does not end them: news copy has one every sentence or two.
struct TimeContext {
  /// With the sentence that names each, the latest last.
  private var named: [(period: Period, sentence: Int)] = []
  /// The first day of the time last named with its month and year, in this sentence or the last of its block.
  private(set) var dated: CalendarDay?
  private var sentence = 0
  private var datedSentence = 0

  /// So many sentences back a time can still be meant.
  private static let reach = 5
  private static let mostTimes = 8

  /// The times in reach, the latest first.
  var recent: [Period] {
    named.reversed().prefix { sentence - $0.sentence <= Self.reach }.map(\.period)
  }

  mutating func startBlock() {
    sentence += 1
    dated = nil
  }

  mutating func startSentence() {
    sentence += 1
    if sentence - datedSentence > 1 { dated = nil }
  }

  /// - Parameters:
  ///   - isDated: Whether it was named with its month and year.
  ///   - isReport: Whether it is when somebody said so, and not when it happened.
  mutating func name(_ period: Period?, isDated: Bool, isReport: Bool) {
    guard let period, let from = period.from, period.to != nil else { return }
    if !isReport || recent.isEmpty {
      named.append((period, sentence))
      if named.count > Self.mostTimes { named.removeFirst() }
    }
    guard isDated else { return }
    dated = from
    datedSentence = sentence
  }
}
