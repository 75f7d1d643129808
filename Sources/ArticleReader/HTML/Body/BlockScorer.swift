private import CPageWeights

/// Says of each block of a page how likely it belongs to the article: gradient-boosted trees over the
/// signals of `BlockFeatures`.
///
/// `Training/pages` makes the trees, `Docs/model-card-pages.md` tells from what, and the figures.
struct BlockScorer {
  /// A question about a column, or the worth of a leaf.
  private struct Node {
    /// The column that is asked; -1 in a leaf.
    let column: Int16
    /// The nodes to go on with, counted from the tree's first.
    let below: UInt16
    let above: UInt16
    /// What the column is compared with (`below` where it is no greater); in a leaf what it adds.
    let value: Float
  }

  private let nodes: [Node]
  /// Where each tree starts.
  private let roots: [Int]

  static let standard = BlockScorer()

  /// The bytes of a node: column, below, above (16 bits each) and value (a 32-bit float),
  /// little-endian.
  private static let width = 10
  /// The bytes before the first node: columns, trees and nodes in 32 bits each, then a 32-bit place
  /// for each tree.
  private static let head = 12

  private init() {
    let bytes = UnsafeRawBufferPointer(
      start: assay_page_weights(), count: assay_page_weights_size())
    func number(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    func short(_ place: Int) -> UInt16 {
      UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
    }
    guard bytes.count >= Self.head, number(0) == UInt32(BlockFeatures.columns) else {
      preconditionFailure("the weights of the page scorer are for other columns: train it again")
    }
    let (trees, count) = (Int(number(4)), Int(number(8)))
    let start = Self.head + trees * 4
    roots = (0..<trees).map { Int(number(Self.head + $0 * 4)) }
    nodes = (0..<count).map { node in
      let place = start + node * Self.width
      return Node(
        column: Int16(bitPattern: short(place)), below: short(place + 2), above: short(place + 4),
        value: Float(bitPattern: number(place + 6)))
    }
    // Asked without checks of bounds, which the weights must keep.
    for (tree, root) in roots.enumerated() {
      let end = tree + 1 < roots.count ? roots[tree + 1] : count
      precondition(root < end && end <= count)
      for place in root..<end where nodes[place].column >= 0 {
        let node = nodes[place]
        let next = Int(min(node.below, node.above))
        precondition(
          root + next > place && root + Int(max(node.below, node.above)) < end
            && Int(node.column) < BlockFeatures.columns)
      }
    }
  }

  /// The logarithms of the odds that blocks belong to the article, in the order of `units`.
  ///
  /// All blocks are asked by one tree before the next, whose nodes then are at hand.
  ///
  /// - Parameters:
  ///   - units: The numbers of the rows that are asked about.
  ///   - rows: The rows of `BlockFeatures`, one after the other.
  func scores(of units: [Int], in rows: [Float]) -> [Double] {
    let starts = units.map { $0 * BlockFeatures.columns }
    precondition(starts.allSatisfy { 0...(rows.count - BlockFeatures.columns) ~= $0 })
    var sums = [Double](repeating: 0, count: units.count)
    nodes.withUnsafeBufferPointer { nodes in
      rows.withUnsafeBufferPointer { rows in
        for root in roots {
          for (place, start) in starts.enumerated() {
            var node = nodes[root]
            // A tree's nodes point onward, so that this ends.
            while node.column >= 0 {
              let isBelow = rows[start + Int(node.column)] <= node.value
              node = nodes[root + Int(isBelow ? node.below : node.above)]
            }
            sums[place] += Double(node.value)
          }
        }
      }
    }
    return sums
  }
}
