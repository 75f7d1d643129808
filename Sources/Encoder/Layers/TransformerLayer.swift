/// One layer: every piece attends to every piece of its window, then each is worked on alone.
struct TransformerLayer: Sendable {
  private let keys: PackedLinear
  private let mixed: PackedLinear
  private let mixedNorm: LayerNorm
  private let inner: PackedLinear
  private let outer: PackedLinear
  private let outerNorm: LayerNorm

  init(number: Int, in file: WeightsFile) throws(EncoderError) {
    let name = "layers.\(number)"
    let width = EncoderShape.width
    keys = try PackedLinear("\(name).qkv", inputs: width, outputs: 3 * width, in: file)
    mixed = try PackedLinear("\(name).mixed", inputs: width, outputs: width, in: file)
    mixedNorm = try LayerNorm("\(name).mixed_norm", width: width, in: file)
    inner = try PackedLinear("\(name).inner", inputs: width, outputs: EncoderShape.inner, in: file)
    outer = try PackedLinear("\(name).outer", inputs: EncoderShape.inner, outputs: width, in: file)
    outerNorm = try LayerNorm("\(name).outer_norm", width: width, in: file)
  }

  /// The states of all pieces after this layer.
  func callAsFunction(_ x: Matrix) -> Matrix { worked(x, places: Array(0..<x.rows), of: x) }

  /// The states after this layer of the pieces at `places` alone, for what comes after the last layer.
  func callAsFunction(_ x: Matrix, at places: [Int]) -> Matrix {
    worked(x, places: places, of: x.gathered(places))
  }

  private func worked(_ x: Matrix, places: [Int], of own: Matrix) -> Matrix {
    var states = mixed(
      Kernels.attend(keys(x), places: places, heads: EncoderShape.attentionHeads))
    add(own, to: &states)
    mixedNorm.apply(to: &states)
    var hidden = inner(states)
    Kernels.gelu(&hidden.values)
    var out = outer(hidden)
    add(states, to: &out)
    outerNorm.apply(to: &out)
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
