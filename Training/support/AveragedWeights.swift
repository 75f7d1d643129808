/// The weights of an averaged perceptron: a row of one number a class for each feature that was ever wrong.
package struct AveragedWeights {
  /// How many classes there are.
  package let width: Int
  private var index = FeatureIndex()
  private var weights: [Float] = []
  /// By weight: the sum of its changes, each times the moment it came.
  private var moments: [Double] = []
  private var updates: [Int32] = []
  private var clock = 1.0

  package init(width: Int) { self.width = width }

  /// How many features have a row.
  package var count: Int { updates.count }

  /// Moves time on by one decision.
  package mutating func tick() { clock += 1 }

  /// Adds up the rows of some features.
  package func score(_ keys: [UInt32], into scores: inout [Float]) {
    for place in 0..<width { scores[place] = 0 }
    for key in keys {
      guard let row = index[key] else { continue }
      for place in 0..<width { scores[place] += weights[row * width + place] }
    }
  }

  /// Raises one class under some features and lowers another.
  package mutating func update(_ keys: [UInt32], up truth: Int, down guess: Int) {
    for key in keys {
      let row: Int
      if let known = index[key] {
        row = known
      } else {
        row = updates.count
        index[key] = row
        weights += repeatElement(0, count: width)
        moments += repeatElement(0, count: width)
        updates.append(0)
      }
      updates[row] += 1
      weights[row * width + truth] += 1
      moments[row * width + truth] += clock
      weights[row * width + guess] -= 1
      moments[row * width + guess] -= clock
    }
  }

  /// The averaged rows as small integers, in the order of their keys.
  ///
  /// Rows updated at most twice are left out, of the others the strongest are kept; one scale serves all, and nothing is
  /// clipped.
  package func rounded(keeping limit: Int) -> [(key: UInt32, row: [Int8])] {
    var averaged: [(key: UInt32, row: [Float], strength: Float)] = []
    for (key, row) in index.entries where updates[row] > 2 {
      let mean = (row * width..<(row + 1) * width).map { place in
        weights[place] - Float(moments[place] / clock)
      }
      let square = mean.reduce(0) { $0 + $1 * $1 }
      averaged.append((key, mean, square * Float(updates[row]).squareRoot()))
    }
    averaged.sort { ($0.strength, $0.key) > ($1.strength, $1.key) }
    averaged = Array(averaged.prefix(limit)).sorted { $0.key < $1.key }
    let greatest = averaged.reduce(0) { max($0, $1.row.reduce(0) { max($0, abs($1)) }) }
    return averaged.map { entry in
      (
        entry.key,
        entry.row.map { Int8(($0 / max(greatest, 1e-9) * 127).rounded(.toNearestOrAwayFromZero)) }
      )
    }
  }
}

/// Row numbers by feature key, in one open-addressed table that grows.
package struct FeatureIndex {
  private var keys = [UInt32](repeating: 0, count: 1 << 16)
  private var rows = [Int32](repeating: -1, count: 1 << 16)
  private var count = 0

  package init() {}

  package var entries: [(key: UInt32, row: Int)] {
    keys.indices.filter { rows[$0] >= 0 }.map { (keys[$0], Int(rows[$0])) }
  }

  package subscript(key: UInt32) -> Int? {
    get {
      let slot = self.slot(of: key)
      return rows[slot] < 0 ? nil : Int(rows[slot])
    }
    set {
      guard let newValue else { return }
      if 2 * count >= keys.count { grow() }
      let slot = self.slot(of: key)
      if rows[slot] < 0 { count += 1 }
      keys[slot] = key
      rows[slot] = Int32(newValue)
    }
  }

  private func slot(of key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int(key) & mask
    while rows[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = entries
    keys = [UInt32](repeating: 0, count: 2 * keys.count)
    rows = [Int32](repeating: -1, count: keys.count)
    for (key, row) in old {
      let slot = self.slot(of: key)
      keys[slot] = key
      rows[slot] = Int32(row)
    }
  }
}
