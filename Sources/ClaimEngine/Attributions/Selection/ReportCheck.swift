/// Puts right what the parse shows to be wrong in the encoder's attributions: cues that report nothing, sources that are
/// not their cue's, and contents that lost the negation they hang on.
struct ReportCheck {
  let text: Document
  let tree: ParseTree
  let quotes: Quotations
  /// The attributions that the rules found in the same text, without those that report nothing.
  private(set) var rules: [FoundAttribution] = []

  /// - Parameter rules: All that the rules found.
  init(text: Document, tree: ParseTree, quotes: Quotations, rules: [FoundAttribution]) {
    self.text = text
    self.tree = tree
    self.quotes = quotes
    self.rules = rules.filter { reports($0) || $0.frame.isWholeSpeech || $0.frame == .turn }
  }

  /// The attributions that report something, each with the source that its cue has.
  func checked(_ found: [FoundAttribution]) -> [FoundAttribution] {
    found.compactMap { attribution in
      if text.takes(.commands), isCommand(attribution.cue) { return nil }
      if text.takes(.pronounContents), isPronoun(attribution.content) { return nil }
      var checked = attribution
      if text.takes(.silentCues), !reports(attribution) || reachesTooFar(attribution) {
        guard isQuoted(attribution.content), !isInQuote(attribution.cue) else { return nil }
        checked.cue = []
        checked.source = nil
        return checked
      }
      if text.takes(.sourceByParse) { checked.source = source(of: attribution) }
      if text.takes(.withNegation) { checked.content = withNegation(checked) }
      if text.takes(.wholePhrases) {
        checked.content = checked.content.map { wholePhrases($0, checked) }
      }
      return checked
    }
  }

  /// Whether an attribution names somebody or has a cue that needs nobody: "was accused of", "a report that"; else
  /// it is kept for its quote alone.
  func allowsMissingSource(_ attribution: FoundAttribution) -> Bool {
    if attribution.source != nil || isQuoted(attribution.content) { return true }
    guard let head = head(of: attribution.cue) else { return false }
    let token = text.tokens[head]
    // It asserts nothing, so that nobody asks who does.
    if !attribution.content.joined().contains(where: { text.tokens[$0].tag.hasTense }) {
      return true
    }
    if token.tag.isNoun || token.classes.contains(.hearsayAdverb) { return true }
    guard token.tag.isVerb else { return false }
    if Self.raising.contains(token.hash) { return attribution.content.count > 1 }
    return token.tag == .vbn && (isPassive(head) || attribution.cue.first?.lowerBound == head)
  }

  // MARK: - Cues

  /// Whether a cue has a word that can report; "has", "continue" or "apparently" alone cannot.
  private func reports(_ attribution: FoundAttribution) -> Bool {
    let cue = attribution.cue.joined().filter { !text.tokens[$0].isPunctuation }
    guard !cue.isEmpty else { return true }
    if let source = attribution.source,
      source.contains(where: { text.tokens[$0].classes.contains(.survey) })
    {
      return true
    }
    return !cue.allSatisfy { place in
      let token = text.tokens[place]
      return Self.silent.contains(token.hash) || token.word.isAuxiliary
        || token.tag == .dt || token.tag == .prp
    }
  }

  /// Whether a cue that takes no words of speech ("has backed", "also spoke") was given those of another sentence.
  private func reachesTooFar(_ attribution: FoundAttribution) -> Bool {
    guard let cue = attribution.cue.first, !takesSpeech(attribution.cue) else { return false }
    return attribution.content.allSatisfy { sentence(of: $0) != sentence(of: cue) }
  }

  /// Whether a cue can have whole sentences for its content, as a verb of saying or a noun can.
  private func takesSpeech(_ cue: [Range<Int>]) -> Bool {
    guard let head = head(of: cue), text.tokens[head].tag.isVerb else { return true }
    let frames = CueLexicon.english.entry(text.tokens[head].hash)?.frames ?? []
    return !frames.isDisjoint(with: [.speech, .clause, .question])
  }

