import Terminal
import TestSupport
import Testing

@Suite("Wrapping")
struct WrappingTests {
  /// A text, a width, and its lines parted by "|".
  static let cases: [(String, Int, String)] = [
    ("", 10, ""),
    ("one two three", 20, "one two three"),
    ("one two three", 7, "one two|three"),
    ("one two three", 6, "one|two|three"),
    ("one  two", 8, "one  two"),
    ("one  two", 4, "one|two"),
    ("one two   ", 7, "one two"),
    ("  indented words", 10, "  indented|words"),
    ("a\nb\n\nc", 10, "a|b||c"),
    ("ends\n", 10, "ends|"),
    ("antidisestablishment", 8, "antidise|stablish|ment"),
    ("an antidisestablishment", 8, "an|antidise|stablish|ment"),
    ("well-known fact", 6, "well-|known|fact"),
    ("take -5 or --force", 10, "take -5 or|--force"),
    ("load [--expect HASH]", 8, "load|[--expec|t HASH]"), ("it's '--force'", 9, "it's|'--force'"),
    ("a (漢字)", 5, "a (漢|字)"),
    ("he said—then left", 8, "he said—|then|left"),
    ("10\u{A0}000 men", 5, "10\u{A0}00|0 men"),
    ("about 10\u{A0}000 men", 10, "about|10\u{A0}000 men"),
    ("漢字仮名", 5, "漢字|仮名"),
    ("漢字。仮名", 4, "漢|字。|仮名"),
    ("abc漢字", 5, "abc漢|字"),
    ("漢字abc", 5, "漢字|abc"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}e\u{301}|e\u{301}"),
    ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧|👩‍👩‍👧"),
    ("漢", 1, "漢"),
    ("ab", 0, "a|b"),
    ("a\u{3000}b", 2, "a|b"),
    ("a \u{301}b", 9, "a \u{301}b"),
  ]

  @Test("breaks lines where readers expect it", arguments: cases)
  func wraps(_ text: String, _ columns: Int, _ lines: String) {
    #expect(StyledText(text).wrapped(to: columns).map(\.text).joined(separator: "|") == lines)
  }

  @Test("puts the first indent before the first line and the hanging one before the others")
  func indents() {
    let text = StyledText("He denied that it had happened.\nTwice.")
    let lines = text.wrapped(to: 16, firstIndent: "12. ", hangingIndent: "    ")
    #expect(
      lines.map(\.text) == ["12. He denied", "    that it had", "    happened.", "    Twice."])
    let long = StyledText("abcdefghi").wrapped(to: 6, firstIndent: "", hangingIndent: "    ")
    #expect(long.map(\.text) == ["abcdef", "    gh", "    i"])
    let word = StyledText("ab cdefghij").wrapped(to: 8, hangingIndent: "    ")
    #expect(word.map(\.text) == ["ab", "    cdef", "    ghij"])
    let none = StyledText("ab cd").wrapped(to: 4, firstIndent: "toolong", hangingIndent: "toolong")
    #expect(none.map(\.text) == ["ab", "cd"])
  }

  @Test("carries styles across breaks, also inside of a word")
  func styles() {
    let text = StyledText("plain ") + StyledText("bold wo", .bold) + StyledText("rd", .underline)
    let lines = text.wrapped(to: 8)
    #expect(lines.map(\.text) == ["plain", "bold", "word"])
    #expect(lines[1].runs.map(\.style) == [.bold])
    #expect(lines[2].runs.map(\.style) == [.bold, .underline])
  }

  @Test(
    "keeps every word, in lines no wider than asked",
    arguments: 0..<60 as Range<UInt64>)
  func keepsWords(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "a", "claim", "漢字", "e\u{301}", "👍🏽", "-", "—", " ", "  ", "\n", "。", "\u{A0}", "x-y",
    ]
    let styles = [Style.plain, .bold, Style(.red)]
    var text = StyledText()
    for _ in 0..<Int.random(in: 0..<120, using: &generator) {
      text.append(
        parts.randomElement(using: &generator)!, styles.randomElement(using: &generator)!)
    }
    let columns = Int.random(in: 2...30, using: &generator)
    let lines = text.wrapped(to: columns, hangingIndent: columns > 6 ? "  " : "")
    let blanks: Set<Character> = [" ", "\n"]
    #expect(
      lines.map(\.text).joined().filter { !blanks.contains($0) }
        == text.text.filter { !blanks.contains($0) })
    #expect(lines.allSatisfy { $0.columns <= columns })
  }

  @Test("wraps a long text without a space, and one of nothing else")
  func hostile() {
    let letters = StyledText(String(repeating: "x", count: 1 << 16)).wrapped(to: 64)
    #expect(letters.count == 1 << 10)
    let spaces = StyledText(String(repeating: " ", count: 1 << 16)).wrapped(to: 64)
    #expect(spaces.map(\.text) == [""])
  }
}
