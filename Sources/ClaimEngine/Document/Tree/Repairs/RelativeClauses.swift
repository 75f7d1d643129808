// Relative clauses go to their noun, and what goes on after them to the clause around.
extension SentenceTree {
  /// "set up an inquiry, which will report": a clause that begins with its relative pronoun tells of the noun before it.
  mutating func reattachRelativeClauses() {
    for clause in members {
      guard
        [.parataxis, .adverbialClause, .nounModifier, .apposition].contains(relation(of: clause)),
        let pronoun = subtree(clause).filter({ tokens[$0].mark == .none }).min(),
        tokens[pronoun].word == .who || tokens[pronoun].word == .which,
        head(of: pronoun) == clause, pronoun > 1, tokens[pronoun - 1].mark == .comma,
        tokens[pronoun - 2].tag.isNoun, isMember(pronoun - 2)
      else { continue }
      reattach(clause, to: pronoun - 2, as: .relativeClause)
    }
  }

  /// "the one who left, and she stayed": a clause with a subject of its own goes on with the one around the relative
  /// clause, not with that.
  mutating func reattachCoordinatedClauses() {
    for clause in members where relation(of: clause) == .conjunct && hasSubject(clause) {
      guard let relative = head(of: clause), relation(of: relative) == .relativeClause,
        children(of: relative, .subject).contains(where: isRelativePronoun),
        !children(of: clause, .subject).contains(where: isRelativePronoun)
      else { continue }
      var above = head(of: relative)
      while let place = above, !isVerbal(place) { above = head(of: place) }
      if let above { reattach(clause, to: above, as: .conjunct) }
    }
  }

  private func isRelativePronoun(_ token: Int) -> Bool {
    switch tokens[token].word {
    case .who, .which, .that: true
    default: false
    }
  }
}
