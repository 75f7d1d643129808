/// Exponentials over many floats at once, to about 2 units in the last place.
enum Activation {
  /// e^x for x in about -87 to 88; what lies outside is moved to the end of the range.
  ///
  /// x = n ln 2 + r with a whole n: e^r by its Taylor polynomial on |r| <= ln 2 / 2, times 2^n put into the exponent.
  @inline(__always)
  static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
    typealias Lanes = SIMD8<Float>
    let low = x.replacing(with: -87, where: x .< -87)
    let bounded = low.replacing(with: 88, where: low .> 88)
    // Adding 1.5 * 2^23 leaves the whole part in the low bits.
    let shifted = bounded * 1.442_695_04 + Lanes(repeating: 12_582_912)
    let whole = shifted - 12_582_912
    let rest = (bounded - whole * 0.693_359_375) + whole * 2.121_944_4e-4
    var power = Lanes(repeating: 1.388_888_9e-3)
    power = power * rest + 8.333_333_3e-3
    power = power * rest + 4.166_666_7e-2
    power = power * rest + 0.166_666_67
    power = power * rest + 0.5
    power = power * rest + 1
    power = power * rest + 1
    let exponent = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
    let scale = unsafeBitCast((exponent &+ 127) &<< 23, to: Lanes.self)
    return power * scale
  }

  /// The logarithm of the softmax of each row, for the few values of a head.
  static func logSoftmax(_ x: inout Matrix) {
    for row in 0..<x.rows {
      let range = (row * x.columns)..<((row + 1) * x.columns)
      let top = x.values[range].max() ?? 0
      var sum: Float = 0
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
        var lanes = SIMD8<Float>(repeating: -.infinity)
        let count = min(8, range.upperBound - start)
        for lane in 0..<count { lanes[lane] = x.values[start + lane] - top }
        let powers = exp(lanes)
        for lane in 0..<count { sum += powers[lane] }
      }
      let normaliser = top + logarithm(sum)
      for index in range { x.values[index] -= normaliser }
    }
  }

  /// The natural logarithm of a positive number: the exponent, then a series in (m - 1) / (m + 1) for the mantissa.
  static func logarithm(_ x: Float) -> Float {
    var mantissa = Double(x.significand)
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var series = 0.0
    for odd in stride(from: 13, through: 1, by: -2) { series = series * square + 1 / Double(odd) }
    return Float(exponent * 0.693_147_180_559_945_3 + 2 * ratio * series)
  }
}
