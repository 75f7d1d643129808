/// The signals that words give by their place in a claim, each with the place that gave it.
struct ShapeSignals {
  let shape: ClaimShape
  /// Whether the claim stands in quote marks.
  let isQuoted: Bool
  /// Whether the article itself tells it, in nobody's name.
  let isNarrated: Bool
  /// Where the claim's second span begins; nil where it has one alone.
  let secondPart: Int?
  private(set) var found: [(signal: ClaimSignals, place: Int)] = []

  init(_ shape: ClaimShape, isQuoted: Bool, isNarrated: Bool = false, secondPart: Int? = nil) {
    self.shape = shape
    self.isQuoted = isQuoted
    self.isNarrated = isNarrated
    self.secondPart = secondPart
    readMainVerb()
    for place in shape.tokens.indices where shape.tokens[place].mark == .none { readWord(place) }
  }

  mutating func add(_ signal: ClaimSignals, _ place: Int) { found.append((signal, place)) }

  // MARK: The main verb

  private mutating func readMainVerb() {
    guard let main = shape.main, let head = shape.head else {
      readDescription()
      return
    }
    let verb = shape.tokens[head]
    readSide(main, head)
    readRuling(main, head)
    switch FutureReader(shape: shape, isNarrated: isNarrated).reading() {
    case .ahead: add(.prediction, main)
    case .planContent: add(.planContent, main)
    case .lookingBack: add(.past, main)
    case .plain: break
    }
    if shape.isCopula && !isExistential(main) || Self.copulas.contains(verb.hash) {
      readComplement(after: head)
    } else if shape.tokens[main].isBe, AppraisalLexicon.judgements.contains(verb.hash) {
      // A participle that judges: "is disgusting".
      add(.judgement, head)
    }
    readSpeaker(main, head)
    if isSilent(head) {
      add(.silence, head)
    } else if shape.isNegated, shape.tokens[main].tag != .md, !shape.isCopula, verb.tag != .vbp,
      shape.tokens[main...head].contains(where: { $0.tag == .vbd || $0.tag == .vbn }),
      Self.duties.contains(verb.hash)
    {
      add(.negativeAct, head)
    }
    if shape.isPast {
      add(.past, head)
    } else if isPresent(main),
      !AppraisalLexicon.views.contains(verb.hash) || verb.hash == Self.know,
      !found.contains(where: { Self.otherThanState.contains($0.signal) })
    {
      add(.state, shape.isCopula ? complement(after: head) ?? head : head)
    }
  }

  private static let otherThanState: ClaimSignals = [
    .judgement, .prediction, .attitude, .ownExperience, .silence,
  ]
  /// A present tense, or what can or may be at present.
  private func isPresent(_ main: Int) -> Bool {
    switch shape.tokens[main].word {
    case .can, .ca, .cannot, .may, .might, .must: true
    default: shape.tokens[main].tag == .vbz || shape.tokens[main].tag == .vbp
    }
  }

  /// Verbs that say what something is, beside "be".
  private static let copulas = WordHash.set(
    "prove proved proves become becomes became remain remains remained seem seems seemed look looks looked sound sounds feels"
  )
  private static let duties = WordHash.set(AppraisalWords.duties)

  /// What somebody stands for; "a judge rejected the plea" is a decision instead.
  private mutating func readSide(_ main: Int, _ head: Int) {
    let verb = shape.tokens[head]
    if verb.tag != .vbg, Self.standing.contains(verb.hash), shape.word(head + 1)?.word == .by {
      add(.attitude, head)
    }
    let isView =
      AppraisalLexicon.views.contains(verb.hash) && verb.hash != Self.know
      && shape.subjectHead.map { shape.tokens[$0].word != .i && shape.tokens[$0].word != .we }
        ?? false
    guard AppraisalLexicon.attitudes.contains(verb.hash) || isView,
      shape.tokens[main].word != .should,
      !(verb.hash == Self.agree && shape.word(head + 1)?.word == .to),
      !(verb.hash == Self.backs && shape.word(head + 1)?.word == .on)
    else { return }
    // "Was condemned by" befell somebody; "is opposed to" is a side.
    let isPassive =
      verb.tag == .vbn && shape.tokens[main..<head].contains(where: \.isBe)
      && shape.word(head + 1)?.word != .to
    if isPassive { return }
    if let subject = shape.subjectHead, Self.deciders.contains(shape.tokens[subject].hash),
      Self.deciding.contains(verb.hash)
    {
      add(.officialAct, head)
    } else {
      add(.attitude, head)
    }
  }

