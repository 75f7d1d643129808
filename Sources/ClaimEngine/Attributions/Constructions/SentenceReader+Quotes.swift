// Quotes beside a reporting verb, and reporting clauses after what they report.
extension SentenceReader {
  /// Where the reporting clause of a verb begins: its subject, or the verb where the subject follows.
  private func clauseLead(_ verb: VerbGroup) -> Int {
    guard let subject = verb.subject, verb.sharesSubjectOf == nil, verb.form == .finite,
      subject.upperBound <= verb.start
    else { return verb.start }
    return subject.lowerBound
  }

  /// The speaker after the verb: "…," said Kong Quan, a spokesman.
  private func speakerAfter(_ verb: VerbGroup) -> Range<Int>? {
    let place = skipAdverbs(verb.end)
    guard let phrase = phrases.nounPhrase(at: place), phrase.lowerBound == place,
      !tokens[place].isTimeName
    else { return nil }
    return phrase.lowerBound..<withDescription(phraseWithCompletions(phrase))
  }

  /// The end of a speaker after the verb with what describes him.
  ///
  /// What follows a name there seldom is anything else: "a spokesman for the ministry", "who runs it".
  private func withDescription(_ end: Int) -> Int {
    guard end + 1 < sentence.upperBound, tokens[end].mark == .comma, describes(end + 1) else {
      return end
    }
    var place = end + 1
    while place < sentence.upperBound {
      let token = tokens[place]
      if token.mark.isQuote || token.mark == .semicolon || token.mark == .dash
        || token.mark == .colon
      {
        break
      }
      if token.mark == .comma, place + 1 < sentence.upperBound, !describes(place + 1),
        !continuesList(place)
      {
        break
      }
      place += 1
    }
    return trimmed(end..<place)?.upperBound ?? end
  }

  /// Whether words after a comma can describe the name before it.
  private func describes(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.isTimeName || token.classes.contains(.subordinator) { return false }
    switch token.tag {
    case .dt, .nn, .nns, .jj, .cd, .wp, .nnp, .prpPossessive: return !opensMainClause(index)
    default: return token.word == .whose
    }
  }

  /// Whether a phrase with its own finite verb right after it begins here.
  private func opensMainClause(_ index: Int) -> Bool {
    guard let phrase = phrases.nounPhrase(at: index), phrase.lowerBound == index else {
      return false
    }
    let end = skipAdverbs(phraseWithCompletions(phrase))
    return phrases.verb(at: end).map { phrases.verbs[$0].form == .finite } ?? false
  }

  /// Reads `"…," he said` and `"…," said Kong`.
  func quoteBefore(_ verb: VerbGroup) -> FoundAttribution? {
    guard verb.form != .infinitive else { return nil }
    var lead = clauseLead(verb)
    if lead > sentence.lowerBound, tokens[lead - 1].mark == .comma { lead -= 1 }
    guard lead > sentence.lowerBound, tokens[lead - 1].mark.isQuote, lead >= 2,
      let quotation = quotes.quotation(at: lead - 2), quotes.quotation(at: verb.head) == nil
    else { return nil }
    var parts = [quotes.all[quotation].tokens]
    // A word or two in quote marks inside the reporter's clause is no speech.
    guard
      parts[0].count > 3 || tokens[lead - 2].isPunctuation
        || parts[0].lowerBound <= sentence.lowerBound + 1
    else { return nil }
    var content = parts[0]
    if content.lowerBound > sentence.lowerBound + 1 {
      // `The move is "unwise and wrong," he said`: the clause began before the mark.
      let start = outerStart(before: content.lowerBound - 1)
      if start < content.lowerBound - 1 { content = start..<content.upperBound }
    }
    parts[0] = content
    let inverted =
      verb.subject == nil
      || verb.subject.map { $0.lowerBound < lead && $0.upperBound < lead } ?? true
    let source = inverted ? speakerAfter(verb) ?? self.source(of: verb) : self.source(of: verb)
    if let next = reopenedQuote(after: verb.end) { parts.append(next) }
    return FoundAttribution(
      source: source, cue: [verb.tokens], content: parts.compactMap { trimmed($0) }, frame: .quote)
  }

  private func outerStart(before index: Int) -> Int {
    var place = index
    while place > sentence.lowerBound {
      if tokens[place - 1].mark.isQuote || tokens[place - 1].mark == .semicolon { return place }
      place -= 1
    }
    return place
  }

