/// Floats in rows, one row after the other.
struct Matrix: Sendable {
  let rows: Int
  let columns: Int
  var values: [Float]

  init(rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == rows * columns)
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// A matrix of zeros.
  init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, values: [Float](repeating: 0, count: rows * columns))
  }

  func row(_ index: Int) -> ArraySlice<Float> {
    values[(index * columns)..<((index + 1) * columns)]
  }

  /// The rows at `indices`, in that order.
  func gathered(_ indices: [Int]) -> Matrix {
    var out: [Float] = []
    out.reserveCapacity(indices.count * columns)
    for index in indices { out += row(index) }
    return Matrix(rows: indices.count, columns: columns, values: out)
  }
}
