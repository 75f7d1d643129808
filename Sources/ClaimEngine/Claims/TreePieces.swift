/// The words of each unit that a sentence is cut into.
struct TreePieces {
  struct Piece {
    /// What the unit has of other parts of the sentence: a shared subject, an auxiliary, what it describes.
    var prefix: Set<Int> = []
    var body: Set<Int>
    /// Its tense stands in the prefix.
    var sharesTense = false
  }

  let region: SentenceTree
  /// What is cut out of the clauses around it.
  let cuts: [Int: TreeCutter.Cut]
  let tokens: [Token]

  /// What is left when all units have been cut out.
  var main: Piece {
    let roots = region.members.filter { region.head(of: $0) == nil && cuts[$0] == nil }
    return Piece(body: roots.reduce(into: []) { $0.formUnion(own($1)) })
  }

  func piece(at token: Int, _ cut: TreeCutter.Cut) -> Piece {
    switch cut {
    case .conjunct: conjunct(token)
    case .clause: Piece(body: own(token).subtracting(openers(of: token)))
    case .relative: relative(token)
    case .participle: Piece(prefix: subject(of: region.head(of: token) ?? token), body: own(token))
    case .description: description(token)
    }
  }

  /// A token with what hangs on it and is not cut out.
  private func own(_ token: Int) -> Set<Int> { region.subtree(token) { cuts[$0] != nil } }

  private func openers(of token: Int) -> [Int] {
    region.children(of: token).filter {
      switch region.relation(of: $0) {
      case .coordinator, .marker: $0 < token
      case .adverb: tokens[$0].tag == .wrb
      default: false
      }
    }
  }

  private func conjunct(_ token: Int) -> Piece {
    let first = region.firstConjunct(token)
    var piece = Piece(body: own(token).subtracting(region.children(of: token, .coordinator)))
    var top = first
    while cuts[top] == nil, let head = region.head(of: top) { top = head }
    let that = region.children(of: token, .marker).filter { tokens[$0].word == .that && $0 < token }
    piece.body.subtract(that)
    if top != first, completes(first), region.hasSubject(first) || !region.hasSubject(token) {
      // "must prove that A and | that B": what governs the first governs the others.
      piece.prefix.formUnion(that)
      piece.prefix.formUnion(own(top).subtracting(region.subtree(first)))
    }
    guard !region.hasSubject(token) else { return piece }
    piece.prefix.formUnion(subject(of: first))
    piece.prefix.formUnion(conditions(of: first))
    guard !region.isFinite(token), !region.isInfinitive(token), !region.isCoordinatedPast(token)
    else {
      return piece
    }
    let shared = region.auxiliaries(of: first).filter { $0 < first }
    piece.sharesTense = true
    switch tokens[token].tag {
    case .vb:
      piece.prefix.formUnion(shared.filter { region.relation(of: $0) == .auxiliary })
      piece.prefix.formUnion(region.children(of: first, .marker).filter { tokens[$0].tag == .to })
    default: piece.prefix.formUnion(shared)
    }
    return piece
  }

  /// "If it rains, ferries stop and | wait": the second hangs on the condition too.
  private func conditions(of first: Int) -> Set<Int> {
    region.children(of: first, .adverbialClause).filter { $0 < first && region.isCondition($0) }
      .reduce(into: []) { $0.formUnion(own($1)) }
  }

  /// Whether a predicate completes what governs it: "must prove that …", "hopes to …".
  private func completes(_ first: Int) -> Bool {
    switch region.relation(of: first) {
    case .complement, .openComplement, .adverbialClause: true
    default: false
    }
  }

  private func relative(_ token: Int) -> Piece {
    var body = own(token)
    let pronoun = body.filter { place in
      switch tokens[place].word {
      case .who, .which, .that, .where, .whose: place < token && tokens[place].tag != .dt
      default: false
      }
    }.min()
    if let pronoun { body.remove(pronoun) }
    let owner = Antecedent(region: region, tokens: tokens).of(relative: token, pronoun: pronoun)
    return Piece(prefix: phrase(owner ?? region.head(of: token) ?? token), body: body)
  }

  private func description(_ token: Int) -> Piece {
    let antecedent = Antecedent(region: region, tokens: tokens).of(description: token)
    let head = antecedent ?? region.head(of: token) ?? token
    var owner = phrase(head)
    // "Osei is a judge born in Lund": the subject was born there.
    if region.relation(of: token) == .nounClause, !region.children(of: head, .copula).isEmpty {
      let subject = subject(of: head)
      if !subject.isEmpty { owner = subject }
    }
    return Piece(prefix: owner, body: own(token))
  }

  private func subject(of token: Int) -> Set<Int> {
    let subjects = region.subject(of: token)
    let pronouns = subjects.filter { tokens[$0].tag == .wdt || tokens[$0].tag == .wp }
    if let clause = pronouns.first.flatMap({ region.head(of: $0) }),
      let owner = region.head(of: clause)
    {
      return phrase(owner)
    }
    return subjects.reduce(into: []) { $0.formUnion(own($1)) }
  }

  /// A noun with what stands before it and the prepositions after it, without clauses, lists and descriptions.
  private func phrase(_ noun: Int) -> Set<Int> {
    let words = region.subtree(noun) { place in
      if cuts[place] != nil { return true }
      guard region.head(of: place) == noun else { return false }
      switch region.relation(of: place) {
      case .determiner, .adjective, .compound, .possessive, .nounModifier, .number: return false
      case .other: return tokens[place].mark != .none
      default: return true
      }
    }
    // "Mills & Sons": the mark inside a name belongs to it.
    return words.union(
      words.lazy.map { $0 + 1 }.filter {
        words.contains($0 + 1) && (tokens[$0].mark == .symbol || tokens[$0].mark == .hyphen)
      })
  }
}
