/// Parts a unit at its lists and at what tells when, where and with whom: a claim for each.
struct PhraseLists {
  /// A list of more items is one claim.
  private static let longestList = 12

  let region: SentenceTree
  let tokens: [Token]

  /// The parts of a piece; the piece itself where nothing parts it.
  func parts(of piece: TreePieces.Piece) -> [TreePieces.Piece] {
    items(of: piece).flatMap(circumstances)
  }

  /// The piece once for each item of a list in it; the piece itself where it has none.
  ///
  /// - Parameter head: Where given, only the list that begins with it.
  func items(of piece: TreePieces.Piece, head: Int? = nil) -> [TreePieces.Piece] {
    list(in: piece, head: head).map { list in list.map { piece.only($0) } } ?? [piece]
  }

  // MARK: - Lists

  /// The words of the piece with each item of its longest list alone; nil where it has none that is worth it.
  private func list(in piece: TreePieces.Piece, head: Int?) -> [Set<Int>]? {
    let words = piece.prefix.union(piece.body)
    let heads = head.map { [$0] } ?? words.sorted()
    let lists = heads.compactMap { first -> (first: Int, others: [Int])? in
      let others = region.children(of: first, .conjunct).filter {
        words.contains($0) && !region.isVerbal($0)
      }
      return isList(first, others) ? (first, others) : nil
    }
    guard let longest = lists.max(by: { $0.others.count < $1.others.count }) else { return nil }
    let items = variants(longest.first, longest.others, of: words)
    for (index, item) in items.enumerated() {
      for other in items[..<index] where similarity(item, other) >= 0.8 { return nil }
    }
    return items
  }

  private func isList(_ first: Int, _ others: [Int]) -> Bool {
    guard !others.isEmpty, others.count < Self.longestList, tokens[first].tag != .cd,
      !tokens[first].tag.isVerb, region.relation(of: first) != .conjunct
    else { return false }
    switch region.relation(of: first) {
    case .compound, .number, .adverb, .determiner, .caseMark: return false
    default: break
    }
    let around = ([first] + others).flatMap { region.children(of: $0) }
    let links = around.filter { region.relation(of: $0) == .coordinator }
    return links.contains { tokens[$0].word == .and }
      && links.allSatisfy { tokens[$0].word == .and || tokens[$0].word == .both }
      && !around.contains {
        guard region.relation(of: $0) == .caseMark else { return false }
        switch tokens[$0].word {
        case .between, .as: return true
        default: return tokens[$0].tag == .vbg
        }
      }
  }

  private func variants(_ first: Int, _ others: [Int], of words: Set<Int>) -> [Set<Int>] {
    let links = Set(
      ([first] + others).flatMap { item in
        region.children(of: item).filter {
          region.relation(of: $0) == .coordinator
            || item != first && region.relation(of: $0) == .punctuation && $0 < item
        }
      })
    let rest = others.reduce(into: Set<Int>()) { $0.formUnion(region.subtree($1)) }
    // "the design and making of ships": what follows the last item is every item's.
    let end = rest.max() ?? first
    let common = region.children(of: first).filter { $0 > end }
      .reduce(into: Set<Int>()) { $0.formUnion(region.subtree($1)) }
    let firstOnly = region.subtree(first).subtracting(rest).subtracting(common)
    let shared = words.subtracting(firstOnly).subtracting(rest)
    let items = others.map { item -> Set<Int> in
      let own = Set(region.children(of: item).map { region.relation(of: $0) })
      let opening = region.children(of: first).filter { place in
        guard place < first else { return false }
        switch region.relation(of: place) {
        case .caseMark: return !own.contains(.caseMark)
        case .determiner, .possessive:
          return own.isDisjoint(with: [.determiner, .possessive]) && tokens[item].tag != .nnp
        case .subject, .copula, .auxiliary, .marker, .adverb: return true
        default: return false
        }
      }
      return opening.reduce(into: shared.union(region.subtree(item))) {
        $0.formUnion(region.subtree($1))
      }
    }
    return ([shared.union(firstOnly)] + items).map { $0.subtracting(links).intersection(words) }
  }

  /// The share of words that two claims have in common.
  private func similarity(_ a: Set<Int>, _ b: Set<Int>) -> Double {
    let (a, b) = (a.filter { !tokens[$0].isPunctuation }, b.filter { !tokens[$0].isPunctuation })
    return Double(a.intersection(b).count) / Double(max(1, a.union(b).count))
  }

  // MARK: - Circumstances

  /// "opened in Lund on Monday": that it opened in Lund, and that it opened on Monday; not so in participles, which tell
  /// more of the same.
  private func circumstances(_ piece: TreePieces.Piece) -> [TreePieces.Piece] {
    for verb in piece.body.sorted() where region.isVerbal(verb) && region.isFinite(verb) {
      let told = region.children(of: verb, .oblique).filter { $0 > verb && piece.body.contains($0) }
      guard told.count > 1 else { continue }
      let phrases = told.map { region.subtree($0) }
      let rest = piece.prefix.union(piece.body).subtracting(
        phrases.reduce(into: []) { $0.formUnion($1) })
      return phrases.map { piece.only(rest.union($0)) }
    }
    return [piece]
  }
}

extension TreePieces.Piece {
  /// The piece without the words that are not in `words`; what is new in them joins the body.
  fileprivate func only(_ words: Set<Int>) -> TreePieces.Piece {
    TreePieces.Piece(
      prefix: prefix.intersection(words), body: words.subtracting(prefix), sharesTense: sharesTense)
  }
}
