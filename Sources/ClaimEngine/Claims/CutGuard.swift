/// Whether what a cut takes out, and what it leaves, still say what the sentence said.
///
/// A claim that is left whole costs the analyst one cut; a mangled one costs trust.
struct CutGuard {
  let region: SentenceTree
  let tokens: [Token]
  let cuts: [Int: TreeCutter.Cut]
  private let pieces: TreePieces
  /// What is left of the sentence when all of the cuts are made.
  private let main: Set<Int>

  private let leftOut: Set<EngineCheck>

  init(
    region: SentenceTree, tokens: [Token], cuts: [Int: TreeCutter.Cut],
    without leftOut: Set<EngineCheck> = []
  ) {
    self.leftOut = leftOut
    self.region = region
    self.tokens = tokens
    self.cuts = cuts
    pieces = TreePieces(region: region, cuts: cuts, tokens: tokens)
    main = pieces.main.body
  }

  /// The cuts without those that would leave something broken on either side.
  ///
  /// Each round takes one cut back, so there are no more rounds than cuts.
  ///
  static func sound(
    _ cuts: [Int: TreeCutter.Cut], region: SentenceTree, tokens: [Token],
    without leftOut: Set<EngineCheck> = []
  ) -> [Int: TreeCutter.Cut] {
    var kept = cuts
    while let broken = CutGuard(
      region: region, tokens: tokens, cuts: kept, without: leftOut
    ).firstBroken {
      kept[broken] = nil
    }
    return kept
  }

  /// The last of them, so that a list is undone from its end.
  private var firstBroken: Int? {
    cuts.keys.sorted().last { !isSound($0, cuts[$0] ?? .clause) }
  }

  private func isSound(_ token: Int, _ cut: TreeCutter.Cut) -> Bool {
    let piece = pieces.piece(at: token, cut)
    guard isWellFormed(piece.prefix.union(piece.body), atLeast: cut == .clause ? 1 : 2) else {
      return false
    }
    switch cut {
    case .conjunct: return isSoundConjunct(token, piece)
    case .relative: return names(piece.prefix) && agrees(piece.prefix, token)
    case .description: return names(piece.prefix)
    case .clause, .participle: return true
    }
  }

  private func isSoundConjunct(_ token: Int, _ piece: TreePieces.Piece) -> Bool {
    let first = region.firstConjunct(token)
    guard hasForm(token, piece.prefix), !hasSharedTail(token, first), !sharesNegation(token, first),
      region.hasSubject(token) || agrees(Set(region.subject(of: first)), token)
    else { return false }
    // What is left of the first predicate, with all that stays with it.
    return isWellFormed(host(of: first), atLeast: 2)
  }

  /// The words that are left with a predicate, up to the clause that is cut out around it.
  private func host(of token: Int) -> Set<Int> {
    var top = token
    while cuts[top] == nil, let head = region.head(of: top) { top = head }
    guard let cut = cuts[top] else {
      return main
    }
    let piece = pieces.piece(at: top, cut)
    return piece.prefix.union(piece.body)
  }

  // MARK: - What breaks a claim

  /// A claim has some words besides pronouns and does not end on one that wants another.
  private func isWellFormed(_ words: Set<Int>, atLeast least: Int) -> Bool {
    if leftOut.contains(.wellFormedCuts) { return true }
    let said = words.filter { tokens[$0].mark == .none }
    guard said.count(where: { tokens[$0].tag != .prp }) >= least, let last = said.max() else {
      return false
    }
    switch tokens[last].tag {
    case .dt: return ![.a, .an, .the, .every].contains(tokens[last].word)
    case .prpPossessive, .pos, .cc, .to, .wdt, .wp, .wrb: return false
    case .in: return !region.children(of: last).isEmpty || region.relation(of: last) != .caseMark
    default: return true
    }
  }

  /// What something is told of has a noun, a number or a pronoun for a person or thing: not "what".
  private func names(_ words: Set<Int>) -> Bool {
    leftOut.contains(.namedAntecedents)
      || words.contains {
        tokens[$0].tag.isNoun || tokens[$0].tag == .prp || tokens[$0].tag == .cd
          || tokens[$0].tag == .jj
      }
  }

  /// The form of a predicate needs its helper: "to" or a modal before a bare verb, "be" or "have" before a participle.
  private func hasForm(_ token: Int, _ shared: Set<Int>) -> Bool {
    guard !leftOut.contains(.conjunctForms), !region.isFinite(token), !region.hasSubject(token),
      !region.isCoordinatedPast(token)
    else {
      return true
    }
    let own = region.auxiliaries(of: token) + region.children(of: token, .marker)
    let helpers = own + shared.filter { $0 < token }
    switch tokens[token].tag {
    case .vb:
      // "They offer help and send food": the tag of a verb in the plural.
      if tokens[region.firstConjunct(token)].tag == .vbp { return true }
      return helpers.contains {
        switch tokens[$0].tag {
        case .md, .to: true
        default: tokens[$0].word == .do || tokens[$0].word == .does || tokens[$0].word == .did
        }
      }
    case .vbg, .vbn:
      return helpers.contains {
        region.relation(of: $0) == .auxiliary || region.relation(of: $0) == .copula
      }
    default: return true
    }
  }

  /// "bought and sold the mill": what comes after the last of several predicates is not the first one's alone.
  private func hasSharedTail(_ token: Int, _ first: Int) -> Bool {
    guard !leftOut.contains(.sharedTails), let end = region.subtree(token).max() else {
      return false
    }
    let left = region.subtree(first) { cuts[$0] != nil || region.relation(of: $0) == .parataxis }
    return left.contains { $0 > end && tokens[$0].mark == .none }
  }

  /// "has not paid or apologized": whether the second is denied too is for the reader to say.
  private func sharesNegation(_ token: Int, _ first: Int) -> Bool {
    guard !leftOut.contains(.sharedNegations), !region.hasSubject(token),
      region.auxiliaries(of: token).isEmpty
    else { return false }
    let links = region.children(of: token, .coordinator)
    guard !links.contains(where: { tokens[$0].word == .but }) else { return false }
    let isDenied = region.children(of: first).contains {
      tokens[$0].word == .not || tokens[$0].word == .nt || tokens[$0].word == .never
    }
    guard isDenied else { return false }
    switch tokens[token].tag {
    case .vbz, .vbp, .md: return false
    default: return true
    }
  }

  /// Whether a subject and a predicate agree in number, as far as their forms tell.
  private func agrees(_ subject: Set<Int>, _ token: Int) -> Bool {
    if leftOut.contains(.agreement) { return true }
    let verb = region.auxiliaries(of: token).first ?? token
    guard
      let head = subject.filter({ tokens[$0].tag.isNoun || tokens[$0].tag == .prp }).max(by: {
        depth($0) > depth($1)
      })
    else { return true }
    let isPlural =
      tokens[head].tag == .nns || tokens[head].tag == .nnps
      || !region.children(of: head, .conjunct).isEmpty
    switch tokens[head].word {
    case .i, .you, .they, .we: return tokens[verb].tag != .vbz || tokens[head].word == .they
    case .he, .she, .it: return tokens[verb].tag != .vbp && tokens[verb].word != .were
    default: break
    }
    switch tokens[verb].tag {
    case .vbz: return !(isPlural && region.children(of: head, .conjunct).isEmpty)
    case .vbp: return isPlural || tokens[head].tag != .nn
    default: return true
    }
  }

  private func depth(_ token: Int) -> Int {
    var depth = 0
    var place = token
    while let head = region.head(of: place) {
      depth += 1
      place = head
    }
    return depth
  }
}
