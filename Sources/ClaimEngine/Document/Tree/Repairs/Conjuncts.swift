// Predicates and nouns of a list go with the nearest of their kind.
extension SentenceTree {
  /// "abided by and entered into treaties": the verbs have one object, so they stay together.
  mutating func joinSharedObjects() {
    for token in members where relation(of: token) == .conjunct && tokens[token].tag.isVerb {
      guard let link = children(of: token, .coordinator).first, link - 2 >= members[0],
        tokens[link - 1].tag == .in || tokens[link - 1].tag == .rp, tokens[link - 2].tag.isVerb,
        isMember(link - 1), isMember(link - 2), link - 2 != token
      else { continue }
      reattach(token, to: link - 2, as: .other)
      reattach(link - 1, to: link - 2, as: .other)
    }
  }

  /// A second root without a subject, after a comma or a conjunction, goes on with the predicate before it: "said it
  /// will extend …, strengthen … and assure …", where each may hang on "said".
  mutating func joinLooseConjuncts() {
    let roots = members.filter { head(of: $0) == nil && isVerbal($0) }
    for (previous, root) in zip(roots, roots.dropFirst()) where !hasSubject(root) {
      let first = subtree(root).min() ?? root
      guard let start = members.first, first > start,
        isLink(first) || isLink(first - 1)
      else { continue }
      reattach(root, to: previous, as: .conjunct)
    }
  }

  /// "claims that A, that B and that C": what a parse hangs on "claims" three times is a list.
  mutating func joinSiblingComplements() {
    for token in members {
      let siblings = children(of: token, .complement).filter { place in
        children(of: place, .marker).contains { tokens[$0].word == .that }
      }
      guard let first = siblings.first else { continue }
      for sibling in siblings.dropFirst() {
        guard let start = subtree(sibling).min(), isLink(start) || start > 0 && isLink(start - 1)
        else { continue }
        reattach(sibling, to: first, as: .conjunct)
      }
    }
  }

  /// "called on him to stop and apologize", "would leave it and try": a bare verb goes with the nearest bare one.
  mutating func reattachBareVerbs() {
    for verb in members where relation(of: verb) == .conjunct && tokens[verb].tag == .vb {
      guard let head = head(of: verb), !hasSubject(verb), !isInfinitive(verb),
        auxiliaries(of: verb).isEmpty, !isBare(head),
        let nearest = members.last(where: { $0 > head && $0 < verb && isBare($0) })
      else { continue }
      reattach(verb, to: nearest, as: .conjunct)
    }
  }

  private func isBare(_ verb: Int) -> Bool {
    tokens[verb].tag == .vb
      && (isInfinitive(verb) || auxiliaries(of: verb).contains { tokens[$0].tag == .md })
  }

  private func isLink(_ token: Int) -> Bool {
    tokens[token].mark == .comma || tokens[token].word == .and || tokens[token].word == .but
  }
}
