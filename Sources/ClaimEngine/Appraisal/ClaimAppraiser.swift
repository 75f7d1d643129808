package import ClaimModel

/// How much a claim deserves to be checked, what it is about, and how its source stands toward it.
package struct ClaimAppraisal: Hashable, Sendable {
  /// From 0 to 1; an order, not a probability.
  package let checkworthiness: Double
  package let type: ClaimType
  /// A label of the codebook's stance.
  package let stance: String
  /// What moved the score, the weightiest first, each a few words: "amount: percent".
  package let reasons: [String]
  /// Why that stance: the cue or the word that hedges.
  package let stanceReason: String
  /// Why that type: the strongest sign of it.
  package let typeReason: String
}

/// Appraises claims by the signals of their words; the weights stand in `ClaimSignals.weights`.
package struct ClaimAppraiser: Sendable {
  private let attributions: [AttributionID: Attribution]
  private let stances: StanceReader
  private let evidence: EvidenceReader

  package init(index: NameIndex, attributions: [Attribution], times: [TimeExpression]) {
    self.attributions = Dictionary(attributions.map { ($0.id, $0) }) { first, _ in first }
    stances = StanceReader(index: index)
    evidence = EvidenceReader(index: index, stances: stances, times: times)
  }

  /// Appraises one claim, in time linear in its words.
  package func appraisal(of claim: Claim) -> ClaimAppraisal {
    let innermost = claim.attributions.last.flatMap { attributions[$0] }
    let evidence = evidence.evidence(of: claim, in: innermost)
    var types: [(type: ClaimType, strength: Double)] = []
    var typeReasons: [(type: ClaimType, strength: Double, reason: String)] = []
    var found: [(weight: Double, reason: String)] = []
    for row in ClaimSignals.weights where evidence.signals.contains(row.signal) {
      let word = evidence.words[row.signal].map { ": " + $0 } ?? ""
      found.append((row.weight, row.reason + word))
      guard let (type, strength) = row.type else { continue }
      typeReasons.append((type, strength, row.reason + word))
      if let place = types.firstIndex(where: { $0.type == type }) {
        types[place].strength += strength
      } else {
        types.append((type, strength))
      }
    }
    if evidence.isPrivate { types.append((.personal, 1.8)) }
    // What something is like never happened: "it was a mistake".
    if evidence.signals.contains(.judgement) { types.removeAll { $0.type == .event } }
    // "I was worried" is told of oneself, unless the word itself is one of feeling.
    if evidence.signals.isSuperset(of: [.judgement, .past, .ownExperience]),
      !evidence.signals.contains(.opinion)
    {
      types.removeAll { $0.type == .opinion }
    }
    let best = types.filter { $0.strength >= ClaimSignals.leastStrength }
      .max { $0.strength < $1.strength }?.type
    let stance = stances.stance(of: claim, in: innermost, evidence)
    let noType = evidence.signals.contains(.noVerb) ? "no finite verb" : "no sign of another type"
    let typeReason =
      typeReasons.filter { $0.type == best }.max { $0.strength < $1.strength }?.reason ?? noType
    return ClaimAppraisal(
      checkworthiness: Self.score(found.map(\.weight), nouns: evidence.nouns),
      type: best ?? (evidence.signals.contains(.noVerb) ? .notAClaim : .event),
      stance: stance.label,
      reasons: found.sorted { abs($0.weight) > abs($1.weight) }.map(\.reason),
      stanceReason: stance.reason, typeReason: typeReason)
  }

  /// From 0 to 1, in hundredths.
  private static func score(_ weights: [Double], nouns: Int) -> Double {
    var score = ClaimSignals.base + Double(min(nouns, ClaimSignals.mostNouns)) / 100
    for weight in weights where weight < 0 { score += weight }
    for (place, weight) in weights.filter({ $0 > 0 }).sorted(by: >).enumerated() {
      score += place < ClaimSignals.fullSignals ? weight : weight / 2
    }
    return (min(1, max(0, score)) * 100).rounded() / 100
  }
}

extension Claim {
  /// Reasons of a score that are kept: more are nothing to read.
  private static let mostReasons = 3

  /// Takes over what was estimated.
  package mutating func take(_ appraisal: ClaimAppraisal) {
    checkworthiness = appraisal.checkworthiness
    type = appraisal.type
    stance = appraisal.stance
    reasons = Reasons(
      checkworthiness: Array(appraisal.reasons.prefix(Self.mostReasons)),
      type: appraisal.typeReason,
      stance: appraisal.stanceReason)
  }
}
