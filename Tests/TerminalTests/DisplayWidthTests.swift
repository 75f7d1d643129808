import Terminal
import Testing

@Suite("DisplayWidth")
struct DisplayWidthTests {
  static let cases: [(String, Int)] = [
    ("", 0),
    ("plain ASCII, 23 columns", 23),
    ("naïve", 5),
    ("e\u{301}", 1),
    ("漢字", 4),
    ("ｱ", 1),
    ("Ａ", 2),
    ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("👍", 2),
    ("👍🏽", 2),
    ("👩‍👩‍👧", 2),
    ("🏳️‍🌈", 2),
    ("🇩🇪🇫🇷", 4),
    ("❤", 1),
    ("❤️", 2),
    ("1️⃣", 2),
    ("☝🏽", 2),
    ("a\u{200B}b", 2),
    ("שלום", 4),
    ("हिन्दी", 5),
    ("\u{1B}[0m", 3),
    ("\u{20000}\u{3FFFD}", 4),
    ("\u{10FFFD}\u{E000}", 2),
  ]

  @Test("counts columns", arguments: cases)
  func counts(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test("gives every scalar 0, 1 or 2 columns, wherever it stands in the tables")
  func everyScalar() {
    var counts = [0, 0, 0]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      counts[DisplayWidth.columns(of: scalar)] += 1
    }
    #expect(counts.reduce(0, +) == 0x110000 - 0x800)
    #expect(counts[2] > 180_000)
    #expect((2_000..<10_000).contains(counts[0]))
  }

  @Test("agrees with the widths of a text's parts, where no sequence crosses the cut")
  func parts() {
    let parts = ["abc ", "漢字", "👩‍👩‍👧", " é", "한", "!"]
    #expect(
      DisplayWidth.columns(of: parts.joined())
        == parts.map { DisplayWidth.columns(of: $0) }.reduce(0, +))
  }
}
