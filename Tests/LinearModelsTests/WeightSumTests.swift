import TestSupport
import Testing

@testable import LinearModels

@Suite("sums of packed weights")
struct WeightSumTests {
  @Test("adds up as single numbers would", arguments: 0..<20 as Range<UInt64>)
  func adds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<40).map { _ in (0..<8).map { _ in Int8(truncatingIfNeeded: generator.next()) } }
    var sum = WeightSum<SIMD4<Int16>>()
    for row in rows { row.withUnsafeBytes { sum.add($0.loadUnaligned(as: SIMD4<Int16>.self)) } }
    let expected = (0..<8).map { place in rows.reduce(0) { $0 + Int16($1[place]) } }
    #expect((0..<8).map { sum[$0] } == expected)
    #expect(sum.greatest(of: 2..<8) == expected[2...].firstIndex(of: expected[2...].max() ?? 0))
  }
}
