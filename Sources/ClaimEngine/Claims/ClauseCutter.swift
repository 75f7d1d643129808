/// Cuts a stretch of a sentence into units at coordinated clauses and predicates, contrasts and
/// relative clauses between commas.
struct ClauseCutter {
  let tokens: [Token]
  let phrases: Chunks
  let reader: SentenceReader

  /// The units of a stretch, in reading order.
  func units(of region: Range<Int>) -> [ClaimUnit] {
    var units: [ClaimUnit] = []
    var current = ClaimUnit(body: [])
    var start = region.lowerBound
    var place = region.lowerBound
    var depth = 0
    func close(_ end: Int) {
      if end > start { current.body.append(start..<end) }
      if !current.body.isEmpty { units.append(current) }
    }
    if let opened = openingContrast(region) {
      // "While A, B": two claims.
      units.append(ClaimUnit(body: [opened.clause]))
      start = opened.rest
      place = start
    }
    while place < region.upperBound {
      let token = tokens[place]
      if token.mark == .openBracket { depth += 1 }
      if token.mark == .closeBracket { depth = max(0, depth - 1) }
      if depth == 0, place > start || !current.body.isEmpty {
        if let relative = relativeClause(at: place, in: region) {
          if place > start { current.body.append(start..<place) }
          units.append(relative.unit)
          start = relative.end
          place = relative.end
          continue
        }
        if let cut = cut(at: place, unitStart: start, current: current, in: region) {
          close(place)
          current = ClaimUnit(prefix: cut.prefix, body: [], sharesTense: cut.prefix.count > 1)
          start = cut.next
          place = cut.next
          continue
        }
      }
      place += 1
    }
    close(region.upperBound)
    return units
  }

  private struct Cut {
    let prefix: [Range<Int>]
    let next: Int
  }

  /// Whether a new unit begins after a mark or conjunction.
  private func cut(at place: Int, unitStart: Int, current: ClaimUnit, in region: Range<Int>) -> Cut?
  {
    let token = tokens[place]
    var next = place
    if token.mark == .semicolon {
      next += 1
      return Cut(prefix: [], next: next)
    }
    if token.mark == .comma { next += 1 }
    guard next < region.upperBound else { return nil }
    let link = tokens[next]
    let seen = current.body.map(\.lowerBound).min() ?? unitStart
    guard hasFiniteVerb(seen..<place) || !current.prefix.isEmpty else { return nil }
    if token.mark == .comma, isContrast(link), reader.startsClause(next + 1) {
      return Cut(prefix: [], next: next + 1)
    }
    if token.mark == .comma, link.tag != .cc {
      return listCut(at: place, next, seen: seen, in: region)
    }
    guard link.tag == .cc, link.mark == .none, link.word != .or, link.word != .nor,
      next > 0, !tiesWords(next)
    else { return nil }
    let after = next + 1
    guard after < region.upperBound else { return nil }
    // "no proof yet that …" is about the proof.
    if link.word == .yet, tokens[after].word == .that { return nil }
    if tokens[after].word == .that, reader.startsClause(after + 1) {
      return Cut(
        prefix: current.prefix.isEmpty ? leadOfThat(seen..<place) : current.prefix, next: after + 1)
    }
    guard !isInsideCondition(unitStart..<place, afterComma: token.mark == .comma) else {
      return nil
    }
    let verbPlace = reader.skipAdverbs(after)
    if let index = phrases.verb(at: verbPlace) {
      let verb = phrases.verbs[index]
      return predicateCut(verb, index, at: after, in: region)
    }
    if tokens[after].tag == .in || tokens[after].tag == .rb,
      let comma = tokens[after..<min(after + 8, region.upperBound)].firstIndex(where: {
        $0.mark == .comma
      }), !hasFiniteVerb(after..<comma), comma + 1 < region.upperBound,
      reader.startsClause(comma + 1)
    {
      return Cut(prefix: [], next: after)
    }
    if reader.startsClause(after), !joinsSubjects(next) {
      // "the man who came and she" needs a clause of its own before: checked by the finite verb.
      return Cut(prefix: [], next: after)
    }
    return nil
  }

