/// Puts right where the pieces of a content begin and end, and which belong to it.
struct ContentPieces {
  let text: Document
  let tree: ParseTree
  let source: Range<Int>?
  let cue: Range<Int>?
  var pieces: [Range<Int>]

  /// - A piece of another sentence that neither begins there nor is quoted is something else ("It was not clear
  ///   | whether …").
  /// - A mere phrase before the cue is no part of the clause after it ("… on human rights despite a warning | that …").
  /// - "bought Navigation | Mixte shares": a piece does not end inside a noun phrase.
  /// - "The brokers, | a trader said, were livid": a piece that begins with its verb has the subject before the report.
  mutating func tidy() {
    for index in pieces.indices {
      if text.takes(.completePhrase) { completePhrase(at: index) }
      if text.takes(.completeObject) { completeObject(at: index) }
    }
    if text.takes(.dropUnrelatedSpans) { dropUnrelatedSpans() }
    if text.takes(.leaveToSource) { leaveToSource() }
    if text.takes(.takeSubject) { takeSubject() }
  }

  /// "The union says its members lost money, | and is considering a strike": a predicate that agrees with the source and
  /// not with the subject of the content is no part of what was said.
  private mutating func leaveToSource() {
    guard let source, let cue, pieces.count == 1, source.upperBound <= cue.lowerBound,
      let owner = source.last(where: { text.tokens[$0].tag.isNoun || text.tokens[$0].tag == .prp })
    else { return }
    let piece = pieces[0]
    for link in piece.dropFirst(2) where text.tokens[link].tag == .cc {
      guard let verb = tree.heads[link], verb > link, piece.contains(verb),
        tree.relations[verb] == .conjunct, let first = tree.heads[verb], piece.contains(first),
        !hasSubject(verb), let subject = piece.first(where: { isSubject($0, of: first) })
      else { continue }
      let tense = (link..<verb + 1).first { text.tokens[$0].tag.hasTense }
      guard let tense, let number = Number(of: text.tokens[tense]),
        Number(of: text.tokens[subject]) == number.other, Number(of: text.tokens[owner]) == number
      else { continue }
      pieces[0] = piece.lowerBound..<(text.tokens[link - 1].mark == .comma ? link - 1 : link)
      return
    }
  }

  private func isSubject(_ token: Int, of verb: Int) -> Bool {
    tree.heads[token] == verb && tree.relations[token] == .subject
  }

  private func hasSubject(_ verb: Int) -> Bool {
    pieces[0].contains { isSubject($0, of: verb) }
  }

  private mutating func dropUnrelatedSpans() {
    guard let cue, pieces.count > 1 else { return }
    let sentence = text.sentences(touching: cue).first.map { text.sentences[$0].tokens } ?? cue
    let kept = pieces.filter { piece in
      if isQuoted(piece) { return true }
      if !sentence.contains(piece.lowerBound) {
        return text.sentences(touching: piece).first.map { text.sentences[$0].tokens.lowerBound }
          == piece.lowerBound
      }
      return piece.lowerBound > cue.lowerBound || hasTense(piece)
        || !pieces.contains { $0.lowerBound > cue.lowerBound && hasTense($0) }
    }
    if !kept.isEmpty { pieces = kept }
  }

  private mutating func completePhrase(at index: Int) {
    guard let last = pieces[index].last, let head = tree.heads[last], last < head,
      head - last <= 4, tree.relations[last].opensNounPhrase
    else { return }
    let missing = last + 1..<head + 1
    let taken = pieces + [source, cue].compactMap { $0 }
    guard !taken.contains(where: { $0.overlaps(missing) }), text.tokens[head].tag.isNoun,
      missing.allSatisfy({ !text.tokens[$0].isPunctuation || text.tokens[$0].mark == .hyphen })
    else { return }
    pieces[index] = pieces[index].lowerBound..<head + 1
  }

  /// "would receive | $ 40 million": a piece does not end between a verb and its object.
  private mutating func completeObject(at index: Int) {
    let piece = pieces[index]
    let end = piece.upperBound
    guard let verb = piece.last, text.tokens[verb].tag.isVerb,
      let sentence = text.sentences(touching: piece).last.map({ text.sentences[$0].tokens }),
      let object = (end..<sentence.upperBound).first(where: {
        tree.heads[$0] == verb && tree.relations[$0] == .object
      })
    else { return }
    let taken = pieces + [source, cue].compactMap { $0 }
    let missing = end..<object + 1
    guard missing.count <= 8, !taken.contains(where: { $0.overlaps(missing) }),
      missing.allSatisfy({
        !text.tokens[$0].isPunctuation || text.tokens[$0].mark == .symbol
          || text.tokens[$0].mark == .hyphen
      })
    else { return }
    var last = object
    // "$ 40 million" hangs on its sign.
    while last + 1 < sentence.upperBound,
      tree.heads[last + 1].map({ $0 >= object && $0 <= last + 2 }) ?? false,
      text.tokens[last + 1].tag == .cd, !taken.contains(where: { $0.contains(last + 1) })
    {
      last += 1
    }
    pieces[index] = piece.lowerBound..<last + 1
  }

  private mutating func takeSubject() {
    guard let source, let cue, pieces.count == 1, let verb = pieces[0].first,
      text.tokens[verb].tag.hasTense,
      let sentence = text.sentences(touching: cue).first.map({ text.sentences[$0].tokens })
    else { return }
    let report = min(source.lowerBound, cue.lowerBound)..<max(source.upperBound, cue.upperBound)
    let comma = report.lowerBound - 1
    guard sentence.lowerBound < comma, text.tokens[comma].mark == .comma,
      report.upperBound <= verb, text.tokens[report.upperBound..<verb].allSatisfy(\.isPunctuation)
    else { return }
    let subject = sentence.lowerBound..<comma
    guard
      subject.contains(where: { token in
        tree.relations[token] == .subject && !(tree.heads[token].map(subject.contains) ?? true)
      })
    else { return }
    pieces.insert(subject, at: 0)
  }

  /// Whether a quote begins with the piece.
  private func isQuoted(_ piece: Range<Int>) -> Bool {
    text.tokens[piece.lowerBound].mark.isQuote
      || piece.lowerBound > 0 && text.tokens[piece.lowerBound - 1].mark.isQuote
  }

  private func hasTense(_ piece: Range<Int>) -> Bool {
    text.tokens[piece].contains { $0.tag.hasTense }
  }
}

extension Relation {
  /// Whether what hangs so on a noun after it is part of its phrase.
  fileprivate var opensNounPhrase: Bool {
    switch self {
    case .compound, .adjective, .determiner, .number, .possessive: true
    default: false
    }
  }
}

/// What a noun or a verb in the present tense shows of number.
private enum Number {
  case singular, plural

  var other: Number { self == .singular ? .plural : .singular }

  init?(of token: Token) {
    switch token.tag {
    case .vbz, .nn, .nnp: self = .singular
    case .vbp, .nns, .nnps: self = .plural
    default:
      switch token.word {
      case .he, .she, .it: self = .singular
      case .they, .we: self = .plural
      default: return nil
      }
    }
  }
}
