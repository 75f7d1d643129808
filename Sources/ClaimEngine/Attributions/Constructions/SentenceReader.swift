/// Reads the attributions of one sentence.
struct SentenceReader {
  let tokens: [Token]
  let sentence: Range<Int>
  let phrases: Chunks
  let quotes: Quotations
  let lexicon: CueLexicon

  func attributions() -> [FoundAttribution] {
    var found: [FoundAttribution] = []
    for index in phrases.verbs.indices {
      if let attribution = verbAttribution(index) { found.append(attribution) }
    }
    for token in sentence {
      if let attribution = accordingTo(token) ?? inSurvey(token) {
        found.append(attribution)
      }
    }
    if let attribution = byline() { found.append(attribution) }
    return withSharedSources(found)
  }

  // MARK: Verbs

  private func verbAttribution(_ index: Int) -> FoundAttribution? {
    let verb = phrases.verbs[index]
    let head = tokens[verb.head]
    if verb.isPassive, head.word == .quoted { return quotedAsSaying(verb) }
    if isIntroducedByQuoted(index) || isOwnQuote(verb) { return nil }
    guard let entry = lexicon.entry(head.hash), !isSpeakersOwn(verb) else { return nil }
    let frames = entry.frames
    if verb.isPassive { return frames.contains(.addressee) ? wasTold(verb) : nil }
    if frames.contains(.speech) || frames.contains(.clause),
      let attribution = quoteBefore(verb) ?? quoteAfter(verb, frames)
    {
      return attribution
    }
    if verb.form == .participle { return nil }
    // "would say", "to support": what nobody has said yet.
    guard
      reportsForSure(verb) || frames.contains(.speech) && verb.form == .finite
        || verb.form == .gerund && tokens[verb.start - 1].tag == .in
          && !frames.isDisjoint(with: [.speech, .smallClause, .accusation])
    else {
      return nil
    }
    let object = skipAdverbs(verb.end)
    if frames.contains(.clause) || frames.contains(.thatClause) || frames.contains(.addressee) {
      if let start = clauseStart(after: object, frames) {
        return made(verb, from: start)
      }
      if frames.contains(.speech), let attribution = postposed(verb) { return attribution }
      if frames.contains(.bareClause), object < sentence.upperBound, !tokens[object].isPunctuation,
        verb.form != .gerund || tokens[object].tag != .in,
        let next = finiteVerb(after: object),
        next.start < contentEnd(from: object, cue: verb, frame: .clause)
      {
        // A subject too long for the phrase rules: still a clause, "say" takes nothing else.
        return made(verb, from: skipAdjuncts(object) ?? object)
      }
    }
    if frames.contains(.asPredicate) || frames.contains(.accusation),
      let attribution = predication(verb, object, frames)
    {
      return attribution
    }
    if object > verb.end, tokens[verb.end].tag == .rp,
      entry.prepositions.contains(tokens[verb.end].hash),
      object < sentence.upperBound, startsObject(object)
    {
      return made(verb, from: object)
    }
    if frames.contains(.finding), object < sentence.upperBound, startsObject(object),
      let subject = verb.subject, subject.contains(where: { tokens[$0].classes.contains(.survey) })
    {
      return made(verb, from: object)
    }
    return nil
  }

  /// "I think" inside quote marks: the speaker's own hedge, not another report.
  private func isSpeakersOwn(_ verb: VerbGroup) -> Bool {
    guard let subject = verb.subject else { return false }
    switch tokens[subject.lowerBound].word {
    case .i, .we, .you: return quotes.quotation(at: verb.head) != nil
    default: return false
    }
  }

  /// Whether a verb is the "saying" of "was quoted as saying".
  private func isIntroducedByQuoted(_ index: Int) -> Bool {
    let verb = phrases.verbs[index]
    guard index > 0, tokens[verb.head].word == .saying, tokens[verb.start - 1].word == .as else {
      return false
    }
    let before = phrases.verbs[index - 1]
    return before.isPassive && tokens[before.head].word == .quoted && verb.start - before.end < 6
  }

