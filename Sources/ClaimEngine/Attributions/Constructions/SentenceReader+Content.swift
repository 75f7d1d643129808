// How far reported content goes.
extension SentenceReader {
  /// The end of the content that begins at a token: the sentence's end, or an earlier place where the
  /// reporter goes on.
  func contentEnd(from start: Int, cue: VerbGroup, frame: FoundAttribution.Frame) -> Int {
    var place = start
    var limit = sentence.upperBound
    let ownQuotation = quotes.quotation(at: cue.head)
    if let ownQuotation {
      limit = min(limit, quotes.all[ownQuotation].tokens.upperBound)
    }
    var depth = 0
    while place < limit {
      let token = tokens[place]
      let isOutside = depth == 0 && quotes.quotation(at: place) == ownQuotation
      switch token.mark {
      case .openBracket: depth += 1
      case .closeBracket:
        if depth == 0 { return place }
        depth -= 1
      case .semicolon: if isOutside { return place }
      case .dash: if isOutside, endsAtDash(place, limit, frame) { return place }
      case .comma:
        if isOutside, endsAtComma(place, start: start, cue: cue, frame) { return place }
      case .none:
        if isOutside, place > start, token.tag == .cc,
          endsAtConjunction(place, start: start, cue: cue, frame)
        {
          return place
        }
      default: break
      }
      place += 1
    }
    return limit
  }

  /// A dash ends what is reported unless another one closes the aside.
  private func endsAtDash(_ dash: Int, _ limit: Int, _ frame: FoundAttribution.Frame) -> Bool {
    guard frame == .clause else { return true }
    return !tokens[dash + 1..<limit].contains { $0.mark == .dash }
  }

  private func endsAtComma(
    _ comma: Int, start: Int, cue: VerbGroup, _ frame: FoundAttribution.Frame
  ) -> Bool {
    let next = comma + 1
    guard next < sentence.upperBound else { return true }
    if tokens[next].word == .according { return true }
    if cue.relativePronoun != nil, comma > start { return true }
    if let index = phrases.verb(at: next) {
      let verb = phrases.verbs[index]
      if verb.form == .gerund, let entry = lexicon.entry(tokens[verb.head].hash),
        !entry.frames.isDisjoint(with: [.clause, .thatClause, .speech, .accusation])
      {
        return true
      }
    }
    switch tokens[next].word {
    case .while, .though, .although, .whereas: return true
    case .if, .with: return false
    default: break
    }
    if tokens[next].tag == .cc, tokens[next].mark == .none {
      if endsAtConjunction(next, start: start, cue: cue, frame) { return true }
      return frame != .clause && !continuesList(comma)
    }
    // ", officials said" closes the sentence for another teller.
    if let phrase = phrases.nounPhrase(at: next), phrase.lowerBound == next {
      let end = skipAdverbs(phraseWithCompletions(phrase))
      if let index = phrases.verb(at: end), phrases.verbs[index].form == .finite,
        let entry = lexicon.entry(tokens[phrases.verbs[index].head].hash),
        entry.frames.contains(.speech) || entry.frames.contains(.clause),
        phrases.verbs[index].end >= sentence.upperBound
          || tokens[phrases.verbs[index].end].isPunctuation
      {
        return true
      }
    }
    guard frame != .clause else { return false }
    return !continuesList(comma) && tokens[next].hash != Self.including
  }

  private static let including = WordHash("including").value

  /// Whether a comma parts the items of a list, so that what is reported goes on.
  func continuesList(_ comma: Int) -> Bool {
    guard phrases.nounPhrase(at: comma - 1) != nil || tokens[comma - 1].tag == .jj else {
      return false
    }
    var next = comma + 1
    if next < sentence.upperBound, tokens[next].tag == .cc {
      return phrases.nounPhrase(at: next + 1) != nil && !startsClause(next + 1)
    }
    guard let phrase = phrases.nounPhrase(at: next) else { return false }
    next = phraseWithCompletions(phrase)
    while next < sentence.upperBound, next - comma < 30 {
      if tokens[next].tag == .cc { return true }
      guard tokens[next].mark == .comma else { return false }
      if next + 1 < sentence.upperBound, tokens[next + 1].tag == .cc { return true }
      guard let item = phrases.nounPhrase(at: next + 1) else { return false }
      next = phraseWithCompletions(item)
    }
    return false
  }

  /// Whether the reporter goes on after "and" or "but" with something of his own or another report.
  private func endsAtConjunction(
    _ conjunction: Int, start: Int, cue: VerbGroup, _ frame: FoundAttribution.Frame
  ) -> Bool {
    let next = skipAdverbs(conjunction + 1)
    guard next < sentence.upperBound else { return false }
    if let index = phrases.verb(at: next) {
      let verb = phrases.verbs[index]
      let isReport =
        lexicon.entry(tokens[verb.head].hash).map {
          !$0.frames.isDisjoint(with: [.clause, .speech, .accusation, .asPredicate, .addressee])
        } ?? false
      let sameForm =
        verb.form == cue.form && tokens[verb.start].tag == tokens[cue.start].tag
      switch frame {
      case .clause:
        guard sameForm else { return false }
        if isReport { return true }
        guard verb.form == .finite, tokens[verb.start].tag == .vbd else { return false }
        // "said he would go and left": the content's own verb has another tense.
        guard let own = phrases.verbs.first(where: { $0.start >= start && $0.form == .finite }),
          own.start < conjunction
        else { return false }
        return tokens[own.start].tag == .md
      default: return verb.form == .finite || sameForm
      }
    }
    if let phrase = phrases.nounPhrase(at: next), phrase.lowerBound == next {
      let end = skipAdverbs(phraseWithCompletions(phrase))
      if let index = phrases.verb(at: end), phrases.verbs[index].form == .finite {
        if frame != .clause { return true }
        if let entry = lexicon.entry(tokens[phrases.verbs[index].head].hash),
          entry.frames.contains(.speech)
        {
          return true
        }
      }
    }
    return false
  }

  /// A range without the punctuation at its ends, apart from brackets and quote marks that pair
  /// inside it; nil where nothing is left.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let mark = tokens[start].mark
      guard mark != .none, mark != .symbol, mark != .openBracket else { break }
      if mark.isQuote, let quotation = quotes.quotation(at: start + 1),
        quotes.all[quotation].tokens.upperBound + 1 < end - 1
      {
        break
      }
      start += 1
    }
    while end > start {
      let mark = tokens[end - 1].mark
      guard mark != .none, mark != .symbol, mark != .closeBracket else { break }
      if mark.isQuote, end - 2 > start, let quotation = quotes.quotation(at: end - 2),
        quotes.all[quotation].tokens.lowerBound > start + 1
      {
        break
      }
      end -= 1
    }
    return start < end ? start..<end : nil
  }
}
