@testable import Encoder

/// Writes weights files section by section, whole or broken.
struct WeightsWriter {
  private var entries: [(name: String, kind: UInt8, rows: Int, columns: Int, body: [UInt8])] = []

  mutating func add(_ name: String, floats: [Float]) {
    entries.append((name, 0, 1, floats.count, floats.flatMap { Self.bytes($0.bitPattern) }))
  }

  mutating func add(_ name: String, scales: [Float], quants: [[Int8]]) {
    let body =
      scales.flatMap { Self.bytes($0.bitPattern) }
      + quants.flatMap { $0.map(UInt8.init(bitPattern:)) }
    entries.append((name, 1, quants.count, quants[0].count, body))
  }

  mutating func add(_ name: String, bytes: [UInt8]) {
    entries.append((name, 2, 1, bytes.count, bytes))
  }

  mutating func add(_ name: String, integers: [UInt32]) {
    entries.append((name, 3, 1, integers.count, integers.flatMap { Self.bytes($0) }))
  }

  var file: [UInt8] {
    var header = Array("ASSAYEN1".utf8) + Self.bytes(UInt32(entries.count))
    var body: [UInt8] = []
    let length = header.count + entries.reduce(0) { $0 + 18 + $1.name.utf8.count }
    for entry in entries {
      header += [UInt8(entry.name.utf8.count)] + Array(entry.name.utf8) + [entry.kind]
      header += Self.bytes(UInt32(entry.rows)) + Self.bytes(UInt32(entry.columns))
      header += Self.bytes(UInt64(length + body.count))
      body += entry.body
    }
    return header + body
  }

  /// Reads a file as weights.
  static func read<Value>(
    _ bytes: [UInt8], _ body: (WeightsFile) throws -> Value
  ) throws -> Value {
    try bytes.withUnsafeBytes { try body(WeightsFile($0)) }
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