  /// Whether a verb is that of "and I quote", which only opens a quote.
  func isOwnQuote(_ verb: VerbGroup) -> Bool {
    guard tokens[verb.head].hash == Self.quote, verb.start > sentence.lowerBound else {
      return false
    }
    return tokens[verb.start - 1].word == .i || tokens[verb.start - 1].word == .we
  }

  private static let quote = WordHash("quote").value

  /// Whether the verb tells of a report that was made: a tense without modal, or a participle.
  private func reportsForSure(_ verb: VerbGroup) -> Bool {
    switch verb.form {
    case .finite:
      tokens[verb.start].tag != .md
    case .gerund:
      verb.start == sentence.lowerBound || tokens[verb.start - 1].isPunctuation
        || subjectAfterWith(of: verb) != nil
    case .infinitive, .bare, .participle: false
    }
  }

  private func made(
    _ verb: VerbGroup, from start: Int, _ frame: FoundAttribution.Frame = .clause
  ) -> FoundAttribution? {
    let end = contentEnd(from: start, cue: verb, frame: frame)
    guard let content = trimmed(start..<end) else { return nil }
    var cue = verb.tokens
    if cue.upperBound < start, tokens[cue.upperBound].tag == .rp {
      cue = cue.lowerBound..<cue.upperBound + 1
    }
    return FoundAttribution(
      source: source(of: verb), cue: [cue], content: [content], frame: frame)
  }

  /// Where a reported clause begins after the verb; nil where none follows.
  private func clauseStart(after position: Int, _ frames: CueFrames) -> Int? {
    var place = position
    if frames.contains(.addressee), let phrase = phrases.nounPhrase(at: place),
      phrase.lowerBound == place
    {
      let end = phraseWithCompletions(phrase)
      if end < sentence.upperBound, isComplementizer(end) { return end + 1 }
      if frames.contains(.clause), startsClause(end) { return end }
      if let after = skipAdjuncts(end), after < sentence.upperBound {
        if isComplementizer(after) { return after + 1 }
        if frames.contains(.clause), startsClause(after) { return after }
      }
    }
    guard place < sentence.upperBound else { return nil }
    if isComplementizer(place) { return place + 1 }
    let after = skipAdjuncts(place) ?? place
    if after < sentence.upperBound, isComplementizer(after) { return after + 1 }
    if frames.contains(.clause), !tokens[place].isTimeName, startsClause(place) { return place }
    if after > place, after < sentence.upperBound {
      place = after
      if frames.contains(.clause), startsClause(place) { return place }
    }
    return nil
  }

  private func isComplementizer(_ index: Int) -> Bool {
    guard tokens[index].word == .that, index + 1 < sentence.upperBound,
      tokens[index - 1].word != .so, tokens[index - 1].word != .such
    else { return false }
    if tokens[index].tag == .in { return true }
    // "said that China …" tagged as a determiner: a clause must follow.
    return tokens[index + 1].tag != .punctuation && startsClause(index + 1)
  }

  /// Whether a noun phrase with a finite verb of its own begins here.
  func startsClause(_ index: Int) -> Bool {
    var place = index
    while place < sentence.upperBound,
      tokens[place].tag == .rb || tokens[place].mark.isQuote && place == index
    {
      place += 1
    }
    guard place < sentence.upperBound else { return false }
    if tokens[place].classes.contains(.subordinator), tokens[place].word != .so,
      tokens[place].word != .whether,
      tokens[place].tag == .in || tokens[place].tag == .wrb
    {
      return finiteVerb(after: place) != nil
    }
    if tokens[place].tag == .vbg {
      return finiteVerb(after: place).map { $0.start - place < 12 } ?? false
    }
    guard let phrase = phrases.nounPhrase(at: place) else { return false }
    var end = phraseWithCompletions(phrase)
    while end < sentence.upperBound, tokens[end].tag == .rb { end += 1 }
    guard end < sentence.upperBound else { return false }
    if let verb = phrases.verb(at: end) { return phrases.verbs[verb].form == .finite }
    if tokens[end].tag == .wdt || tokens[end].tag == .wp || tokens[end].word == .that
      || tokens[end].mark == .comma
    {
      guard let verb = finiteVerb(after: end) else { return false }
      guard tokens[end].mark == .comma else { return true }
      return verb.start - end < 25
        && verb.subject.map { $0.lowerBound <= phrase.lowerBound } ?? false
    }
    // "last year its record fell": a time before the subject.
    let saysWhen = tokens[phrase.lowerBound].isTimeName || isTimePhrase(phrase)
    if saysWhen, phrases.nounPhrase(at: end) != nil {
      return finiteVerb(after: end).map { $0.start - end < 6 } ?? false
    }
    return false
  }

