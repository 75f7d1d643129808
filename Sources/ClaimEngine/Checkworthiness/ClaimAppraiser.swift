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
  private let index: NameIndex
  private let attributions: [AttributionID: Attribution]
  private let times: [Int: TimeExpression]
  private let words = AppraisalLexicon.english
  private let stances: StanceReader
  private static let clauseHedges = Set(
    AppraisalWords.clauseHedges.split(separator: " ").map { WordHash($0).value })

  package init(index: NameIndex, attributions: [Attribution], times: [TimeExpression]) {
    self.index = index
    self.attributions = Dictionary(attributions.map { ($0.id, $0) }) { first, _ in first }
    self.times = Dictionary(times.map { ($0.id, $0) }) { first, _ in first }
    stances = StanceReader(index: index)
  }

  /// Appraises one claim, in time linear in its words.
  package func appraisal(of claim: Claim) -> ClaimAppraisal {
    let tokens = index.tokens(in: claim.spans)
    let innermost = claim.attributions.last.flatMap { attributions[$0] }
    let evidence = evidence(in: tokens, claim, innermost)
    var score = ClaimSignals.base
    var types: [(type: ClaimType, strength: Double)] = []
    var typeReasons: [(type: ClaimType, strength: Double, reason: String)] = []
    var found: [(weight: Double, reason: String)] = []
    for row in ClaimSignals.weights where evidence.signals.contains(row.signal) {
      score += row.weight
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
    if evidence.signals.isSuperset(of: [.judgement, .past]) {
      types.removeAll { $0.type == .event }
    }
    let best = types.filter { $0.strength >= ClaimSignals.leastStrength }
      .max { $0.strength < $1.strength }?.type
    let stance = stances.stance(of: innermost, hedgedBy: evidence.hedge, hasVerb: evidence.hasVerb)
    let noType = evidence.signals.contains(.noVerb) ? "no finite verb" : "no sign of another type"
    let typeReason =
      typeReasons.filter { $0.type == best }.max { $0.strength < $1.strength }?.reason ?? noType
    return ClaimAppraisal(
      checkworthiness: (min(1, max(0, score)) * 100).rounded() / 100,
      type: best ?? (evidence.signals.contains(.noVerb) ? .notAClaim : .event),
      stance: stance.label,
      reasons: found.sorted { abs($0.weight) > abs($1.weight) }.map(\.reason),
      stanceReason: stance.reason, typeReason: typeReason)
  }

  // MARK: Signals

  private struct Evidence {
    var signals: ClaimSignals = []
    /// The first word that gave each signal.
    var words: [ClaimSignals: String] = [:]
    /// Whether the speaker's own life is told: "she had not slept".
    var isPrivate = false
    /// The word that hedges the main verb.
    var hedge: String?
    var hasVerb = true

    mutating func insert(_ signal: ClaimSignals, _ word: @autoclosure () -> String) {
      if signals.insert(signal).inserted { words[signal] = word() }
    }
  }

  private func evidence(
    in tokens: [Int], _ claim: Claim, _ attribution: Attribution?
  ) -> Evidence {
    var evidence = Evidence()
    var names: Set<Int> = []
    var wordCount = 0
    var finiteVerbs = 0
    var hedge: Int?
    let tokens = tokens.filter { !self.index.text.tokens[$0].mark.isQuote }
    let shape = ClaimShape(tokens.map { self.index.text.tokens[$0] })
    let isQuoted = shape.main.map { self.index.quoted[tokens[$0]] } ?? false
    for (signal, place) in ShapeSignals(shape, isQuoted: isQuoted).found {
      evidence.insert(signal, word(tokens[place]))
    }
    for (place, index) in tokens.enumerated() {
      let token = self.index.text.tokens[index]
      if token.mark != .none {
        if token.mark == .question { evidence.insert(.question, "?") }
        if token.mark == .symbol, isMoney(token) {
          evidence.insert(
            NumberReader(shape: shape).isAttribute(place) ? .detail : .amount, word(index))
        }
        continue
      }
      wordCount += 1
      readVerb(
        index, next: place + 1 < tokens.count ? tokens[place + 1] : nil,
        isMain: place == shape.main,
        isHead: place == shape.head, into: &evidence)
      let signals = words.signals(of: token.hash)
      if !signals.isEmpty {
        let isInPassing = signals.contains(.amount) && NumberReader(shape: shape).isAttribute(place)
        readWord(
          index, isInPassing ? signals.subtracting(.amount) : signals, isFirst: place == 0,
          into: &evidence)
      }
      if token.shape.contains(.number) || token.tag == .cd, !isDate(index) {
        for signal in NumberReader(shape: shape).signals(at: place) {
          evidence.insert(signal, word(index))
        }
      }
      if hedge == nil, finiteVerbs == 0, Self.clauseHedges.contains(token.hash) { hedge = index }
      if token.tag.hasTense { finiteVerbs += 1 }
      switch token.word {
      case .i, .my, .me: evidence.insert(.firstPerson, word(index))
      default: break
      }
      if let mention = self.index.mention(ofToken: index) {
        let entity = self.index.mentions[mention].entity
        if self.index.entities[entity].kind != .people, names.insert(entity).inserted {
          evidence.insert(.namedActor, self.index.name(of: entity))
          if names.count > 1 { evidence.insert(.severalActors, self.index.name(of: entity)) }
        }
      }
    }
    if attribution != nil, evidence.signals.contains(.privateLife) {
      switch shape.tokens.first?.word {
      case .he, .she, .they, .i, .we: evidence.isPrivate = true
      default: break
      }
    }
    if wordCount < 4 { evidence.insert(.short, "\(wordCount)") }
    evidence.hedge = hedge.map(word)
    evidence.hasVerb = finiteVerbs > 0
    if finiteVerbs == 0, (shape.main ?? 0) == 0 { evidence.insert(.noVerb, "") }
    evidence.words[.noVerb] = nil
    if let time = claim.times.compactMap({ times[$0] }).first(where: \.isResolved) {
      evidence.insert(.time, self.index.text.string(of: time.span))
    }
    if let attribution, let cue = stances.accusation(in: attribution) {
      evidence.insert(.accusation, cue)
      evidence.signals.remove(.noVerb)
    }
    switch attribution?.source?.type {
    case .government, .officialRole, .organization, .dataOrStudy, .document:
      evidence.insert(.publicSource, attribution?.source?.name ?? "")
    default: break
    }
    return evidence
  }

  private func readVerb(
    _ index: Int, next: Int?, isMain: Bool, isHead: Bool, into evidence: inout Evidence
  ) {
    let token = self.index.text.tokens[index]
    switch token.tag {
    case .vbd: evidence.insert(.past, word(index))
    case .vbn where isMain: evidence.insert(.past, word(index))
    case .vbz, .vbp:
      if token.word == .has || token.word == .have || token.word == .apostropheVe, let next {
        let after = self.index.text.tokens[next].tag
        if after == .vbn || after == .rb { evidence.insert(.past, word(index) + " " + word(next)) }
      }
    default: break
    }
    // "Had been told" is what befell somebody.
    let isPassive = index > 0 && self.index.text.tokens[index - 1].isBe
    if isHead, !isPassive, Self.sayings.contains(token.hash) {
      evidence.insert(.speech, word(index))
    }
  }

  /// Verbs that hand on words; "declared an emergency" and "asked for it" are deeds.
  private static let sayings = Set(
    AppraisalWords.sayings.split(separator: " ").map { WordHash($0).value })

  private func readWord(
    _ index: Int, _ signals: ClaimSignals, isFirst: Bool, into evidence: inout Evidence
  ) {
    for row in ClaimSignals.weights where signals.contains(row.signal) {
      if row.signal == .greeting, !isFirst { continue }
      evidence.insert(row.signal, word(index))
    }
  }

  private func word(_ token: Int) -> String {
    index.text.string(of: index.text.tokens[token])
  }

  private func isMoney(_ token: Token) -> Bool {
    let bytes = index.text.bytes(of: token)
    return bytes.first == UInt8(ascii: "$") || bytes.first == UInt8(ascii: "%")
      || bytes.elementsEqual("€".utf8) || bytes.elementsEqual("£".utf8)
  }

  /// A year, a clock time or a day beside its month.
  private func isDate(_ index: Int) -> Bool {
    let tokens = self.index.text.tokens
    let token = tokens[index]
    if token.shape.contains(.number), token.length == 4 {
      let bytes = self.index.text.bytes(of: token)
      if bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8) { return true }
    }
    if token.word != .unlisted { return true }
    if index > 0, self.index.kinds[index - 1].contains(.calendar) { return true }
    return index + 1 < tokens.count && self.index.kinds[index + 1].contains(.calendar)
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
