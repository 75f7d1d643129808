import ClaimModel
import Terminal
import Testing

@testable import Workbench

@Suite("What is shown")
struct ViewTests {
  private func widest(_ lines: [StyledText]) -> Int { lines.map(\.columns).max() ?? 0 }

  @Test("fits every width", arguments: [24, 40, 71, 72, 80, 100, 200])
  func widths(columns: Int) throws {
    let desk = try Desk(.sample, columns: columns)
    for line in [
      "refuted", "note a note that is long enough to be wrapped twice or more at forty columns",
      "evidence 1 https://example.org/a/very/long/address/that/has/no/blank/in/it/at/all",
      "tag 1 money", "source 1 The city council",
    ] { try desk.run(line) }
    let open = desk.workbench.open!
    let view = ClaimView(open, rendition: .plain, columns: columns)
    for record in open.state.claimsInOrder {
      #expect(widest(view.lines(for: record)) <= columns)
    }
    #expect(widest(view.list(open.state.claimsInOrder)) <= columns)
    #expect(view.list(open.state.claimsInOrder).count == 5)
    let split = SplitView(open.article, open.state.analysis, columns: columns).lines
    #expect(widest(split) <= max(30, columns))
    let help = HelpView(columns: columns)
    for command in CommandTable.all {
      #expect(widest(help.lines(for: command)) <= max(24, columns), "\(command.name)")
    }
    for room in [Command.Rooms.shell, .prompt] {
      #expect(widest(help.overview(of: room)) <= max(24, columns))
    }
  }

