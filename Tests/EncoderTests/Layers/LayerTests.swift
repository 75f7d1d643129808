import Testing

@testable import Encoder

@Suite("layers by hand")
struct LayerTests {
  @Test("a linear layer multiplies by each row of its weights and adds the bias")
  func linear() throws {
    var writer = WeightsWriter()
    writer.add("l.weight", scales: [1, 0.5], quants: [[1, 2, 3], [4, 0, -4]])
    writer.add("l.bias", floats: [10, 20])
    try WeightsWriter.read(writer.file) { file in
      let layer = try Linear("l", inputs: 3, outputs: 2, in: file)
      let y = layer(Matrix(rows: 2, columns: 3, values: [1, 1, 1, 2, 0, 1]))
      #expect(y.values == [16, 20, 15, 22])
      #expect(layer(Matrix(rows: 0, columns: 3)).values.isEmpty)
    }
  }

  @Test("a norm gives each row mean 0 and variance 1 before what was learned")
  func norm() throws {
    var writer = WeightsWriter()
    writer.add("n.weight", floats: [Float](repeating: 2, count: 16))
    writer.add("n.bias", floats: [Float](repeating: 1, count: 16))
    try WeightsWriter.read(writer.file) { file in
      var x = Matrix(
        rows: 2, columns: 16, values: (0..<16).map(Float.init) + (0..<16).map { Float($0 % 2) })
      try LayerNorm("n", width: 16, in: file).apply(to: &x)
      #expect(abs(x.row(0).reduce(0, +) - 16) < 1e-4)
      #expect(abs(x.row(0).map { ($0 - 1) * ($0 - 1) }.reduce(0, +) - 64) < 1e-3)
      #expect(x.row(1).enumerated().allSatisfy { abs($1 - ($0 % 2 == 0 ? -1 : 3)) < 1e-5 })
    }
  }

  @Test("a product of views reads and writes between other values")
  func views() {
    let a: [Float] = [9, 1, 2, 9, 3, 4]
    let b: [Float] = [1, 0, 0, 1]
    var out: [Float] = [0, 0, 7, 0, 0, 7]
    MatrixProduct.multiply(
      a, .init(offset: 1, stride: 3), b, .init(stride: 2), transposed: false,
      rows: 2, columns: 2, inner: 2, scale: 2, into: &out, .init(stride: 3))
    #expect(out == [2, 4, 7, 6, 8, 7])
  }
}
