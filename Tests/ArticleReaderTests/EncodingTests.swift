import ArticleReader
import ClaimModel
import Testing

@Suite("Encodings")
struct EncodingTests {
  private let reader = ArticleReader()

  private static let repaired8 = "broken UTF-8; each broken character is shown as \u{FFFD}"
  private static let repaired16 = "broken UTF-16; each broken character is shown as \u{FFFD}"
  private static let windows =
    "not UTF-8, so read as windows-1252; accented letters may be wrong"

  @Test(
    "decodes to UTF-8 with LF, and says when it had to guess",
    arguments: [
      (Array("Le café était fermé.".utf8), "Le café était fermé.", nil),
      ([0xEF, 0xBB, 0xBF] + Array("Café.".utf8), "Café.", nil),
      ([0xFF, 0xFE, 0x43, 0, 0xE9, 0, 0x3D, 0xD8, 0, 0xDE, 0x0D, 0, 0x0A, 0], "Cé😀\n", nil),
      ([0xFE, 0xFF, 0, 0x43, 0, 0xE9], "Cé", nil),
      ([0xFF, 0xFE, 0x43, 0, 0, 0xD8, 0x44, 0], "C\u{FFFD}D", repaired16),
      ([0xFF, 0xFE, 0x43, 0, 0x44], "C\u{FFFD}", repaired16),
      (Array("one\r\ntwo\rthree\n\rfour\r".utf8), "one\ntwo\nthree\n\nfour\n", nil),
      ([0x93, 0x43, 0x61, 0x66, 0xE9, 0x94, 0x20, 0x97, 0x20, 0x80, 0x35], "“Café” — €5", windows),
      ([0x43, 0x81, 0x61], "C\u{81}a", windows),
      (Array("Il était à l’".utf8) + [0xC3], "Il était à l’\u{FFFD}", repaired8),
      (Array("abc".utf8) + [0xE2, 0x80], "abc\u{FFFD}", repaired8),
      (Array("é à ü ö ".utf8) + [0xFF, 0x2E], "é à ü ö \u{FFFD}.", repaired8),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xE9], "a\u{FFFD}", repaired8),
    ] as [([UInt8], String, String?)])
  func decodes(bytes: [UInt8], text: String, notice: String?) throws {
    let reading = try reader.read(bytes, path: nil)
    #expect(Array(reading.article.text.utf8) == Array(text.utf8))
    #expect(reading.notices == (notice.map { [$0] } ?? []))
    #expect(reading.format == .plainText)
  }

  @Test(
    "takes a server's word for the encoding, unless the text itself says otherwise",
    arguments: [
      ([0xB1], "iso-8859-2", "ą", nil), ([0xC1], "koi8-r", "а", nil),
      ([0xE9], "windows-1252", "é", nil), ([0xE9], "iso-8859-1", "é", nil),
      ([0xE9], "x-unheard-of", "é", nil), ([0xE9], "utf-8", "\u{FFFD}", repaired8),
      (Array("é".utf8), "iso-8859-2", "é", nil), (Array("é".utf8), "utf-8", "é", nil),
      ([0xEF, 0xBB, 0xBF, 0x61], "utf-16le", "a", nil),
      ([0xFF, 0xFE, 0xE9, 0], "koi8-r", "é", nil),
      ([0xE9, 0], "utf-16le", "é", nil), ([0xE9, 0], "utf-16", "é", nil),
      ([0, 0xE9], "utf-16be", "é", nil),
    ] as [([UInt8], String, String, String?)], [Format.plainText, .html, .markdown])
  func charset(item: ([UInt8], String, String, String?), format: Format) throws {
    let (bytes, charset, text, notice) = item
    let reading = try reader.read(bytes, path: nil, format: format, charset: charset)
    #expect(reading.article.text == text)
    #expect(reading.notices == (notice.map { [$0] } ?? []))
    #expect(reading.format == format)
  }

  @Test("a windows-1252 page keeps its roles and offsets")
  func windowsPage() throws {
    var bytes = Array("Caf".utf8) + [0xE9] + Array(" in Malm".utf8) + [0xF6]
    bytes += Array(" reopens after fire\r\n\r\n".utf8) + [0x93]
    bytes += Array("We are back,".utf8) + [0x94]
    bytes += Array(" the owner of the house said on Monday.\r\n".utf8)
    let article = try reader.read(bytes, path: nil).article
    #expect(
      DrawnArticle.found(article) == [
        "title: Café in Malmö reopens after fire",
        "body: “We are back,” the owner of the house said on Monday.",
      ])
    #expect(article.id.rawValue.hasPrefix("sha256:"))
  }

  @Test(
    "what is no text is refused with its kind",
    arguments: [
      (Array("%PDF-1.4 …".utf8), "a PDF document"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A], "a PNG image"),
      ([0x50, 0x4B, 3, 4, 20], "a ZIP archive or an office document"),
      ([0x1F, 0x8B, 8], "compressed data (gzip)"),
      ([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32 text"),
      (Array("a\0b".utf8), "binary data"),
      ([0xFF, 0xFE, 0x41, 0, 0, 0], "binary data"),
      (Array("text\u{1}\u{2}\u{3}".utf8), "binary data"),
    ])
  func binary(bytes: [UInt8], kind: String) {
    #expect(throws: ReaderError.binary(path: "x", kind: kind)) {
      try reader.read(bytes, path: "x")
    }
  }

  @Test(
    "what is no text is refused whatever a server calls it",
    arguments: [Format.plainText, .html, .markdown])
  func disguised(format: Format) {
    let bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A] as [UInt8] + Array("<p>Hello".utf8)
    #expect(throws: ReaderError.binary(path: "x", kind: "a PNG image")) {
      try reader.read(bytes, path: "x", format: format)
    }
  }

  @Test("escape sequences and bidi controls are text")
  func terminalControls() throws {
    let text = "The \u{1B}[31mred\u{1B}[0m flag was \u{202E}raised at noon on Monday."
    #expect(try reader.read(Array(text.utf8), path: nil).article.text == text)
  }

  @Test(
    "nothing but white space is empty",
    arguments: ["", " \t\r\n", "\u{FEFF}", "\u{A0}\u{3000}\u{2028}"])
  func empty(text: String) {
    #expect(throws: ReaderError.empty(path: nil)) { try reader.read(Array(text.utf8), path: nil) }
  }

  @Test("limits of size and lines are kept")
  func limits() {
    let small = ArticleReader(limits: Limits(bytes: 100, lines: 3, tags: 2))
    #expect(throws: ReaderError.tooLarge(path: "x", limit: 100)) {
      try small.read([UInt8](repeating: 0x61, count: 101), path: "x")
    }
    #expect(throws: ReaderError.tooManyTags(limit: 2)) {
      try small.read(Array("<html><body><p>It rained.".utf8), path: "x")
    }
    #expect(throws: ReaderError.tooManyLines(limit: 3)) {
      try small.read(Array("a\nb\n\nc\nd".utf8), path: "x")
    }
  }

  @Test("a line of a megabyte, a hundred thousand blank lines, a text of marks")
  func hostile() throws {
    let line = String(repeating: "word ", count: 200_000)
    #expect(try reader.read(Array(line.utf8), path: nil).article.blocks.count == 1)
    let blank =
      String(repeating: "\n", count: 100_000) + "It rained."
      + String(repeating: " \n", count: 100_000)
    let article = try reader.read(Array(blank.utf8), path: nil).article
    #expect(DrawnArticle.found(article) == ["body: It rained."])
    let marks = String(repeating: "\"(", count: 100_000)
    #expect(try reader.read(Array(marks.utf8), path: nil).article.blocks.count == 1)
    let bars = String(repeating: "a | ", count: 100_000)
    #expect(try reader.read(Array(bars.utf8), path: nil).article.blocks.count == 1)
  }
}