  /// "how politics and business converged": two subjects of one verb.
  private func joinsSubjects(_ conjunction: Int) -> Bool {
    var place = conjunction - 1
    if tokens[place].mark == .comma { place -= 1 }
    guard place > phrases.tokens.lowerBound, var left = phrases.nounPhrase(at: place) else {
      return false
    }
    while left.lowerBound - 2 > phrases.tokens.lowerBound,
      tokens[left.lowerBound - 1].mark == .comma,
      let item = phrases.nounPhrase(at: left.lowerBound - 2)
    {
      left = item
    }
    guard left.lowerBound > phrases.tokens.lowerBound else { return false }
    let before = tokens[left.lowerBound - 1]
    if before.mark == .comma, left.lowerBound - 2 > phrases.tokens.lowerBound {
      let earlier = tokens[left.lowerBound - 2]
      return earlier.tag == .cc || earlier.tag == .rb || earlier.isTimeName
        || phrases.nounPhrase(at: left.lowerBound - 2) != nil
          && tokens[left.lowerBound - 2].classes.contains(.timeNoun)
    }
    return before.tag == .wrb || before.tag == .cc || before.word == .that && before.tag == .in
      || before.classes.contains(.subordinator) && before.tag == .in
      || before.classes.contains(.speechVerb) && before.tag.isVerb
  }

  /// "religious and political groups", "abided by and entered into": a conjunction inside a phrase.
  private func tiesWords(_ conjunction: Int) -> Bool {
    let before = tokens[conjunction - 1]
    switch before.tag {
    case .in, .to, .rp, .dt, .prpPossessive: return true
    case .jj, .jjr, .jjs, .cd:
      guard conjunction + 1 < phrases.tokens.upperBound, conjunction >= 2 else { return false }
      let next = tokens[conjunction + 1]
      return next.isNominal && !tokens[conjunction - 2].tag.isVerb
        && tokens[conjunction - 2].tag != .rb
    default: return false
    }
  }

  /// "prove that A, that B and that C" and "will extend A, strengthen B and assure C" at their commas.
  private func listCut(at comma: Int, _ next: Int, seen: Int, in region: Range<Int>) -> Cut? {
    guard tokens[next..<region.upperBound].contains(where: { $0.tag == .cc }) else { return nil }
    if tokens[next].word == .that, reader.startsClause(next + 1) {
      let lead = leadOfThat(seen..<comma)
      return lead.isEmpty ? nil : Cut(prefix: lead, next: next + 1)
    }
    guard let index = phrases.verb(at: next), !isInsideCondition(seen..<comma, afterComma: true)
    else { return nil }
    let verb = phrases.verbs[index]
    let hasParallel = phrases.verbs[(index + 1)...].prefix(4).contains {
      $0.form == verb.form && $0.start > region.lowerBound && $0.start < region.upperBound
        && tokens[$0.start - 1].tag == .cc && tokens[$0.head].tag == tokens[verb.head].tag
    }
    let endsList =
      verb.form == .finite && verb.relativePronoun == nil
      && tokens[verb.end..<min(verb.end + 6, region.upperBound)].contains { $0.tag == .cc }
    if !hasParallel, endsList, verb.subject == nil,
      let first = phrases.verbs.first(where: { $0.form == .finite && $0.start >= seen }),
      tokens[first.start].tag == tokens[verb.start].tag, let subject = first.subject
    {
      return Cut(prefix: [subject], next: next)
    }
    guard hasParallel, verb.form != .gerund else { return nil }
    return predicateCut(verb, index, at: next, in: region)
  }

  /// The words of a stretch up to its first "that", when a clause with it hangs on them.
  private func leadOfThat(_ range: Range<Int>) -> [Range<Int>] {
    guard let that = range.first(where: { tokens[$0].word == .that && tokens[$0].tag == .in }),
      that > range.lowerBound, reader.startsClause(that + 1), hasFiniteVerb(range.lowerBound..<that)
    else { return [] }
    return [range.lowerBound..<that + 1]
  }

