private import CAttributionWeights

/// The attribution tagger's weights: a row of eight small integers a feature, one a label, what label may follow which
/// at which kind of place, and how often words are cues.
///
/// File layout, little-endian: `AAT1`, counts of rows and of words as UInt32, the rows' keys, the words' keys, the joints
/// as 16 × 8 × 8 Int16 (place, label before, label), the rows of 8 Int8, the words' levels of UInt8.
package struct AttributionModel: Sendable {
  private let rows: FeatureTable<SIMD4<Int16>>
  private let jointRows: [SIMD8<Int32>]
  /// How often each word is part of a cue, from 0 to 5, by its key.
  package let levels: [UInt32: UInt8]

  /// Reads weights; nil where the bytes are no such file.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard bytes.count >= 12, number(0) == Self.magic else { return nil }
    let (rowCount, wordCount) = (Int(number(4)), Int(number(8)))
    let jointStart = 12 + 4 * (rowCount + wordCount)
    let rowStart = jointStart + 2 * 64 * Self.joints
    let levelStart = rowStart + 8 * rowCount
    guard bytes.count == levelStart + wordCount else { return nil }
    var rows = FeatureTable<SIMD4<Int16>>(count: rowCount)
    for row in 0..<rowCount {
      rows.put(
        bytes.loadUnaligned(fromByteOffset: rowStart + 8 * row, as: SIMD4<Int16>.self),
        at: number(12 + 4 * row))
    }
    var levels: [UInt32: UInt8] = [:]
    for word in 0..<wordCount {
      levels[number(12 + 4 * (rowCount + word))] = bytes[levelStart + word]
    }
    jointRows = (0..<8 * Self.joints).map { row in
      SIMD8<Int32>(
        truncatingIfNeeded: bytes.loadUnaligned(
          fromByteOffset: jointStart + 16 * row, as: SIMD8<Int16>.self))
    }
    self.rows = rows
    self.levels = levels
  }

  /// How many kinds of places there are.
  package static let joints = 16

  /// The bytes `AAT1`.
  package static let magic: UInt32 = 0x3154_4141

  /// The weights compiled into the program; read once.
  package static func compiledIn() -> AttributionModel { compiled }

  private static let compiled: AttributionModel = {
    let bytes = UnsafeRawBufferPointer(
      start: assay_attribution_weights(), count: Int(assay_attribution_weights_size()))
    guard let model = AttributionModel(bytes) else {
      preconditionFailure("the attribution tagger's weights are compiled in whole")
    }
    return model
  }()

  /// What each label weighs under some features.
  package func scores(_ keys: UnsafeMutablePointer<UInt32>, count: Int) -> SIMD8<Int32> {
    let sum = rows.sum(keys, count: count)
    var scores = SIMD8<Int32>.zero
    for label in 0..<8 { scores[label] = Int32(sum[label]) }
    return scores
  }

  /// What each label weighs after another at a kind of place.
  package func joint(_ place: Int, after label: Int) -> SIMD8<Int32> {
    jointRows[8 * place + label]
  }
}
