/// Finds the word by which a claim hedges its own main verb: "may", "apparently", "is believed to".
///
/// What hedges a clause within it, what one is able to, and what is granted ("it may be small, but") hedge nothing.
struct HedgeReader {
  let shape: ClaimShape
  /// Whether "but" stands behind the claim.
  let isConceded: Bool

  /// The place of the word; nil where the claim is plain.
  func place() -> Int? {
    guard let main = shape.main, let head = shape.head else {
      return adverb(before: shape.tokens.count)
    }
    return modal(main, head) ?? adverb(before: main) ?? adverb(in: main, head)
      ?? raising(main, head)
  }

  private func modal(_ main: Int, _ head: Int) -> Int? {
    let verb = shape.tokens[main]
    let isPerfect = shape.tokens[main...head].contains { $0.word == .have } && main < head
    switch verb.word {
    case .could:
      if shape.isNegated || Self.abilities.contains(shape.tokens[head].hash) { return nil }
      // "Others could have saved it" says that they did not; "it could have been cut" that perhaps it was.
      if isPerfect, !shape.tokens[main...head].contains(where: \.isBe) { return nil }
      return main
    case .may, .might: return isConceded || grants(after: main) ? nil : main
    default: return nil
    }
  }

  private static let abilities = WordHash.set(AppraisalWords.abilities)

  /// ", but" in the claim itself.
  private func grants(after main: Int) -> Bool {
    shape.tokens.indices.dropFirst(main + 1).contains { place in
      guard shape.tokens[place].mark == .comma else { return false }
      switch shape.word(place + 1)?.word {
      case .but, .yet, .still, .however: return true
      default: return false
      }
    }
  }

  /// Before the main verb: at the claim's start, or close to the verb with no other verb between.
  private func adverb(before main: Int) -> Int? {
    for place in [0] + Array(max(1, main - 40)..<max(1, main))
    where place < main && Self.adverbs.contains(shape.tokens[place].hash) {
      let between = shape.tokens[(place + 1)..<main]
      if shape.tokens[place].hash == Self.likely, shape.word(place + 1)?.tag.isNoun ?? true {
        continue
      }
      let isClose =
        place == 0 || main - place <= 3 || between.first?.mark == .comma
      if isClose, !between.contains(where: { $0.tag.hasTense }) { return place }
    }
    return nil
  }

  private func adverb(in main: Int, _ head: Int) -> Int? {
    for place in (main + 1)..<max(main + 1, min(head + 2, shape.tokens.count)) {
      let token = shape.tokens[place]
      if token.hash == Self.certainly, shape.word(place - 1)?.hash == Self.almost { return place }
      guard Self.adverbs.contains(token.hash) else { continue }
      if token.hash == Self.likely, shape.word(place + 1)?.tag.isNoun ?? false { continue }
      return place
    }
    return nil
  }

  private static let adverbs = WordHash.set(AppraisalWords.hedgingAdverbs)
  private static let likely = WordHash("likely").value
  private static let certainly = WordHash("certainly").value
  private static let almost = WordHash("almost").value

  /// "Seems to work", "it appears that", "looks like", "is believed to".
  private func raising(_ main: Int, _ head: Int) -> Int? {
    let verb = shape.tokens[head]
    let next = shape.word(head + 1)
    if Self.raising.contains(verb.hash), let next {
      switch next.word {
      case .to, .that, .like, .as: return head
      default: return (next.tag == .jj || next.tag == .vbn) && verb.tag != .vbn ? head : nil
      }
    }
    if Self.looks.contains(verb.hash), next?.word == .like || next?.word == .as { return head }
    // "It is unlikely that", "it is possible".
    if verb.isBe, let next, Self.chances.contains(next.hash),
      !(shape.word(head + 2)?.tag.isNoun ?? false)
    {
      return head + 1
    }
    let isHeld =
      shape.tokens[main..<head].contains(where: \.isBe) && Self.heldFor.contains(verb.hash)
    return isHeld && next?.word == .to ? head : nil
  }

  private static let raising = WordHash.set(AppraisalWords.raising)
  private static let chances = WordHash.set(
    "likely unlikely possible probable doubtful conceivable")
  private static let looks = WordHash.set("look looks looked")
  private static let heldFor = WordHash.set(AppraisalWords.heldFor)
}