  private func predicateCut(_ verb: VerbGroup, _ index: Int, at place: Int, in region: Range<Int>)
    -> Cut?
  {
    if verb.form == .finite {
      guard let shared = verb.sharesSubjectOf, let subject = verb.subject,
        phrases.verbs[shared].relativePronoun == nil
          || phrases.verbs[shared].start < region.lowerBound
      else { return nil }
      if subject.lowerBound >= region.lowerBound { return Cut(prefix: [subject], next: place) }
      // The shared subject seems to stand outside, because a tense in here was not seen.
      let own = phrases.nounPhrase(at: region.lowerBound)
      return Cut(prefix: [own ?? subject], next: place)
    }
    guard verb.form == .bare || verb.form == .participle || verb.form == .gerund, index > 0 else {
      return nil
    }
    guard
      let earlier = phrases.verbs[..<index].last(where: {
        $0.form == .finite && $0.head > $0.start && tokens[$0.head].tag == tokens[verb.head].tag
      }),
      !phrases.verbs[..<index].contains(where: {
        $0.start > earlier.start && $0.form == .infinitive
          && tokens[verb.head].tag == .vb
      })
    else { return nil }
    guard earlier.form == .finite, earlier.head > earlier.start, earlier.start >= region.lowerBound,
      tokens[earlier.head].tag == tokens[verb.head].tag, earlier.relativePronoun == nil,
      let subject = earlier.subject
    else { return nil }
    let lastAuxiliary = (earlier.start..<earlier.head).last { tokens[$0].isAuxiliary }
    guard let lastAuxiliary else { return nil }
    return Cut(prefix: [subject, earlier.start..<lastAuxiliary + 1], next: place)
  }

  private func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    phrases.verbs.contains { $0.form == .finite && range.contains($0.start) }
  }

  private func isContrast(_ token: Token) -> Bool {
    switch token.word {
    case .while, .although, .though, .whereas: true
    default: false
    }
  }

  /// Whether the coordination stands inside a condition, "if it rains and the harbour shuts", or,
  /// without a comma, inside another dependent clause.
  private func isInsideCondition(_ range: Range<Int>, afterComma: Bool) -> Bool {
    for place in range.reversed() {
      if tokens[place].mark == .comma, place < range.upperBound - 1 { return false }
      switch tokens[place].word {
      case .if, .unless, .whether: if opensClause(place, in: range) { return true }
      case .because, .when, .after, .before, .until, .once, .since:
        if !afterComma, opensClause(place, in: range) { return true }
      default: break
      }
    }
    return false
  }

  private func opensClause(_ place: Int, in range: Range<Int>) -> Bool {
    (tokens[place].tag == .in || tokens[place].tag == .wrb) && place + 1 < range.upperBound
      && reader.startsClause(place + 1)
  }

  /// "While A, B" at the start of a stretch.
  private func openingContrast(_ region: Range<Int>) -> (clause: Range<Int>, rest: Int)? {
    let first = region.lowerBound
    guard first + 4 < region.upperBound, isContrast(tokens[first]), reader.startsClause(first + 1)
    else { return nil }
    for place in first + 3..<region.upperBound
    where tokens[place].mark == .comma && hasFiniteVerb(first..<place)
      && place + 1 < region.upperBound && reader.startsClause(place + 1)
    {
      return (first + 1..<place, place + 1)
    }
    return nil
  }

  /// ", who said X," as a unit of its own with its antecedent.
  private func relativeClause(at place: Int, in region: Range<Int>) -> (unit: ClaimUnit, end: Int)?
  {
    guard tokens[place].mark == .comma, place + 2 < region.upperBound,
      tokens[place + 1].word == .who || tokens[place + 1].word == .which,
      let verb = phrases.verbs.first(where: { $0.start > place }), verb.form == .finite,
      verb.relativePronoun == place + 1, let antecedent = verb.subject
    else { return nil }
    var end = place + 2
    var seen = false
    while end < region.upperBound {
      if phrases.verb(at: end) != nil { seen = true }
      if seen, tokens[end].mark == .comma, !continuesList(end) { break }
      end += 1
    }
    // A few words after the clause belong to it rather than to the sentence around it.
    if region.upperBound - end < 5, !hasFiniteVerb(end..<region.upperBound) {
      end = region.upperBound
    }
    let unit = ClaimUnit(prefix: [antecedent], body: [place + 2..<end])
    if end < region.upperBound { end += 1 }
    return (unit, end)
  }

  /// Whether a comma only parts the items of a list.
  private func continuesList(_ comma: Int) -> Bool {
    guard let phrase = phrases.nounPhrase(at: comma + 1), phrases.nounPhrase(at: comma - 1) != nil,
      phrase.upperBound < phrases.tokens.upperBound
    else { return false }
    let next = tokens[phrase.upperBound]
    return next.mark == .comma || next.tag == .cc
  }
}
