/// The sections of a weights file, found by name; Training/export.py describes the form.
///
/// Reading checks every offset against the file's length, so that no later access can leave it. Numbers are
/// little-endian, as every processor that the program runs on has them.
struct WeightsFile {
  private enum Kind: UInt8 {
    case floats, quantised, bytes, integers

    func byteCount(rows: Int, columns: Int) -> Int {
      switch self {
      case .floats, .integers: 4 * rows * columns
      case .quantised: 4 * rows + rows * columns
      case .bytes: rows * columns
      }
    }
  }

  private struct Section {
    let kind: Kind
    let rows: Int
    let columns: Int
    let offset: Int
  }

  private static let magic = Array("ASSAYEN1".utf8)

  private let bytes: UnsafeRawBufferPointer
  private var sections: [String: Section] = [:]

  init(_ bytes: UnsafeRawBufferPointer) throws(EncoderError) {
    self.bytes = bytes
    guard bytes.count >= 12, bytes.prefix(8).elementsEqual(Self.magic) else { throw .notWeights }
    var at = 12
    for _ in 0..<Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)) {
      guard at < bytes.count, at + 18 + Int(bytes[at]) <= bytes.count else { throw .notWeights }
      let nameEnd = at + 1 + Int(bytes[at])
      let name = String(decoding: bytes[(at + 1)..<nameEnd], as: UTF8.self)
      guard let kind = Kind(rawValue: bytes[nameEnd]) else { throw .notWeights }
      let rows = Int(bytes.loadUnaligned(fromByteOffset: nameEnd + 1, as: UInt32.self))
      let columns = Int(bytes.loadUnaligned(fromByteOffset: nameEnd + 5, as: UInt32.self))
      let offset = bytes.loadUnaligned(fromByteOffset: nameEnd + 9, as: UInt64.self)
      guard rows < 1 << 24, columns < 1 << 24, offset <= UInt64(bytes.count),
        kind.byteCount(rows: rows, columns: columns) <= bytes.count - Int(offset)
      else { throw .cutShort(section: name) }
      sections[name] = Section(kind: kind, rows: rows, columns: columns, offset: Int(offset))
      at = nameEnd + 17
    }
  }

  private func section(_ name: String, _ kind: Kind) throws(EncoderError) -> Section {
    guard let section = sections[name], section.kind == kind else { throw .missing(section: name) }
    return section
  }

  /// A vector of floats of the length that the caller expects.
  func vector(_ name: String, count: Int) throws(EncoderError) -> [Float] {
    let section = try section(name, .floats)
    guard section.rows * section.columns == count else {
      throw .wrongShape(
        section: name, found: [section.rows, section.columns], expected: [1, count])
    }
    return (0..<count).map {
      bytes.loadUnaligned(fromByteOffset: section.offset + 4 * $0, as: Float.self)
    }
  }

  /// A quantised matrix as it lies in the file; `rows` nil takes as many as there are.
  func quantised(
    _ name: String, rows: Int?, columns: Int
  ) throws(EncoderError) -> QuantisedMatrix {
    let section = try section(name, .quantised)
    guard section.rows == rows ?? section.rows, section.columns == columns else {
      throw .wrongShape(
        section: name, found: [section.rows, section.columns],
        expected: [rows ?? section.rows, columns])
    }
    let count = QuantisedMatrix.byteCount(rows: section.rows, columns: columns)
    return QuantisedMatrix(
      rows: section.rows, columns: columns,
      bytes: UnsafeRawBufferPointer(rebasing: bytes[section.offset..<(section.offset + count)]))
  }

  /// A quantised matrix widened to floats.
  func matrix(_ name: String, rows: Int, columns: Int) throws(EncoderError) -> Matrix {
    try quantised(name, rows: rows, columns: columns).widened()
  }

  func integers(_ name: String) throws(EncoderError) -> [UInt32] {
    let section = try section(name, .integers)
    return (0..<(section.rows * section.columns)).map {
      bytes.loadUnaligned(fromByteOffset: section.offset + 4 * $0, as: UInt32.self)
    }
  }

  func bytes(_ name: String) throws(EncoderError) -> [UInt8] {
    let section = try section(name, .bytes)
    return Array(bytes[section.offset..<(section.offset + section.rows * section.columns)])
  }
}
