import ClaimModel

/// Reads how a source stands toward what it says: from the cue and its negation, from the words between the cue and the
/// claim, and from what hedges the claim itself.
struct StanceReader: Sendable {
  private let index: NameIndex

  /// The labels of the codebook.
  enum Stance: String, Sendable {
    case asserts, denies, hedges, doubts, questions, reports, unclear
  }

  init(index: NameIndex) { self.index = index }

  typealias Reading = (label: String, reason: String)

  /// - Parameters:
  ///   - attribution: The innermost one; nil in the journalist's own voice.
  ///   - evidence: Of the claim's own words.
  func stance(of claim: Claim, in attribution: Attribution?, _ evidence: ClaimEvidence) -> Reading {
    let cue = attribution.map { index.tokens(in: $0.cue) } ?? []
    if let open = governor(of: claim, behind: cue) { return open }
    guard let attribution else {
      if evidence.signals.contains(.question) { return (Stance.questions.rawValue, "asked: ?") }
      if let hedge = evidence.hedge { return (Stance.hedges.rawValue, "hedged: " + hedge) }
      return (
        Stance.asserts.rawValue, evidence.isQuoted ? "quoted, nobody named" : "the article says it"
      )
    }
    return stance(from: cue, attribution, claim, evidence)
  }

  // MARK: The cue

  private func stance(
    from cue: [Int], _ attribution: Attribution, _ claim: Claim, _ evidence: ClaimEvidence
  ) -> Reading {
    let reason = cue.isEmpty ? "no cue" : "cue: " + words(cue)
    func reading(_ stance: Stance) -> Reading { (stance.rawValue, reason) }
    if isSupposed(cue, attribution) { return reading(.hedges) }
    if evidence.signals.contains(.wanted) { return reading(.unclear) }
    var found = Stance.asserts
    for token in cue {
      // "Dismissed reports that" denies them.
      guard let known = Self.stances[hash(token)], found != .denies, found != .doubts else {
        continue
      }
      found = known
    }
    if let open = EmbeddingPredicate(cue.map { index.text.tokens[$0] }, link: .that).stance() {
      return reading(open.stance)
    }
    let isHolding = cue.contains { Self.holding.contains(hash($0)) }
    if let stance = ruledOut(cue) { return reading(stance) }
    if isNegated(cue) {
      if isHolding { return reading(.denies) }
      return reading(found == .doubts ? .asserts : .unclear)
    }
    if isNobody(attribution) { return reading(isHolding ? .doubts : .unclear) }
    if found == .denies, isPredicated(cue, attribution) { found = .asserts }
    if found == .questions, !asks(cue, claim, evidence) { found = .asserts }
    if found == .hedges, isShown(cue, by: attribution) { found = .asserts }
    // "Cited it as the reason" says that it is the reason.
    if found == .reports, hasPredicate(cue, attribution) { found = .asserts }
    if found == .asserts, let hedge = cue.first(where: { Self.hedgingCues.contains(hash($0)) }) {
      return (Stance.hedges.rawValue, "hedged: " + word(hedge))
    }
    if found == .asserts, let hedge = evidence.hedge {
      return (Stance.hedges.rawValue, "hedged: " + hedge)
    }
    return reading(found)
  }

  /// By the hash of a form; what is not here asserts.
  private static let stances: [UInt64: Stance] = {
    var stances: [UInt64: Stance] = [:]
    for (list, stance) in [
      (StanceWords.hedging, Stance.hedges), (StanceWords.reporting, .reports),
      (StanceWords.questioning, .questions), (StanceWords.doubting, .doubts),
      (StanceWords.denying, .denies),
    ] {
      for item in list.split(separator: " ") {
        for form in WordForms(item).all { stances[form] = stance }
      }
    }
    return stances
  }()

  private static func forms(_ list: String) -> Set<UInt64> {
    list.split(separator: " ").reduce(into: []) { $0.formUnion(WordForms($1).all) }
  }

  private static let holding = forms(StanceWords.holding).union(
    WordHash.set("thought felt saw"))
  private static let hedgingCues = WordHash.set(
    AppraisalWords.hedgingAdverbs + " " + AppraisalWords.hedgingModals)

