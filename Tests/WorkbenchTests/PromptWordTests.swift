import ClaimModel
import Testing

@testable import Workbench

@Suite("Words of a line")
struct PromptWordTests {
  @Test(
    "parts a line into words",
    arguments: [
      ("", []), ("   ", []), ("show 3", ["show", "3"]), ("\tshow\t\t3 ", ["show", "3"]),
      ("source \"Shen Guofang\" x", ["source", "Shen Guofang", "x"]),
      ("source 'Shen Guofang'", ["source", "Shen Guofang"]),
      ("add “in two”", ["add", "in two"]), ("add ‘in two’", ["add", "in two"]),
      ("note China's own", ["note", "China's", "own"]),
      ("note \"a \\\"b\\\" \\\\ c\\n\\td\"", ["note", "a \"b\" \\ c\n\td"]),
      ("note 'a \\'", ["note", "a \\"]), ("note \"not closed", ["note", "not closed"]),
      ("note \"\"", ["note", ""]), ("a\"b c\"", ["a\"b", "c\""]), ("\"a\"b", ["a", "b"]),
      ("note “a \" b”", ["note", "a \" b"]), ("Zoë 漢字", ["Zoë", "漢字"]),
      ("note \"\\", ["note", "\\"]), ("--a=\"b c\"", ["--a=\"b", "c\""]),
    ])
  func words(line: String, expected: [String]) {
    #expect(PromptWord.words(of: line).map(\.text) == expected)
  }

  @Test("says where each word stands, quote marks included")
  func spans() {
    let words = PromptWord.words(of: "é “a b” \"c\"")
    #expect(words.map(\.span.range) == [0..<2, 3..<12, 13..<16])
    #expect(words.map(\.isQuoted) == [false, true, true])
  }

  @Test(
    "quotes a text so that it is read back as one word",
    arguments: [
      "plain", "", "two words", "it's", "'tis", "\"", "\\", "a\\", "tab\there", "line\nfeed",
      "“curly”", "‘curly’", "# no comment", "--no-option", "a\"b", "\u{1}", "Zoë", "\u{7F}",
      "漢 字", "\\n",
    ])
  func quotes(text: String) {
    let words = PromptWord.words(of: "note " + PromptWord.quoted(text) + " end")
    #expect(words.map(\.text) == ["note", text, "end"])
  }
}
