/// Comparisons, causes and shares: what a word gives by the words beside it.
extension ShapeSignals {
  mutating func readWord(_ place: Int) {
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
      shape.word(place - 1)?.word != .at, !token.shape.contains(.capitalized) || place == 0,
      !isInApposition(place)
        || shape.tokens.dropFirst(place + 1).prefix(3).contains(where: { $0.word == .since })
    {
      add(.comparison, place)
    }
    if token.word == .than, isCompared(place), !isMeasured(place) { add(.comparison, place) }
    // "By far fewer papers".
    if Self.isComparative(token),
      shape.word(place - 1).map({ AppraisalLexicon.degrees.contains($0.hash) }) ?? false,
      isAfterVerb, !shape.compares, token.tag == .jjr
    {
      add(.comparison, place)
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
    let token = shape.tokens[place]
    if Self.leading.contains(token.hash) {
      return token.tag.isVerb && next?.word == .to && shape.word(place + 2)?.tag != .vb
    }
    switch next?.word {
    case .to: return shape.word(place + 2)?.tag != .vb
    case .in, .from:
      return token.hash != Self.due && (token.tag.isVerb || token.tag == .nn && next?.word == .from)
    case .of: return token.hash != Self.due && token.tag == .nn
    default: return false
    }
  }

  private static let leading = WordHash.set("led leads lead")

  /// Whether two things are compared: not "rather than", "other than".
  private func isCompared(_ place: Int) -> Bool {
    switch shape.word(place - 1)?.word {
    case .rather, .other: return false
    default: return shape.word(place - 2)?.word != .rather
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
    // "More than a decade", "more than a dozen", "more than just".
    if let next = shape.word(place + 1), next.word == .just || next.word == .only { return true }
    if shape.word(place + 1)?.word == .a || shape.word(place + 1)?.word == .an,
      let noun = shape.word(place + 2),
      noun.classes.contains(.timeNoun) || AppraisalLexicon.fractions.contains(noun.hash)
        || Self.roundNumbers.contains(noun.hash)
    {
      return true
    }
    switch shape.word(place + 1)?.tag {
    case .vbd, .vbn, .vb: return true
    default: return false
    }
  }

  private static let roundNumbers = WordHash.set(
    "dozen hundred thousand million billion score couple")
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
    guard let next = shape.word(place + 1) else {
      if token.hash == Self.quarter { return shape.word(place - 2)?.word == .by }
      return isCounted || isHalf && place > 0
    }
    switch next.word {
    case .of, .between, .in, .as, .to, .from, .the, .its, .a, .all, .since, .by: return true
    default: return isCounted && (Self.isComparative(next) || next.tag == .vbd)
    }
  }

  private static let quarter = WordHash("quarter").value

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