  /// In `…" he said, "…` the quote that goes on after the reporting clause.
  private func reopenedQuote(after index: Int) -> Range<Int>? {
    var place = index
    while place < sentence.upperBound, place - index < 25 {
      if tokens[place].mark.isQuote, place + 1 < sentence.upperBound,
        let quotation = quotes.quotation(at: place + 1), place > index,
        tokens[place - 1].mark == .comma || tokens[place - 1].mark == .dash
          || tokens[place - 1].mark == .semicolon
      {
        return quotes.all[quotation].tokens
      }
      if place > index + 1,
        phrases.verb(at: place).map({ phrases.verbs[$0].form == .finite }) == true
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// Reads `he said, "…"` and `he said in a statement: "…"`.
  func quoteAfter(_ verb: VerbGroup, _ frames: CueFrames) -> FoundAttribution? {
    var place = verb.end
    while place < sentence.upperBound, place - verb.end < 20 {
      let token = tokens[place]
      if token.mark.isQuote, place + 1 < sentence.upperBound,
        let quotation = quotes.quotation(at: place + 1),
        quotes.quotation(at: verb.head) != quotation
      {
        guard
          tokens[place - 1].mark == .comma || tokens[place - 1].mark == .colon
            || place == verb.end && frames.contains(.speech)
        else { return nil }
        let range = quotes.all[quotation].tokens
        return FoundAttribution(
          source: source(of: verb), cue: [verb.tokens], content: [trimmed(range) ?? range],
          frame: .quote)
      }
      if let inner = phrases.verb(at: place).map({ phrases.verbs[$0] }), inner.form == .finite,
        !isOwnQuote(inner)
      {
        return nil
      }
      if token.word == .that || token.mark.endsSentence { return nil }
      place += 1
    }
    return nil
  }

  /// Reads `The harbour is shut, officials said`.
  func postposed(_ verb: VerbGroup) -> FoundAttribution? {
    guard verb.form == .finite, verb.relativePronoun == nil, verb.sharesSubjectOf == nil else {
      return nil
    }
    var lead = clauseLead(verb)
    var source = source(of: verb)
    if verb.subject == nil || lead == verb.start {
      guard let speaker = speakerAfter(verb) else { return nil }
      source = speaker
      lead = verb.start
    }
    guard lead > sentence.lowerBound,
      tokens[lead - 1].mark == .comma || tokens[lead - 1].mark == .dash
    else { return nil }
    guard let content = trimmed(sentence.lowerBound..<lead - 1) else { return nil }
    var parts = [content]
    // "X, he said, Y": the clause goes on after the mark.
    let after = max(verb.end, source.map { $0.lowerBound > verb.start ? $0.upperBound : 0 } ?? 0)
    var place = after
    while place < sentence.upperBound, tokens[place].mark != tokens[lead - 1].mark,
      place - after < 12
    {
      place += 1
    }
    if place < sentence.upperBound, tokens[place].mark == tokens[lead - 1].mark,
      goesOn(after: place),
      let rest = trimmed(place..<sentence.upperBound)
    {
      parts.append(rest)
    }
    guard parts.count > 1 || content.contains(where: { tokens[$0].tag.isVerb }) else { return nil }
    return FoundAttribution(source: source, cue: [verb.tokens], content: parts, frame: .postposed)
  }

  /// Whether the reported clause goes on after the reporting one, and not the reporter.
  private func goesOn(after comma: Int) -> Bool {
    let next = comma + 1
    guard next < sentence.upperBound else { return false }
    if tokens[next].tag == .cc || tokens[next].word == .according || tokens[next].word == .who
      || tokens[next].word == .while || tokens[next].tag == .wrb
    {
      return false
    }
    guard let index = phrases.verb(at: next) else { return true }
    return phrases.verbs[index].form != .gerund
  }

  /// Reads `Kong Quan: The move is wrong` at the start of a paragraph.
  func byline() -> FoundAttribution? {
    let first = sentence.lowerBound
    guard tokens[first].shape.contains(.paragraphBefore),
      let phrase = phrases.nounPhrase(at: first),
      phrase.lowerBound == first, phrase.count <= 5,
      tokens[phrase].allSatisfy({ $0.tag == .nnp || $0.shape.contains(.endsInPeriod) })
    else { return nil }
    var colon = phrase.upperBound
    if colon < sentence.upperBound, tokens[colon].mark == .openBracket {
      while colon < sentence.upperBound, tokens[colon].mark != .closeBracket { colon += 1 }
      colon += 1
    }
    guard colon + 2 < sentence.upperBound, tokens[colon].mark == .colon else { return nil }
    var end = sentence.upperBound
    if let quotation = quotes.quotation(at: colon + 2) {
      end = max(end, quotes.all[quotation].tokens.upperBound)
    }
    guard let content = trimmed(colon + 1..<end) else { return nil }
    return FoundAttribution(
      source: phrase, cue: [colon..<colon + 1], content: [content], frame: .byline)
  }
}