  /// "Say Mexico demanded it", "let's say", "suppose".
  private func isSupposed(_ cue: [Int], _ attribution: Attribution) -> Bool {
    guard let first = cue.first, Self.supposing.contains(hash(first)) else { return false }
    guard let before = before(first) else { return true }
    switch before.word {
    case .let, .lets: return true
    case .apostropheS where first > 1: return index.text.tokens[first - 2].word == .let
    default:
      return attribution.source == nil
        && index.text.sentences[index.sentence(ofToken: first)].tokens.lowerBound == first
    }
  }

  private static let supposing = WordHash.set(StanceWords.supposing)

  /// "Ruled out that" denies; "did not rule out that" leaves it open.
  private func ruledOut(_ cue: [Int]) -> Stance? {
    guard let place = cue.firstIndex(where: { Self.rule.contains(hash($0)) }),
      cue.dropFirst(place + 1).first.map({ index.text.tokens[$0].hash == Self.out }) ?? false
    else { return nil }
    return isNegated(cue) ? .hedges : .denies
  }

  private static let rule = WordForms("rule").all
  private static let out = WordHash("out").value

  /// "Dismissed the plan as a gift" asserts what it says of the plan; "dismissed the claims as lies" denies them.
  private func isPredicated(_ cue: [Int], _ attribution: Attribution) -> Bool {
    guard cue.contains(where: { Self.dismiss.contains(hash($0)) }) else { return false }
    guard hasPredicate(cue, attribution) else { return false }
    let object = opening(of: attribution).prefix(4) + cue
    return !object.contains { Self.hearsay.contains(hash($0)) }
  }

  /// "Cited it as", "dismissed the plan as".
  private func hasPredicate(_ cue: [Int], _ attribution: Attribution) -> Bool {
    let content = opening(of: attribution)
    if (cue + content).contains(where: { index.text.tokens[$0].word == .as }) { return true }
    return content.contains { before($0)?.word == .as }
  }

  private static let dismiss = forms("dismiss reject")
  private static let hearsay = WordHash.set(StanceWords.hearsay)

  /// The first words of what is said, few enough to be read for each claim in it.
  private func opening(of attribution: Attribution) -> [Int] {
    guard let span = attribution.content.first else { return [] }
    let first = index.firstToken(from: span.start)
    return Array(first..<min(first + 60, index.text.tokens.count)).filter {
      let start = Int(index.text.tokens[$0].start)
      return attribution.content.prefix(8).contains { $0.start <= start && start < $0.end }
    }
  }

  /// Whether the claim itself is asked: it has the question mark, or "whether" or a question word stands before it.
  private func asks(_ cue: [Int], _ claim: Claim, _ evidence: ClaimEvidence) -> Bool {
    if evidence.signals.contains(.question) { return true }
    let tokens = index.text.tokens
    if cue.contains(where: { tokens[$0].word == .whether || tokens[$0].word == .if }) {
      return true
    }
    guard let start = claim.spans.first?.start, let end = claim.spans.last?.end else {
      return false
    }
    let first = index.firstToken(from: start)
    let next = index.firstToken(from: end)
    if tokens.indices.contains(next), tokens[next].mark == .question { return true }
    for place in [first - 1, first] where tokens.indices.contains(place) {
      switch tokens[place].word {
      case .whether, .if, .who, .what, .why, .how, .when, .where, .which: return true
      default: break
      }
    }
    return false
  }

  /// "The poll suggests": what finds something shows it; and whose own words follow says them.
  private func isShown(_ cue: [Int], by attribution: Attribution) -> Bool {
    guard cue.contains(where: { Self.finding.contains(hash($0)) }) else { return false }
    if attribution.mode == .direct { return true }
    switch attribution.source?.type {
    case .dataOrStudy, .document: return true
    default: return false
    }
  }

  private static let finding = forms(StanceWords.finding)

  /// "Nobody believes", "few think".
  private func isNobody(_ attribution: Attribution) -> Bool {
    guard let first = attribution.source?.spans.first.flatMap({ index.tokens(in: [$0]).first })
    else {
      return false
    }
    return Self.nobody.contains(hash(first))
  }

  private static let nobody = WordHash.set("nobody no none neither few")

  // MARK: Words over the claim

