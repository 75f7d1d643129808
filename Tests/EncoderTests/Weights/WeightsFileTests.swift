import Testing

@testable import Encoder

@Suite("files of weights")
struct WeightsFileTests {
  private var writer: WeightsWriter {
    var writer = WeightsWriter()
    writer.add("bias", floats: [0.5, -2])
    writer.add("weight", scales: [0.5, 2], quants: [[1, -2, 127], [0, 3, -127]])
    writer.add("labels", bytes: Array("tag\tO\tX".utf8))
    writer.add("slots", integers: [7, .max])
    return writer
  }

  @Test("gives back what was written")
  func sections() throws {
    try WeightsWriter.read(writer.file) { file in
      #expect(try file.vector("bias", count: 2) == [0.5, -2])
      #expect(
        try file.matrix("weight", rows: 2, columns: 3).values == [0.5, -1, 63.5, 0, 6, -254])
      #expect(try file.integers("slots") == [7, .max])
      #expect(try HeadLabels(in: file).of("tag") == ["O", "X"])
      var row: [Float] = [10, 10, 10, 10]
      try file.quantised("weight", rows: nil, columns: 3).add(row: 1, to: &row, at: 1)
      #expect(row == [10, 10, 16, -244])
    }
  }

  @Test("refuses what is no file of weights")
  func foreign() {
    for bytes in [[], Array("ASSAYEN2\u{0}\u{0}\u{0}\u{0}".utf8), Array(writer.file.prefix(30))] {
      #expect(throws: EncoderError.notWeights) { try WeightsWriter.read(bytes) { _ in } }
    }
    var unknownKind = writer.file
    unknownKind[17] = 9
    #expect(throws: EncoderError.notWeights) { try WeightsWriter.read(unknownKind) { _ in } }
  }

  @Test("refuses a section that reaches past the end")
  func cutShort() {
    #expect(throws: EncoderError.cutShort(section: "slots")) {
      try WeightsWriter.read(Array(writer.file.dropLast())) { _ in }
    }
  }

  @Test("says which section is missing or has another shape")
  func shapes() throws {
    try WeightsWriter.read(writer.file) { file in
      #expect(throws: EncoderError.missing(section: "pieces")) {
        try file.vector("pieces", count: 1)
      }
      #expect(throws: EncoderError.missing(section: "weight")) {
        try file.vector("weight", count: 6)
      }
      #expect(throws: EncoderError.wrongShape(section: "bias", found: [1, 2], expected: [1, 3])) {
        try file.vector("bias", count: 3)
      }
      #expect(throws: EncoderError.wrongShape(section: "weight", found: [2, 3], expected: [3, 3])) {
        try file.matrix("weight", rows: 3, columns: 3)
      }
      #expect(throws: EncoderError.missing(section: "labels")) {
        try HeadLabels(in: file).of("entity")
      }
    }
  }

  @Test("refuses a vocabulary whose parts do not fit together")
  func vocabulary() throws {
    var crossed = WeightsWriter()
    crossed.add("vocabulary", bytes: Array("abc".utf8))
    crossed.add("vocabulary.offsets", integers: [0, 2, 1, 3])
    crossed.add("vocabulary.slots", integers: [0, 1, 2, .max])
    #expect(throws: EncoderError.cutShort(section: "vocabulary.offsets")) {
      try WeightsWriter.read(crossed.file) { _ = try Vocabulary(in: $0) }
    }
    var full = WeightsWriter()
    full.add("vocabulary", bytes: Array("ab".utf8))
    full.add("vocabulary.offsets", integers: [0, 1, 2])
    full.add("vocabulary.slots", integers: [0, 1])
    #expect(throws: EncoderError.cutShort(section: "vocabulary.slots")) {
      try WeightsWriter.read(full.file) { _ = try Vocabulary(in: $0) }
    }
    var folds = WeightsWriter()
    folds.add("folds", integers: [0xC9, 0, 2])
    folds.add("folds.bytes", bytes: [0x65])
    #expect(throws: EncoderError.cutShort(section: "folds")) {
      try WeightsWriter.read(folds.file) { _ = try FoldTable(in: $0) }
    }
  }

  @Test(
    "explains itself",
    arguments: [
      (
        EncoderError.notWeights,
        "the weights that are compiled in are not a weights file; build again "
          + "with the file that Training/export writes"
      ),
      (
        .cutShort(section: "folds"),
        "section 'folds' of the weights reaches past the end of the file; "
          + "export them again"
      ),
      (
        .missing(section: "early"),
        "the weights have no section 'early'; export them again with this "
          + "version's Training"
      ),
      (
        .wrongShape(section: "norm", found: [1, 2], expected: [1, 384]),
        "section 'norm' of the weights is [1, 2] instead of [1, 384]; export them again with this "
          + "version's Training"
      ),
    ])
  func messages(_ error: EncoderError, _ message: String) {
    #expect(error.description == message)
  }
}
