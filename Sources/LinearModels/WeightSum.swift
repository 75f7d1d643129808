/// The sum of rows of weights of 8 bits, which come two to a lane of 16: so whole rows are widened at once.
struct WeightSum<Lanes: SIMD> where Lanes.Scalar == Int16 {
  private var even = Lanes(repeating: 0)
  private var odd = Lanes(repeating: 0)

  /// Adds a row as it stands in a file, read little-endian.
  @inline(__always)
  mutating func add(_ row: Lanes) {
    even &+= (row &<< Lanes(repeating: 8)) &>> Lanes(repeating: 8)
    odd &+= row &>> Lanes(repeating: 8)
  }

  subscript(weight: Int) -> Int16 {
    weight.isMultiple(of: 2) ? even[weight / 2] : odd[weight / 2]
  }

  /// The number of the greatest weight among some; the first of equal ones.
  func greatest(of weights: Range<Int>) -> Int {
    var best = weights.lowerBound
    for weight in weights where self[weight] > self[best] { best = weight }
    return best
  }
}
