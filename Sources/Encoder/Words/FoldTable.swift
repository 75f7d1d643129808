/// Lower case without accents, scalar by scalar, from the table that the exporter wrote.
struct FoldTable: Sendable {
  private let scalars: [UInt32]
  private let ranges: [Range<Int>]
  private let bytes: [UInt8]

  init(in file: WeightsFile) throws(EncoderError) {
    let entries = try file.integers("folds")
    bytes = try file.bytes("folds.bytes")
    var scalars: [UInt32] = []
    var ranges: [Range<Int>] = []
    for at in stride(from: 0, to: entries.count - entries.count % 3, by: 3) {
      let start = Int(entries[at + 1])
      let end = start + Int(entries[at + 2])
      guard end <= bytes.count else { throw .cutShort(section: "folds") }
      scalars.append(entries[at])
      ranges.append(start..<end)
    }
    self.scalars = scalars
    self.ranges = ranges
  }

  /// Appends the folded UTF-8 of a scalar; gives how many scalars that is.
  func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) -> Int {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      return 1
    }
    guard let range = range(of: scalar.value) else {
      folded += UTF8.encode(scalar).map { Array($0) } ?? []
      return 1
    }
    folded += bytes[range]
    return bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  private func range(of value: UInt32) -> Range<Int>? {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < scalars.count && scalars[low] == value ? ranges[low] : nil
  }
}
