import TestSupport
import Testing

@testable import Encoder

@Suite("the best tree over a sentence")
struct TreeDecoderTests {
  /// Scores that favour given heads by `margin` over everything else.
  private func scores(heads: [Int], margin: Float = 1) -> [Float] {
    heads.flatMap { head in (-1..<heads.count).map { $0 == head ? margin : 0 } }
  }

  @Test(
    "finds the tree that the scores favour",
    arguments: [
      [-1], [1, -1], [-1, 0], [1, 3, 1, -1, 3], [-1, 0, 1, 2], [3, 0, 0, -1, 3, 6, 4],
    ])
  func favoured(_ heads: [Int]) {
    #expect(TreeDecoder(count: heads.count, scores: scores(heads: heads)).heads() == heads)
  }

  @Test("gives one root where two words would like to be it")
  func oneRoot() {
    let found = TreeDecoder(count: 4, scores: scores(heads: [-1, 0, -1, 2])).heads()
    #expect(found.count { $0 == -1 } == 1)
    #expect(found[1] == 0 && found[3] == 2)
  }

  @Test("lets no two arcs cross where the scores favour that")
  func crossing() {
    let found = TreeDecoder(count: 4, scores: scores(heads: [2, 3, -1, 2])).heads()
    #expect(!crosses(found))
  }

  @Test("is the best of all trees of a few words", arguments: 0..<40 as Range<UInt64>)
  func best(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...5, using: &random)
    let scores = (0..<count * (count + 1)).map { _ in Float.random(in: -2...2, using: &random) }
    func total(_ heads: [Int]) -> Float {
      heads.enumerated().reduce(0) { $0 + scores[$1.offset * (count + 1) + $1.element + 1] }
    }
    let found = TreeDecoder(count: count, scores: scores).heads()
    #expect(isTree(found) && !crosses(found))
    let most = allHeads(count).filter { isTree($0) && !crosses($0) }.map(total).max() ?? 0
    #expect(abs(total(found) - most) < 1e-4)
  }

  @Test("takes each word's likeliest head in a sentence that is too long")
  func long() {
    let count = TreeDecoder.longest + 1
    let heads = (0..<count).map { $0 == 0 ? count - 1 : $0 - 1 }
    #expect(TreeDecoder(count: count, scores: scores(heads: heads)).heads() == heads)
  }

  /// Every way to give `count` words a head each.
  private func allHeads(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { lists, _ in
      lists.flatMap { list in (-1..<count).map { list + [$0] } }
    }
  }

  private func isTree(_ heads: [Int]) -> Bool {
    heads.count { $0 == -1 } == 1
      && heads.indices.allSatisfy { word in
        var (place, steps) = (word, 0)
        while place >= 0, steps <= heads.count { (place, steps) = (heads[place], steps + 1) }
        return place == -1
      }
  }

  /// Whether arcs cross each other, or the root's, which comes from before the first word.
  private func crosses(_ heads: [Int]) -> Bool {
    let arcs = heads.enumerated().filter { $0.element >= 0 }
      .map { min($0.offset, $0.element)...max($0.offset, $0.element) }
    let root = heads.firstIndex(of: -1) ?? 0
    return arcs.contains { $0.lowerBound < root && root < $0.upperBound }
      || arcs.contains { a in
        arcs.contains { b in
          a.lowerBound < b.lowerBound && b.lowerBound < a.upperBound && a.upperBound < b.upperBound
        }
      }
  }
}
