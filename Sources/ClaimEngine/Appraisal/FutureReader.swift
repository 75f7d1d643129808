/// Tells what lies ahead from what a modal says besides: a plan's content, a poll, a habit, an ability.
struct FutureReader {
  let shape: ClaimShape
  /// Whether the article itself tells it.
  let isNarrated: Bool

  /// What the main verb's group says of time.
  enum Reading { case ahead, planContent, lookingBack, plain }

  func reading() -> Reading {
    guard let main = shape.main, let head = shape.head else { return .plain }
    let verb = shape.tokens[main]
    guard verb.tag == .md else { return isAhead(be: main) ? .ahead : .plain }
    switch verb.word {
    case .will, .wo, .shall, .apostropheLl: return isHabit(main) ? .plain : .ahead
    case .would, .apostropheD: return would(main, head)
    case .may, .might:
      let isPresent = Self.presentStates.contains(shape.tokens[head].hash) || head == main
      return isPast(main, head) || isPresent || shape.tokens[head].tag == .vbg ? .plain : .ahead
    case .could:
      if isPast(main, head) || shape.isNegated || Self.abilities.contains(shape.tokens[head].hash) {
        return .plain
      }
      return .ahead
    default: return .plain
    }
  }

  private static let presentStates = WordHash.set(AppraisalWords.presentStates)
  private static let abilities = WordHash.set(AppraisalWords.abilities)

  /// "Would have drowned".
  private func isPast(_ main: Int, _ head: Int) -> Bool {
    main < head && shape.tokens[main...head].contains { $0.word == .have }
      && shape.tokens[head].word != .have
  }

  // MARK: Would

  private func would(_ main: Int, _ head: Int) -> Reading {
    if isPast(main, head) { return .plain }
    if shape.isNegated, AppraisalLexicon.refusals.contains(shape.tokens[head].hash) {
      return .plain
    }
    if isChoice(main, head) { return .plain }
    if opensUnderPlan(main) { return .planContent }
    if let subject = shape.subjectHead, Self.plans.contains(shape.tokens[subject].hash),
      Self.planContents.contains(shape.tokens[head].hash)
    {
      return .planContent
    }
    if isNarrated, looksBack(main, head) { return .lookingBack }
    return isNarrated && changesPolicy(head) ? .planContent : .ahead
  }

  /// "She would raise the tax on fuel", of a candidate; "if" makes it a forecast.
  private func changesPolicy(_ head: Int) -> Bool {
    Self.planContents.contains(shape.tokens[head].hash)
      && !shape.tokens.contains { $0.word == .if }
      && shape.tokens.dropFirst(head + 1).prefix(8).contains { Self.policies.contains($0.hash) }
  }

  private static let policies = WordHash.set(AppraisalWords.policies)

  /// "56 percent would vote for her".
  private func isChoice(_ main: Int, _ head: Int) -> Bool {
    guard Self.choosing.contains(shape.tokens[head].hash) else { return false }
    return shape.tokens[..<main].contains {
      Self.respondents.contains($0.hash) || $0.mark == .symbol
    }
  }

  private static let choosing = WordHash.set(AppraisalWords.choosing)
  private static let respondents = WordHash.set(AppraisalWords.respondents)

  /// "Under the plan, people would enrol".
  private func opensUnderPlan(_ main: Int) -> Bool {
    guard shape.tokens.first?.word == .under else { return false }
    return shape.tokens[..<main].contains { Self.plans.contains($0.hash) }
  }

  private static let plans = WordHash.set(AppraisalWords.plans)
  private static let planContents = WordHash.set(AppraisalWords.planContents)

  /// "Would later regret it", "would prove right", "when he was young he would often swim".
  private func looksBack(_ main: Int, _ head: Int) -> Bool {
    if shape.tokens.contains(where: { $0.word == .if }) { return false }
    if shape.tokens[..<min(head + 2, shape.tokens.count)].contains(where: {
      Self.later.contains($0.hash)
    }) {
      return true
    }
    return Self.becoming.contains(shape.tokens[head].hash)
      && (shape.tokens[head].hash == Self.prove || shape.word(head + 1)?.word == .on
        || shape.word(head + 1)?.word == .to)
  }

  private static let later = WordHash.set(AppraisalWords.lookingBack)
  private static let becoming = WordHash.set(AppraisalWords.becoming)
  private static let prove = WordHash("prove").value

  // MARK: Will and be to

  /// "Will often wait for hours".
  private func isHabit(_ main: Int) -> Bool {
    guard let next = shape.word(main + 1) else { return false }
    return Self.habits.contains(next.hash)
  }

  private static let habits = WordHash.set(
    "often sometimes usually frequently normally typically")

  /// "Is due to report", "are not expected to reopen", "is to open"; not "is to blame", nor "the goal is to win".
  private func isAhead(be main: Int) -> Bool {
    let verb = shape.tokens[main]
    guard verb.isBe, verb.tag != .vbd else { return false }
    for place in main + 1..<min(main + 4, max(main + 1, shape.tokens.count)) {
      guard let word = shape.word(place) else { return false }
      if AppraisalLexicon.aheadWords.contains(word.hash) {
        return shape.word(place + 1)?.word == .to && shape.word(place + 2)?.tag == .vb
      }
      if word.word == .to {
        guard let next = shape.word(place + 1), next.tag == .vb, next.hash != Self.blame else {
          return false
        }
        return !shape.tokens[..<main].contains { Self.aims.contains($0.hash) }
      }
      guard word.tag == .rb, word.word != .there, word.word != .here else { return false }
    }
    return false
  }

  private static let blame = WordHash("blame").value
  private static let aims = WordHash.set(AppraisalWords.aims)
}