  private func finiteVerb(after index: Int) -> VerbGroup? {
    phrases.verbs.first { $0.start > index && $0.form == .finite }
  }

  /// The end of a base phrase with "of", "for", "in" … phrases after it.
  func phraseWithCompletions(_ phrase: Range<Int>) -> Int {
    var end = phrase.upperBound
    while end + 1 < sentence.upperBound {
      let link = tokens[end]
      // "The farmers' agents".
      if link.mark == .closeSingle || link.mark == .straightSingle,
        !link.shape.contains(.spaceBefore), tokens[end + 1].shape.contains(.spaceBefore),
        tokens[end - 1].tag == .nns || tokens[end - 1].tag == .nnps,
        let next = phrases.nounPhrase(at: end + 1), next.lowerBound == end + 1
      {
        end = next.upperBound
        continue
      }
      let joins =
        link.classes.contains(.nounPreposition) || link.tag == .cc && link.word != .but
        || link.tag == .in && link.word != .that && !link.classes.contains(.subordinator)
        || link.word == .to && link.tag == .to
      guard joins, let next = phrases.nounPhrase(at: end + 1), next.lowerBound == end + 1 else {
        break
      }
      end = next.upperBound
    }
    return end
  }

  /// The place after times, places and occasions between a verb and what it reports: "Monday in a
  /// statement"; nil where there are none.
  private func skipAdjuncts(_ index: Int) -> Int? {
    var place = index
    var steps = 0
    while place < sentence.upperBound, steps < 6 {
      steps += 1
      let token = tokens[place]
      if token.tag == .rb || token.tag == .rp {
        place += 1
      } else if let phrase = phrases.nounPhrase(at: place),
        tokens[phrase.lowerBound].isTimeName
          || isTimePhrase(phrase)
      {
        place = phrase.upperBound
      } else if token.tag == .in || token.tag == .to, token.word != .that,
        let phrase = phrases.nounPhrase(at: place + 1)
      {
        place = phrase.upperBound
        if startsWithFiniteVerb(place) { return nil }
      } else if token.mark == .comma, place > index, place + 1 < sentence.upperBound,
        isComplementizer(place + 1)
      {
        place += 1
      } else {
        break
      }
    }
    return place > index ? place : nil
  }

  private func isTimePhrase(_ phrase: Range<Int>) -> Bool {
    guard let last = phrase.last else { return false }
    return tokens[last].classes.contains(.timeNoun)
  }

  private func startsWithFiniteVerb(_ index: Int) -> Bool {
    phrases.verb(at: index).map { phrases.verbs[$0].form == .finite } ?? false
  }

  func skipAdverbs(_ index: Int) -> Int {
    var place = index
    while place < sentence.upperBound, tokens[place].tag == .rb || tokens[place].tag == .rp {
      place += 1
    }
    return place
  }

