/// Finds the best tree over the words of a sentence with one root, in which no two arcs cross and none spans the root.
///
/// Eisner's algorithm ("Three New Probabilistic Models for Dependency Parsing", COLING 1996) over scores of single arcs.
struct TreeDecoder {
  /// A longer sentence takes each word's likeliest head instead: the cost grows with the third power.
  static let longest = 200

  private let count: Int
  private let scores: [Float]

  /// - Parameters:
  ///   - scores: A row a word: the root's score as its head, then that of every word; higher is likelier.
  init(count: Int, scores: [Float]) {
    precondition(scores.count == count * (count + 1))
    self.count = count
    self.scores = scores
  }

  /// The head of each word, -1 for the root.
  ///
  /// - Complexity: O(*n*³) in the words, for at most `longest`.
  func heads() -> [Int] {
    guard count > 1 else { return [Int](repeating: -1, count: count) }
    guard count <= Self.longest else { return likeliestHeads() }
    var chart = Chart(count: count)
    for length in 1..<count {
      for start in 0..<count - length { chart.fill(start, start + length, score) }
    }
    var root = 0
    var best = -Float.infinity
    for word in 0..<count {
      let value =
        chart[.left, 0, word].score + chart[.right, word, count - 1].score
        + scores[word * (count + 1)]
      if value > best { (root, best) = (word, value) }
    }
    return chart.heads(root: root)
  }

  private func score(of dependent: Int, under head: Int) -> Float {
    scores[dependent * (count + 1) + head + 1]
  }

  private func likeliestHeads() -> [Int] {
    (0..<count).map { word in
      let row = scores[word * (count + 1)..<(word + 1) * (count + 1)]
      var best = row.startIndex
      for index in row.indices where index != row.startIndex + word + 1 && row[index] > row[best] {
        best = index
      }
      return best - row.startIndex - 1
    }
  }
}

/// The best trees over each stretch of words.
private struct Chart {
  /// What a stretch is: headed by its first or last word, and whether it is whole or ends at an arc between the two.
  enum Kind: Int {
    /// Whole, headed by the last word.
    case left
    /// Whole, headed by the first word.
    case right
    /// The first word hangs on the last.
    case arcLeft
    /// The last word hangs on the first.
    case arcRight
  }

  struct Cell {
    var score: Float = 0
    /// Where the best two parts of the stretch meet.
    var split: Int32 = 0
  }

  private let count: Int
  private var cells: [Cell]

  init(count: Int) {
    self.count = count
    cells = Array(repeating: Cell(), count: 4 * count * count)
  }

  subscript(kind: Kind, start: Int, end: Int) -> Cell {
    get { cells[(kind.rawValue * count + start) * count + end] }
    set { cells[(kind.rawValue * count + start) * count + end] = newValue }
  }

  mutating func fill(_ start: Int, _ end: Int, _ score: (Int, Int) -> Float) {
    let joined = best(start..<end) {
      self[.right, start, $0].score + self[.left, $0 + 1, end].score
    }
    self[.arcLeft, start, end] = Cell(score: joined.score + score(start, end), split: joined.split)
    self[.arcRight, start, end] = Cell(score: joined.score + score(end, start), split: joined.split)
    self[.left, start, end] = best(start..<end) {
      self[.left, start, $0].score + self[.arcLeft, $0, end].score
    }
    self[.right, start, end] = best(start + 1..<end + 1) {
      self[.arcRight, start, $0].score + self[.right, $0, end].score
    }
  }

  private func best(_ splits: Range<Int>, _ value: (Int) -> Float) -> Cell {
    var best = Cell(score: -.infinity, split: Int32(splits.lowerBound))
    for split in splits {
      let score = value(split)
      if score > best.score { best = Cell(score: score, split: Int32(split)) }
    }
    return best
  }

  /// Reads the arcs of the best tree back.
  func heads(root: Int) -> [Int] {
    var heads = [Int](repeating: -1, count: count)
    var open: [(Kind, Int, Int)] = [(.left, 0, root), (.right, root, count - 1)]
    while let (kind, start, end) = open.popLast() {
      guard start < end else { continue }
      let split = Int(self[kind, start, end].split)
      switch kind {
      case .left: open += [(.left, start, split), (.arcLeft, split, end)]
      case .right: open += [(.arcRight, start, split), (.right, split, end)]
      case .arcLeft, .arcRight:
        if kind == .arcLeft { heads[start] = end } else { heads[end] = start }
        open += [(.right, start, split), (.left, split + 1, end)]
      }
    }
    return heads
  }
}
