private import CSentenceWeights

/// The splitter's weights: a table in which a feature's hash finds one small integer.
///
/// File layout: `ASE1`, then two bytes for each of a power of two of slots: a fingerprint of the feature that has the
/// slot, and its weight as Int8. The low bits of a hash name the slot, the eight bits above them the fingerprint.
package struct SentenceModel: Sendable {
  /// The bytes of the slots, two and two.
  private let slots: [UInt8]
  private let bits: UInt32

  package static let magic: [UInt8] = Array("ASE1".utf8)

  /// Reads weights; nil where the bytes are no such file.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    let count = (bytes.count - 4) / 2
    guard bytes.count > 4, count.nonzeroBitCount == 1, count <= 1 << 24,
      bytes.count == 4 + 2 * count,
      bytes.prefix(4).elementsEqual(Self.magic)
    else { return nil }
    slots = Array(bytes.dropFirst(4))
    bits = UInt32(count.trailingZeroBitCount)
  }

  /// The weights compiled into the program.
  package static func compiledIn() -> SentenceModel {
    let bytes = UnsafeRawBufferPointer(
      start: assay_sentence_weights(), count: Int(assay_sentence_weights_size()))
    guard let model = SentenceModel(bytes) else {
      preconditionFailure("the splitter's weights are compiled in whole")
    }
    return model
  }

  /// The sum of the weights of some features; a boundary is more likely than not when it is above 0.
  func score(_ features: [UInt32]) -> Int32 {
    var sum: Int32 = 0
    for feature in features {
      let slot = 2 &* Int(feature & (1 << bits &- 1))
      if slots[slot] == UInt8(truncatingIfNeeded: feature >> bits) {
        sum &+= Int32(Int8(bitPattern: slots[slot &+ 1]))
      }
    }
    return sum
  }
}
