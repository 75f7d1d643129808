// Whose words a reporting verb gives.
extension SentenceReader {
  /// The subject with its apposition; the relative pronoun where that is the subject; never a time.
  func source(of verb: VerbGroup) -> Range<Int>? {
    if let pronoun = verb.relativePronoun { return pronoun..<pronoun + 1 }
    if let subject = subjectAfterWith(of: verb) { return subject }
    guard let subject = verb.subject else { return describedSubject(of: verb) }
    if let apposition = verb.apposition { return subject.lowerBound..<apposition.upperBound }
    let named = withoutTime(subject)
    guard isTime(named) else { return named }
    return verb.sharesSubjectOf == nil ? subjectBeforeTime(named) : nil
  }

  /// "With a spokeswoman saying": the phrase between "with" and the participle.
  func subjectAfterWith(of verb: VerbGroup) -> Range<Int>? {
    guard verb.form == .gerund, let phrase = phrases.nounPhrase(at: verb.start - 1),
      phrase.lowerBound > sentence.lowerBound, tokens[phrase.lowerBound - 1].word == .with
    else { return nil }
    return phrase
  }

  /// Whether words name only a time: "4 a.m.", "Christmas", "30 October", "today".
  func isTime(_ words: Range<Int>) -> Bool {
    // "May said" is of a woman.
    if words.count == 1,
      NounLexicon.english.kinds(of: tokens[words.lowerBound]).contains(.givenName)
    {
      return false
    }
    return words.allSatisfy { place in
      let token = tokens[place]
      if token.isTimeName || token.classes.contains(.timeNoun) || token.tag == .cd { return true }
      if Self.times.contains(token.hash) { return true }
      return token.tag == .dt && words.count > 1
    }
      && words.contains {
        tokens[$0].isTimeName || tokens[$0].classes.contains(.timeNoun)
          || Self.times.contains(tokens[$0].hash)
      }
  }

  private static let times = WordHash.set(
    "a.m a.m. p.m p.m. am pm today yesterday tomorrow tonight noon midnight christmas easter ramadan eve"
  )
  private static let turns = WordHash.set("last this next")

  /// "Lola Finch" of "Lola Finch last night": a time right after a name is no part of it.
  private func withoutTime(_ subject: Range<Int>) -> Range<Int> {
    guard subject.count >= 3, let last = subject.last, tokens[last].classes.contains(.timeNoun),
      Self.turns.contains(tokens[last - 1].hash), tokens[last - 2].tag.isNoun
    else { return subject }
    return subject.lowerBound..<last - 1
  }

  /// The head of the clause that a time ends: "workers who reached the dam before noon said".
  private func subjectBeforeTime(_ time: Range<Int>) -> Range<Int>? {
    guard
      let inner = phrases.verbs.last(where: { $0.end <= time.lowerBound && $0.form == .finite }),
      inner.relativePronoun != nil, let subject = inner.subject
    else { return nil }
    return subject.lowerBound..<time.upperBound
  }

  /// "Ida Rask (Green), who chairs the board, told": the name before a bracket and a clause between commas.
  private func describedSubject(of verb: VerbGroup) -> Range<Int>? {
    guard verb.form == .finite else { return nil }
    var close = verb.start - 1
    while close > sentence.lowerBound, tokens[close].tag == .rb { close -= 1 }
    guard close > sentence.lowerBound, tokens[close].mark == .comma else { return nil }
    var place = close - 1
    while place > sentence.lowerBound, close - place < 40, !tokens[place].mark.isDoubleQuote {
      if tokens[place].mark == .comma, opensDescription(place + 1) {
        return phraseEnding(at: place).map { $0.lowerBound..<close }
      }
      place -= 1
    }
    return nil
  }

  private func opensDescription(_ index: Int) -> Bool {
    switch tokens[index].word {
    case .who, .which, .whose: true
    default: tokens[index].tag == .vbg
    }
  }

  /// The noun phrase that ends before a mark, with what stands in brackets between.
  private func phraseEnding(at mark: Int) -> Range<Int>? {
    var end = mark
    if end > sentence.lowerBound, tokens[end - 1].mark == .closeBracket {
      while end > sentence.lowerBound, tokens[end].mark != .openBracket { end -= 1 }
    }
    guard end > sentence.lowerBound, var phrase = phrases.nounPhrase(at: end - 1) else {
      return nil
    }
    while phrase.lowerBound - 2 >= sentence.lowerBound,
      tokens[phrase.lowerBound - 1].classes.contains(.nounPreposition),
      let before = phrases.nounPhrase(at: phrase.lowerBound - 2)
    {
      phrase = before.lowerBound..<phrase.upperBound
    }
    guard !isTime(phrase),
      phrase.lowerBound == sentence.lowerBound || tokens[phrase.lowerBound - 1].tag != .in
    else { return nil }
    return phrase.lowerBound..<mark
  }

  /// Gives a report after "and" or "but" that ended another one that one's source: "Dahl wrote that the firm
  /// had failed but cautioned …" is Dahl's caution.
  func withSharedSources(_ found: [FoundAttribution]) -> [FoundAttribution] {
    var shared = found
    for index in found.indices {
      guard let cue = found[index].cue.first, let own = found[index].source,
        cue.lowerBound > sentence.lowerBound + 1
      else { continue }
      var conjunction = cue.lowerBound - 1
      while conjunction > sentence.lowerBound, tokens[conjunction].tag == .rb { conjunction -= 1 }
      guard tokens[conjunction].tag == .cc, !isTold(by: own, before: conjunction) else { continue }
      let first = found.last { other in
        guard let content = other.content.last, other.frame == .clause else { return false }
        return content.lowerBound <= own.lowerBound && own.upperBound <= content.upperBound
          && content.upperBound <= conjunction
          && (content.upperBound..<conjunction).allSatisfy { tokens[$0].isPunctuation }
      }
      if let source = first?.source { shared[index].source = source }
    }
    return shared
  }

  /// Whether the one that some words name reports something itself: "the study had found … and urged".
  private func isTold(by words: Range<Int>, before limit: Int) -> Bool {
    phrases.verbs.contains {
      $0.end <= limit && $0.form == .finite && $0.subject?.overlaps(words) == true
        && lexicon.entry(tokens[$0.head].hash) != nil
    }
  }

  /// Reads `The dam was weak, an inquiry was told on Monday`: the one told is not the source.
  func wasTold(_ verb: VerbGroup) -> FoundAttribution? {
    guard let subject = verb.subject, verb.sharesSubjectOf == nil, verb.relativePronoun == nil,
      subject.lowerBound > sentence.lowerBound + 2, tokens[subject.lowerBound - 1].mark == .comma,
      (verb.end..<sentence.upperBound).allSatisfy({ place in
        let token = tokens[place]
        return token.isPunctuation && !token.mark.isQuote || token.isTimeName
          || token.tag == .in && token.word != .that
          || token.classes.contains(.timeNoun) || token.tag == .cd
          || Self.turns.contains(token.hash)
          || Self.times.contains(token.hash)
      }),
      let content = trimmed(sentence.lowerBound..<subject.lowerBound - 1),
      phrases.verbs.contains(where: { content.contains($0.start) && $0.form == .finite })
    else { return nil }
    return FoundAttribution(
      source: nil, cue: [verb.tokens], content: [content], frame: .postposed)
  }
}

extension Token.Mark {
  fileprivate var isDoubleQuote: Bool {
    self == .straightDouble || self == .openDouble || self == .closeDouble
  }
}
