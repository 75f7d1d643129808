import ClaimModel

/// The small words that a claim of several spans lost between them.
struct StatementJoints {
  let index: NameIndex

  /// "is" between somebody and what describes them, "that" and "to" before what they open.
  ///
  /// - Parameter tokens: Those of the claim, in reading order.
  func edits(for claim: Claim, _ tokens: [Int]) -> [StatementEdit] {
    guard claim.spans.count > 1 else { return [] }
    if let edit = copula(claim) ?? predication(claim) { return [edit] }
    return claim.spans.indices.dropFirst().compactMap {
      opener(of: claim.spans[$0], after: claim.spans[$0 - 1])
    }
  }

  // MARK: Descriptions

  /// "Ana Osei | the town's mayor".
  private func copula(_ claim: Claim) -> StatementEdit? {
    guard claim.spans.count <= 3, let owner = index.text.tokens(under: claim.spans[0]),
      let start = index.text.tokens(under: claim.spans[1])?.lowerBound,
      let end = index.text.tokens(under: claim.spans[claim.spans.count - 1])?.upperBound,
      !owner.contains(where: { isFinite($0) }), case let description = start..<end, start < end,
      !hasMainVerb(description),
      isNoun(owner.upperBound - 1), describes(description, owner), let first = description.first
    else { return nil }
    let all = index.text.tokens
    let isPlural = isPlural(owner)
    let isPast: Bool
    switch all[first].tag {
    case .rb where all[first].word != .then: return nil
    case .dt, .jj, .jjr, .jjs, .nn, .nns, .nnp, .nnps, .prpPossessive, .cd, .rb:
      guard description.contains(where: { all[$0].tag.isNoun || all[$0].tag == .jj }) else {
        return nil
      }
      isPast =
        description.prefix { all[$0].word != .and && all[$0].mark != .comma }
        .prefix(4).contains { index.kinds[$0].contains(.past) } || all[first].word == .then
    case .vbn:
      // "The port | lost its crane": with an object it is no passive.
      let next = first + 1
      guard next >= description.upperBound || all[next].tag == .in else { return nil }
      isPast = true
    default: return nil
    }
    let word = isPast ? (isPlural ? "were" : "was") : (isPlural ? "are" : "is")
    return .before(claim.spans[1], word)
  }

  /// "accused the council of hiding the bill": "the council [is] hiding the bill"; "slammed the move as unfair": "the move
  /// [is] unfair".
  private func predication(_ claim: Claim) -> StatementEdit? {
    guard claim.spans.count == 2, let owner = index.text.tokens(under: claim.spans[0]),
      let said = index.text.tokens(under: claim.spans[1]), said.lowerBound > 0,
      let first = said.first(where: { index.text.tokens[$0].tag != .rb }),
      isNoun(owner.upperBound - 1)
    else { return nil }
    switch (index.text.tokens[said.lowerBound - 1].word, index.text.tokens[first].tag) {
    case (.of, .vbg), (.as, .vbn), (.as, .jj), (.as, .dt), (.as, .nn), (.as, .nns): break
    default: return nil
    }
    return .before(claim.spans[1], isPlural(owner) ? "are" : "is")
  }

  /// Whether the parse hangs the description on its owner.
  private func describes(_ description: Range<Int>, _ owner: Range<Int>) -> Bool {
    let tree = index.tree
    return description.contains { token in
      switch tree.relations[token] {
      case .apposition, .nounClause, .parataxis, .conjunct:
        tree.heads[token].map { owner.contains($0) } ?? false
      default: false
      }
    }
  }

  private func isFinite(_ token: Int) -> Bool {
    index.text.tokens[token].tag.hasTense
  }

  /// Whether a description has a verb of its own outside its relative clauses.
  private func hasMainVerb(_ words: Range<Int>) -> Bool {
    let tokens = index.text.tokens
    guard let verb = words.first(where: { tokens[$0].tag.hasTense }) else { return false }
    return !words.contains { token in
      guard token < verb, token > words.lowerBound else { return false }
      return tokens[token].tag == .wdt || tokens[token].tag == .wp || tokens[token].tag == .wrb
        || tokens[token].word == .that
    }
  }

  private func isNoun(_ token: Int) -> Bool {
    index.text.tokens[token].tag.isNoun || index.text.tokens[token].tag == .prp
      || index.text.tokens[token].mark == .closeBracket
      || index.mention(ofToken: token) != nil
  }

  private func isPlural(_ owner: Range<Int>) -> Bool {
    let tokens = index.text.tokens
    let preposition = owner.first { tokens[$0].tag == .in } ?? owner.upperBound
    let head = max(owner.lowerBound, preposition - 1)
    if tokens[head].tag == .nns || tokens[head].tag == .nnps && index.mention(ofToken: head) == nil
    {
      return true
    }
    return owner.contains {
      tokens[$0].word == .and && $0 < preposition && index.mention(ofToken: $0) == nil
    }
  }

  // MARK: Openers

  /// "It underlines | that it is unfit", "vowed | to leave": the word before a span that its words need.
  private func opener(of span: TextSpan, after previous: TextSpan) -> StatementEdit? {
    let tokens = index.text.tokens
    let first = index.firstToken(from: span.start)
    guard first > 0, first < tokens.count, Int(tokens[first - 1].start) >= previous.end,
      let last = index.text.tokens(under: previous)?.last
    else { return nil }
    switch tokens[first - 1].word {
    case .to where tokens[first].tag == .vb && tokens[last].word != .to && tokens[last].tag != .md:
      return .before(span, "to")
    case .that
    where tokens[first - 1].tag == .in && tokens[last].tag.isVerb && tokens[last].word != .that:
      return .before(span, "that")
    default: return nil
    }
  }
}
