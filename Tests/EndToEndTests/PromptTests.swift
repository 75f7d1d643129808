import Glibc
import ProcessSupport
import Testing

extension Tag {
  @Tag static var pty: Self
}

/// The prompt as a person at a terminal meets it.
@Suite("At the prompt", .serialized, .tags(.pty), .timeLimit(.minutes(20)))
struct PromptTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.beginSession()
  }

  private func open(
    environment: [String: String] = [:], columns: Int = 80, arguments: [String] = [Desk.article]
  ) throws -> PtyProcess {
    let prompt = try desk.start(arguments, environment: environment, columns: columns)
    try prompt.expect(")\u{1B}[0m> ")
    return prompt
  }

  private func openPlain(
    environment: [String: String] = ["TERM": "dumb"], arguments: [String] = [Desk.article],
    columns: Int = 80
  ) throws -> PtyProcess {
    let prompt = try desk.start(arguments, environment: environment, columns: columns)
    try prompt.expect(PtyProcess.plainPrompt)
    return prompt
  }

  // MARK: - Pasting

  /// What a terminal sends for a paste where the program has asked for brackets.
  private func pasted(_ text: String) -> String {
    "\u{1B}[200~" + text.replacing("\n", with: "\r") + "\u{1B}[201~"
  }

  @Test("takes a paste as part of the line that it is pasted into")
  func paste() throws {
    let prompt = try open()
    try prompt.send("evidence 2 https://example.org/a --quote \"")
    try prompt.send(pasted("never shut\nbefore June"))
    try prompt.send("\" --relation refutes\r")
    try prompt.expect("claim 2: evidence 1 kept")
    try prompt.send("note 6 " + pasted("one\n5 refuted\n4 mixed\n") + "\r")
    try prompt.expect("claim 6: note kept")
    try prompt.send(pasted("1 refuted\n2 mixed") + "\r")
    try prompt.expect("2 lines came at once, and nothing was done")
    try prompt.send("quit\r")
    #expect(try prompt.waitForExit() == .exited(0))
    let kinds = try desk.sqlite("SELECT kind || ' ' || payload FROM event WHERE seq > 2;")
    #expect(kinds.contains("\"quote\":\"never shut\\nbefore June\""))
    #expect(kinds.contains("\"relation\":\"refutes\""))
    #expect(kinds.contains("one\\n5 refuted\\n4 mixed"))
    #expect(!kinds.contains("labelled"))
  }

  // MARK: - Completion

  @Test(
    "completes with Tab",
    arguments: [
      Typed("prog", "progress "), Typed("stat 3", nil), Typed("status 3 sat", "satire "),
      Typed("stance do", "doubts "), Typed("refu", "refuted "), Typed("3 fabr", "fabricated "),
      Typed("source Zo", "\"Zoë Marant\" "), Typed("source \"The c", "The city council"),
      Typed("label 2 claim-t", "claim-type "), Typed("label 2 claim-type quan", "quantity "),
      Typed("claim-type quan", "quantity "), Typed("help evid", "evidence "),
      Typed("load not", "notice.txt "), Typed("evidence 1 x --rel", "--relation "),
      Typed("evidence 1 x --relation ref", "refutes "), Typed("filter undec", "undecided "),
      Typed("split 3 a", "at "),
    ])
  func completes(typed: Typed) throws {
    let prompt = try openPlain()
    try prompt.send(typed.line + "\t")
    if let completed = typed.completed {
      let start = typed.line.lastIndex(of: " ").map { typed.line[...$0] } ?? ""
      try prompt.expect(
        completed.hasPrefix("\"") || typed.line.contains("\"") ? completed : start + completed)
    }
    try prompt.cancel()
    try prompt.leave()
  }

  struct Typed: Sendable, CustomTestStringConvertible {
    let line: String
    /// The last word as Tab makes it; nil where it can make nothing.
    let completed: String?
    init(_ line: String, _ completed: String?) {
      self.line = line
      self.completed = completed
    }
    var testDescription: String { line }
  }

  @Test("lists what there is where several fit")
  func completionList() throws {
    let prompt = try openPlain()
    try prompt.send("sta\t\t")
    try prompt.expect("stance")
    try prompt.expect("status")
    try prompt.expect("statement")
    try prompt.cancel()
    try prompt.leave()
  }

  // MARK: - Keys and signals

  @Test(
    "drops the line at Ctrl-C, and leaves at Ctrl-D and 'quit'", arguments: ["\u{4}", "quit\r"])
  func keys(leaving: String) throws {
    let prompt = try openPlain()
    try prompt.send("drop 1")
    try prompt.expect("drop 1")
    try prompt.cancel()
    try prompt.answer("2 refuted", prompt: PtyProcess.plainPrompt)
    try prompt.send(leaving)
    #expect(try prompt.waitForExit() == .exited(0))
    let history = try desk.assay(Desk.article, input: "history\n").output
    #expect(history.contains("claim 2 status: refuted"))
    #expect(!history.contains("dropped"))
  }

  @Test("leaves a whole journal at a signal", arguments: [SIGTERM, SIGHUP])
  func signals(signal: CInt) throws {
    let prompt = try openPlain()
    try prompt.answer("2 refuted", prompt: PtyProcess.plainPrompt)
    try prompt.send("drop 1")
    try prompt.expect("drop 1")
    try prompt.signal(signal)
    #expect(try prompt.waitForExit() == .exited(128 + signal))
    #expect(prompt.isInLineMode())
    let after = try desk.assay(Desk.article, input: "history\nverify\n")
    #expect(after.exitCode == 0, "\(after.errors)")
    #expect(after.output.contains("claim 2 status: refuted"))
    #expect(!after.output.contains("dropped"))
  }

  @Test("keeps what was decided when the terminal goes away")
  func hangUp() throws {
    let prompt = try openPlain()
    try prompt.answer("2 refuted", prompt: PtyProcess.plainPrompt)
    prompt.hangUp()
    #expect(try prompt.waitForExit() != .killed(signal: SIGHUP))
    let after = try desk.assay(Desk.article, input: "history\nverify\n")
    #expect(after.exitCode == 0, "\(after.errors)")
    #expect(after.output.contains("claim 2 status: refuted"))
  }

  // MARK: - The screen

  @Test("wraps to the terminal's width, also when that changes")
  func resizes() throws {
    let prompt = try openPlain()
    let wide = try prompt.answer("show 5", prompt: PtyProcess.plainPrompt)
    #expect(widest(wide) > 60 && widest(wide) <= 80)
    try prompt.resize(columns: 40, rows: 24)
    // Readline may draw its line again at the new width, so only what is shown tells the place.
    try prompt.send("show 5\r")
    try prompt.expect("claim 5")
    let narrow = "claim 5" + (try prompt.expect(PtyProcess.plainPrompt))
    #expect(widest(narrow) <= 40)
    #expect(words(narrow) == words(wide))
    try prompt.leave()
  }

  @Test(
    "fits 40 columns",
    arguments: [
      "show 1", "show 3", "claims", "help", "help split", "codebook status", "progress", "sessions",
    ])
  func narrow(command: String) throws {
    let prompt = try openPlain(columns: 40)
    let answer = try prompt.answer(command, prompt: PtyProcess.plainPrompt)
    #expect(widest(answer) <= 40, "\(answer)")
    try prompt.leave()
  }

  /// The columns of the longest line; the sample has no character wider than one but the tram.
  private func widest(_ answer: String) -> Int {
    lines(answer).map { $0.count + ($0.contains("🚋") ? 1 : 0) }.max() ?? 0
  }

  private func words(_ answer: String) -> [Substring] {
    lines(answer).flatMap { $0.split(separator: Character(" ")) }
  }

  /// The lines of an answer, without the next prompt.
  private func lines(_ answer: String) -> [String] {
    Array(answer.split(whereSeparator: \.isNewline).map(String.init).dropLast())
  }

  @Test("colours what it shows")
  func colours() throws {
    let prompt = try open()
    let answer = try prompt.answer("show 1")
    #expect(answer.contains("\u{1B}[0;1;33mthe tram line carried"))
    #expect(!answer.contains("⟦"))
    #expect(!withoutKnownSequences(prompt.transcript).contains("\u{1B}"))
    try prompt.leave()
  }

  @Test(
    "sends no escape sequence where none is wanted",
    arguments: [
      (["TERM": "dumb"], [Desk.article]), (["NO_COLOR": "1"], [Desk.article]),
      ([:], ["--no-color", Desk.article]), ([:], [Desk.article, "--no-color"]),
    ])
  func plain(environment: [String: String], arguments: [String]) throws {
    let prompt = try openPlain(environment: environment, arguments: arguments)
    for command in ["show 1", "claims", "2 refuted", "statsu", "help", "history"] {
      let answer = try prompt.answer(command, prompt: PtyProcess.plainPrompt)
        .replacing("\u{1B}[?2004l", with: "").replacing("\u{1B}[?2004h", with: "")
      #expect(!answer.contains("\u{1B}"), "\(command): \(answer.debugDescription)")
    }
    try prompt.leave()
  }

  @Test("answers a mistyped word with the nearest")
  func nearest() throws {
    let prompt = try openPlain()
    for (typed, answer) in [
      ("statsu", "no command or label is called 'statsu'; did you mean 'status'?"),
      ("refutd", "no command or label is called 'refutd'; did you mean 'refuted'?"),
      ("stance denis", "'stance' has no label 'denis'; did you mean 'denies'?"),
      (
        "label 1 claimtype quote",
        "the codebook has no attribute 'claimtype'; did you mean 'claim-type'?"
      ),
      (
        "evidence 1 x --relatoin refutes",
        "'evidence' has no option '--relatoin'; did you mean '--relation'?"
      ),
      ("xyzzyplugh", "no command or label is called 'xyzzyplugh'; type 'help' for the list"),
      ("show 99", "there is no claim 99; 'claims' lists those there are"),
    ] {
      let said = try prompt.answer(typed, prompt: PtyProcess.plainPrompt)
      #expect(said.hasPrefix("assay: \(answer)\r\n"), "\(said)")
    }
    try prompt.leave()
  }

  // MARK: - First run and history

  @Test("gives a newcomer three lines, once")
  func hint() throws {
    let first = try openPlain()
    #expect(first.transcript.contains("Tab completes"))
    #expect(desk.exists(".local/state/assay/history") == false)
    try first.answer("next", prompt: PtyProcess.plainPrompt)
    try first.leave()
    let second = try openPlain()
    #expect(!second.transcript.contains("Tab completes"))
    try second.leave()
  }

  @Test("remembers lines in a file that only the user can read")
  func history() throws {
    let first = try openPlain()
    try first.answer("show 3", prompt: PtyProcess.plainPrompt)
    try first.leave()
    #expect(desk.mode(of: ".local/state/assay/history") == 0o600)
    #expect(desk.mode(of: ".local/state/assay") == 0o700)
    #expect(try desk.read(".local/state/assay/history") == "show 3\n")
    let second = try openPlain()
    try second.send("\u{1B}[A\r")
    try second.expect("claim 3")
    try second.expect(PtyProcess.plainPrompt)
    try second.leave()
  }

  @Test("puts the history where the user's state is kept")
  func historyElsewhere() throws {
    let state = desk.path("state")
    let prompt = try openPlain(environment: ["TERM": "dumb", "XDG_STATE_HOME": state])
    try prompt.answer("show 3", prompt: PtyProcess.plainPrompt)
    try prompt.leave()
    #expect(desk.exists("state/assay/history"))
  }

  @Test("steps through a replay with a key, and stops at q")
  func steps() throws {
    _ = try desk.assay(Desk.article, input: "1 refuted\n2 mixed\n3 satire\n")
    let replay = try desk.start(["replay", "1", "--step"], environment: ["TERM": "dumb"])
    try replay.expect("6 claims proposed")
    try replay.send(" ")
    try replay.expect("label 1 status refuted")
    try replay.send("\r")
    try replay.expect("label 2 status mixed")
    try replay.send("q")
    #expect(try replay.waitForExit() == .exited(0))
    #expect(!replay.transcript.contains("satire"))
    #expect(replay.isInLineMode())
  }
}