  /// "slammed the move as a trick", "accused Beijing of a trick".
  private func predication(_ verb: VerbGroup, _ object: Int, _ frames: CueFrames)
    -> FoundAttribution?
  {
    guard object < sentence.upperBound, startsObject(object) else { return nil }
    var first = object
    if tokens[first].mark.isQuote { first += 1 }
    guard let phrase = phrases.nounPhrase(at: first) else { return nil }
    let end = phraseWithCompletions(phrase)
    if frames.contains(.asPredicate) {
      for place in phrase.upperBound..<min(end + 8, sentence.upperBound)
      where tokens[place].word == .as {
        return made(verb, from: object, .asPredicate)
      }
    }
    if frames.contains(.accusation) {
      for place in phrase.upperBound..<min(end + 2, sentence.upperBound)
      where tokens[place].word == .of || tokens[place].word == .for {
        return made(verb, from: object, .accusation)
      }
    }
    return nil
  }

  private func startsObject(_ index: Int) -> Bool {
    if tokens[index].mark.isQuote { return true }
    guard let phrase = phrases.nounPhrase(at: index), phrase.lowerBound == index else {
      return false
    }
    return !tokens[index].isTimeName
  }

  private func quotedAsSaying(_ verb: VerbGroup) -> FoundAttribution? {
    var end = verb.end
    while end < sentence.upperBound, end - verb.end < 6, tokens[end].word != .saying { end += 1 }
    let cueEnd = end < sentence.upperBound && tokens[end].word == .saying ? end + 1 : verb.end
    let cue = VerbGroup(
      tokens: verb.start..<cueEnd, head: verb.head, form: .finite, isPassive: false,
      subject: verb.subject, sharesSubjectOf: nil, relativePronoun: verb.relativePronoun)
    if let attribution = quoteBefore(cue) ?? quoteAfter(cue, [.speech]) { return attribution }
    guard cueEnd > verb.end else { return nil }
    if let start = clauseStart(after: cueEnd, [.clause]) { return made(cue, from: start) }
    return nil
  }

  private func accordingTo(_ index: Int) -> FoundAttribution? {
    guard tokens[index].word == .according, index + 2 < sentence.upperBound,
      tokens[index + 1].word == .to
    else { return nil }
    var end = index + 2
    var depth = 0
    while end < sentence.upperBound {
      let token = tokens[end]
      if token.mark == .comma || token.mark.endsSentence || token.mark == .semicolon
        || token.mark == .dash || token.mark.isQuote
      {
        if depth == 0 { break }
      }
      if token.mark == .openBracket { depth += 1 }
      if token.mark == .closeBracket { depth -= 1 }
      end += 1
    }
    guard let source = trimmed(index + 2..<end) else { return nil }
    let cue = [index..<index + 2]
    if let content = trimmed(sentence.lowerBound..<index),
      content.contains(where: { tokens[$0].tag.isVerb })
    {
      var parts = [content]
      if end < sentence.upperBound, tokens[end].mark == .comma,
        let rest = trimmed(end..<sentence.upperBound), phrases.verb(at: rest.lowerBound) != nil
      {
        parts.append(rest)
      }
      return FoundAttribution(source: source, cue: cue, content: parts, frame: .accordingTo)
    }
    guard end < sentence.upperBound, let content = trimmed(end..<sentence.upperBound) else {
      return nil
    }
    return FoundAttribution(source: source, cue: cue, content: [content], frame: .accordingTo)
  }

  /// "In a new poll, …" at the start of a sentence.
  private func inSurvey(_ index: Int) -> FoundAttribution? {
    guard index == sentence.lowerBound, tokens[index].word == .in,
      let phrase = phrases.nounPhrase(at: index + 1),
      phrase.contains(where: { tokens[$0].classes.contains(.survey) })
    else { return nil }
    var end = phraseWithCompletions(phrase)
    while end < sentence.upperBound, tokens[end].mark != .comma, end - index < 25 { end += 1 }
    guard end < sentence.upperBound, tokens[end].mark == .comma,
      let source = trimmed(index + 1..<end), let content = trimmed(end..<sentence.upperBound)
    else { return nil }
    return FoundAttribution(
      source: source, cue: [index..<index + 1], content: [content], frame: .accordingTo)
  }
}
