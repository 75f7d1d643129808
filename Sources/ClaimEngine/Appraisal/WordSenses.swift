/// Tells whether a listed word means in its place what the list takes it for.
struct WordSenses {
  let shape: ClaimShape

  /// - Parameter place: Of a word that the lexicon gives the signal.
  func keeps(_ signal: ClaimSignals, at place: Int) -> Bool {
    let token = shape.tokens[place]
    switch signal {
    case .accusation: return token.tag.isVerb ? isWrongdoing(place) : !isAttributive(place)
    case .officialAct: return isOfficial(place)
    case .privateLife: return isOwnLife(place)
    case .cause: return causes(place)
    case .futureWord: return pointsAhead(place)
    case .greeting: return place == 0 && !(shape.word(1)?.word == .to && shape.main != nil)
    case .position: return place == shape.head || token.tag != .vb
    case .comparison where Self.ranking.contains(token.hash):
      return place == shape.head || token.tag != .vbn
    case .opinion where token.word == .should: return place > 0
    case .opinion where token.tag.isVerb:
      guard Self.opinionVerbs.contains(token.hash) else { return true }
      // "I think"; what others think is their position.
      let subject = shape.subjectHead.map { shape.tokens[$0].word }
      let isOwn = subject == nil || subject == .i || subject == .we
      return place == shape.head && (isOwn || !AppraisalLexicon.views.contains(token.hash))
    case .negativeAct where token.hash == Self.missed || token.hash == Self.lost:
      return token.tag.isVerb
    default: return true
    }
  }

  private static let ranking = WordHash.set("ranked rank ranks")
  private static let missed = WordHash("missed").value
  private static let lost = WordHash("lost").value
  private static let opinionVerbs = WordHash.set(AppraisalWords.opinionVerbs)

  // MARK: Wrongdoing

  /// "Broke the law" but not "broke the ice", "shot him" but not "shot a video"; and not what is denied.
  private func isWrongdoing(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    if place == shape.head, shape.isNegated { return false }
    if Self.breaking.contains(token.hash) { return follows(place, Self.breakable) }
    if Self.forging.contains(token.hash) { return follows(place, Self.forgeable) }
    if Self.ambiguous.contains(token.hash) { return !follows(place, Self.harmless) }
    return true
  }

  private static let breaking = WordForms("break/broke/broken").all
  private static let forging = WordForms("forge").all
  private static let ambiguous = WordForms("shoot/shot/shot").all.union(WordForms("execute").all)
  private static let breakable = WordHash.set(AppraisalWords.breakable)
  private static let forgeable = WordHash.set(AppraisalWords.forgeable)
  private static let harmless = WordHash.set(AppraisalWords.harmless)

  /// Whether one of some words stands in the next four, or two before a passive.
  private func follows(_ place: Int, _ words: Set<UInt64>) -> Bool {
    let after = shape.tokens[
      min(place + 1, shape.tokens.count)..<min(place + 5, shape.tokens.count)]
    if after.contains(where: { words.contains($0.hash) }) { return true }
    guard shape.word(place - 1)?.isBe ?? false else { return false }
    return shape.word(place - 2).map { words.contains($0.hash) } ?? false
  }

  /// "Crime scene", "criminal justice", "victim support".
  private func isAttributive(_ place: Int) -> Bool {
    guard Self.attributive.contains(shape.tokens[place].hash), let next = shape.word(place + 1)
    else { return false }
    return next.tag.isNoun && !Self.wrongful.contains(next.hash)
  }

  private static let attributive = WordHash.set(AppraisalWords.attributive)
  private static let wrongful = WordHash.set(AppraisalWords.wrongful)

  // MARK: Deeds

  /// The deed of the claim itself: "voted", "was appointed"; not "how to vote".
  private func isOfficial(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    let isPassive = shape.word(place - 1)?.isBe ?? false
    guard place == shape.head || token.tag == .vbd || isPassive else { return false }
    if place == shape.head, shape.isNegated { return false }
    if Self.spending.contains(token.hash) {
      return shape.tokens.dropFirst(place + 1).prefix(6).contains {
        $0.mark == .symbol || AppraisalLexicon.amounts.contains($0.hash)
      }
    }
    guard Self.cutting.contains(token.hash) else { return true }
    return follows(place, Self.publicGoods)
      || shape.tokens.dropFirst(place + 1).prefix(5).contains { $0.shape.contains(.number) }
  }

  private static let spending = WordHash.set("paid spent")
  private static let cutting = WordHash.set("cut raised closed passed issued")
  private static let publicGoods = WordHash.set(
    AppraisalWords.publicGoods
      + " bill bills law laws measure measures plant plants school schools mine mines factory office offices "
      + "resolution warning warnings statement permit permits ruling report order licence license hospital "
      + "bridge road quay harbour account accounts loophole loopholes")

  /// "Her mother", "my brothers", and what somebody does; not "the Koch brothers".
  private func isOwnLife(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    if token.shape.contains(.capitalized), place > 0 { return false }
    if token.tag.isVerb { return true }
    guard !(shape.word(place - 1)?.tag.isName ?? false) else { return false }
    for before in [place - 1, place - 2] {
      switch shape.word(before)?.word {
      case .my, .his, .her, .their, .our, .apostropheS: return true
      default: break
      }
    }
    return false
  }

  // MARK: Causes and the future

  private func causes(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    if Self.toCauses.contains(token.hash) { return shape.word(place + 1)?.word == .to }
    // "An opposition fueled by anger" tells of the opposition.
    if token.tag == .vbn, place != shape.head, !(shape.word(place - 1)?.isBe ?? false) {
      return false
    }
    return true
  }

  private static let toCauses = WordHash.set("contributed contributes owing")

  /// "Is likely to", "tomorrow"; not "likely voters", and not in what is over.
  private func pointsAhead(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    if let main = shape.main, shape.tokens[main].tag == .vbd { return false }
    guard token.hash == Self.likely else { return true }
    return !(shape.word(place + 1)?.tag.isNoun ?? false)
  }

  private static let likely = WordHash("likely").value
}
