/// The part that a name, phrase or pronoun has in its sentence.
enum SyntacticRole: Hashable, Sendable {
  /// Of the clause that no other governs.
  case mainSubject
  case innerSubject
  case possessor
  /// Before a noun that it only describes: "the Adler campaign".
  case modifier
  case other

  var isSubject: Bool { self == .mainSubject || self == .innerSubject }
}

extension NameIndex {
  /// The part of some words that hang together, by the parse where there is one.
  func syntacticRole(of words: Range<Int>) -> SyntacticRole {
    guard let tree else { return syntacticRoleByOrder(of: words) }
    var token = words.last { outside($0, words, tree) } ?? words.upperBound - 1
    for _ in 0..<4 {
      switch tree.relations[token] {
      case .conjunct, .apposition:
        guard let head = tree.heads[token], !text.tokens[head].tag.isVerb else { return .other }
        token = head
      case .subject: return isMain(tree.heads[token], tree) ? .mainSubject : .innerSubject
      case .possessive: return .possessor
      case .compound, .adjective: return .modifier
      default: return .other
      }
    }
    return .other
  }

  private func outside(_ token: Int, _ words: Range<Int>, _ tree: ParseTree) -> Bool {
    text.tokens[token].mark == .none && !text.tokens[token].shape.contains(.clitic)
      && tree.heads[token].map { !words.contains($0) } ?? true
  }

  /// Whether a predicate governs its sentence, or stands beside the one that does.
  private func isMain(_ predicate: Int?, _ tree: ParseTree) -> Bool {
    var place = predicate
    for _ in 0..<6 {
      guard let token = place else { return true }
      switch tree.relations[token] {
      case .root, .parataxis: return true
      case .conjunct: place = tree.heads[token]
      default: return tree.heads[token] == nil
      }
    }
    return false
  }

  /// Without a parse: a subject stands after nothing but a title, an adverbial or a quote, or after a word that
  /// opens a clause.
  private func syntacticRoleByOrder(of words: Range<Int>) -> SyntacticRole {
    let tokens = text.tokens
    let next = words.upperBound
    if next < tokens.count, tokens[next].shape.contains(.clitic), tokens[next].tag == .pos {
      return .possessor
    }
    if words.count == 1 {
      switch tokens[words.lowerBound].word {
      case .his, .its, .their: return .possessor
      case .him, .them: return .other
      default: break
      }
    }
    let first = text.sentences[sentence(ofToken: words.lowerBound)].tokens.lowerBound
    var before = words.lowerBound - 1
    while before >= first, words.lowerBound - before < 12,
      tokens[before].word == .the || tokens[before].word == .a || tokens[before].tag == .jj
        || kinds[before].containsAny(.role.union(.title))
    {
      before -= 1
    }
    guard before >= first, tokens[before].mark == .none else { return .mainSubject }
    switch tokens[before].word {
    case .and, .but: return .mainSubject
    case .that, .when, .because, .while, .although, .if, .as, .said, .says, .after, .before:
      return .innerSubject
    default: return .other
    }
  }

  /// So far from a predicate its subject is looked for, so that a hostile sentence stays cheap.
  private static let near = 60

  /// The subject of the predicate that an object pronoun hangs on, which it cannot mean: "Adler praised him".
  func clauseSubject(ofObject token: Int) -> Int? {
    guard let tree, let verb = tree.heads[token] else { return nil }
    switch tree.relations[token] {
    case .object, .oblique: break
    default: return nil
    }
    return subject(of: verb, tree)
  }

  /// The subject of the clause that a possessor stands in: "Adler" of "Adler lost his job".
  func clauseSubject(ofOwner token: Int) -> Int? {
    guard let tree else { return nil }
    var place = tree.heads[token]
    for _ in 0..<6 {
      guard let here = place else { return nil }
      if let subject = subject(of: here, tree) { return subject < token ? subject : nil }
      place = tree.heads[here]
    }
    return nil
  }

  private func subject(of predicate: Int, _ tree: ParseTree) -> Int? {
    let near = max(0, predicate - Self.near)..<min(text.tokens.count, predicate + Self.near)
    return near.first { tree.heads[$0] == predicate && tree.relations[$0] == .subject }
  }
}
