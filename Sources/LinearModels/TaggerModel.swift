private import CTaggerWeights

/// The tagger's weights: one row of 32 small integers a feature, and the tag of words that have one.
///
/// File layout, little-endian: `ATG1`, counts of rows and of words as UInt32, the rows' keys, the
/// words' keys, the rows of Int8, the words' tags of UInt8.
package struct TaggerModel: Sendable {
  /// 32 weights, two to a lane (`WeightSum`).
  typealias Row = SIMD16<Int16>

  private let slots: [UInt32]
  private let rowOfSlot: [Int32]
  private let mask: Int
  private let rows: [Row]
  private let words: [UInt32: UInt8]

  /// Reads weights; nil where the bytes are no such file.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    func number(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard bytes.count >= 12, number(0) == Self.magic else { return nil }
    let rowCount = Int(number(4))
    let wordCount = Int(number(8))
    let rowStart = 12 + 4 * (rowCount + wordCount)
    guard bytes.count == rowStart + 32 * rowCount + wordCount else { return nil }
    var size = 1024
    while size < 2 * rowCount { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    var rowOfSlot = [Int32](repeating: -1, count: size)
    var rows: [Row] = []
    rows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let key = number(12 + 4 * row)
      var slot = Int(key) & (size - 1)
      while rowOfSlot[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = key
      rowOfSlot[slot] = Int32(row)
      rows.append(bytes.loadUnaligned(fromByteOffset: rowStart + 32 * row, as: Row.self))
    }
    var words: [UInt32: UInt8] = [:]
    words.reserveCapacity(wordCount)
    for word in 0..<wordCount {
      words[number(12 + 4 * (rowCount + word))] = bytes[rowStart + 32 * rowCount + word]
    }
    self.slots = slots
    self.rowOfSlot = rowOfSlot
    self.mask = size - 1
    self.rows = rows
    self.words = words
  }

  /// The bytes `ATG1`.
  package static let magic: UInt32 = 0x3147_5441

  /// The weights compiled into the program; read once.
  package static func compiledIn() -> TaggerModel { compiled }

  private static let compiled: TaggerModel = {
    let bytes = UnsafeRawBufferPointer(
      start: assay_tagger_weights(), count: Int(assay_tagger_weights_size()))
    guard let model = TaggerModel(bytes) else {
      preconditionFailure("the tagger's weights are compiled in whole")
    }
    return model
  }()

  private func row(_ key: UInt32) -> Row? {
    var slot = Int(key) & mask
    while rowOfSlot[slot] >= 0 {
      if slots[slot] == key { return rows[Int(rowOfSlot[slot])] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of the likeliest tag under some features; the first of equal ones.
  package func best(_ features: [UInt32]) -> UInt8 {
    var sum = WeightSum<Row>()
    for feature in features {
      if let row = row(feature) { sum.add(row) }
    }
    return UInt8(sum.greatest(of: 0..<32))
  }

  /// The number of the tag of a word that nearly always has the same.
  package func tag(ofWord word: UInt32) -> UInt8? { words[word] }
}
