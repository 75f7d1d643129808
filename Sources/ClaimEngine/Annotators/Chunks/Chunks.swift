/// The noun phrases and verb groups of one sentence, found by one pass over its tags.
package struct Chunks: Sendable {
  package let tokens: Range<Int>
  /// In reading order.
  package internal(set) var verbs: [VerbGroup] = []
  /// For each token of the sentence the base noun phrase it stands in.
  private var phraseOf: [Range<Int>?]
  /// For each token the index of its verb group, or -1.
  private var verbOf: [Int]

  package init(_ sentence: Range<Int>, of tokens: [Token]) {
    self.tokens = sentence
    phraseOf = Array(repeating: nil, count: sentence.count)
    verbOf = Array(repeating: -1, count: sentence.count)
    chunk(tokens)
    repairParticiples(tokens)
    var subjects = SubjectFinder(phrases: self, tokens: tokens)
    for index in verbs.indices {
      subjects.assign(index)
    }
    subjects.finishOpeners()
    verbs = subjects.phrases.verbs
  }

  /// The base noun phrase over a token: no preposition in it, possessives are.
  package func nounPhrase(at token: Int) -> Range<Int>? {
    tokens.contains(token) ? phraseOf[token - tokens.lowerBound] : nil
  }

  package func verb(at token: Int) -> Int? {
    guard tokens.contains(token) else { return nil }
    let verb = verbOf[token - tokens.lowerBound]
    return verb < 0 ? nil : verb
  }

  // MARK: Chunks

  private mutating func chunk(_ tokens: [Token]) {
    var index = self.tokens.lowerBound
    while index < self.tokens.upperBound {
      if let end = nounPhraseEnd(from: index, tokens) {
        for place in index..<end { phraseOf[place - self.tokens.lowerBound] = index..<end }
        index = end
      } else if let verb = verbGroup(from: index, tokens) {
        for place in verb.tokens { verbOf[place - self.tokens.lowerBound] = verbs.count }
        verbs.append(verb)
        index = verb.end
      } else {
        index += 1
      }
    }
  }

  /// The end of the base noun phrase that begins at a token.
  private func nounPhraseEnd(from start: Int, _ tokens: [Token]) -> Int? {
    let end = self.tokens.upperBound
    switch tokens[start].tag {
    case .prp, .ex: return start + 1
    case .wp where tokens[start].word == .what: return nil
    default: break
    }
    var index = start
    var lastNoun: Int?
    var lastNumber: Int?
    scan: while index < end {
      let token = tokens[index]
      switch token.tag {
      case .dt, .pdt, .prpPossessive:
        guard
          index == start || tokens[index - 1].tag == .pdt || tokens[index - 1].word == .such
            || tokens[index - 1].word == .all || tokens[index - 1].word == .both
        else { break scan }
      case .nn, .nns, .nnp, .nnps:
        if let lastNoun, lastNoun == index - 1, token.isTimeName != tokens[lastNoun].isTimeName {
          break scan
        }
        lastNoun = index
      case .cd:
        lastNumber = index
      case .jj, .jjr, .jjs: break
      case .vbg, .vbn:
        guard index > start || index + 1 < end && tokens[index + 1].tag == .nns,
          index + 1 < end, tokens[index + 1].isNominal,
          lastNoun == nil || tokens[index - 1].tag == .pos
        else { break scan }
      case .rb, .rbr, .rbs:
        guard index + 1 < end, [.jj, .cd, .vbn, .jjr].contains(tokens[index + 1].tag),
          lastNoun == nil
        else { break scan }
      case .pos: guard lastNoun == index - 1 else { break scan }
      case .punctuation:
        if token.mark == .hyphen, index > start, index + 1 < end, !tokens[index + 1].isPunctuation,
          tokens[index - 1].tag != .dt
        {
          index += 1
          if tokens[index].tag.isNoun { lastNoun = index }
          index += 1
          continue scan
        }
        guard token.mark == .symbol, index + 1 < end,
          tokens[index + 1].isNominal || lastNumber == index - 1
        else { break scan }
      default: break scan
      }
      index += 1
    }
    guard index > start else { return nil }
    if let lastNoun {
      let stop = max(lastNoun, lastNumber ?? lastNoun) + 1
      return stop < end && tokens[stop].tag == .pos && stop < index ? stop + 1 : stop
    }
    if let lastNumber { return lastNumber + 1 }
    if [.dt].contains(tokens[start].tag), tokens[start].word != .no { return max(index, start + 1) }
    return nil
  }

  private func verbGroup(from start: Int, _ tokens: [Token]) -> VerbGroup? {
    let end = self.tokens.upperBound
    var index = start
    let form: VerbGroup.Form
    switch tokens[start].tag {
    case .md, .vbd, .vbp, .vbz: form = .finite
    case .vb: form = .bare
    case .vbg: form = .gerund
    case .vbn: form = .participle
    case .to:
      var next = start + 1
      while next < end, tokens[next].tag == .rb, next - start < 4 { next += 1 }
      guard next < end, tokens[next].tag == .vb else { return nil }
      index = next
      form = .infinitive
    default: return nil
    }
    var head = index
    while true {
      guard tokens[head].isAuxiliary else { break }
      var next = head + 1
      while next < end,
        tokens[next].tag == .rb || tokens[next].word == .but && tokens[head].tag == .md,
        next - head < 5
      {
        next += 1
      }
      guard next < end, tokens[next].tag.isVerb, tokens[next].tag != .md
      else { break }
      // "is, said Kong" aside, a finite verb after an auxiliary begins another clause.
      if tokens[next].tag == .vbz || tokens[next].tag == .vbp && tokens[head].tag != .md { break }
      head = next
    }
    var stop = head + 1
    if head == index, stop < end, tokens[stop].word == .nt || tokens[stop].word == .not {
      stop += 1
    }
    let isPassive =
      tokens[head].tag == .vbn && head > start
      && (start..<head).contains { tokens[$0].isFormOfBe }
      && !(tokens[start..<head].last { $0.isAuxiliary }?.isFormOfHave ?? false)
    return VerbGroup(tokens: start..<stop, head: head, form: form, isPassive: isPassive)
  }

  /// Reads a lone past participle as a past tense after a noun phrase where the sentence has no other
  /// tense, and after "and" where a past tense goes before: "announced it and accused Beijing".
  private mutating func repairParticiples(_ tokens: [Token]) {
    for index in verbs.indices where verbs[index].form == .participle {
      let verb = verbs[index]
      guard verb.start > self.tokens.lowerBound else { continue }
      var before = verb.start - 1
      while before > self.tokens.lowerBound,
        tokens[before].tag == .rb || tokens[before].mark.isQuote
      {
        before -= 1
      }
      if let subject = nounPhrase(at: before), standsAlone(index, subject, tokens) {
        verbs[index].form = .finite
        continue
      }
      guard tokens[before].tag == .cc, index > 0, verb.end < self.tokens.upperBound,
        nounPhrase(at: verb.end) != nil || tokens[verb.end].word == .that,
        verbs[max(0, index - 3)..<index].contains(where: {
          $0.form == .finite && tokens[$0.start].tag == .vbd && $0.head == $0.start
        }),
        verbs[index - 1].head == verbs[index - 1].start || verbs[index - 1].form != .finite
          || tokens[verbs[index - 1].head].tag != .vbn
      else { continue }
      verbs[index].form = .finite
    }
    for index in verbs.indices where verbs[index].form == .bare {
      if isBarePresent(index, tokens) { verbs[index].form = .finite }
    }
    // A sentence without any tense: the participle with an object is one.
    if !verbs.contains(where: { $0.form == .finite }),
      let index = verbs.firstIndex(where: {
        $0.form == .participle && $0.end < self.tokens.upperBound && nounPhrase(at: $0.end) != nil
          && $0.start > self.tokens.lowerBound
      })
    {
      verbs[index].form = .finite
    }
  }

  /// Whether a verb read as an infinitive is a present tense: a subject right before it, nothing that
  /// takes an infinitive before that.
  private func isBarePresent(_ index: Int, _ tokens: [Token]) -> Bool {
    var before = verbs[index].start - 1
    while before > self.tokens.lowerBound, tokens[before].tag == .rb { before -= 1 }
    guard before >= self.tokens.lowerBound, let subject = nounPhrase(at: before) else {
      return false
    }
    switch tokens[subject.upperBound - 1].tag {
    case .nns, .nnps, .nnp, .prp: break
    default: return false
    }
    guard subject.lowerBound > self.tokens.lowerBound else { return true }
    let opener = tokens[subject.lowerBound - 1]
    return opener.isPunctuation || opener.tag == .cc || opener.tag == .wdt || opener.tag == .wp
      || opener.word == .that || opener.classes.contains(.subordinator)
  }

  /// Whether the clause around a participle has no other tense: "that last year its record
  /// deteriorated".
  private func standsAlone(_ index: Int, _ subject: Range<Int>, _ tokens: [Token]) -> Bool {
    var place = subject.lowerBound - 1
    while place >= self.tokens.lowerBound {
      let token = tokens[place]
      if let verb = verb(at: place) {
        if tokens[place].classes.contains(.speechVerb), place == subject.lowerBound - 1 { break }
        guard verbs[verb].form != .finite else { return false }
      } else if token.word == .that || token.classes.contains(.subordinator) || token.isPunctuation
      {
        break
      } else if token.tag == .in, nounPhrase(at: place + 1) == subject {
        return false
      }
      place -= 1
    }
    if place >= self.tokens.lowerBound, tokens[place].mark == .comma { return false }
    for place in verbs[index].end..<self.tokens.upperBound {
      let token = tokens[place]
      if token.mark == .comma || token.mark == .semicolon || token.mark == .dash { break }
      if let verb = verb(at: place), verbs[verb].form == .finite {
        let before = tokens[verbs[verb].start - 1]
        return before.tag == .wdt || before.tag == .wp || before.tag == .cc
          || before.tag == .prp
      }
    }
    return verbs[index].end < self.tokens.upperBound && tokens[verbs[index].end].word != .by
  }
}

extension Token {
  /// Nouns, adjectives and numbers: what a noun phrase goes on with.
  var isNominal: Bool {
    switch tag {
    case .nn, .nns, .nnp, .nnps, .jj, .jjr, .jjs, .cd: true
    default: false
    }
  }

  var isFormOfBe: Bool {
    switch word {
    case .be, .am, .are, .is, .was, .were, .been, .being, .apostropheRe, .apostropheM: true
    case .apostropheS: tag == .vbz
    default: false
    }
  }

  var isFormOfHave: Bool {
    switch word {
    case .have, .has, .had, .having, .apostropheVe: true
    default: false
    }
  }

  var isAuxiliary: Bool {
    switch word {
    case .do, .does, .did: true
    case .apostropheD, .apostropheLl: true
    default: tag == .md || isFormOfBe || isFormOfHave
    }
  }

  /// "Tuesday", "March": a name that does not join the noun beside it.
  var isTimeName: Bool { classes.contains(.timeName) }
}
