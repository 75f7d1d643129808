import TestSupport
import Testing

@testable import LinearModels

@Suite("rows of weights by feature")
struct FeatureTableTests {
  @Test("gives back what was put in, and nothing else", arguments: [0, 1, 600, 5_000])
  func finds(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    var rows: [UInt32: SIMD2<Int16>] = [:]
    while rows.count < count {
      // Low bits alike, so that they want the same slots.
      let key = UInt32(truncatingIfNeeded: generator.next()) & 0xFFFF_000F | 1
      rows[key] = SIMD2(Int16(truncatingIfNeeded: generator.next()), 1)
    }
    var table = FeatureTable<SIMD2<Int16>>(count: count)
    for (key, row) in rows { table.put(row, at: key) }
    #expect(rows.allSatisfy { table[$0.key] == $0.value })
    #expect((1...1_000).allSatisfy { table[UInt32($0) &* 0x10 | 2] == nil })
  }
}
