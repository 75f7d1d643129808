/// Puts right what a parser often gets wrong and the words show to be otherwise, once, in the tree that all read.
struct TreeRepair: Stage {
  func annotate(_ document: inout Document) {
    let tree = document.tree
    var (heads, relations) = (tree.heads, tree.relations)
    for sentence in document.sentences where !sentence.isNavigationList {
      var region = SentenceTree(ranges: [sentence.tokens], tokens: document.tokens, tree: tree)
      region.repair(without: document.leftOut)
      for token in sentence.tokens {
        relations[token] = region.relation(of: token)
        // A word that hangs on another sentence stays there.
        if let head = region.head(of: token) { heads[token] = head }
      }
    }
    document.tree = ParseTree(heads: heads, relations: relations)
  }
}

extension SentenceTree {
  /// The repairs in their order; each has its file in `Repairs`.
  mutating func repair(without leftOut: Set<EngineCheck> = []) {
    if !leftOut.contains(.joinNames) { joinNames() }
    if !leftOut.contains(.reattachPossessors) { reattachPossessors() }
    if !leftOut.contains(.joinSharedObjects) { joinSharedObjects() }
    if !leftOut.contains(.joinLooseConjuncts) { joinLooseConjuncts() }
    if !leftOut.contains(.joinSiblingComplements) { joinSiblingComplements() }
    if !leftOut.contains(.reattachRelativeClauses) { reattachRelativeClauses() }
    if !leftOut.contains(.reattachCoordinatedClauses) { reattachCoordinatedClauses() }
    if !leftOut.contains(.reattachBareVerbs) { reattachBareVerbs() }
    if !leftOut.contains(.reattachTrailingModifiers) { reattachTrailingModifiers() }
  }
}
