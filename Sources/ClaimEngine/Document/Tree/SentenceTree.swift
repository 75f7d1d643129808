/// The part of a parse that lies in some stretches of a sentence; what hangs on a word outside them is a root here.
struct SentenceTree {
  /// In reading order.
  let members: [Int]
  let tokens: [Token]
  private var heads: [Int: Int] = [:]
  private var relations: [Int: Relation] = [:]
  private var kids: [Int: [Int]] = [:]

  init(ranges: [Range<Int>], tokens: [Token], tree: ParseTree) {
    self.tokens = tokens
    members = ranges.flatMap { $0 }.sorted()
    let inside = Set(members)
    for token in members {
      relations[token] = tree.relations[token]
      if let head = tree.heads[token], inside.contains(head) { heads[token] = head }
    }
    for token in members { if let head = heads[token] { kids[head, default: []].append(token) } }
    // Only the part shows that several of its roots are one list: "said it will extend …, strengthen …".
    joinLooseConjuncts()
  }

  /// Hangs a token on another, as if the parse had.
  ///
  /// A token is never attached to itself or to what hangs on it: it stays where it is. So heads
  /// make no ring, and a walk along them, up or down, passes each member at most once.
  mutating func reattach(_ token: Int, to head: Int, as relation: Relation) {
    guard !isInSubtree(head, of: token) else { return }
    if let before = heads[token] { kids[before]?.removeAll { $0 == token } }
    heads[token] = head
    relations[token] = relation
    kids[head, default: []].append(token)
  }

  /// Whether a token is another or hangs on it, over however many others.
  private func isInSubtree(_ token: Int, of top: Int) -> Bool {
    var place: Int? = token
    while let here = place {
      if here == top { return true }
      place = heads[here]
    }
    return false
  }

  // MARK: - Looking around

  func isMember(_ token: Int) -> Bool { relations[token] != nil }

  func head(of token: Int) -> Int? { heads[token] }

  func relation(of token: Int) -> Relation { relations[token] ?? .other }

  func children(of token: Int) -> [Int] { kids[token] ?? [] }

  func children(of token: Int, _ relation: Relation) -> [Int] {
    children(of: token).filter { self.relation(of: $0) == relation }
  }

  /// A token with all that hangs on it, but for what is under `stops`.
  func subtree(_ token: Int, without stops: (Int) -> Bool = { _ in false }) -> Set<Int> {
    var found: Set<Int> = []
    var open = [token]
    while let place = open.popLast() {
      found.insert(place)
      open += children(of: place).filter { !stops($0) }
    }
    return found
  }

  // MARK: - Clauses

  /// Whether it is a verb, or what "be" joins to a subject; a subject or auxiliary of its own outweighs its tag.
  func isVerbal(_ token: Int) -> Bool {
    tokens[token].tag.isVerb || hasSubject(token) || !auxiliaries(of: token).isEmpty
  }

  func hasSubject(_ token: Int) -> Bool { !children(of: token, .subject).isEmpty }

  /// Whether it has tense by itself, by an auxiliary or by a form of "be" beside it.
  func isFinite(_ token: Int) -> Bool {
    tokens[token].tag.hasTense || auxiliaries(of: token).contains { tokens[$0].tag.hasTense }
      || !tokens[token].tag.isVerb && hasSubject(token) && auxiliaries(of: token).isEmpty
  }

  func isInfinitive(_ token: Int) -> Bool {
    children(of: token, .marker).contains { tokens[$0].tag == .to }
  }

  /// "was late, but left his escort and ran": after a past without "be" a participle is a past too.
  func isCoordinatedPast(_ token: Int) -> Bool {
    tokens[token].tag == .vbn
      && children(of: firstConjunct(token), .conjunct).contains {
        $0 < token && tokens[$0].tag == .vbd && auxiliaries(of: $0).isEmpty
      }
  }

  /// "if it rains", "unless it rains".
  func isCondition(_ clause: Int) -> Bool {
    children(of: clause, .marker).contains {
      tokens[$0].word == .if || tokens[$0].word == .unless
    }
  }

  /// Auxiliaries and forms of "be", in reading order.
  func auxiliaries(of token: Int) -> [Int] {
    children(of: token).filter { relation(of: $0) == .auxiliary || relation(of: $0) == .copula }
  }

  /// Whether a comma, dash or bracket parts a subtree from what is before it.
  func isSetOff(_ token: Int) -> Bool {
    guard let first = subtree(token).min(), first > 0 else { return false }
    return isParting(first) || isParting(first - 1)
  }

  /// Whether any mark but a quote mark parts a subtree from what is before it.
  func followsMark(_ token: Int) -> Bool {
    guard let first = subtree(token).min(), first > 0 else { return false }
    let mark = tokens[first - 1].mark
    return isSetOff(token) || mark == .colon || mark == .semicolon
  }

  func isBracketed(_ token: Int) -> Bool {
    guard let first = subtree(token).min() else { return false }
    return tokens[first].mark == .openBracket || first > 0 && tokens[first - 1].mark == .openBracket
  }

  private func isParting(_ token: Int) -> Bool {
    switch tokens[token].mark {
    case .comma, .dash, .openBracket: true
    default: false
    }
  }

  func firstConjunct(_ token: Int) -> Int {
    var place = token
    while relation(of: place) == .conjunct, let head = heads[place] { place = head }
    return place
  }

  /// The heads of the subjects of a predicate, or of the predicate that it shares one with.
  func subject(of token: Int) -> [Int] {
    var place: Int? = token
    while let here = place {
      let subjects = children(of: here, .subject)
      if !subjects.isEmpty { return subjects }
      switch relation(of: here) {
      case .conjunct, .openComplement, .adverbialClause, .complement, .parataxis:
        place = heads[here]
      default: return []
      }
    }
    return []
  }
}

extension Set<Int> {
  /// The numbers as ranges, in order.
  var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in sorted() {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }
}
