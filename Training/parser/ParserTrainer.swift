import ClaimEngine
import LinearModels
import TestSupport
import TrainingSupport

/// Trains the parser's moves with a dynamic oracle, and the names of its arcs on gold trees.
struct ParserTrainer {
  private var moves = AveragedWeights(width: 3)
  private var relations = AveragedWeights(width: 32)
  private var moveKeys = [UInt32](repeating: 0, count: MoveFeatures.count)
  private var relationKeys = [UInt32](repeating: 0, count: RelationFeatures.count)
  private var moveScores = [Float](repeating: 0, count: 3)
  private var relationScores = [Float](repeating: 0, count: 32)
  private var words = ParserWords()

  /// One pass over a sentence.
  ///
  /// - Parameter explores: Whether to go on from the move that was guessed, even where it is wrong, nine times in ten.
  /// - Returns: How many moves were wrong.
  mutating func learn(
    from sentence: TreebankSentence, explores: Bool, using generator: inout SeededGenerator
  ) -> Int {
    words.read(sentence.text.tokens.indices, of: sentence.text)
    let costs = MoveCosts(heads: sentence.heads)
    var state = ParserState(count: sentence.heads.count)
    var errors = 0
    while !state.isFinished {
      let allowed = ParserState.Move.allCases.filter(state.allows)
      guard allowed.count > 1 else {
        state.apply(allowed[0])
        continue
      }
      moveKeys.withUnsafeMutableBufferPointer { keys in
        if let keys = keys.baseAddress { MoveFeatures.write(state, words, into: keys) }
      }
      moves.score(moveKeys, into: &moveScores)
      moves.tick()
      let ranked = allowed.sorted { moveScores[$0.rawValue] > moveScores[$1.rawValue] }
      let prices = ranked.map { costs.cost(of: $0, in: state) }
      let least = prices.min() ?? 0
      let truth = prices.firstIndex(of: least) ?? 0
      var next = ranked[truth]
      if prices[0] > least {
        errors += 1
        moves.update(moveKeys, up: ranked[truth].rawValue, down: ranked[0].rawValue)
        if explores, UInt8.random(in: 0..<10, using: &generator) > 0 { next = ranked[0] }
      }
      state.apply(next)
    }
    learnRelations(sentence)
    return errors
  }

  private mutating func learnRelations(_ sentence: TreebankSentence) {
    var place = RelationFeatures.Place(words, heads: sentence.heads)
    for word in sentence.heads.indices {
      if sentence.heads[word] < 0 {
        place.give(.root, to: word)
        continue
      }
      if words.isMark(word) {
        place.give(.punctuation, to: word)
        continue
      }
      relationKeys.withUnsafeMutableBufferPointer { keys in
        if let keys = keys.baseAddress { RelationFeatures.write(place, word, into: keys) }
      }
      relations.score(relationKeys, into: &relationScores)
      relations.tick()
      let truth = Int(sentence.relations[word].rawValue)
      var guess = Int(Relation.subject.rawValue)
      for index in guess...Int(Relation.other.rawValue)
      where relationScores[index] > relationScores[guess] {
        guess = index
      }
      if guess != truth, truth != 0 { relations.update(relationKeys, up: truth, down: guess) }
      place.give(Relation(rawValue: UInt8(guess)) ?? .other, to: word)
    }
  }

  /// The file of the strongest rows, averaged and rounded.
  func file(moves moveLimit: Int, relations relationLimit: Int) -> [UInt8] {
    let moves = moves.rounded(keeping: moveLimit)
    let relations = relations.rounded(keeping: relationLimit)
    print("moves: \(self.moves.count) rows, kept \(moves.count)")
    print("relations: \(self.relations.count) rows, kept \(relations.count)")
    var bytes: [UInt8] = []
    func put(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    put(ParserModel.magic)
    put(UInt32(moves.count))
    put(UInt32(relations.count))
    for entry in moves { put(entry.key) }
    for entry in relations { put(entry.key) }
    for entry in moves { bytes += (entry.row + [0]).map { UInt8(bitPattern: $0) } }
    for entry in relations { bytes += entry.row.map { UInt8(bitPattern: $0) } }
    return bytes
  }
}
