/// A matrix product and a bias: `y = x * weightᵀ + bias`.
struct Linear: Sendable {
  let weight: Matrix
  let bias: [Float]

  init(
    _ name: String, inputs: Int, outputs: Int, in file: WeightsFile
  ) throws(EncoderError) {
    weight = try file.matrix("\(name).weight", rows: outputs, columns: inputs)
    bias = try file.vector("\(name).bias", count: outputs)
  }

  var outputs: Int { weight.rows }

  func callAsFunction(_ x: Matrix) -> Matrix {
    var values: [Float] = []
    values.reserveCapacity(x.rows * outputs)
    for _ in 0..<x.rows { values += bias }
    MatrixProduct.multiply(
      x.values, .init(stride: x.columns), weight.values, .init(stride: weight.columns),
      transposed: true, rows: x.rows, columns: outputs, inner: x.columns, adding: true,
      into: &values, .init(stride: outputs))
    return Matrix(rows: x.rows, columns: outputs, values: values)
  }
}