  /// What stands between the cue and the claim in its sentence: "[said] there was no evidence that".
  private func governor(of claim: Claim, behind cue: [Int]) -> Reading? {
    guard let start = claim.spans.first?.start else { return nil }
    let first = index.firstToken(from: start)
    guard first < index.text.tokens.count else { return nil }
    let sentence = index.text.sentences[index.sentence(ofToken: first)].tokens
    var place = first
    let cue = Set(cue)
    while place > sentence.lowerBound, first - place < 14 {
      let before = index.text.tokens[place - 1]
      let stops = before.mark != .none && !before.mark.isQuote
      if stops || cue.contains(place - 1) { break }
      place -= 1
    }
    guard place < first else { return nil }
    var words = Array(index.text.tokens[place..<first])
    // A claim cut within the clause has words of the clause before it: "unclear whether the judges … would rule".
    if let link = words.lastIndex(where: { $0.word == .whether || $0.word == .that }),
      !words[(link + 1)...].contains(where: { $0.tag.hasTense })
    {
      words.removeSubrange((link + 1)...)
    }
    if let found = EmbeddingPredicate(words).stance() {
      let kept = words.filter { !$0.mark.isQuote }
      let shown = kept[found.words.clamped(to: 0..<kept.count)]
      return (
        found.stance.rawValue,
        "over it: " + shown.map { index.text.string(of: $0) }.joined(separator: " ")
      )
    }
    return nil
  }

  // MARK: What the claim's type needs

  /// The cue by which somebody accuses somebody.
  func accusation(in attribution: Attribution) -> String? {
    index.tokens(in: attribution.cue).first {
      CueLexicon.english.entry(hash($0)).map { Self.accusing.contains($0.lemma) } ?? false
    }.map(word)
  }

  private static let accusing = WordHash.set("accuse blame charge allege")

  /// The cue by which a source wants what the claim says, which has not come about: "urged them to vote".
  func wish(in attribution: Attribution, hasVerb: Bool, _ shape: ClaimShape) -> String? {
    let cue = index.tokens(in: attribution.cue)
    guard let verb = cue.first(where: { Self.directing.contains(hash($0)) }) else { return nil }
    if isQuestion(verb, cue) { return nil }
    // "He had been ordered to leave" tells what befell him.
    let start = Int(index.text.tokens[verb].start)
    if shape.tokens.contains(where: { Int($0.start) == start }) { return nil }
    if Self.demanding.contains(hash(verb)) {
      return attribution.mode == .direct ? nil : word(verb)
    }
    let infinitive = shape.tokens.indices.contains { place in
      shape.tokens[place].word == .to && shape.word(place + 1)?.tag == .vb
    }
    let opensBare =
      shape.tokens.first?.tag == .vb
      && cue.last.map { index.text.tokens[$0].word == .to } ?? false
    // A verb with a tense may stand in a clause within it.
    guard infinitive || opensBare,
      shape.main.map({ main in
        !hasVerb || shape.tokens[..<main].contains { $0.word == .to }
          || shape.tokens[main].tag == .vbn
      }) ?? true
    else { return nil }
    return word(verb)
  }

  private static let directing = forms(StanceWords.directing).union(
    WordHash.set("told begged sought"))
  private static let demanding = forms(StanceWords.demanding)

  private func isQuestion(_ verb: Int, _ cue: [Int]) -> Bool {
    cue.contains { index.text.tokens[$0].word == .whether || index.text.tokens[$0].word == .if }
  }

  // MARK: Words

  private func hash(_ token: Int) -> UInt64 { index.text.tokens[token].hash }

  private func word(_ token: Int) -> String { index.text.string(of: index.text.tokens[token]) }

  private func words(_ tokens: [Int]) -> String { tokens.map(word).joined(separator: " ") }

  private func before(_ token: Int) -> Token? { token > 0 ? index.text.tokens[token - 1] : nil }

  /// "Did not say", "declined to confirm", also where "not" stands just before the cue.
  private func isNegated(_ cue: [Int]) -> Bool {
    guard let first = cue.first else { return false }
    let tokens = index.text.tokens
    for token in (max(0, first - 2)..<first).reversed() {
      if tokens[token].mark != .none { break }
      if Self.isNegation(tokens[token]) { return true }
    }
    return cue.contains { Self.isNegation(tokens[$0]) }
  }

  private static func isNegation(_ token: Token) -> Bool {
    switch token.word {
    case .not, .nt, .never, .cannot: true
    default: refusals.contains(token.hash)
    }
  }

  private static let refusals = WordHash.set("declined refused refuses declines")
}
