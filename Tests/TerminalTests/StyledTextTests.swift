import Testing

@testable import Terminal

@Suite("StyledText")
struct StyledTextTests {
  @Test("renders runs with their styles, and ends in the terminal's own")
  func rendering() {
    var text = StyledText("status: ")
    text.append("refuted", Style(.red, .bold))
    text.append("!", Style(.red, .bold))
    text.append(" (2)")
    #expect(text.runs.count == 3)
    #expect(text.rendered(.styled) == "status: \u{1B}[0;1;31mrefuted!\u{1B}[0m (2)")
    #expect(text.rendered(.plain) == "status: refuted! (2)")
    #expect(StyledText("x", .bold).rendered(.styled) == "\u{1B}[0;1mx\u{1B}[0m")
    #expect(StyledText("x").rendered(.styled) == "x")
  }

  @Test("marks the sequences of a prompt for readline")
  func prompt() {
    let prompt = StyledText("assay", Style(.green)) + "> "
    #expect(prompt.renderedPrompt(.styled) == "\u{1}\u{1B}[0;32m\u{2}assay\u{1}\u{1B}[0m\u{2}> ")
    #expect(prompt.renderedPrompt(.plain) == "assay> ")
  }

  @Test("escapes what is put into it, so that only its own styles reach the terminal")
  func hostile() {
    let text = StyledText("\u{1B}]0;title\u{7}\u{202E}", .bold)
    #expect(text.rendered(.styled) == "\u{1B}[0;1m^[]0;title^G\\u{202E}\u{1B}[0m")
    #expect(text.columns == 20)
  }

  /// A style and the parameters of its sequence.
  static let sequences: [(Style, String)] = [
    (.plain, "0"), (.bold, "0;1"), (.dim, "0;2"), (.italic, "0;3"), (.underline, "0;4"),
    (.reverse, "0;7"), (Style(nil, .strikethrough), "0;9"),
    (Style(.black), "0;30"), (Style(.red), "0;31"), (Style(.green), "0;32"),
    (Style(.yellow), "0;33"), (Style(.blue), "0;34"), (Style(.magenta), "0;35"),
    (Style(.cyan), "0;36"), (Style(.white), "0;37"), (Style(.brightBlack), "0;90"),
    (Style(.brightRed), "0;91"), (Style(.brightGreen), "0;92"), (Style(.brightYellow), "0;93"),
    (Style(.brightBlue), "0;94"), (Style(.brightMagenta), "0;95"), (Style(.brightCyan), "0;96"),
    (Style(.brightWhite, on: .brightBlack), "0;97;100"), (Style(nil, on: .white), "0;47"),
    (Style(.indexed(208)), "0;38;5;208"), (Style(nil, on: .rgb(1, 2, 3)), "0;48;2;1;2;3"),
  ]

  @Test("has the sequence of ECMA-48 for every style", arguments: sequences)
  func sequence(_ style: Style, _ parameters: String) {
    #expect(style.sequence == "\u{1B}[\(parameters)m")
  }

  @Test("lays one style over another")
  func overlay() {
    let style = Style(.red, on: .white, .bold).overlaid(with: Style(.blue, .underline))
    #expect(style == Style(.blue, on: .white, [.bold, .underline]))
    #expect(style.overlaid(with: .plain) == style)
  }

  @Test("pads and cuts to columns, never through a character")
  func fitting() {
    let text = StyledText("漢字", .bold) + "e\u{301}tude"
    #expect(text.columns == 9)
    #expect(text.padded(to: 11).text == "漢字e\u{301}tude  ")
    #expect(text.padded(to: 3) == text)
    #expect(text.truncated(to: 9) == text)
    #expect(text.truncated(to: 8).text == "漢字e\u{301}tu…")
    #expect(text.truncated(to: 4).text == "漢…")
    #expect(text.truncated(to: 2).runs.map(\.style) == [.bold])
    #expect(text.truncated(to: 1).text == "…")
    #expect(text.truncated(to: 0).isEmpty)
  }
}

@Suite("Rendition")
struct RenditionTests {
  /// Is a terminal, environment, `--no-color`, styled.
  static let cases: [(Bool, [String: String], Bool, Rendition)] = [
    (true, ["TERM": "xterm"], false, .styled),
    (true, ["TERM": "xterm", "NO_COLOR": ""], false, .styled),
    (true, ["TERM": "xterm", "NO_COLOR": "0"], false, .plain),
    (true, ["TERM": "xterm"], true, .plain),
    (true, ["TERM": "dumb"], false, .plain),
    (true, [:], false, .plain),
    (false, ["TERM": "xterm"], false, .plain),
  ]

  @Test("styles only for a terminal whose user wants it", arguments: cases)
  func decides(
    isTerminal: Bool, environment: [String: String], noColor: Bool, rendition: Rendition
  ) {
    #expect(
      Rendition(isTerminal: isTerminal, environment: environment, noColor: noColor) == rendition)
  }
}
