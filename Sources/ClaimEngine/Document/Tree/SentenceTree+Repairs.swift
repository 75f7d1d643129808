/// What parses often get wrong and the words show to be otherwise.
extension SentenceTree {
  mutating func repair() {
    joinNames()
    reattachPossessors()
    joinSharedObjects()
    joinLooseConjuncts()
    joinSiblingComplements()
    reattachRelativeClauses()
    reattachCoordinatedClauses()
    reattachBareVerbs()
    reattachStrayConjuncts()
    reattachTrailingModifiers()
  }

  /// "saw him and left because it rained": what tells how and when after the last of several predicates is the last
  /// one's, where a parse may have it the first one's.
  private mutating func reattachTrailingModifiers() {
    for first in members where isVerbal(first) {
      guard let last = children(of: first, .conjunct).last(where: isVerbal) else { continue }
      for place in children(of: first) where place > last {
        switch relation(of: place) {
        case .object, .complement, .openComplement, .subject, .conjunct, .punctuation, .parataxis:
          break
        default: reattach(place, to: last, as: relation(of: place))
        }
      }
    }
  }

  /// "set up an inquiry, which will report": a clause that begins with its relative pronoun tells of the noun before it.
  private mutating func reattachRelativeClauses() {
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
  private mutating func reattachCoordinatedClauses() {
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

  /// "called on him to stop and apologize", "would leave it and try": a bare verb goes with the nearest bare one.
  private mutating func reattachBareVerbs() {
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

  /// "promised jobs, but cut wages and hours": a noun that a parse hangs on the first of several predicates, but stands
  /// after the last.
  private mutating func reattachStrayConjuncts() {
    for item in members where relation(of: item) == .conjunct && !isVerbal(item) {
      guard let head = head(of: item), isVerbal(head), tokens[item].tag.isNoun,
        let last = children(of: head, .conjunct).last(where: { $0 < item && isVerbal($0) }),
        let noun = subtree(last).filter({ tokens[$0].tag.isNoun && $0 < item }).max()
      else { continue }
      reattach(item, to: noun, as: .conjunct)
    }
  }

  /// "Delta & Pine Land Co.", "Gen - Probe Inc.": the words of a name make one phrase, whose head is the one that hangs
  /// on a word outside it.
  private mutating func joinNames() {
    var start = members.startIndex
    while start < members.endIndex {
      let end = nameEnd(from: start)
      join(name: Array(members[start..<end]))
      start = max(end, start + 1)
    }
  }

  /// The place after the last word of the name that begins at a place of `members`; the same place where none does.
  private func nameEnd(from start: Int) -> Int {
    var end = start
    while end < members.endIndex, isPartOfName(members[end]),
      end == start || members[end] == members[end - 1] + 1
    {
      end += 1
      // A mark inside a name stands between two of its words that the parse ties.
      guard end + 1 < members.endIndex, tokens[members[end]].joinsNames,
        members[end + 1] == members[end - 1] + 2, isPartOfName(members[end + 1]),
        isTied(members[end - 1], members[end + 1])
      else { continue }
      end += 1
    }
    return end
  }

  private func isPartOfName(_ token: Int) -> Bool {
    tokens[token].tag.isName && !tokens[token].isTimeName
  }

  private func isTied(_ first: Int, _ second: Int) -> Bool {
    tokens[second - 1].mark == .symbol || head(of: second) == first || head(of: first) == second
      || head(of: first) == head(of: second)
  }

  private mutating func join(name words: [Int]) {
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    let inside = first...last
    let outer = words.filter { word in
      if let head = head(of: word) { !inside.contains(head) } else { true }
    }
    guard let top = outer.first else { return }
    for word in inside where word != top {
      for child in children(of: word) where !inside.contains(child) {
        reattach(child, to: top, as: relation(of: child))
      }
      if tokens[word].tag.isName { reattach(word, to: top, as: .compound) }
    }
  }

  /// "EG&G's chairman": a noun with "'s" is the owner of the noun after it and describes nothing.
  private mutating func reattachPossessors() {
    for owner in members where relation(of: owner) == .apposition {
      guard let mark = children(of: owner, .caseMark).first(where: { tokens[$0].tag == .pos }),
        let head = head(of: owner),
        let owned = children(of: head).filter({ $0 > mark && tokens[$0].tag.isNoun }).min()
      else { continue }
      reattach(owner, to: owned, as: .possessive)
    }
  }

  /// A second root without a subject, after a comma or a conjunction, goes on with the predicate before it: "said it
  /// will extend …, strengthen … and assure …", where each may hang on "said".
  private mutating func joinLooseConjuncts() {
    let roots = members.filter { head(of: $0) == nil && isVerbal($0) }
    for (previous, root) in zip(roots, roots.dropFirst()) where !hasSubject(root) {
      let first = subtree(root).min() ?? root
      guard let start = members.first, first > start,
        isLink(first) || isLink(first - 1)
      else { continue }
      reattach(root, to: previous, as: .conjunct)
    }
  }

  /// "abided by and entered into treaties": the verbs have one object, so they stay together.
  private mutating func joinSharedObjects() {
    for token in members where relation(of: token) == .conjunct && tokens[token].tag.isVerb {
      guard let link = children(of: token, .coordinator).first, link - 2 >= members[0],
        tokens[link - 1].tag == .in || tokens[link - 1].tag == .rp, tokens[link - 2].tag.isVerb,
        isMember(link - 1), isMember(link - 2), link - 2 != token
      else { continue }
      reattach(token, to: link - 2, as: .other)
      reattach(link - 1, to: link - 2, as: .other)
    }
  }

  /// "claims that A, that B and that C": what a parse hangs on "claims" three times is a list.
  private mutating func joinSiblingComplements() {
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

  private func isLink(_ token: Int) -> Bool {
    tokens[token].mark == .comma || tokens[token].word == .and || tokens[token].word == .but
  }
}

extension Token {
  /// Whether it can stand between words of one name: "&", and the hyphen of text that was cut into words before.
  fileprivate var joinsNames: Bool { mark == .symbol || mark == .hyphen }
}
