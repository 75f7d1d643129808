/// Finds the subject of each verb group of a sentence, looking left from it.
struct SubjectFinder {
  var phrases: Chunks
  let tokens: [Token]
  /// Participles that open the sentence and wait for its subject.
  private var openers: [Int] = []

  /// How far left a phrase between commas is skipped.
  private let reach = 60

  init(phrases: Chunks, tokens: [Token]) {
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

  /// "He came and said": the subject of the nearest finite verb before that has the same tense and
  /// stands in no relative clause, or else of the nearest.
  private mutating func share(_ index: Int, before place: Int) {
    let verb = phrases.verbs[index]
    var fallback: Int?
    for earlier in stride(from: index - 1, through: max(0, index - 12), by: -1) {
      let candidate = phrases.verbs[earlier]
      guard candidate.form == .finite, candidate.subject != nil else { continue }
      let sameTense = tokens[candidate.start].tag == tokens[verb.start].tag
      if candidate.relativePronoun == nil, sameTense || agree(candidate, verb) {
        take(index, from: earlier)
        return
      }
      if fallback == nil { fallback = earlier }
    }
    if let fallback { take(index, from: fallback) }
  }

  private mutating func take(_ index: Int, from earlier: Int) {
    phrases.verbs[index].subject = phrases.verbs[earlier].subject
    phrases.verbs[index].apposition = phrases.verbs[earlier].apposition
    phrases.verbs[index].relativePronoun = phrases.verbs[earlier].relativePronoun
    phrases.verbs[index].sharesSubjectOf = earlier
  }

  /// "has expressed … and called": a perfect goes with a past.
  private func agree(_ earlier: VerbGroup, _ later: VerbGroup) -> Bool {
    tokens[later.start].tag == .vbd && tokens[earlier.head].tag == .vbn
      && earlier.head > earlier.start
      && tokens[earlier.start].isFormOfHave
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
          if !isAdverbial(subject), !tokens[subject.lowerBound].isTimeName {
            let outer = described(by: subject)
            phrases.verbs[index].subject = outer ?? subject
            phrases.verbs[index].apposition = (outer?.upperBound ?? place) + 1..<close
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

  /// "Osei, a former judge in Lund, Sweden, said": the name before a description that holds commas.
  private func described(by phrase: Range<Int>) -> Range<Int>? {
    let comma = phrase.lowerBound - 1
    guard comma > phrases.tokens.lowerBound, tokens[comma].mark == .comma,
      tokens[phrase.lowerBound].tag == .dt, let owner = phrases.nounPhrase(at: comma - 1)
    else { return nil }
    let whole = wholePhrase(endingWith: owner)
    return isAdverbial(whole) || tokens[whole.lowerBound].isTimeName ? nil : whole
  }

  private func isAdverbial(_ phrase: Range<Int>) -> Bool {
    let first = phrases.tokens.lowerBound
    guard phrase.lowerBound > first else { return tokens[phrase.lowerBound].isTimeName }
    let before = tokens[phrase.lowerBound - 1]
    switch before.word {
    case .while, .although, .though, .because, .whereas, .if, .that: return false
    default: return before.tag == .in || before.tag == .to
    }
  }

  /// For infinitives and participles: the subject of the finite verb before, past clauses that hang
  /// on another, or that of the next verb where the sentence begins with it.
  private mutating func shareWithGovernor(_ index: Int) {
    var fallback: Int?
    let skipsClauses =
      phrases.verbs[index].form == .gerund && phrases.verbs[index].start > phrases.tokens.lowerBound
      && tokens[phrases.verbs[index].start - 1].mark == .comma
    for earlier in stride(from: index - 1, through: max(0, index - 12), by: -1) {
      let verb = phrases.verbs[earlier]
      guard verb.form == .finite, let subject = verb.subject else { continue }
      if skipsClauses, hangsOnAnother(subject) || verb.relativePronoun != nil {
        if fallback == nil { fallback = earlier }
        continue
      }
      phrases.verbs[index].subject = subject
      return
    }
    if let fallback {
      phrases.verbs[index].subject = phrases.verbs[fallback].subject
    } else if phrases.verbs[index].start <= phrases.tokens.lowerBound + 1 {
      openers.append(index)
    }
  }

  /// Gives participles that open the sentence the subject of the first finite verb after them.
  mutating func finishOpeners() {
    for index in openers {
      guard
        let main = phrases.verbs[index...].first(where: { $0.form == .finite && $0.subject != nil })
      else { continue }
      phrases.verbs[index].subject = main.subject
    }
  }

  /// Whether a clause begins with "after", "because" or "that" before its subject.
  private func hangsOnAnother(_ subject: Range<Int>) -> Bool {
    guard subject.lowerBound > phrases.tokens.lowerBound else { return false }
    let before = tokens[subject.lowerBound - 1]
    return before.classes.contains(.subordinator) || before.word == .that
  }

  /// A base phrase with the phrases to its left that it completes: "a spokesman for the ministry".
  func wholePhrase(endingWith phrase: Range<Int>) -> Range<Int> {
    var start = phrase.lowerBound
    let first = phrases.tokens.lowerBound
    var steps = 0
    while start - 2 >= first, steps < 8 {
      steps += 1
      if let inner = phrases.verb(at: start - 1), let head = completed(by: inner) {
        start = head.lowerBound
        continue
      }
      let link = tokens[start - 1]
      if link.tag == .in, start - 3 >= first, let inner = phrases.verb(at: start - 2),
        phrases.verbs[inner].form == .participle,
        let head = phrases.nounPhrase(at: phrases.verbs[inner].start - 1),
        tokens[head.lowerBound].tag != .prp
      {
        // "a report issued by the bureau".
        start = head.lowerBound
        continue
      }
      if start - 3 >= first, tokens[start - 2].tag == .jj, joinsPhrases(link),
        phrases.nounPhrase(at: start - 2) == nil, let head = phrases.nounPhrase(at: start - 3),
        tokens[head.lowerBound].tag != .prp
      {
        // "people familiar with the plan".
        start = head.lowerBound
        continue
      }
      guard let before = phrases.nounPhrase(at: start - 2) else { break }
      if joinsPhrases(link), !tokens[before.lowerBound].isTimeName {
        start = before.lowerBound
      } else if link.tag == .cc, link.word == .and || link.word == .or,
        tokens[phrase.lowerBound].tag != .prp, steps < 6,
        let whole = Optional(wholePhrase(endingWith: before)), !isObject(whole)
      {
        start = whole.lowerBound
      } else {
        break
      }
    }
    // "In Beijing the ministry": the first phrase hangs on a preposition, so it is not the head.
    return start..<phrase.upperBound
  }

  /// The phrase that a participle or infinitive completes: "its insistence on tabling", "a decision
  /// to raise", "a resolution condemning".
  private func completed(by index: Int) -> Range<Int>? {
    let verb = phrases.verbs[index]
    guard verb.form != .finite, verb.form != .bare else { return nil }
    var place = verb.start - 1
    if verb.form == .gerund, place > phrases.tokens.lowerBound, tokens[place].tag == .in {
      place -= 1
    }
    guard let phrase = phrases.nounPhrase(at: place), tokens[phrase.lowerBound].tag != .prp,
      !isObject(phrase) || verb.form == .gerund && place < verb.start - 1,
      !tokens[phrase.lowerBound].isTimeName
    else { return nil }
    return phrase
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
