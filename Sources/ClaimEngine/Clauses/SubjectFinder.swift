/// Finds the subject of each verb group of a sentence, looking left from it.
struct SubjectFinder {
  var phrases: SentencePhrases
  let tokens: [Token]

  /// How far left a phrase between commas is skipped.
  private let reach = 60

  init(phrases: SentencePhrases, tokens: [Token]) {
    self.phrases = phrases
    self.tokens = tokens
  }

  mutating func assign(_ index: Int) {
    let verb = phrases.verbs[index]
    guard verb.form == .finite else {
      shareWithGovernor(index)
      return
    }
    var place = verb.start - 1
    let first = phrases.tokens.lowerBound
    while place >= first, tokens[place].tag == .rb { place -= 1 }
    guard place >= first else { return }
    if let phrase = phrases.nounPhrase(at: place) {
      phrases.verbs[index].subject = wholePhrase(endingWith: phrase)
      return
    }
    let token = tokens[place]
    switch token.tag {
    case .wdt, .wp: relative(index, pronoun: place)
    case .in where token.word == .that: relative(index, pronoun: place)
    case .cc: share(index, before: place)
    default:
      if token.mark == .comma || token.mark == .dash || token.mark == .closeBracket {
        if place > first, tokens[place - 1].tag == .cc { return share(index, before: place - 1) }
        skipParenthesis(index, endingAt: place)
      }
    }
  }

  private mutating func relative(_ index: Int, pronoun: Int) {
    phrases.verbs[index].relativePronoun = pronoun
    var place = pronoun - 1
    if place >= phrases.tokens.lowerBound, tokens[place].mark == .comma { place -= 1 }
    if let phrase = phrases.nounPhrase(at: place) {
      phrases.verbs[index].subject = wholePhrase(endingWith: phrase)
    }
  }

  /// "He came and said": the subject of the finite verb before.
  private mutating func share(_ index: Int, before place: Int) {
    var earlier = index - 1
    while earlier >= 0 {
      let verb = phrases.verbs[earlier]
      if verb.form == .finite, verb.start < place, verb.subject != nil,
        verb.relativePronoun == nil || tokens[place - 1].mark != .comma
      {
        phrases.verbs[index].subject = verb.subject
        phrases.verbs[index].sharesSubjectOf = earlier
        return
      }
      earlier -= 1
    }
  }

  /// The subject before a phrase between commas, dashes or brackets: "Kong, a spokesman, said".
  private mutating func skipParenthesis(_ index: Int, endingAt close: Int) {
    let kind = tokens[close].mark == .closeBracket ? Token.Mark.openBracket : tokens[close].mark
    var place = close - 1
    let first = phrases.tokens.lowerBound
    while place > first, close - place < reach {
      if tokens[place].mark == kind {
        if let phrase = phrases.nounPhrase(at: place - 1) {
          let subject = wholePhrase(endingWith: phrase)
          // A phrase that follows a preposition at the clause's start is no subject.
          if !isAdverbial(subject) {
            phrases.verbs[index].subject = subject
            return
          }
        }
        if kind != .comma { return }
      } else if tokens[place].mark.isQuote {
        return
      }
      place -= 1
    }
    // "In March, …, said": nothing found.
  }

  private func isAdverbial(_ phrase: Range<Int>) -> Bool {
    let first = phrases.tokens.lowerBound
    guard phrase.lowerBound > first else { return tokens[phrase.lowerBound].isTimeName }
    return tokens[phrase.lowerBound - 1].tag == .in || tokens[phrase.lowerBound - 1].tag == .to
  }

  /// For infinitives and participles: the subject of the finite verb before, or after at the start.
  private mutating func shareWithGovernor(_ index: Int) {
    var earlier = index - 1
    while earlier >= 0 {
      if phrases.verbs[earlier].form == .finite, phrases.verbs[earlier].subject != nil {
        phrases.verbs[index].subject = phrases.verbs[earlier].subject
        return
      }
      earlier -= 1
    }
  }

  /// A base phrase with the phrases to its left that it completes: "a spokesman for the ministry".
  func wholePhrase(endingWith phrase: Range<Int>) -> Range<Int> {
    var start = phrase.lowerBound
    let first = phrases.tokens.lowerBound
    var steps = 0
    while start - 2 >= first, steps < 8 {
      steps += 1
      let link = tokens[start - 1]
      guard let before = phrases.nounPhrase(at: start - 2) else { break }
      if joinsPhrases(link), !tokens[before.lowerBound].isTimeName {
        start = before.lowerBound
      } else if link.tag == .cc, link.word == .and || link.word == .or,
        !isObject(before), tokens[phrase.lowerBound].tag != .prp
      {
        start = before.lowerBound
      } else {
        break
      }
    }
    // "In Beijing the ministry": the first phrase hangs on a preposition, so it is not the head.
    return start..<phrase.upperBound
  }

  private func joinsPhrases(_ link: Token) -> Bool {
    switch link.word {
    case .of, .for, .from, .in, .at, .with, .on, .between, .against, .to, .over, .about, .by,
      .within:
      true
    default: link.classes.contains(.nounPreposition)
    }
  }

  private func isObject(_ phrase: Range<Int>) -> Bool {
    let before = phrase.lowerBound - 1
    guard before >= phrases.tokens.lowerBound else { return false }
    return phrases.verb(at: before) != nil || tokens[before].tag == .in || tokens[before].tag == .to
  }
}
