import ClaimEngine
import LinearModels
import TrainingSupport

/// A linear-chain conditional random field, trained by AdaGrad one paragraph at a time.
struct AttributionTrainer {
  typealias Row = SIMD8<Float>

  /// A paragraph: the rows of each token's features, the kind of its place, and its label.
  struct Paragraph {
    var rows: [[Int32]] = []
    var joints: [Int] = []
    var labels: [Int] = []
  }

  private static let labels = AttributionLabel.allCases.count
  private var index = FeatureIndex()
  private var weights: [Row] = []
  private var squares: [Row] = []
  /// How many tokens have the feature.
  private var uses: [Int32] = []
  /// By place and label before.
  private var joints = [Row](repeating: .zero, count: 8 * AttributionModel.joints)
  private var jointSquares = [Row](repeating: .one, count: 8 * AttributionModel.joints)
  private let rate: Float
  private let decay: Float

  /// - Parameters:
  ///   - rate: How far a first step goes.
  ///   - decay: How much of its weight each row loses in one pass over all paragraphs (L2), whatever its frequency.
  init(rate: Float, decay: Float) {
    self.rate = rate
    self.decay = decay
  }

  /// Makes a row for each feature that is seen often enough.
  mutating func admit(_ counts: FeatureCounts, _ keys: [UInt32]) {
    for key in keys where counts[key] >= 4 && index[key] == nil {
      index[key] = weights.count
      weights.append(.zero)
      squares.append(.one)
      uses.append(0)
    }
  }

  /// The rows of a token's features; each is noted to have been used once more.
  mutating func rows(of keys: [UInt32]) -> [Int32] {
    let rows = keys.compactMap { index[$0].map(Int32.init) }
    for row in rows { uses[Int(row)] += 1 }
    return rows
  }

  /// One step towards the labels of a paragraph; returns their negative log-likelihood.
  mutating func learn(from paragraph: Paragraph) -> Double {
    let count = paragraph.labels.count
    let emitted = paragraph.rows.map { rows in
      rows.reduce(into: Row.zero) { $0 += weights[Int($1)] }
    }
    let exponents = emitted.map { Self.exponential($0 - Row(repeating: Self.greatest($0))) }
    let steps = joints.enumerated().map { number, row in
      Self.exponential(row) * Self.allowed[number % 8]
    }
    var forward = [Row](repeating: .zero, count: count)
    var loss = 0.0
    for token in 0..<count {
      var here = Row.zero
      if token == 0 {
        here = Self.begins * exponents[0]
      } else {
        for label in 0..<Self.labels {
          here += steps[8 * paragraph.joints[token] + label] * forward[token - 1][label]
        }
        here *= exponents[token]
      }
      let sum = here.sum()
      loss += Double(logarithm(sum) + Self.greatest(emitted[token]))
      forward[token] = here / sum
    }
    var backward = Row.one
    var gradient = [Row](repeating: .zero, count: count)
    var jointGradient: [Int: Row] = [:]
    for token in stride(from: count - 1, through: 0, by: -1) {
      var marginal = forward[token] * backward
      marginal /= marginal.sum()
      gradient[token] = -marginal
      gradient[token][paragraph.labels[token]] += 1
      loss -= Double(emitted[token][paragraph.labels[token]])
      guard token > 0 else { break }
      let inner = exponents[token] * backward
      var before = Row.zero
      var pairs = [Row](repeating: .zero, count: Self.labels)
      var sum: Float = 0
      for label in 0..<Self.labels {
        let row = steps[8 * paragraph.joints[token] + label] * inner
        before[label] = row.sum()
        pairs[label] = row * forward[token - 1][label]
        sum += pairs[label].sum()
      }
      for label in 0..<Self.labels {
        var row = -pairs[label] / sum
        if paragraph.labels[token - 1] == label {
          row[paragraph.labels[token]] += 1
          loss -= Double(joints[8 * paragraph.joints[token] + label][paragraph.labels[token]])
        }
        jointGradient[8 * paragraph.joints[token] + label, default: .zero] += row
      }
      backward = before / before.sum()
    }
    for token in 0..<count {
      for row in paragraph.rows[token] {
        let row = Int(row)
        let slope = gradient[token] - decay / Float(uses[row]) * weights[row]
        squares[row] += slope * slope
        weights[row] += rate * slope / squares[row].squareRoot()
      }
    }
    for (row, slope) in jointGradient {
      jointSquares[row] += slope * slope
      joints[row] += rate * slope / jointSquares[row].squareRoot()
    }
    return loss
  }

  /// The file of the strongest rows, rounded with one scale and without clipping.
  func file(keeping limit: Int, levels: [UInt32: UInt8]) -> [UInt8] {
    var kept = index.entries.map { entry -> (key: UInt32, row: Row, strength: Float) in
      let row = weights[entry.row]
      return (entry.key, row, (row * row).sum() * Float(uses[entry.row]).squareRoot())
    }
    kept.sort { ($0.strength, $0.key) > ($1.strength, $1.key) }
    kept = Array(kept.prefix(limit)).sorted { $0.key < $1.key }
    let greatest = kept.reduce(Float(1e-9)) {
      max($0, Self.greatest($1.row), Self.greatest(-$1.row))
    }
    print("rows \(weights.count), kept \(kept.count), greatest \(greatest), words \(levels.count)")
    func rounded(_ row: Row) -> SIMD8<Int16> {
      SIMD8<Int16>(
        truncatingIfNeeded: SIMD8<Int32>((row / greatest * 127).rounded(.toNearestOrAwayFromZero)))
    }
    var bytes: [UInt8] = []
    func put(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
    let words = levels.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    put(AttributionModel.magic)
    put(UInt32(kept.count))
    put(UInt32(words.count))
    for entry in kept { put(entry.key) }
    for word in words { put(word.key) }
    for row in joints {
      let row = rounded(row)
      for label in 0..<8 { withUnsafeBytes(of: row[label].littleEndian) { bytes += $0 } }
    }
    for entry in kept {
      let row = rounded(entry.row)
      for label in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: row[label])) }
    }
    bytes += words.map(\.value)
    return bytes
  }

  /// 1 for labels that may begin a paragraph.
  private static let begins: Row = row { $0.predecessors == nil }

  /// By label: 1 for those that may follow it.
  private static let allowed: [Row] = (0..<8).map { before in
    guard let before = AttributionLabel(rawValue: before) else { return .zero }
    return row { $0.predecessors?.contains(before) ?? true }
  }

  private static func row(_ isOne: (AttributionLabel) -> Bool) -> Row {
    var row = Row.zero
    for label in AttributionLabel.allCases where isOne(label) { row[label.rawValue] = 1 }
    return row
  }

  private static func greatest(_ row: Row) -> Float {
    (1..<labels).reduce(row[0]) { max($0, row[$1]) }
  }

  private static func exponential(_ row: Row) -> Row {
    var result = Row.zero
    for label in 0..<labels { result[label] = exponentialOf(row[label]) }
    return result
  }
}

/// How often each feature was seen, up to 255; by 24 bits of its key.
struct FeatureCounts {
  private var counts = [UInt8](repeating: 0, count: 1 << 24)

  mutating func add(_ keys: [UInt32]) {
    for key in keys where counts[Int(key >> 8)] < 255 { counts[Int(key >> 8)] += 1 }
  }

  subscript(key: UInt32) -> Int { Int(counts[Int(key >> 8)]) }
}
