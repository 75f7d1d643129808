/// What each token of a text hangs on.
package struct ParseTree: Sendable {
  /// The token that each token hangs on; nil for a root.
  ///
  /// Following heads always ends.
  package let heads: [Int?]
  package let relations: [Relation]

  /// A tree in which no token hangs on another, as before parsing.
  package init(tokensAlone count: Int) {
    heads = Array(repeating: nil, count: count)
    relations = Array(repeating: .root, count: count)
  }

  /// - Parameters:
  ///   - heads: As many as relations; what would close a cycle is made a root.
  package init(heads: [Int?], relations: [Relation]) {
    precondition(heads.count == relations.count)
    var heads = heads
    // 0 unseen, 1 on the way up from the present token, 2 known to end.
    var state = [UInt8](repeating: 0, count: heads.count)
    for token in heads.indices {
      var path: [Int] = []
      var place = token
      while state[place] == 0 {
        state[place] = 1
        path.append(place)
        guard let next = heads[place] else { break }
        if state[next] == 1 {
          heads[place] = nil
          break
        }
        place = next
      }
      for place in path { state[place] = 2 }
    }
    self.heads = heads
    self.relations = relations
  }
}
