import TestSupport
import Testing

@testable import ClaimEngine

@Suite("the moves of the parser")
struct ParserStateTests {
  @Test(
    "any allowed moves end after 2n - 1 in a tree with one root", arguments: 0..<60 as Range<UInt64>
  )
  func ends(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + generator.next(below: 30)
    var state = ParserState(count: count)
    var moves = 0
    while !state.isFinished, moves < 4 * count {
      let allowed = ParserState.Move.allCases.filter(state.allows)
      guard let move = allowed.randomElement(using: &generator) else { break }
      state.apply(move)
      moves += 1
    }
    #expect(moves == 2 * count - 1)
    #expect(state.heads.count { $0 < 0 } == 1)
    let tree = ParseTree(
      heads: state.heads.map { $0 < 0 ? nil : Int($0) },
      relations: Array(repeating: .other, count: count))
    #expect(tree.heads.count { $0 == nil } == 1, "a ring would have been made a root")
  }

  @Test("hangs words on the left and on the right")
  func hangs() {
    // "She saw him": both hang on the verb.
    var state = ParserState(count: 3)
    for move in [ParserState.Move.shift, .left, .shift, .shift, .right] {
      #expect(state.allows(move))
      state.apply(move)
    }
    #expect(state.isFinished)
    #expect(state.heads == [1, -1, 1])
  }

  @Test("an empty sentence is finished")
  func empty() { #expect(!ParserState.Move.allCases.contains(where: ParserState(count: 0).allows)) }
}