  @Test("shows a claim in its paragraph, with what was decided")
  func claim() throws {
    let desk = try Desk(.sample, columns: 60)
    try desk.run("5 refuted")
    try desk.run("note 5 seen")
    try desk.run(
      "evidence 5 \"Register, p. 3\" --quote \"a third\" --relation refutes --accessed 2026-02-11")
    #expect(
      try desk.run("show 5") == """
        claim 5  5 of 5
          ⟦The union⟧ of 漢字 shopkeepers ⟦lost a third of its trade
          and 🚋 called it a mistake⟧.

          status       refuted
          stance       –
          source-type  journalist-voice  (proposed)
          workflow     unstarted
          note         seen
          evidence 1   refutes: Register, p. 3 · “a third” · seen
                       2026-02-11

        """)
  }

  @Test("proposes no type for a source that the annotator named otherwise")
  func otherSource() throws {
    let desk = try Desk(.sample)
    #expect(try desk.run("show 5").contains("source-type  journalist-voice  (proposed)"))
    try desk.run("source 5 The union of shopkeepers")
    let shown = try desk.run("show 5")
    #expect(shown.contains("  The union of shopkeepers\n"))
    #expect(!shown.contains("journalist-voice"))
  }

  @Test("colours a claim instead of marking it where there are colours")
  func coloured() throws {
    let desk = try Desk(.sample, rendition: .styled)
    let shown = try desk.run("show 5")
    #expect(shown.contains("\u{1B}[0;1;33mThe union\u{1B}[0m of 漢字 shopkeepers "))
    #expect(!shown.contains("⟦"))
  }

  @Test("lists claims, the current one marked, only those that the filter lets through")
  func list() throws {
    let desk = try Desk(.sample, columns: 50)
    try desk.run("tag 2,5 money")
    try desk.run("filter tag=money")
    #expect(
      try desk.run("claims") == """
        ▸ 2  repairs would take until May
          5  The union … lost a third of its trade and 🚋…

        """)
    #expect(desk.takeErrors().hasSuffix("2 of 5 claims are shown\n"))
  }

  @Test("finds words in claims, and in sentences beside them")
  func find() throws {
    let desk = try Desk(.sample, columns: 60)
    let found = try desk.run("find SHOPKEEPERS")
    #expect(
      found
        == "  · The union of 漢字 ⟦shopkeepers⟧ lost a third of its\n    trade and 🚋 called it a mistake.\n"
    )
    #expect(try desk.run("find zoë's rails") == "  4  Zoë’s rails are older than the plans say\n")
    try desk.run("find nobody")
    #expect(desk.takeErrors() == "'nobody' is neither in a claim nor in the article's sentences\n")
  }

  @Test("marks what was found in the claims by colour, and not at all without")
  func findMarks() throws {
    let styled = try Desk(.sample, columns: 60, rendition: .styled)
    #expect(
      try styled.run("find ZOË'S rails").hasSuffix(
        "4\u{1B}[0m  \u{1B}[0;1;33mZoë’s rails\u{1B}[0m are older than the plans say\n"))
    #expect(
      try styled.run("find called").hasSuffix(
        "  The union … lost a third of its trade and 🚋 \u{1B}[0;1;33mcalled\u{1B}[0m it…\n"))
    let plain = try Desk(.sample, columns: 60)
    #expect(try plain.run("find tram") == "▸ 1  The tram carried 4,200 people a day\n")
  }

  @Test(
    "cuts a claim so that what was found is seen", arguments: [24, 30, 40, 50, 71, 72, 80, 100])
  func findFar(columns: Int) throws {
    let desk = try Desk(.sample, columns: columns)
    for words in ["tram", "day", "mistake", "🚋 called", "third", "say"] {
      let lines = try desk.run("find \(words)").split(separator: "\n")
      for line in lines.map(String.init) where !line.hasPrefix("  ·") && !line.hasPrefix("    ") {
        #expect(line.contains(words), "\(line)")
        #expect(DisplayWidth.columns(of: line) <= columns, "\(line)")
      }
    }
    let narrow = try Desk(.sample, columns: 30)
    #expect(try narrow.run("find mistake") == "  5  … 🚋 called it a mistake\n")
  }

  @Test("says why a claim was appraised so, and which claims say the same")
  func reasonsAndRepeats() throws {
    var drawn = DrawnClaims("⟦1:It rained in May⟧. ⟦2:In May it rained⟧.")
    var claims = drawn.claims
    claims[0].checkworthiness = 0.4
    claims[0].type = .event
    claims[0].stance = "asserts"
    claims[0].reasons = .init(
      checkworthiness: ["past event: rained"], type: "past event", stance: "no source named")
    claims[1].repeats = claims[0].id
    drawn = DrawnClaims(article: drawn.article, claims: claims)
    let desk = try Desk(drawn, columns: 80)
    let first = try desk.run("show 1")
    #expect(first.contains("asserts  (proposed, no source named)"), "\(first)")
    #expect(first.contains("event  (proposed, past event)"))
    #expect(first.contains("0.4  (past event: rained)"))
    #expect(first.contains("said again in 2"))
    #expect(try desk.run("show 2").contains("says the same as 1"))
    #expect(try desk.run("claims 2").contains("= 1: In May it rained"))
    _ = try desk.run("1 denies")
    let labelled = try desk.run("show 1")
    #expect(labelled.contains("asserts  (no source named)"), "\(labelled)")
    _ = try desk.run("drop 1")
    #expect(try !desk.run("show 2").contains("says the same"))
  }

  @Test("finds a sentence that is said again in its claim alone")
  func findRepeated() throws {
    var drawn = DrawnClaims("⟦1:It rained in May⟧.\nIt rained in May.")
    var claim = drawn.claims[0]
    claim.occurrences = [[TextSpan(18, 34)]]
    drawn = DrawnClaims(article: drawn.article, claims: [claim])
    #expect(try Desk(drawn, columns: 60).run("find rained") == "▸ 1  It rained in May\n")
  }

  @Test("breaks long lines between words for a person, and not at all for a program")
  func longLines() throws {
    let lines = [
      "1-5 refuted",
      "evidence 1 https://example.org/a/report --quote \"the tram never carried so many\"",
      "note 1 a note of so many words that it does not fit into forty columns",
    ]
    let person = try Desk(.sample, columns: 40, isTerminal: true)
    let program = try Desk(.sample, columns: 40)
    for desk in [person, program] {
      for line in lines { try desk.run(line) }
      desk.workbench.report(UsageError.notClaims("x"))
    }
    #expect(
      person.takeErrors().split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 40 })
    #expect(
      program.takeErrors().hasSuffix(
        "assay: 'x' names no claims; write a number, a range as 3-7, a list as 3,5, '.' or 'all'\n")
    )
    for line in ["history", "evidence 1", "statement 5"] {
      let broken = try person.run(line)
      let whole = try program.run(line)
      #expect(broken.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 40 })
      #expect(broken != whole)
      #expect(
        broken.split(whereSeparator: \.isWhitespace) == whole.split(whereSeparator: \.isWhitespace))
    }
  }

  @Test("counts what is done")
  func progress() throws {
    let desk = try Desk(.sample)
    for line in ["1-2 refuted", "3 mixed", "stance 1 denies"] { try desk.run(line) }
    #expect(
      try desk.run("progress") == """
        3 of 5 claims have a verdict
          status  mixed 1, refuted 2
          stance  denies 1

        """)
  }
}
