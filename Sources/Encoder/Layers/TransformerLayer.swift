/// One layer: every piece attends to every piece of its window, then each is worked on alone.
struct TransformerLayer: Sendable {
  private let keys: Linear
  private let mixed: Linear
  private let mixedNorm: LayerNorm
  private let inner: Linear
  private let outer: Linear
  private let outerNorm: LayerNorm

  init(number: Int, in file: WeightsFile) throws(EncoderError) {
    let name = "layers.\(number)"
    let width = EncoderShape.width
    keys = try Linear("\(name).qkv", inputs: width, outputs: 3 * width, in: file)
    mixed = try Linear("\(name).mixed", inputs: width, outputs: width, in: file)
    mixedNorm = try LayerNorm("\(name).mixed_norm", width: width, in: file)
    inner = try Linear("\(name).inner", inputs: width, outputs: EncoderShape.inner, in: file)
    outer = try Linear("\(name).outer", inputs: EncoderShape.inner, outputs: width, in: file)
    outerNorm = try LayerNorm("\(name).outer_norm", width: width, in: file)
  }

  func apply(to x: inout Matrix) {
    add(mixed(attended(x)), to: &x)
    mixedNorm.apply(to: &x)
    var hidden = inner(x)
    Activation.gelu(&hidden.values)
    add(outer(hidden), to: &x)
    outerNorm.apply(to: &x)
  }

  /// What each piece takes from the others, by `attentionHeads` heads side by side.
  private func attended(_ x: Matrix) -> Matrix {
    let width = EncoderShape.width
    let each = width / EncoderShape.attentionHeads
    let packed = keys(x)
    var out = Matrix(rows: x.rows, columns: width)
    let stride = (x.rows + 7) / 8 * 8
    var scores = [Float](repeating: 0, count: x.rows * stride)
    for head in 0..<EncoderShape.attentionHeads {
      let query = MatrixProduct.View(offset: head * each, stride: 3 * width)
      let key = MatrixProduct.View(offset: width + head * each, stride: 3 * width)
      let value = MatrixProduct.View(offset: 2 * width + head * each, stride: 3 * width)
      MatrixProduct.multiply(
        packed.values, query, packed.values, key, transposed: true,
        rows: x.rows, columns: x.rows, inner: each, scale: 1 / Float(each).squareRoot(),
        into: &scores, .init(stride: stride))
      Activation.softmax(&scores, rows: x.rows, columns: x.rows, stride: stride)
      MatrixProduct.multiply(
        scores, .init(stride: stride), packed.values, value, transposed: false,
        rows: x.rows, columns: each, inner: x.rows,
        into: &out.values, .init(offset: head * each, stride: width))
    }
    return out
  }

  private func add(_ other: Matrix, to x: inout Matrix) {
    other.values.withUnsafeBufferPointer { other in
      x.values.withUnsafeMutableBufferPointer { x in
        for index in x.indices { x[index] += other[index] }
      }
    }
  }
}
