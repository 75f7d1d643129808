/// Cuts stretches of a sentence into units by its parse: coordinated clauses and predicates, contrasts, clauses and
/// descriptions between commas; at the fine grain also participles, phrases and lists.
struct TreeCutter {
  /// Why a token's subtree is a unit of its own.
  enum Cut: Hashable {
    /// A clause or predicate after another.
    case conjunct
    /// "…, while prices fell", "prices fell, the office found".
    case clause
    /// "…, which burned down".
    case relative
    /// "…, killing two".
    case participle
    /// "Osei, the mayor" and "a report written in May".
    case description
  }

  private static let effectVerbs = WordHash.set("make makes made mean means meant")

  let tokens: [Token]
  let tree: ParseTree
  let grain: Grain
  let reader: SentenceReader
  /// The checks that are not made, to measure what they are worth.
  var leftOut: Set<EngineCheck> = []

  /// The units of stretches that belong together, main clause first.
  func units(of ranges: [Range<Int>]) -> [ClaimUnit] {
    let region = SentenceTree(ranges: ranges, tokens: tokens, tree: tree)
    var cuts = [Int: Cut](minimumCapacity: 8)
    for token in region.members { cuts[token] = cut(at: token, in: region) }
    for token in region.members where cuts[token] == .conjunct {
      if !leftOut.contains(.standsAlone), !standsAlone(token, in: region, cuts: cuts) {
        cuts[token] = nil
      }
    }
    if !leftOut.contains(.cutGuard) {
      cuts = CutGuard.sound(cuts, region: region, tokens: tokens, without: leftOut)
    }
    // At the clause grain a description stays in its clause too.
    let removed = grain == .fine ? cuts : cuts.filter { $0.value != .description }
    let pieces = TreePieces(region: region, cuts: removed, tokens: tokens)
    var units = self.units(of: pieces.main, at: nil, kind: nil, in: region)
    for token in region.members {
      guard let kind = cuts[token] else { continue }
      let piece = pieces.piece(at: token, kind)
      units += self.units(of: piece, at: token, kind: kind, in: region)
    }
    return units
  }

  private func units(
    of piece: TreePieces.Piece, at token: Int?, kind: Cut?, in region: SentenceTree
  ) -> [ClaimUnit] {
    let lists = PhraseLists(region: region, tokens: tokens)
    let parts =
      switch (grain, kind) {
      case (.fine, _): lists.parts(of: piece)
      // "Osei, the mayor and party leader": she is both.
      case (.clause, .description): lists.items(of: piece, head: token)
      case (.clause, _): [piece]
      }
    return parts.compactMap { part in
      let body = part.body.runs.compactMap(reader.trimmed)
      guard !body.isEmpty else { return nil }
      return ClaimUnit(
        prefix: part.prefix.subtracting(part.body).runs.compactMap(reader.trimmed), body: body,
        sharesTense: part.sharesTense,
        isSecondaryPredication: kind == .participle || kind == .description || kind == .relative)
    }
  }

  // MARK: - Cuts

  private func cut(at token: Int, in region: SentenceTree) -> Cut? {
    guard let head = region.head(of: token) else { return nil }
    switch region.relation(of: token) {
    case .conjunct: return isPredicateAfterAnother(token, head, in: region) ? .conjunct : nil
    case .parataxis:
      return region.isFinite(token) && region.hasSubject(token) && region.followsMark(token)
        ? .clause : nil
    case .relativeClause:
      return region.isSetOff(token) && region.isFinite(token)
        && isSubjectRelative(token, in: region) && !isSententialRelative(token, in: region)
        ? .relative : nil
    case .adverbialClause: return adverbial(token, in: region)
    case .apposition: return describes(token, head, in: region) ? .description : nil
    case .nounClause:
      guard grain == .fine, region.isSetOff(token) || tokens[token].tag == .vbn else {
        return nil
      }
      return tokens[token].tag == .vbn || tokens[token].tag == .vbg ? .description : nil
    default: return nil
    }
  }

  private func isPredicateAfterAnother(_ token: Int, _ head: Int, in region: SentenceTree) -> Bool {
    guard head < token, region.isVerbal(token), region.isVerbal(head) else { return false }
    let links = region.children(of: token, .coordinator)
    guard !links.contains(where: { tokens[$0].word == .or || tokens[$0].word == .nor }),
      // "and if a firm hides it, …": a condition is not cut from what it conditions.
      !region.isCondition(token), !isNounComplement(token, links, in: region)
    else { return false }
    return tokens[token].tag != .vbg || tokens[head].tag == .vbg || region.isFinite(token)
  }

