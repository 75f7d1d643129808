import TestSupport
import Testing

@testable import Encoder

@Suite("from label scores to spans")
struct TagDecoderTests {
  static let labels = ["O", "B-source", "I-source", "B-cue", "I-cue"]
  let decoder = TagDecoder(labels: labels)

  private func scores(_ rows: [[Float]]) -> LabelScores {
    LabelScores(labels: Self.labels, values: rows.flatMap { $0 })
  }

  private func isAllowed(_ path: [Int]) -> Bool {
    path.indices.allSatisfy { index in
      let label = Self.labels[path[index]]
      guard label.hasPrefix("I-") else { return true }
      return index > 0 && Self.labels[path[index - 1]].dropFirst(2) == label.dropFirst(2)
    }
  }

  @Test("no words give no span")
  func none() { #expect(decoder.spans(scores([])).isEmpty) }

  @Test("reads the likeliest labels where they fit together")
  func plain() {
    let found = decoder.spans(
      scores([
        [-9, -1, -9, -9, -9], [-9, -9, -1, -9, -9], [-9, -9, -9, -1, -9], [-1, -9, -9, -9, -9],
      ]))
    #expect(
      found == [
        LabelledSpan(label: "source", words: 0..<2), LabelledSpan(label: "cue", words: 2..<3),
      ])
  }

  @Test("a span that begins where another ends is its own")
  func adjacent() {
    let found = decoder.spans(scores([[-9, -9, -9, -1, -9], [-9, -9, -9, -1, -9]]))
    #expect(found.map(\.words) == [0..<1, 1..<2])
  }

  @Test(
    "finds the best allowed path, as trying all of them does", arguments: 0..<30 as Range<UInt64>)
  func best(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<5).map { _ in
      (0..<5).map { _ in Float.random(in: -5...0, using: &generator) }
    }
    var most = -Float.infinity
    for number in 0..<3125 {
      var path: [Int] = []
      var rest = number
      for _ in 0..<5 {
        path.append(rest % 5)
        rest /= 5
      }
      guard isAllowed(path) else { continue }
      most = max(most, path.indices.reduce(0) { $0 + rows[$1][path[$1]] })
    }
    let found = decoder.path(scores(rows))
    #expect(isAllowed(found))
    #expect(abs(found.indices.reduce(0) { $0 + rows[$1][found[$1]] } - most) < 1e-4)
  }
}
