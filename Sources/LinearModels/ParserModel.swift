private import CParserWeights

/// The parser's weights: a row of three small integers a feature of a state, one of 32 a feature of an arc.
///
/// File layout, little-endian: `APR1`, counts of move rows and relation rows as UInt32, the keys of both, the move rows
/// of four Int8 (shift, left, right, nothing), the relation rows of 32 Int8 in the order of `Relation`.
package struct ParserModel: Sendable {
  private let moves: FeatureTable<SIMD2<Int16>>
  private let relations: FeatureTable<SIMD16<Int16>>

  /// Reads weights; nil where the bytes are no such file.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard bytes.count >= 12, number(0) == Self.magic else { return nil }
    let (moveCount, relationCount) = (Int(number(4)), Int(number(8)))
    let moveStart = 12 + 4 * (moveCount + relationCount)
    let relationStart = moveStart + 4 * moveCount
    guard bytes.count == relationStart + 32 * relationCount else { return nil }
    var moves = FeatureTable<SIMD2<Int16>>(count: moveCount)
    for row in 0..<moveCount {
      moves.put(
        bytes.loadUnaligned(fromByteOffset: moveStart + 4 * row, as: SIMD2<Int16>.self),
        at: number(12 + 4 * row))
    }
    var relations = FeatureTable<SIMD16<Int16>>(count: relationCount)
    for row in 0..<relationCount {
      relations.put(
        bytes.loadUnaligned(fromByteOffset: relationStart + 32 * row, as: SIMD16<Int16>.self),
        at: number(12 + 4 * (moveCount + row)))
    }
    self.moves = moves
    self.relations = relations
  }

  /// The bytes `APR1`.
  package static let magic: UInt32 = 0x3152_5041

  /// The weights compiled into the program; read once.
  package static func compiledIn() -> ParserModel { compiled }

  private static let compiled: ParserModel = {
    let bytes = UnsafeRawBufferPointer(
      start: assay_parser_weights(), count: Int(assay_parser_weights_size()))
    guard let model = ParserModel(bytes) else {
      preconditionFailure("the parser's weights are compiled in whole")
    }
    return model
  }()

  /// The weights of the three moves under some features; the fourth is nothing.
  package func moveScores(_ keys: UnsafeMutablePointer<UInt32>, count: Int) -> SIMD4<Int16> {
    let sum = moves.sum(keys, count: count)
    return SIMD4(sum[0], sum[1], sum[2], sum[3])
  }

  /// The number of the likeliest relation, one of some; the first of equal ones.
  package func relation(
    _ keys: UnsafeMutablePointer<UInt32>, count: Int, among relations: Range<Int>
  ) -> Int {
    self.relations.sum(keys, count: count).greatest(of: relations)
  }
}
