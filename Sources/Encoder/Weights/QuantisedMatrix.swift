/// A matrix of bytes with one scale a row, left where it lies in the weights file.
///
/// `@unchecked Sendable`: it only reads the constant memory of the program.
struct QuantisedMatrix: @unchecked Sendable {
  let rows: Int
  let columns: Int
  private let bytes: UnsafeRawBufferPointer

  static func byteCount(rows: Int, columns: Int) -> Int { 4 * rows + rows * columns }

  init(rows: Int, columns: Int, bytes: UnsafeRawBufferPointer) {
    precondition(bytes.count == Self.byteCount(rows: rows, columns: columns))
    self.rows = rows
    self.columns = columns
    self.bytes = bytes
  }

  /// Adds row `row`, widened, to the floats that begin at `offset`.
  func add(row: Int, to values: inout [Float], at offset: Int) {
    let scale = bytes.loadUnaligned(fromByteOffset: 4 * row, as: Float.self)
    let quants = bytes[(4 * rows + row * columns)...].prefix(columns)
    values.withUnsafeMutableBufferPointer { values in
      for (index, quant) in quants.enumerated() {
        values[offset + index] += scale * Float(Int8(bitPattern: quant))
      }
    }
  }

  /// The bytes in the order that the products read them.
  func packed() -> PackedWeights {
    PackedWeights(
      bytes[(4 * rows)...].map { Int8(bitPattern: $0) }, outputs: rows, inputs: columns,
      scales: (0..<rows).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) })
  }

  func widened() -> Matrix {
    let values = [Float](unsafeUninitializedCapacity: rows * columns) { values, count in
      for row in 0..<rows {
        let scale = bytes.loadUnaligned(fromByteOffset: 4 * row, as: Float.self)
        let first = 4 * rows + row * columns
        for column in 0..<columns {
          let quant = bytes.load(fromByteOffset: first + column, as: Int8.self)
          values[row * columns + column] = scale * Float(quant)
        }
      }
      count = rows * columns
    }
    return Matrix(rows: rows, columns: columns, values: values)
  }
}
