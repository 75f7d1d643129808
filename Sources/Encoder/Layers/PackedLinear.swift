/// A matrix product and a bias with weights of a byte each: `y = x * weightᵀ + bias`.
///
/// The layers' large products are of whole numbers: the weights as they lie in the file, and `x` rounded to 16 bits a row.
/// That is as near to the product of floats as the last bits of a float, and every processor gives the same.
struct PackedLinear: Sendable {
  private let weights: PackedWeights
  private let bias: [Float]

  init(_ name: String, inputs: Int, outputs: Int, in file: WeightsFile) throws(EncoderError) {
    weights = try file.quantised("\(name).weight", rows: outputs, columns: inputs).packed()
    bias = try file.vector("\(name).bias", count: outputs)
  }

  func callAsFunction(_ x: Matrix) -> Matrix { weights.product(x, bias: bias) }
}
