import ClaimModel

/// What the words of a claim show that bears on checking it.
struct ClaimSignals: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

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
  /// "rate", "cost": a figure is near.
  static let measure = ClaimSignals(rawValue: 1 << 22)
  /// A number beside the point: a duration, a price in an attribute, "its three ferries".
  static let detail = ClaimSignals(rawValue: 1 << 23)
  /// The subject is a count or a share: "140 bridges have", "one in five people".
  static let countedSubject = ClaimSignals(rawValue: 1 << 24)
  /// What the subject is said to be is a judgement.
  static let judgement = ClaimSignals(rawValue: 1 << 25)
  /// Harm, refusal, or something left undone.
  static let negativeAct = ClaimSignals(rawValue: 1 << 26)
  /// What a body does by its office.
  static let officialAct = ClaimSignals(rawValue: 1 << 27)
  /// Told to somebody's face: "you moved to the next item".
  static let confrontation = ClaimSignals(rawValue: 1 << 28)
  /// The main verb takes a side.
  static let attitude = ClaimSignals(rawValue: 1 << 29)
  /// Family, sleep and the like.
  static let privateLife = ClaimSignals(rawValue: 1 << 30)
  /// The main verb is a rule's: "allows", "requires".
  static let ruling = ClaimSignals(rawValue: 1 << 31)
  /// Nothing was said: "would not comment", "declined to say".
  static let silence = ClaimSignals(rawValue: 1 << 33)
  /// "Tomorrow", "likely": ahead, where the verb does not look back.
  static let futureWord = ClaimSignals(rawValue: 1 << 34)
  /// The main verb is in the present: that something is so.
  static let state = ClaimSignals(rawValue: 1 << 35)
  /// What a plan or bill would do: to be read in it.
  static let planContent = ClaimSignals(rawValue: 1 << 36)
  /// Two parts without a verb, of which the second says what the first is: "Ana Osei … the mayor".
  static let description = ClaimSignals(rawValue: 1 << 37)
  /// Nothing that anyone could look up: "this is in their heads".
  static let vague = ClaimSignals(rawValue: 1 << 38)
  /// What lies ahead has its day.
  static let scheduled = ClaimSignals(rawValue: 1 << 40)
  /// Wanted from somebody, not said to be so: "urged them to vote".
  static let wanted = ClaimSignals(rawValue: 1 << 39)
  /// "I" or "my" stands before the main verb.
  static let ownExperience = ClaimSignals(rawValue: 1 << 32)
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

  /// The whole model: start from `base`, add the weights of the signals found, a little for each noun,
  /// and keep within 0 and 1.
  static let base = 0.27
  /// Of signals that speak for checking, those beyond so many of the weightiest count half.
  static let fullSignals = 3
  /// Each noun or figure up to so many adds a hundredth, so that of two claims with the same signals the one that says
  /// more comes first.
  static let mostNouns = 5
  /// A type suggested more weakly than this is none: the claim says that something happened or is so.
  static let leastStrength = 0.7

  static let weights: [Weight] = [
    Weight(signal: .number, weight: 0.15, reason: "number", type: (.quantity, 1)),
    Weight(signal: .amount, weight: 0.15, reason: "amount", type: (.quantity, 1.6)),
    Weight(signal: .countedSubject, weight: 0.05, reason: "how many", type: (.quantity, 1)),
    Weight(signal: .measure, weight: 0.05, reason: "measure", type: (.quantity, 0.4)),
    Weight(signal: .detail, weight: 0.02, reason: "number in passing"),
    Weight(signal: .namedActor, weight: 0.1, reason: "named"),
    Weight(signal: .severalActors, weight: 0.05, reason: "several named"),
    Weight(signal: .accusation, weight: 0.2, reason: "accusation", type: (.event, 0.5)),
    Weight(signal: .negativeAct, weight: 0.12, reason: "harm or omission", type: (.event, 0.3)),
    Weight(signal: .confrontation, weight: 0.15, reason: "said to the face", type: (.event, 0.5)),
    Weight(signal: .officialAct, weight: 0.08, reason: "official act", type: (.event, 0.3)),
    Weight(signal: .comparison, weight: 0.12, reason: "comparison", type: (.comparison, 2.2)),
    Weight(signal: .past, weight: 0.12, reason: "past event", type: (.event, 1.2)),
    Weight(signal: .state, weight: 0.05, reason: "what is so", type: (.event, 0.9)),
    Weight(
      signal: .description, weight: 0.05, reason: "who or what it is", type: (.event, 0.9)),
    Weight(signal: .planContent, weight: 0.04, reason: "what a plan says", type: (.rule, 2)),
    Weight(signal: .wanted, weight: -0.05, reason: "wanted", type: (.position, 2.6)),
    Weight(signal: .vague, weight: -0.05, reason: "nothing named"),
    Weight(signal: .cause, weight: 0.1, reason: "cause", type: (.causal, 2.4)),
    Weight(signal: .rule, weight: 0.06, reason: "rule", type: (.rule, 0.6)),
    Weight(signal: .ruling, weight: 0.02, reason: "what a rule says", type: (.rule, 1.5)),
    Weight(signal: .time, weight: 0.06, reason: "time", type: (.event, 0.3)),
    Weight(signal: .absolute, weight: 0.06, reason: "absolute"),
    Weight(signal: .speech, weight: 0.02, reason: "words of somebody", type: (.quote, 1.8)),
    Weight(signal: .publicSource, weight: 0.05, reason: "public source"),
    Weight(signal: .attitude, weight: -0.02, reason: "takes a side", type: (.position, 2.6)),
    Weight(signal: .position, weight: -0.04, reason: "position", type: (.position, 0.6)),
    Weight(
      signal: .prediction, weight: -0.1, reason: "about the future", type: (.prediction, 2.8)),
    Weight(signal: .scheduled, weight: 0.08, reason: "set for a day"),
    Weight(
      signal: .futureWord, weight: -0.06, reason: "word of the future", type: (.prediction, 1.5)),
    Weight(signal: .hedge, weight: -0.06, reason: "hedged"),
    Weight(signal: .opinion, weight: -0.2, reason: "opinion", type: (.opinion, 1.9)),
    Weight(signal: .judgement, weight: -0.12, reason: "judgement", type: (.opinion, 2.4)),
    Weight(signal: .firstPerson, weight: -0.1, reason: "first person"),
    Weight(
      signal: .ownExperience, weight: -0.03, reason: "own experience", type: (.personal, 2.3)),
    Weight(signal: .privateLife, weight: -0.08, reason: "private life"),
    Weight(signal: .silence, weight: -0.22, reason: "nothing said"),
    Weight(signal: .short, weight: -0.12, reason: "few words"),
    Weight(signal: .noVerb, weight: -0.15, reason: "no finite verb"),
    Weight(signal: .question, weight: -0.35, reason: "question", type: (.notAClaim, 5)),
    Weight(signal: .greeting, weight: -0.35, reason: "greeting", type: (.notAClaim, 5)),
  ]
}
