/// What is left to parse of a sentence, in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, "Dynamic Programming
/// Algorithms for Transition-Based Dependency Parsers", ACL 2011).
///
/// Words are shifted from the sentence to a stack; the top of the stack is hung on the next word of the sentence
/// (`left`) or on the word under it (`right`). A sentence of *n* words takes 2*n* - 1 moves; the word that stays on the
/// stack is the root.
package struct ParserState {
  package enum Move: Int, CaseIterable, Sendable {
    case shift, left, right
  }

  /// How many words the sentence has; words count from 0.
  package let count: Int
  /// Words that have no head yet and stand before `next`, the latest last.
  package private(set) var stack: [Int32] = []
  /// The first word that was not shifted.
  package private(set) var next: Int32 = 0
  /// The head of each word, -1 where it has none yet.
  package private(set) var heads: [Int32]
  /// The first and the last word that hang on each word so far, -1 where there are none, and how many there are.
  private(set) var leftmost: [Int32]
  private(set) var rightmost: [Int32]
  private(set) var leftCount: [UInt8]
  private(set) var rightCount: [UInt8]

  package init(count: Int) {
    self.count = count
    heads = [Int32](repeating: -1, count: count)
    leftmost = heads
    rightmost = heads
    leftCount = [UInt8](repeating: 0, count: count)
    rightCount = leftCount
    stack.reserveCapacity(count)
  }

  package var isFinished: Bool { Int(next) == count && stack.count <= 1 }

  package func allows(_ move: Move) -> Bool {
    switch move {
    case .shift: Int(next) < count
    case .left: Int(next) < count && !stack.isEmpty
    case .right: stack.count >= 2
    }
  }

  /// - Parameter move: One that is allowed.
  package mutating func apply(_ move: Move) {
    switch move {
    case .shift:
      stack.append(next)
      next += 1
    case .left:
      if let word = stack.popLast() { hang(word, on: next) }
    case .right:
      if let word = stack.popLast(), let head = stack.last { hang(word, on: head) }
    }
  }

  private mutating func hang(_ word: Int32, on head: Int32) {
    heads[Int(word)] = head
    let above = Int(head)
    if word < head {
      // What is hung on a word from the left comes nearest first.
      leftmost[above] = word
      leftCount[above] = min(leftCount[above] + 1, 5)
    } else {
      rightmost[above] = word
      rightCount[above] = min(rightCount[above] + 1, 5)
    }
  }
}