  private static let standing = WordHash.set("stand stands stood")
  private static let backs = WordHash("backs").value
  private static let know = WordHash("know").value
  private static let agree = WordHash("agreed").value
  private static let deciders = WordHash.set(AppraisalWords.deciders)
  private static let deciding = WordHash.set(
    "rejected rejects reject backs denied denies")

  /// What a law says: its verb with a subject that can rule, or a passive: "are required to".
  private mutating func readRuling(_ main: Int, _ head: Int) {
    let verb = shape.tokens[head]
    guard verb.tag != .vbg, AppraisalLexicon.ruling.contains(verb.hash) else { return }
    let isPassive = shape.tokens[main..<head].contains(where: \.isBe)
    let subject = shape.subjectHead.map { shape.tokens[$0] }
    let isRule = subject.map { Self.rulers.contains($0.hash) || $0.tag == .vbg } ?? true
    let asks = shape.tokens.dropFirst(head + 1).prefix(3).contains { Self.papers.contains($0.hash) }
    if isPassive || isRule || asks { add(.ruling, head) }
  }

  private static let rulers = WordHash.set(AppraisalWords.rulers)
  private static let papers = WordHash.set(
    "permit licence license approval consent permission")

  /// Who speaks of himself, and who is spoken to.
  private mutating func readSpeaker(_ main: Int, _ head: Int) {
    let verb = shape.tokens[head]
    var isOwn = false
    for place in 0..<main {
      switch shape.tokens[place].word {
      case .i: isOwn = true
      case .my:
        isOwn =
          isOwn || !(shape.word(place + 1).map { Self.publicThings.contains($0.hash) } ?? false)
      case .you where shape.tokens[main].tag == .vbd && isQuoted && place + 1 == main:
        add(.confrontation, place)
      default: break
      }
    }
    if shape.tokens[main].tag == .vbz, shape.word(head + 1)?.word == .me { isOwn = true }
    if isOwn, !AppraisalLexicon.views.contains(verb.hash),
      !(shape.isPast && Self.publicDeeds.contains(verb.hash)
        && !shape.tokens[main..<max(main + 1, head)].contains(where: \.isBe))
    {
      add(.ownExperience, main)
    }
  }

  private static let publicThings = WordHash.set(AppraisalWords.publicThings)
  private static let publicDeeds = WordHash.set(AppraisalWords.publicDeeds)

  /// "Would not comment", "declined to say", "did not respond to a request".
  private func isSilent(_ head: Int) -> Bool {
    let verb = shape.tokens[head]
    let rest = shape.tokens.dropFirst(head + 1)
    if shape.isNegated, let main = shape.main, !Self.able.contains(shape.tokens[main].word) {
      if Self.silences.contains(verb.hash) { return true }
      if Self.responses.contains(verb.hash),
        rest.prefix(8).contains(where: { Self.requests.contains($0.hash) })
      {
        return true
      }
    }
    return Self.declining.contains(verb.hash) && rest.first?.word == .to
      && (shape.word(head + 2).map { Self.silences.contains($0.hash) } ?? false)
      || verb.isBe && Self.unreachable.contains(rest.first?.hash ?? 0)
  }

  private static let able: Set<Word> = [.can, .ca, .cannot]
  private static let silences = WordHash.set(AppraisalWords.silences)
  private static let responses = WordHash.set(AppraisalWords.responses)
  private static let requests = WordHash.set(AppraisalWords.requests)
  private static let declining = WordHash.set("declined declines refused refuses")
  private static let unreachable = WordHash.set("unreachable")

