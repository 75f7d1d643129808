/// What a relative clause or a description between commas tells of: the nearest noun before it that fits, where the parse
/// may hang it on one further off.
///
/// "the health of Ana Osei, who …" tells of Osei, "Osei or Holm, who is …" of Holm, "Osei, head of Line Mills, which …" of
/// the mills.
struct Antecedent {
  let region: SentenceTree
  let tokens: [Token]
  private let lexicon = NounLexicon.english

  init(region: SentenceTree, tokens: [Token]) {
    self.region = region
    self.tokens = tokens
  }

  /// The noun that a relative clause tells of; nil where the parse knows best.
  func of(relative clause: Int, pronoun: Int?) -> Int? {
    guard let pronoun, let head = region.head(of: clause) else { return nil }
    let candidates = candidates(from: head, before: region.subtree(clause).min() ?? clause)
    switch tokens[pronoun].word {
    case .who:
      if let verb = region.auxiliaries(of: clause).first
        ?? (tokens[clause].tag.isVerb ? clause : nil),
        tokens[verb].tag == .vbp || tokens[verb].word == .were,
        !region.children(of: head, .conjunct).isEmpty
      {
        return head
      }
      return candidates.first(where: isPerson)
    case .which:
      return isPerson(head) ? candidates.first { !isPerson($0) } : lastOfList(head, candidates)
    default: return nil
    }
  }

  /// The noun that a description between commas tells of; nil where the parse knows best.
  func of(description: Int) -> Int? {
    guard region.relation(of: description) == .apposition, let head = region.head(of: description)
    else { return nil }
    let candidates = candidates(
      from: head, before: region.subtree(description).min() ?? description
    )
    .filter { tokens[$0].tag.isName }
    let kinds = lexicon.kinds(of: tokens[description])
    if kinds.containsAny(.role) { return candidates.first { !isBody($0) } }
    if kinds.containsAny(.anyBody) { return candidates.first }
    return nil
  }

  /// The nouns down the right edge of a phrase, nearest to `end` first: what hangs on each other from `head` on.
  private func candidates(from head: Int, before end: Int) -> [Int] {
    var found: [Int] = []
    var place: Int? = head
    while let here = place {
      if tokens[here].tag.isNoun || tokens[here].tag == .prp { found.append(here) }
      place = region.children(of: here).last { child in
        guard child > here, child < end, !region.isBracketed(child) else { return false }
        switch region.relation(of: child) {
        case .nounModifier, .conjunct, .apposition, .oblique, .object, .nounClause: return true
        default: return false
        }
      }
    }
    return found.reversed()
  }

  private func lastOfList(_ head: Int, _ candidates: [Int]) -> Int? {
    candidates.first { region.relation(of: $0) == .conjunct && region.firstConjunct($0) == head }
  }

  private func isPerson(_ noun: Int) -> Bool {
    let kinds = region.phraseWords(of: noun).reduce(into: NounKinds()) {
      $0.formUnion(lexicon.kinds(of: tokens[$1]))
    }
    // "the nominee for president": a bare noun names nobody.
    if tokens[noun].tag == .nn, region.children(of: noun, .determiner).isEmpty,
      region.children(of: noun, .possessive).isEmpty
    {
      return false
    }
    let own = lexicon.kinds(of: tokens[noun])
    if own.containsAny([.role, .people, .crowd, .title]) || tokens[noun].tag == .prp {
      return true
    }
    return tokens[noun].tag.isName && !isBody(noun)
      && (kinds.containsAny([.givenName, .title, .office]) || !own.containsAny(.anyPlace))
  }

  private func isBody(_ noun: Int) -> Bool {
    region.phraseWords(of: noun).contains {
      lexicon.kinds(of: tokens[$0]).containsAny([.authority, .body, .media, .firm])
    }
  }
}

extension SentenceTree {
  /// A noun with the words of its name.
  fileprivate func phraseWords(of noun: Int) -> [Int] { [noun] + children(of: noun, .compound) }
}
