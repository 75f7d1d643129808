/// The signals that words give by their place in a claim, each with the place that gave it.
struct ShapeSignals {
  let shape: ClaimShape
  /// Whether the claim stands in quote marks.
  let isQuoted: Bool
  private(set) var found: [(signal: ClaimSignals, place: Int)] = []

  init(_ shape: ClaimShape, isQuoted: Bool) {
    self.shape = shape
    self.isQuoted = isQuoted
    readMainVerb()
    for place in shape.tokens.indices where shape.tokens[place].mark == .none { readWord(place) }
  }

  private mutating func add(_ signal: ClaimSignals, _ place: Int) { found.append((signal, place)) }

  // MARK: The main verb

  private mutating func readMainVerb() {
    guard let main = shape.main, let head = shape.head else { return }
    let verb = shape.tokens[head]
    if verb.tag != .vbg {
      if Self.standing.contains(verb.hash), shape.word(head + 1)?.word == .by {
        add(.attitude, head)
      }
      let takesTo = verb.hash == Self.agree && shape.word(head + 1)?.word == .to
      if AppraisalLexicon.attitudes.contains(verb.hash), !takesTo,
        shape.tokens[main].word != .should
      {
        add(.attitude, head)
      }
      if AppraisalLexicon.ruling.contains(verb.hash) { add(.ruling, head) }
    }
    if pointsAhead(main, head) { add(.prediction, main) }
    if shape.isCopula { readComplement(after: head) }
    var isOwn = false
    for place in 0..<main {
      switch shape.tokens[place].word {
      case .i, .my: isOwn = true
      case .you where shape.tokens[main].tag == .vbd && isQuoted && place + 1 == main:
        add(.confrontation, place)
      default: break
      }
    }
    if shape.tokens[main].tag == .vbz, shape.word(head + 1)?.word == .me { isOwn = true }
    if isOwn, !AppraisalLexicon.views.contains(verb.hash) { add(.ownExperience, main) }
    let isSilent =
      shape.isNegated && AppraisalLexicon.refusals.contains(verb.hash)
      || Self.declining.contains(verb.hash)
        && (shape.word(head + 2).map { AppraisalLexicon.refusals.contains($0.hash) } ?? false)
    if isSilent {
      add(.silence, head)
    } else if shape.isNegated, shape.tokens[main].tag != .md, !shape.isCopula, verb.tag != .vbp,
      shape.tokens[main...head].contains(where: { $0.tag == .vbd || $0.tag == .vbn })
    {
      add(.negativeAct, head)
    }
  }

  private static let standing: Set<UInt64> = [
    WordHash("stand").value, WordHash("stands").value, WordHash("stood").value,
  ]
  private static let declining: Set<UInt64> = [
    WordHash("declined").value, WordHash("declines").value, WordHash("refused").value,
    WordHash("refuses").value,
  ]
  private static let agree = WordHash("agreed").value

  /// "Will", "would", "is due to", where no past is looked back on: "would have".
  private func pointsAhead(_ main: Int, _ head: Int) -> Bool {
    let verb = shape.tokens[main]
    if verb.tag == .md {
      switch verb.word {
      case .will, .wo, .shall, .apostropheLl: return true
      case .would, .apostropheD, .could, .may, .might:
        if main < head, shape.tokens[main...head].contains(where: { $0.word == .have }),
          shape.tokens[head].word != .have
        {
          return false
        }
        guard shape.isNegated else { return true }
        return verb.word != .could
          && !AppraisalLexicon.refusals.contains(shape.tokens[head].hash)
      default: return false
      }
    }
    guard verb.isBe, verb.tag != .vbd else { return false }
    // "Is due to report", "are not expected to reopen", "is to open".
    for place in main + 1..<min(main + 4, max(main + 1, shape.tokens.count)) {
      guard let word = shape.word(place) else { return false }
      if AppraisalLexicon.aheadWords.contains(word.hash) {
        return shape.word(place + 1)?.word == .to && shape.word(place + 2)?.tag == .vb
      }
      if word.word == .to { return shape.word(place + 1)?.tag == .vb }
      guard word.tag == .rb, word.word != .there, word.word != .here else { return false }
    }
    return false
  }

  /// What the subject is said to be.
  private mutating func readComplement(after head: Int) {
    for place in shape.tokens.indices.dropFirst(head + 1) {
      let token = shape.tokens[place]
      guard token.mark == .none else { continue }
      if AppraisalLexicon.ruling.contains(token.hash) {
        add(.ruling, place)
        return
      }
      if AppraisalLexicon.judgements.contains(token.hash) {
        add(.judgement, place)
        return
      }
      switch token.tag {
      case .rb, .dt: continue
      case .jj:
        // In somebody's own words, what a thing is like is a judgement.
        if isQuoted, shape.word(place + 1)?.tag != .to { add(.judgement, place) }
        if !(shape.word(place + 1)?.tag.isNoun ?? false) { return }
      case .nn, .nns:
        if isQuoted { add(.judgement, place) }
        return
      default: return
      }
    }
  }

