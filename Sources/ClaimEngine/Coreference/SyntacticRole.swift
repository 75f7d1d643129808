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
  /// The part of some words that hang together.
  func syntacticRole(of words: Range<Int>) -> SyntacticRole {
    var token = words.last { outside($0, words) } ?? words.upperBound - 1
    for _ in 0..<4 {
      switch tree.relations[token] {
      case .conjunct, .apposition:
        guard let head = tree.heads[token], !text.tokens[head].tag.isVerb else { return .other }
        token = head
      case .subject: return isMain(tree.heads[token]) ? .mainSubject : .innerSubject
      case .possessive: return .possessor
      case .compound, .adjective: return .modifier
      default: return .other
      }
    }
    return .other
  }

  private func outside(_ token: Int, _ words: Range<Int>) -> Bool {
    text.tokens[token].mark == .none && !text.tokens[token].shape.contains(.clitic)
      && tree.heads[token].map { !words.contains($0) } ?? true
  }

  /// Whether a predicate governs its sentence, or stands beside the one that does.
  private func isMain(_ predicate: Int?) -> Bool {
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

  /// So far from a predicate its subject is looked for, so that a hostile sentence stays cheap.
  private static let near = 60

  /// The subject of the predicate that an object pronoun hangs on, which it cannot mean: "Adler praised him".
  func clauseSubject(ofObject token: Int) -> Int? {
    guard let verb = tree.heads[token] else { return nil }
    switch tree.relations[token] {
    case .object, .oblique: break
    default: return nil
    }
    return subject(of: verb)
  }

  /// The subject of the clause that a possessor stands in: "Adler" of "Adler lost his job".
  func clauseSubject(ofOwner token: Int) -> Int? {
    var place = tree.heads[token]
    for _ in 0..<6 {
      guard let here = place else { return nil }
      if let subject = subject(of: here) { return subject < token ? subject : nil }
      place = tree.heads[here]
    }
    return nil
  }

  private func subject(of predicate: Int) -> Int? {
    let near = max(0, predicate - Self.near)..<min(text.tokens.count, predicate + Self.near)
    return near.first { tree.heads[$0] == predicate && tree.relations[$0] == .subject }
  }
}
