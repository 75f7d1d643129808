import ClaimEngine
import LinearModels

/// An averaged perceptron over hashed features.
package struct TaggerTrainer {
  package let sentences: [TreebankSentence]
  private var rowOf: [UInt32: Int32] = [:]
  private var weights: [SIMD32<Float>] = []
  private var totals: [SIMD32<Float>] = []
  private var stamps: [Int32] = []
  private var updates: [Int32] = []
  private var clock: Int32 = 0
  private let dictionary: [UInt32: UInt8]
  private var features = [UInt32](repeating: 0, count: TagFeatures.count)

  package init(sentences: [TreebankSentence]) {
    self.sentences = sentences
    var counts: [UInt32: [UInt8: Int]] = [:]
    for sentence in sentences {
      for (token, tag) in zip(sentence.text.tokens, sentence.tags) where !token.isPunctuation {
        counts[WordFacts(token, in: sentence.text.bytes).word, default: [:]][
          tag.rawValue, default: 0] += 1
      }
    }
    var dictionary: [UInt32: UInt8] = [:]
    for (word, tags) in counts {
      let all = tags.values.reduce(0, +)
      if all >= 30, let best = tags.max(by: { $0.value < $1.value }),
        Double(best.value) >= 0.997 * Double(all)
      {
        dictionary[word] = best.key
      }
    }
    self.dictionary = dictionary
  }

  /// One pass over a sentence; returns how many words it tagged wrongly.
  package mutating func learn(from sentence: TreebankSentence) -> Int {
    let tokens = sentence.text.tokens
    let words = tokens.map { WordFacts($0, in: sentence.text.bytes) }
    func fact(_ place: Int) -> WordFacts {
      words.indices.contains(place) ? words[place] : WordFacts()
    }
    var previous: (UInt32, UInt32) = (99, 99)
    var errors = 0
    for place in tokens.indices {
      var tag = sentence.tags[place]
      if !tokens[place].isPunctuation {
        if let known = dictionary[words[place].word].flatMap({ Tag(rawValue: $0) }) {
          tag = known
        } else {
          TagFeatures.write(
            fact(place - 2), fact(place - 1), words[place], fact(place + 1), fact(place + 2),
            previousTags: previous, into: &features)
          let guess = best()
          clock += 1
          if guess != Int(tag.rawValue) {
            errors += 1
            update(Int(tag.rawValue), guess)
          }
          tag = Tag(rawValue: UInt8(guess)) ?? .nn
        }
      }
      previous = (Tagger.context(of: tag, tokens[place]), previous.0)
    }
    return errors
  }

  private func best() -> Int {
    var sum = SIMD32<Float>(repeating: 0)
    for feature in features {
      if let row = rowOf[feature] { sum += weights[Int(row)] }
    }
    var best = 0
    for tag in 1..<32 where sum[tag] > sum[best] { best = tag }
    return best
  }

  private mutating func update(_ truth: Int, _ guess: Int) {
    for feature in features {
      let row: Int
      if let known = rowOf[feature] {
        row = Int(known)
      } else {
        row = weights.count
        rowOf[feature] = Int32(row)
        weights.append(.zero)
        totals.append(.zero)
        stamps.append(clock)
        updates.append(0)
      }
      totals[row] += weights[row] * Float(clock - stamps[row])
      stamps[row] = clock
      updates[row] += 1
      weights[row][truth] += 1
      weights[row][guess] -= 1
    }
  }

  /// The file of the rows with the greatest weights, averaged and rounded to 8 bits.
  package func weights(keeping limit: Int) -> [UInt8] {
    var averaged: [(key: UInt32, row: SIMD32<Float>, strength: Float)] = []
    for (key, row) in rowOf where updates[Int(row)] > 2 {
      let index = Int(row)
      let sum = totals[index] + weights[index] * Float(clock - stamps[index])
      let mean = sum / Float(clock)
      averaged.append((key, mean, (mean * mean).sum() * Float(updates[index]).squareRoot()))
    }
    averaged.sort { ($0.strength, $0.key) > ($1.strength, $1.key) }
    averaged = Array(averaged.prefix(limit)).sorted { $0.key < $1.key }
    var greatest: Float = 0
    for entry in averaged {
      for tag in 0..<32 { greatest = max(greatest, abs(entry.row[tag])) }
    }
    var bytes: [UInt8] = []
    func put(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    put(TaggerModel.magic)
    put(UInt32(averaged.count))
    put(UInt32(dictionary.count))
    for entry in averaged { put(entry.key) }
    let words = dictionary.sorted { $0.key < $1.key }
    for word in words { put(word.key) }
    for entry in averaged {
      for tag in 0..<32 {
        let scaled = (entry.row[tag] / greatest * 127).rounded(.toNearestOrAwayFromZero)
        bytes.append(UInt8(bitPattern: Int8(scaled)))
      }
    }
    bytes += words.map(\.value)
    return bytes
  }
}