  /// "…, which burned down" and "…, whose mill burned down", not "…, where it burned down".
  private func isSubjectRelative(_ token: Int, in region: SentenceTree) -> Bool {
    let children = region.children(of: token)
    guard region.children(of: token, .subject).count < 2 else { return false }
    if children.contains(where: { tokens[$0].word == .whose }) { return true }
    return children.contains { subject in
      region.relation(of: subject) == .subject
        && region.subtree(subject).contains {
          switch tokens[$0].word {
          case .who, .which, .that, .whose: $0 < token
          default: false
          }
        }
    }
  }

  /// "…, which made them angry": what came before as a whole.
  private func isSententialRelative(_ token: Int, in region: SentenceTree) -> Bool {
    Self.effectVerbs.contains(tokens[token].hash)
      && region.children(of: token, .subject).contains { tokens[$0].word == .which }
  }

  /// "no evidence yet that it burned": without "and" or a comma before it a "that" goes with the words before it.
  private func isNounComplement(_ token: Int, _ links: [Int], in region: SentenceTree) -> Bool {
    guard let that = region.children(of: token, .marker).first(where: { tokens[$0].word == .that }),
      that > 0, tokens[that - 1].mark != .comma
    else { return false }
    return !links.contains { tokens[$0].word == .and || tokens[$0].word == .but }
  }

  private func adverbial(_ token: Int, in region: SentenceTree) -> Cut? {
    let opener = region.children(of: token).first { place in
      let relation = region.relation(of: place)
      return place < token
        && (relation == .marker || relation == .adverb && tokens[place].tag == .wrb)
    }
    switch opener.map({ tokens[$0].word }) {
    case .while where !opensOrStandsApart(token, in: region): return nil
    case .while, .although, .though, .whereas:
      return region.isFinite(token) && region.hasSubject(token) ? .clause : nil
    case .because, .as, .since, .when, .after, .before, .where:
      return grain == .fine && region.isFinite(token) && region.hasSubject(token) ? .clause : nil
    case nil:
      guard grain == .fine, tokens[token].tag == .vbg || tokens[token].tag == .vbn else {
        return nil
      }
      return region.isSetOff(token) ? .participle : nil
    default: return nil
    }
  }

  /// "While A, B" and "A, while B" set one against the other; "A while B" tells when.
  private func opensOrStandsApart(_ token: Int, in region: SentenceTree) -> Bool {
    region.isSetOff(token) || region.subtree(token).min() == region.members.first
  }

  /// A name with a description after it, between commas: "Osei, the town's mayor", or before it: "One of the
  /// neighbours, Ana Osei"; at the fine grain every apposition that stands apart.
  ///
  /// A name after a name is its place: "Houston, Texas".
  private func describes(_ token: Int, _ head: Int, in region: SentenceTree) -> Bool {
    guard region.isSetOff(token), !tokens[token].isTimeName,
      !tokens[token].shape.contains(.hasDigit)
    else { return false }
    if grain == .fine { return true }
    guard !region.isBracketed(token) else { return false }
    let all = region.children(of: head, .apposition)
    if tokens[token].tag.isName {
      return isOneOfMany(head, in: region) && all.count == 1 && region.subtree(token).count > 1
    }
    // With a conjunction several of them are the rest of a list that the parse did not see.
    let isList = all.count > 1 && all.contains { !region.children(of: $0, .conjunct).isEmpty }
    return tokens[head].tag.isName && tokens[token].tag.isNoun && !isList
      && all.allSatisfy { !tokens[$0].tag.isName }
      && region.subtree(token).count { tokens[$0].mark == .none } > 1
  }

  /// "One of the neighbours": not "The company" or "His sister".
  private func isOneOfMany(_ noun: Int, in region: SentenceTree) -> Bool {
    tokens[noun].word == .one && !region.children(of: noun, .nounModifier).isEmpty
  }

  /// Whether a conjunct can be told apart: it has a subject, or one to share, and is part of no condition.
  private func standsAlone(_ token: Int, in region: SentenceTree, cuts: [Int: Cut]) -> Bool {
    let first = region.firstConjunct(token)
    var place: Int? = first
    while let here = place, cuts[here] == nil {
      switch region.relation(of: here) {
      case .relativeClause, .nounClause: return false
      case .adverbialClause where !(here == first && region.isInfinitive(here)): return false
      case .subject where region.isVerbal(here): return false
      default: break
      }
      place = region.head(of: here)
    }
    return region.hasSubject(token) || !region.subject(of: first).isEmpty
  }
}
