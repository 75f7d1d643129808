import ClaimModel

/// What the words of a claim show that bears on checking it.
struct ClaimSignals: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let number = ClaimSignals(rawValue: 1 << 0)
  /// A share, a sum, a rate.
  static let amount = ClaimSignals(rawValue: 1 << 1)
  static let namedActor = ClaimSignals(rawValue: 1 << 2)
  static let severalActors = ClaimSignals(rawValue: 1 << 3)
  static let accusation = ClaimSignals(rawValue: 1 << 4)
  static let comparison = ClaimSignals(rawValue: 1 << 5)
  /// A finite verb in the past, or a perfect.
  static let past = ClaimSignals(rawValue: 1 << 6)
  static let cause = ClaimSignals(rawValue: 1 << 7)
  static let rule = ClaimSignals(rawValue: 1 << 8)
  static let prediction = ClaimSignals(rawValue: 1 << 9)
  static let position = ClaimSignals(rawValue: 1 << 10)
  static let opinion = ClaimSignals(rawValue: 1 << 11)
  static let hedge = ClaimSignals(rawValue: 1 << 12)
  static let absolute = ClaimSignals(rawValue: 1 << 13)
  /// A time that is fixed in the calendar.
  static let time = ClaimSignals(rawValue: 1 << 14)
  /// "I", "my", "we".
  static let firstPerson = ClaimSignals(rawValue: 1 << 15)
  /// A verb of saying that is the claim's own.
  static let speech = ClaimSignals(rawValue: 1 << 16)
  static let question = ClaimSignals(rawValue: 1 << 17)
  static let greeting = ClaimSignals(rawValue: 1 << 18)
  /// Fewer than four words.
  static let short = ClaimSignals(rawValue: 1 << 19)
  static let noVerb = ClaimSignals(rawValue: 1 << 20)
  /// Said by somebody in office or by a body.
  static let publicSource = ClaimSignals(rawValue: 1 << 21)
}

extension ClaimSignals {
  /// What one signal is worth, and what it says of the claim's type.
  struct Weight: Sendable {
    let signal: ClaimSignals
    /// Added to the score.
    let weight: Double
    let reason: String
    /// The type that it suggests, and how strongly.
    var type: (ClaimType, Double)?
  }

  /// The whole model: start from `base`, add the weights of the signals found, keep within 0 and 1.
  static let base = 0.3

  static let weights: [Weight] = [
    Weight(signal: .number, weight: 0.15, reason: "number", type: (.quantity, 1)),
    Weight(signal: .amount, weight: 0.15, reason: "amount", type: (.quantity, 1.2)),
    Weight(signal: .namedActor, weight: 0.1, reason: "named"),
    Weight(signal: .severalActors, weight: 0.05, reason: "several named"),
    Weight(signal: .accusation, weight: 0.2, reason: "accusation", type: (.event, 0.5)),
    Weight(signal: .comparison, weight: 0.12, reason: "comparison", type: (.comparison, 2.2)),
    Weight(signal: .past, weight: 0.12, reason: "past event", type: (.event, 1.2)),
    Weight(signal: .cause, weight: 0.1, reason: "cause", type: (.causal, 2.2)),
    Weight(signal: .rule, weight: 0.06, reason: "rule", type: (.rule, 1.1)),
    Weight(signal: .time, weight: 0.06, reason: "time", type: (.event, 0.3)),
    Weight(signal: .absolute, weight: 0.04, reason: "absolute"),
    Weight(signal: .speech, weight: 0.02, reason: "words of somebody", type: (.quote, 1.8)),
    Weight(signal: .publicSource, weight: 0.05, reason: "public source"),
    Weight(signal: .position, weight: -0.04, reason: "position", type: (.position, 1.5)),
    Weight(
      signal: .prediction, weight: -0.12, reason: "about the future", type: (.prediction, 1.9)),
    Weight(signal: .hedge, weight: -0.06, reason: "hedged"),
    Weight(signal: .opinion, weight: -0.2, reason: "opinion", type: (.opinion, 1.7)),
    Weight(signal: .firstPerson, weight: -0.1, reason: "first person", type: (.personal, 0.7)),
    Weight(signal: .short, weight: -0.12, reason: "few words"),
    Weight(signal: .noVerb, weight: -0.15, reason: "no finite verb"),
    Weight(signal: .question, weight: -0.35, reason: "question", type: (.notAClaim, 5)),
    Weight(signal: .greeting, weight: -0.35, reason: "greeting", type: (.notAClaim, 5)),
  ]
}