  // MARK: What the subject is said to be

  private mutating func readComplement(after head: Int) {
    for place in shape.tokens.indices.dropFirst(head + 1) {
      let token = shape.tokens[place]
      guard token.mark == .none else { continue }
      if AppraisalLexicon.ruling.contains(token.hash)
        || token.tag.isNoun && Self.offences.contains(token.hash)
      {
        add(.ruling, place)
        return
      }
      // "These are not just numbers."
      if token.word == .just, shape.word(place - 1)?.word == .not {
        add(.judgement, place)
        return
      }
      if judges(place) {
        // "It is clear that" judges nothing.
        let isEvident =
          Self.evident.contains(token.hash)
          && shape.tokens.dropFirst(place + 1).contains { $0.word == .that }
        if !isEvident { add(.judgement, place) }
        return
      }
      switch token.tag {
      case .rb, .dt, .cc, .jj, .jjr, .jjs, .rbr, .rbs, .cd, .prpPossessive, .pos, .nnp: continue
      case .vbn, .vbg: continue
      case .nn, .nns:
        // The judgement may be the head of a compound: "a wake-up call", "a border nightmare".
        guard let next = shape.word(place + 1), next.tag.isNoun else { return }
      default: return
      }
    }
  }

  private static let offences = WordHash.set(AppraisalWords.offences)
  /// Whether a word judges where it stands: no adverb but "enough", and not in "a great many".
  private func judges(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    guard AppraisalLexicon.judgements.contains(token.hash), !isFollowed(place) else { return false }
    return token.tag != .rb || token.hash == Self.enough
  }

  private static let enough = WordHash("enough").value
  private static let evident = WordHash.set("clear right")
  private static let followers = WordHash.set(JudgementWords.followers)

  private func isFollowed(_ place: Int) -> Bool {
    shape.word(place + 1).map { Self.followers.contains($0.hash) } ?? false
  }

  /// "There was a strong wind": that it was there is told, not what it was like.
  private func isExistential(_ main: Int) -> Bool {
    (max(0, main - 2)..<main).contains { place in
      shape.tokens[place].word == .there && shape.firstNoun.map { place < $0 } ?? true
    }
  }

  /// The noun, adjective or participle by which the copula says what something is.
  private func complement(after head: Int) -> Int? {
    var found: Int?
    for place in shape.tokens.indices.dropFirst(head + 1).prefix(8) {
      switch shape.tokens[place].tag {
      case .nn, .nns, .nnp, .nnps: found = place
      case .vbn, .vbg, .jj: found = found ?? place
      case .rb, .dt, .cd, .prpPossessive, .pos, .jjr, .jjs, .rbs, .rbr: continue
      default: return found
      }
    }
    return found
  }

  private static func opensDescription(_ token: Token) -> Bool {
    switch token.tag {
    case .dt, .jj, .jjr, .jjs, .cd, .prpPossessive, .rb, .nn, .nns, .nnp, .nnps, .vbn, .pdt:
      // "not paying", as "paying", is what somebody does.
      token.word != .not
    default: token.word == .once
    }
  }

  /// A claim without a verb of which two parts say what one is: "Ana Osei … the town's mayor".
  private mutating func readDescription() {
    guard let second = secondPart, second > 0, second < shape.tokens.count,
      Self.opensDescription(shape.tokens[second])
    else { return }
    guard shape.tokens[..<second].contains(where: { $0.tag.isNoun || $0.tag == .prp }) else {
      return
    }
    for place in second..<shape.tokens.count {
      if judges(place) {
        add(.judgement, place)
        return
      }
    }
    let head = shape.tokens.indices.dropFirst(second).first {
      shape.tokens[$0].tag.isNoun && !(shape.word($0 + 1)?.tag.isNoun ?? false)
        && shape.word($0 + 1)?.tag != .pos
    }
    add(.description, head ?? second)
  }
}
