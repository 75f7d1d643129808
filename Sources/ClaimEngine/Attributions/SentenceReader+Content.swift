// How far reported content goes.
extension SentenceReader {
  /// The end of the content that begins at a token: the sentence's end, or an earlier place where the
  /// reporter goes on.
  func contentEnd(from start: Int, cue: VerbGroup) -> Int {
    var place = start
    var limit = sentence.upperBound
    if let quotation = quotes.quotation(at: cue.head) {
      limit = min(limit, quotes.quotations[quotation].tokens.upperBound)
    }
    var depth = 0
    while place < limit {
      let token = tokens[place]
      switch token.mark {
      case .openBracket: depth += 1
      case .closeBracket:
        if depth == 0 { return place }
        depth -= 1
      case .semicolon: return place
      case .comma:
        if depth == 0, endsAtComma(place, start: start, cue: cue) { return place }
      case .none:
        if depth == 0, place > start, token.tag == .cc, endsAtConjunction(place, cue: cue) {
          return place
        }
      default: break
      }
      place += 1
    }
    return limit
  }

  private func endsAtComma(_ comma: Int, start: Int, cue: VerbGroup) -> Bool {
    let next = comma + 1
    guard next < sentence.upperBound else { return true }
    if quotes.quotation(at: comma) != nil,
      quotes.quotation(at: comma) != quotes.quotation(at: cue.head)
    {
      return false
    }
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
    if tokens[next].tag == .cc, tokens[next].mark == .none {
      return endsAtConjunction(next, cue: cue)
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
    return false
  }

  /// Whether the reporter goes on after "and" or "but" with another report of the same kind.
  private func endsAtConjunction(_ conjunction: Int, cue: VerbGroup) -> Bool {
    let next = skipAdverbs(conjunction + 1)
    guard next < sentence.upperBound else { return false }
    if let index = phrases.verb(at: next) {
      let verb = phrases.verbs[index]
      guard lexicon.entry(tokens[verb.head].hash) != nil || verb.head == verb.start else {
        return false
      }
      guard verb.form != .finite || verb.sharesSubjectOf != nil else { return false }
      let sameForm = tokens[verb.head].tag == tokens[cue.head].tag && verb.form == cue.form
      return sameForm && lexicon.entry(tokens[verb.head].hash) != nil
    }
    if let phrase = phrases.nounPhrase(at: next), phrase.lowerBound == next {
      let end = skipAdverbs(phraseWithCompletions(phrase))
      if let index = phrases.verb(at: end), phrases.verbs[index].form == .finite,
        let entry = lexicon.entry(tokens[phrases.verbs[index].head].hash),
        entry.frames.contains(.speech)
      {
        return true
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
        quotes.quotations[quotation].tokens.upperBound + 1 < end - 1
      {
        break
      }
      start += 1
    }
    while end > start {
      let mark = tokens[end - 1].mark
      guard mark != .none, mark != .symbol, mark != .closeBracket else { break }
      if mark.isQuote, end - 2 > start, let quotation = quotes.quotation(at: end - 2),
        quotes.quotations[quotation].tokens.lowerBound > start + 1
      {
        break
      }
      end -= 1
    }
    return start < end ? start..<end : nil
  }
}
