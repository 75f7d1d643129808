import Testing

import struct Foundation.Data
import class Foundation.JSONDecoder
import struct Foundation.URL
import func Foundation.exp

@testable import Encoder

@Suite("what the trainer answered on fixed texts")
struct GoldenOutputTests {
  /// One text with the trainer's outputs; Training/export.py writes the file.
  struct Case: Decodable {
    let text: String
    let words: [[Int]]
    let paragraphs: [Int]
    let surfaces: [Int]
    let pieces: [[Int]]
    let attribution: [[Float]]
    let early: [[Float]]
    let upos: [[Float]]
    let sentence: [[Float]]
    let penn: [String]
    let entity: [String]
    let heads: [Int]
    let relations: [String]

    var bytes: [UInt8] { Array(text.utf8) }

    var lines: [Range<Int>] { CompiledInModel.lines(of: bytes) }
  }

  let cases: [Case]
  let model: EncoderModel

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("Golden/golden.json"))
    cases = try JSONDecoder().decode([Case].self, from: data)
    model = try CompiledInModel.shared.get()
  }

  @Test("has the same words, surfaces and pieces")
  func words() throws {
    let reader = try CompiledInModel.reader.get()
    for golden in cases {
      let found = reader.words(in: golden.bytes, paragraphs: golden.lines, limit: .max).words
      #expect(found.map { [$0.word.start, $0.word.end] } == golden.words)
      #expect(found.map(\.word.paragraph) == golden.paragraphs)
      #expect(found.map(\.surface) == golden.surfaces)
      #expect(found.map(\.pieces) == golden.pieces)
    }
  }

  /// The layers round what they multiply to 16 bits, which the trainer does not.
  @Test("has the same probabilities to a thousandth, and their logarithms to two")
  func scores() {
    for golden in cases {
      let found = model.read(golden.bytes, paragraphs: golden.lines)
      let early = model.read(golden.bytes, paragraphs: golden.lines, depth: .attributionsOnly)
      for (found, expected) in [
        (found.attribution, golden.attribution), (found.upos, golden.upos),
        (found.sentence, golden.sentence), (early.attribution, golden.early),
      ] {
        #expect(furthest(found, expected) < 2e-3)
        #expect(furthest(found, expected) { exp($0) } < 1e-3)
      }
    }
  }

  @Test("has the same tags, heads and relations")
  func labels() {
    for golden in cases {
      let found = model.read(golden.bytes, paragraphs: golden.lines)
      #expect(golden.words.indices.map { found.penn.labels[found.penn.best($0)] } == golden.penn)
      #expect(
        golden.words.indices.map { found.entity.labels[found.entity.best($0)] } == golden.entity)
      #expect(found.heads == golden.heads)
      #expect(found.relations.map { found.relationLabels[$0] } == golden.relations)
    }
  }

  private func furthest(
    _ found: LabelScores, _ expected: [[Float]], of scale: (Float) -> Float = { $0 }
  ) -> Float {
    let values = expected.flatMap { $0 }
    guard values.count == found.values.count else { return .infinity }
    return zip(found.values, values).map { abs(scale($0) - scale($1)) }.max() ?? .infinity
  }
}
