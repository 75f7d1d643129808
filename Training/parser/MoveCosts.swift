import ClaimEngine

/// How many arcs of a gold tree each move loses for good: the dynamic oracle of the arc-hybrid system (Goldberg and
/// Nivre, "Training Deterministic Parsers with Non-Deterministic Oracles", TACL 2013).
struct MoveCosts {
  private let heads: [Int32]
  /// The words that hang on each word.
  private let dependents: [[Int32]]

  init(heads: [Int32]) {
    self.heads = heads
    var dependents = [[Int32]](repeating: [], count: heads.count)
    for (word, head) in heads.enumerated() where head >= 0 {
      dependents[Int(head)].append(Int32(word))
    }
    self.dependents = dependents
  }

  func cost(of move: ParserState.Move, in state: ParserState) -> Int {
    let top = state.stack.last ?? -1
    let under = state.stack.count > 1 ? state.stack[state.stack.count - 2] : -1
    let next = state.next
    switch move {
    case .shift:
      let head = heads[Int(next)]
      var cost = dependents[Int(next)].count { $0 < next && isWaiting($0, state) }
      if head < 0 { cost += state.stack.isEmpty ? 0 : 1 }
      if head >= 0, head < next, head != top, isOnStack(head, state) { cost += 1 }
      return cost
    case .left:
      let head = heads[Int(top)]
      let lost = dependents[Int(top)].count { $0 >= next }
      return lost + (head < 0 || head == under || head > next ? 1 : 0)
    case .right:
      let head = heads[Int(top)]
      let lost = dependents[Int(top)].count { $0 >= next }
      return lost + (head < 0 || head >= next ? 1 : 0)
    }
  }

  /// Words before `next` without a head are those on the stack.
  private func isWaiting(_ word: Int32, _ state: ParserState) -> Bool {
    state.heads[Int(word)] < 0
  }

  private func isOnStack(_ word: Int32, _ state: ParserState) -> Bool {
    state.heads[Int(word)] < 0
  }
}