  /// "Say the council agreed", "let's say": nobody has said it.
  private func isCommand(_ cue: [Range<Int>]) -> Bool {
    guard let head = head(of: cue), text.tokens[head].tag == .vb || text.tokens[head].tag == .vbp,
      let sentence = text.sentences(touching: head..<head + 1).first
    else { return false }
    let start = text.sentences[sentence].tokens.lowerBound
    if head > start, text.tokens[head - 1].word == .lets { return true }
    if head > start + 1, text.tokens[head - 2].word == .let { return true }
    return head == start || head == start + 1 && text.tokens[start].mark.isQuote
  }

  /// "It", "what": content that says nothing.
  private func isPronoun(_ content: [Range<Int>]) -> Bool {
    guard content.count == 1, content[0].count == 1, !isQuoted(content) else { return false }
    switch text.tokens[content[0].lowerBound].tag {
    case .prp, .wp, .wdt, .dt: return true
    default: return false
    }
  }

  private func isInQuote(_ cue: [Range<Int>]) -> Bool {
    cue.first.map { quotes.quotation(at: $0.lowerBound) != nil } ?? false
  }

  func sentence(of range: Range<Int>) -> Int { text.sentences(touching: range).lowerBound }

  /// Words that report nothing by themselves.
  private static let silent = WordHash.set(
    "apparently seemingly still also now only just not the a an its of in on for by with to "
      + "continue continues spread spreads bring brings brought about incite incites incited embody "
      + "embodies embodied release releases released contain contains contained")

  private static let raising = WordHash.set("seem seems seemed appear appears appeared")

  /// The word of a cue that hangs on none of the others.
  private func head(of cue: [Range<Int>]) -> Int? {
    cue.joined().first { place in
      guard !text.tokens[place].isPunctuation else { return false }
      guard let above = tree.heads[place] else { return true }
      return !cue.contains { $0.contains(above) }
    }
  }

  private func isQuoted(_ content: [Range<Int>]) -> Bool {
    content.contains { piece in
      text.tokens[piece.lowerBound].mark.isQuote
        || piece.lowerBound > 0 && text.tokens[piece.lowerBound - 1].mark.isQuote
        || piece.upperBound < text.tokens.count && text.tokens[piece.upperBound].mark.isQuote
    }
  }

  // MARK: - Sources

  private func source(of attribution: FoundAttribution) -> Range<Int>? {
    guard let head = head(of: attribution.cue), text.tokens[head].tag.isVerb else {
      return attribution.source
    }
    let rule = rules.first { $0.cue.contains { $0.contains(head) } }
    if isPassive(head) {
      guard let source = attribution.source, isDoneToSubject(head),
        children(of: head).contains(where: { isSubject($0) && source.contains($0) })
      else { return attribution.source }
      return rule?.source.flatMap { $0.overlaps(source) ? nil : $0 }
    }
    let subject = subject(of: head)
    if let source = attribution.source {
      // Two against one: the parse and the rules name another.
      guard let subject, tree.heads[subject] == head, !source.contains(subject),
        let other = rule?.source, other.contains(subject), !other.overlaps(source)
      else { return source }
      return other
    }
    guard let frames = CueLexicon.english.entry(text.tokens[head].hash)?.frames,
      frames != .raising, text.tokens[head].tag != .vbn
    else { return nil }
    let isSaying = !frames.isDisjoint(with: [.speech, .clause])
    if subject == nil, rule?.source == nil, isSaying { return nounsBefore(head) }
    if let subject {
      return rule?.source.flatMap { $0.contains(subject) ? $0 : nil } ?? phrase(subject)
    }
    return rule?.source.flatMap { isExpletive($0.lowerBound) ? nil : $0 }
  }

