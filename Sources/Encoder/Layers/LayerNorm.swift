/// Scales each row to mean 0 and variance 1, then by what was learned.
struct LayerNorm: Sendable {
  private static let epsilon: Float = 1e-12
  let weight: [Float]
  let bias: [Float]

  init(_ name: String, width: Int, in file: WeightsFile) throws(EncoderError) {
    weight = try file.vector("\(name).weight", count: width)
    bias = try file.vector("\(name).bias", count: width)
  }

  func apply(to x: inout Matrix) {
    let width = x.columns
    precondition(width == weight.count && width % 8 == 0)
    let rows = x.rows
    x.values.withUnsafeMutableBytes { x in
      weight.withUnsafeBytes { weight in
        bias.withUnsafeBytes { bias in
          for row in 0..<rows {
            let first = 4 * row * width
            var sum = SIMD8<Float>.zero
            for at in stride(from: 0, to: 4 * width, by: 32) {
              sum += x.loadUnaligned(fromByteOffset: first + at, as: SIMD8<Float>.self)
            }
            let mean = sum.sum() / Float(width)
            var squares = SIMD8<Float>.zero
            for at in stride(from: 0, to: 4 * width, by: 32) {
              let value = x.loadUnaligned(fromByteOffset: first + at, as: SIMD8<Float>.self) - mean
              squares += value * value
            }
            let scale = 1 / (squares.sum() / Float(width) + Self.epsilon).squareRoot()
            for at in stride(from: 0, to: 4 * width, by: 32) {
              let value = x.loadUnaligned(fromByteOffset: first + at, as: SIMD8<Float>.self) - mean
              let learned = weight.loadUnaligned(fromByteOffset: at, as: SIMD8<Float>.self)
              let shift = bias.loadUnaligned(fromByteOffset: at, as: SIMD8<Float>.self)
              x.storeBytes(
                of: value * scale * learned + shift, toByteOffset: first + at,
                as: SIMD8<Float>.self)
            }
          }
        }
      }
    }
  }
}
