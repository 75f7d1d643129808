import ClaimEngine
import Glibc
import TestSupport

/// Logistic regression over hashed features, by AdaGrad with averaged weights.
struct SentenceTrainer {
  /// How much more a gap counts where no mark stands and no sentence begins: to cut a clause in two is worse than
  /// to leave a heading with what follows it.
  private static let caution: Float = 4

  /// The low bits of a hash name a slot of the file, eight more its fingerprint.
  let slotBits: UInt32
  private var examples: [Example] = []
  private var uses: [UInt32]

  private struct Example {
    let features: [UInt32]
    let isStart: Bool
    let weight: Float
  }

  init(slotBits: UInt32) {
    self.slotBits = slotBits
    uses = [UInt32](repeating: 0, count: 1 << (slotBits + 8))
  }

  var exampleCount: Int { examples.count }

  /// Adds the gaps of a paragraph that rules leave open, each with the sentence before it as it truly began.
  mutating func add(_ paragraph: GoldParagraph, weight: Float, where isUsed: (Int) -> Bool) {
    let tokens = paragraph.text.tokens
    guard !tokens.isEmpty else { return }
    let gaps = SentenceGaps(tokens[...], in: paragraph.text.bytes)
    var features = [UInt32](repeating: 0, count: SentenceGaps.featureCount)
    var start = 0
    for gap in tokens.indices.dropFirst() {
      let isStart = paragraph.starts.contains(gap)
      if gaps.verdict(gap, from: start) == .open, isUsed(gap) {
        gaps.write(gap, from: start, into: &features)
        let keys = features.map { $0 & (1 << (slotBits + 8) - 1) }
        for key in keys { uses[Int(key)] += 1 }
        let last = tokens[gap - 1]
        let isBare = last.mark == .none && !last.shape.contains(.endsInPeriod) && !isStart
        examples.append(
          Example(
            features: keys, isStart: isStart, weight: isBare ? weight * Self.caution : weight))
      }
      if isStart { start = gap }
    }
  }

  /// Trains from several seeds, averages, and gives the file of weights; features used once are left out.
  func weights(epochs: Int, rate: Float, decay: Float, seeds: ClosedRange<UInt64>) -> [UInt8] {
    let known = examples.map { $0.features.filter { uses[Int($0)] > 1 }.map(Int.init) }
    var totals = [Float](repeating: 0, count: uses.count)
    for seed in seeds {
      var weights = [Float](repeating: 0, count: uses.count)
      var squares = [Float](repeating: 1e-6, count: uses.count)
      var order = Array(examples.indices)
      var generator = SeededGenerator(seed: seed)
      for epoch in 1...epochs {
        order.shuffle(using: &generator)
        var loss: Float = 0
        for index in order {
          let sum = known[index].reduce(Float(0)) { $0 + weights[$1] }
          let chance = 1 / (1 + exp(-sum))
          let error = chance - (examples[index].isStart ? 1 : 0)
          loss -= log(max(1 - abs(error), 1e-9))
          for key in known[index] {
            let slope = error * examples[index].weight + decay * weights[key]
            squares[key] += slope * slope
            weights[key] -= rate * slope / squares[key].squareRoot()
          }
        }
        if epoch * 2 > epochs {
          for key in weights.indices { totals[key] += weights[key] }
        }
        print("seed \(seed), epoch \(epoch): loss \(loss / Float(order.count))")
      }
    }
    return file(of: totals)
  }

  /// One feature a slot, the one that matters most; its weight rounded to 8 bits.
  private func file(of weights: [Float]) -> [UInt8] {
    var owner = [Int](repeating: -1, count: 1 << slotBits)
    func importance(_ key: Int) -> Float { abs(weights[key]) * Float(uses[key]).squareRoot() }
    for key in weights.indices where weights[key] != 0 {
      let slot = key & (owner.count - 1)
      if owner[slot] < 0 || importance(key) > importance(owner[slot]) { owner[slot] = key }
    }
    let greatest = weights.reduce(Float(0)) { max($0, abs($1)) }
    var bytes = SentenceModel.magic
    var kept = 0
    for key in owner {
      let weight =
        key < 0 ? 0 : Int8((weights[key] / greatest * 127).rounded(.toNearestOrAwayFromZero))
      if weight != 0 { kept += 1 }
      bytes.append(weight == 0 ? 0 : UInt8(truncatingIfNeeded: key >> Int(slotBits)))
      bytes.append(UInt8(bitPattern: weight))
    }
    print("features \(weights.count { $0 != 0 }), kept \(kept)")
    return bytes
  }
}