  /// The nouns and names right before a verb, or before the one that it goes on with: "Theresa May said".
  private func nounsBefore(_ verb: Int) -> Range<Int>? {
    var verb = verb
    while tree.relations[verb] == .conjunct, let above = tree.heads[verb], above < verb {
      verb = above
    }
    var start = verb
    while start > 0, !text.tokens[start - 1].isPunctuation,
      text.tokens[start - 1].tag.isNoun || text.tokens[start - 1].tag == .jj
        || text.tokens[start - 1].shape.contains(.capitalized)
    {
      start -= 1
    }
    guard start < verb, !isExpletive(verb - 1), !text.tokens[verb - 1].isTimeName else {
      return nil
    }
    return start..<verb
  }

  private func isExpletive(_ token: Int) -> Bool {
    switch text.tokens[token].word {
    case .it, .there: true
    default: false
    }
  }

  /// "Was criticized for", "were ordered to": the one who was is not the one who did.
  private func isDoneToSubject(_ verb: Int) -> Bool {
    let word = text.tokens[verb].hash
    return Self.judged.contains(word)
      || CueLexicon.english.entry(word)?.frames.contains(.addressee) ?? false
  }

  private static let judged = WordHash.set(
    "criticized criticised accused blamed backed praised condemned attacked mocked ridiculed dismissed "
      + "denounced charged slammed blasted")

  /// The head of a verb's subject, or of the subject of the verb that it goes on with: "Holt rose, saying …".
  private func subject(of verb: Int) -> Int? {
    var place = verb
    for _ in 0..<6 {
      if let subject = children(of: place).first(where: isSubject) {
        switch text.tokens[subject].word {
        case .it, .there, .that, .which, .what, .this, .you: return nil
        default: return subject
        }
      }
      guard let above = tree.heads[place], text.tokens[above].tag.isVerb else { return nil }
      switch tree.relations[place] {
      case .conjunct, .openComplement, .adverbialClause: place = above
      default: return nil
      }
    }
    return nil
  }

  func isSubject(_ token: Int) -> Bool { tree.relations[token] == .subject }

  private func isPassive(_ verb: Int) -> Bool {
    text.tokens[verb].tag == .vbn
      && children(of: verb).contains { place in
        guard tree.relations[place] == .auxiliary else { return false }
        switch text.tokens[place].word {
        case .be, .am, .are, .is, .was, .were, .been, .being, .apostropheS, .apostropheRe:
          return true
        default: return false
        }
      }
  }

  /// A noun with what stands beside it and hangs on it, without clauses and descriptions.
  func phrase(_ noun: Int) -> Range<Int> {
    func belongs(_ token: Int) -> Bool {
      var place = token
      while place != noun {
        switch tree.relations[place] {
        case .relativeClause, .apposition, .punctuation, .parataxis: return false
        default: break
        }
        guard let above = tree.heads[place] else { return false }
        place = above
      }
      return true
    }
    var range = noun..<noun + 1
    while range.lowerBound > 0, belongs(range.lowerBound - 1) {
      range = range.lowerBound - 1..<range.upperBound
    }
    while range.upperBound < text.tokens.count, belongs(range.upperBound) {
      range = range.lowerBound..<range.upperBound + 1
    }
    return range
  }

  /// In reading order, within the sentence.
  func children(of token: Int) -> [Int] {
    guard let sentence = text.sentences(touching: token..<token + 1).first else { return [] }
    return text.sentences[sentence].tokens.filter { tree.heads[$0] == token }
  }
}

extension Word {
  /// Forms of "be", "have" and "do", and modals.
  fileprivate var isAuxiliary: Bool {
    switch self {
    case .be, .am, .are, .is, .was, .were, .been, .being, .have, .has, .had, .having, .do, .does,
      .did,
      .can, .could, .may, .might, .must, .shall, .should, .will, .would, .apostropheS,
      .apostropheRe,
      .apostropheVe, .apostropheD, .apostropheLl, .apostropheM, .nt, .not:
      true
    default: false
    }
  }
}