  // MARK: Words in their place

  private mutating func readWord(_ place: Int) {
    let token = shape.tokens[place]
    let next = shape.word(place + 1)
    if AppraisalLexicon.causesBefore.contains(token.hash), isCause(place, next) {
      add(.cause, place)
    }
    if token.hash == Self.make, token.tag != .nn,
      shape.tokens.dropFirst(place + 1).prefix(4).contains(where: Self.isComparative)
    {
      add(.cause, place)
    }
    let isAfterVerb = shape.main.map { $0 < place } ?? true
    if token.tag == .jjs || token.tag == .rbs || AppraisalLexicon.comparisons.contains(token.hash),
      token.word == .unlisted, token.hash != Self.latest, isAfterVerb,
      shape.word(place - 1)?.word != .at,
      !isInApposition(place)
        || shape.tokens.dropFirst(place + 1).prefix(3).contains(where: { $0.word == .since })
    {
      add(.comparison, place)
    }
    switch token.word {
    case .than where !isMeasured(place): add(.comparison, place)
    default: break
    }
    if token.hash == Self.twice || token.hash == Self.times {
      switch next?.word {
      case .as, .the, .its, .more, .that, .what: add(.comparison, place)
      default: break
      }
    }
    if isFraction(place) || isRatio(place) {
      add(.amount, place)
      if !isAfterVerb { add(.countedSubject, place) }
    }
    if token.word == .not, next?.word == .one || token.hash == Self.none, !isAfterVerb {
      add(.countedSubject, place)
      add(.amount, place)
    }
  }

  private static let latest = WordHash("latest").value
  private static let make = WordHash("makes").value
  private static let twice = WordHash("twice").value
  private static let times = WordHash("times").value
  private static let none = WordHash("none").value
  private static let due = WordHash("due").value

  private func isCause(_ place: Int, _ next: Token?) -> Bool {
    switch next?.word {
    case .to: return shape.word(place + 2)?.tag != .vb
    case .in, .from, .of:
      let token = shape.tokens[place]
      return token.hash != Self.due && (next?.word != .in || token.tag != .nns)
        && token.hash != WordHash("led").value
    default: return false
    }
  }

  /// "More than 40", "more than half", "more than doubled": no two things are compared.
  private func isMeasured(_ place: Int) -> Bool {
    guard let before = shape.word(place - 1),
      before.word == .more || Self.fewer.contains(before.hash)
    else { return false }
    if isNumber(place + 1) || isFraction(place + 1) { return true }
    if let next = shape.word(place + 1), AppraisalLexicon.amounts.contains(next.hash) {
      return true
    }
    switch shape.word(place + 1)?.tag {
    case .vbd, .vbn, .vb: return true
    default: return false
    }
  }

  private static let fewer: Set<UInt64> = [WordHash("fewer").value, WordHash("less").value]

  /// Between commas after the main verb: "…, the region's largest maker, …".
  private func isInApposition(_ place: Int) -> Bool {
    guard let main = shape.main, main < place else { return true }
    return shape.comma.map { $0 < place } ?? false
  }

  /// "A third of", "by half", "two thirds"; not "the third quarter".
  private func isFraction(_ place: Int) -> Bool {
    guard let token = shape.word(place), AppraisalLexicon.fractions.contains(token.hash) else {
      return false
    }
    let before = shape.word(place - 1)
    let isHalf = token.hash == WordHash("half").value
    let isCounted = before?.word == .a || before?.word == .one || before?.tag == .cd
    guard isHalf || isCounted else { return false }
    guard let next = shape.word(place + 1) else { return isCounted || isHalf && place > 0 }
    switch next.word {
    case .of, .between, .in, .as, .to, .from, .the, .its, .a, .all, .since, .by: return true
    default: return isCounted && (Self.isComparative(next) || next.tag == .vbd)
    }
  }

  private static func isComparative(_ token: Token) -> Bool {
    token.tag == .jjr || token.tag == .rbr || AppraisalLexicon.comparatives.contains(token.hash)
  }

  /// "One in five", "seven of nine".
  private func isRatio(_ place: Int) -> Bool {
    let isCount = isNumber(place) || shape.word(place)?.word == .one
    guard isCount, let link = shape.word(place + 1) else { return false }
    return link.word == .in && isNumber(place + 2)
      && !(shape.word(place + 2)?.shape.contains(.number) ?? false
        && shape.word(place + 2)?.length == 4)
  }

  private func isNumber(_ place: Int) -> Bool {
    shape.word(place).map { $0.shape.contains(.number) || $0.tag == .cd } ?? false
  }
}
