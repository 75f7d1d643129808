import TestSupport
import Testing

@testable import ClaimModel

@Suite("a table of claims")
struct ClaimTableTests {
  private static let numbers = [
    Int.min, -1, 0, 1, 15, 16, 17, 2047, 2048, 2049, 5000, 1 << 20, 1 << 24 - 1, 1 << 24, 1 << 32,
    .max,
  ].map { ClaimID(rawValue: $0) }

  @Test("holds what a dictionary holds", arguments: 0..<20 as Range<UInt64>)
  func dictionary(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    var table = ClaimTable<String>()
    var plain: [ClaimID: String] = [:]
    var copies: [(ClaimTable<String>, [ClaimID: String])] = []
    for step in 0..<400 {
      let id = try #require(Self.numbers.randomElement(using: &rng))
      switch rng.next(below: 5) {
      case 0: #expect(table.replace(id, nil) == plain.removeValue(forKey: id))
      case 1:
        let isThere = table.change(id) { $0 += "+" }
        #expect(isThere == (plain[id] != nil))
        plain[id]? += "+"
      case 2: copies.append((table, plain))
      default:
        table[id] = "\(step)"
        plain[id] = "\(step)"
      }
    }
    copies.append((table, plain))
    for (copy, plain) in copies {
      #expect(copy.count == plain.count && copy.isEmpty == plain.isEmpty)
      #expect(Dictionary(uniqueKeysWithValues: copy.map { ($0.key, $0.value) }) == plain)
      #expect(Set(copy.keys) == Set(plain.keys))
      for id in Self.numbers { #expect(copy[id] == plain[id]) }
      #expect((copy == table) == (plain == copies[copies.count - 1].1))
      let differing = Self.numbers.filter { plain[$0] != copies[copies.count - 1].1[$0] }
      #expect(table.numbers(differingFrom: copy).sorted() == differing)
      #expect(copy.numbers(differingFrom: table).sorted() == differing)
    }
  }

  @Test("gives claims by their numbers, those far away last")
  func order() {
    var table = ClaimTable<Int>()
    for (place, id) in Self.numbers.enumerated().reversed() { table[id] = place }
    #expect(table.map(\.value) == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 1, 13, 14, 15])
  }

  @Test("is equal to one with the same claims, whatever was in it before")
  func equal() {
    var (one, other) = (ClaimTable<Int>(), ClaimTable<Int>())
    one[ClaimID(rawValue: 5000)] = 1
    one[ClaimID(rawValue: 1 << 40)] = 1
    one[ClaimID(rawValue: 3)] = 3
    one[ClaimID(rawValue: 5000)] = nil
    one[ClaimID(rawValue: 1 << 40)] = nil
    other[ClaimID(rawValue: 3)] = 3
    #expect(one == other && one.hashValue == other.hashValue)
    other[ClaimID(rawValue: 3)] = 4
    #expect(one != other)
  }
}
