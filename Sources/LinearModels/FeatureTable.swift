/// Rows of small weights, two to a lane (`WeightSum`), under the hashes of features: open addressing, at most half full.
///
/// A feature without a row weighs nothing.
struct FeatureTable<Row: SIMD & Sendable>: Sendable where Row.Scalar == Int16 {
  /// The key of each slot, 0 where it is free.
  private var keys: [UInt32]
  private var rows: [Row]
  private let mask: Int

  /// - Parameter count: How many rows will be put in.
  init(count: Int) {
    var size = 1024
    while size < 2 * count { size *= 2 }
    keys = [UInt32](repeating: 0, count: size)
    rows = [Row](repeating: .zero, count: size)
    mask = size - 1
  }

  mutating func put(_ row: Row, at key: UInt32) {
    var slot = Int(key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    rows[slot] = row
  }

  /// Adds up the rows of some features.
  func sum(_ features: UnsafeMutablePointer<UInt32>, count: Int) -> WeightSum<Row> {
    var sum = WeightSum<Row>()
    for index in 0..<count {
      if let row = self[features[index]] { sum.add(row) }
    }
    return sum
  }

  /// - Parameter key: As `FeatureHash` makes it, never 0.
  subscript(key: UInt32) -> Row? {
    var slot = Int(key) & mask
    while true {
      let found = keys[slot]
      if found == key { return rows[slot] }
      if found == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}
