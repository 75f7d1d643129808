import ClaimModel

/// Reads from a cue and its negation how a source stands toward what it says.
struct StanceReader: Sendable {
  private let index: NameIndex

  /// The labels of the codebook.
  enum Stance: String, Sendable {
    case asserts, denies, hedges, doubts, questions, reports, unclear
  }

  init(index: NameIndex) { self.index = index }

  /// By the hash of the cue's base form; what is not here asserts.
  private static let stances: [UInt64: Stance] = {
    var stances: [UInt64: Stance] = [:]
    for (list, stance) in [
      (AppraisalWords.denying, Stance.denies), (AppraisalWords.hedging, .hedges),
      (AppraisalWords.doubting, .doubts), (AppraisalWords.questioning, .questions),
      (AppraisalWords.reporting, .reports),
    ] {
      for word in list.split(separator: " ") { stances[WordHash(word).value] = stance }
    }
    return stances
  }()

  private static let holding = Set(
    AppraisalWords.holding.split(separator: " ").map { WordHash($0).value })

  /// - Parameters:
  ///   - attribution: The innermost one; nil in the journalist's own voice.
  ///   - hedge: The word by which the claim itself is hedged.
  ///   - hasVerb: Whether the claim has a finite verb.
  func stance(of attribution: Attribution?, hedgedBy hedge: String?, hasVerb: Bool = true) -> (
    label: String, reason: String
  ) {
    guard let attribution else {
      return hedge.map { (Stance.hedges.rawValue, "hedged: " + $0) }
        ?? (Stance.asserts.rawValue, "no source named")
    }
    let tokens = index.tokens(in: attribution.cue)
    var found = Stance.asserts
    var lemma: UInt64?
    for token in tokens {
      guard let entry = CueLexicon.english.entry(index.text.tokens[token].hash) else { continue }
      lemma = entry.lemma
      if let known = Self.stances[entry.lemma] { found = known }
    }
    let cue = tokens.isEmpty ? "no cue" : "cue: " + tokens.map(word).joined(separator: " ")
    if isNegated(tokens) {
      if let lemma, Self.holding.contains(lemma) { return (Stance.denies.rawValue, cue) }
      return (Stance.unclear.rawValue, cue)
    }
    // "Dismissed the plan as a gift" asserts what it says of the plan.
    if lemma == Self.dismiss, !hasVerb { return (Stance.asserts.rawValue, cue) }
    if found == .asserts, let hedge { return (Stance.hedges.rawValue, "hedged: " + hedge) }
    return (found.rawValue, cue)
  }

  /// The cue by which somebody accuses somebody.
  func accusation(in attribution: Attribution) -> String? {
    index.tokens(in: attribution.cue).first {
      CueLexicon.english.entry(index.text.tokens[$0].hash).map { Self.accusing.contains($0.lemma) } ?? false
    }.map(word)
  }

  private static let dismiss = WordHash("dismiss").value
  private static let accusing: Set<UInt64> = [
    WordHash("accuse").value, WordHash("blame").value, WordHash("charge").value,
    WordHash("allege").value,
  ]

  private func word(_ token: Int) -> String { index.text.string(of: index.text.tokens[token]) }

  /// "Did not say", "declined to confirm", also where "not" stands just before the cue.
  private func isNegated(_ cue: [Int]) -> Bool {
    guard let first = cue.first else { return false }
    let tokens = index.text.tokens
    for token in max(0, first - 2)..<first + 1 where tokens[token].mark == .none {
      if Self.isNegation(tokens[token]) { return true }
    }
    return cue.contains { Self.isNegation(tokens[$0]) }
  }

  private static func isNegation(_ token: Token) -> Bool {
    switch token.word {
    case .not, .nt, .never: true
    default: refusals.contains(token.hash)
    }
  }

  private static let refusals: Set<UInt64> = [
    WordHash("declined").value, WordHash("refused").value, WordHash("refuses").value,
    WordHash("declines").value,
  ]
}
