import Testing

@testable import Encoder

@Suite("word pieces")
struct WordPiecesTests {
  let vocabulary: Vocabulary
  let reader: WordReader

  init() throws {
    vocabulary = try Vocabulary(in: WeightsFile(EmbeddedWeights.bytes))
    reader = try CompiledInModel.reader.get()
  }

  private func pieces(of word: String) -> [Int] {
    let bytes = Array(word.utf8)
    return reader.words(in: bytes, paragraphs: [0..<bytes.count], limit: .max).words.flatMap(
      \.pieces)
  }

  @Test(
    "takes the longest piece each time, without case and accents",
    arguments: [
      ("minister", ["minister"]),
      ("MINISTER", ["minister"]),
      ("Ministèr", ["minister"]),
      ("unaffable", ["una", "##ffa", "##ble"]),
      ("“", ["“"]),
      ("—", ["—"]),
      ("€", ["€"]),
      (String(repeating: "x", count: 65), ["[UNK]"]),
      ("北", ["[UNK]"]),
      ("\u{301}", ["[UNK]"]),
    ] as [(String, [String])])
  func cuts(_ word: String, _ expected: [String]) throws {
    #expect(try pieces(of: word) == expected.map { try vocabulary.piece($0) })
  }

  @Test("gives a word of many pieces its first twelve")
  func manyPieces() {
    #expect(pieces(of: String(repeating: "zq", count: 30)).count == 12)
  }

  @Test("finds every piece of its own vocabulary under its own number")
  func every() throws {
    let file = try WeightsFile(EmbeddedWeights.bytes)
    let (bytes, offsets) = (try file.bytes("vocabulary"), try file.integers("vocabulary.offsets"))
    for number in stride(from: 0, to: vocabulary.count, by: 97) {
      let written = String(
        decoding: bytes[Int(offsets[number])..<Int(offsets[number + 1])], as: UTF8.self)
      #expect(try vocabulary.piece(written) == number, "\(written)")
    }
  }
}
