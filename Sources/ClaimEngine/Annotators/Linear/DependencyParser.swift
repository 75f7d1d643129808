package import LinearModels

/// Gives each token of a tagged text its head and its relation: a greedy arc-hybrid parser whose moves are chosen by an
/// averaged perceptron, and a second one that names the arcs of the finished tree.
package struct DependencyParser: Sendable {
  private let model: ParserModel

  package init(model: ParserModel = .compiledIn()) { self.model = model }

  /// Parses every sentence of a text; in a list of navigation every token is a root.
  ///
  /// - Complexity: O(*n*) in the tokens.
  package func parse(_ text: Document) -> ParseTree {
    var heads = [Int?](repeating: nil, count: text.tokens.count)
    var relations = [Relation](repeating: .other, count: text.tokens.count)
    var words = ParserWords()
    for sentence in text.sentences where !sentence.isNavigationList {
      let base = sentence.tokens.lowerBound
      words.read(sentence.tokens, of: text)
      let found = arcs(of: words)
      for (word, relation) in self.relations(of: words, found).enumerated() {
        heads[base + word] = found[word] < 0 ? nil : base + Int(found[word])
        relations[base + word] = relation
      }
    }
    return ParseTree(heads: heads, relations: relations)
  }

  /// The head of each word of a sentence, -1 for the root.
  private func arcs(of words: ParserWords) -> [Int32] {
    var state = ParserState(count: words.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: MoveFeatures.count) { keys in
      guard let keys = keys.baseAddress else { return }
      // A sentence of n words takes 2n - 1 moves.
      for _ in 0..<2 * words.count where !state.isFinished {
        state.apply(nextMove(of: state, words, keys))
      }
    }
    return state.heads
  }

  private func nextMove(
    of state: ParserState, _ words: ParserWords, _ keys: UnsafeMutablePointer<UInt32>
  ) -> ParserState.Move {
    let (shifts, turns) = (state.allows(.shift), state.allows(.right))
    guard state.allows(.left) else { return shifts ? .shift : .right }
    MoveFeatures.write(state, words, into: keys)
    let scores = model.moveScores(keys, count: MoveFeatures.count)
    // Where there is something to shift and something on the stack, it can be hung on the left.
    var best = ParserState.Move.shift
    if scores[ParserState.Move.left.rawValue] > scores[best.rawValue] { best = .left }
    if turns, scores[ParserState.Move.right.rawValue] > scores[best.rawValue] { best = .right }
    return best
  }

  private func relations(of words: ParserWords, _ heads: [Int32]) -> [Relation] {
    var place = RelationFeatures.Place(words, heads: heads)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: RelationFeatures.count) { keys in
      guard let keys = keys.baseAddress else { return }
      for word in heads.indices {
        if heads[word] < 0 {
          place.give(.root, to: word)
        } else if words.isMark(word) {
          place.give(.punctuation, to: word)
        } else {
          RelationFeatures.write(place, word, into: keys)
          let best = model.relation(
            keys, count: RelationFeatures.count, among: Self.relationsOfWords)
          place.give(Relation(rawValue: UInt8(best)) ?? .other, to: word)
        }
      }
    }
    return place.relations
  }

  /// All but that of a root.
  private static let relationsOfWords =
    Int(Relation.subject.rawValue)..<Int(Relation.other.rawValue) + 1
}
