import Glibc
import ProcessSupport
import Testing

extension Tag {
  @Tag static var pty: Self
}

/// What needs a real terminal: the probe program on a pseudo-terminal.
@Suite("On a terminal", .serialized, .tags(.pty), .timeLimit(.minutes(20)))
struct PtyTests {
  static let prompt = "probe\u{1B}[0m> "
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(
    _ arguments: [String], environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PtyProcess {
    try PtyProcess(
      builtProgram("LineReaderProbe"), arguments, environment: environment, folder: folder.path,
      columns: columns, rows: rows)
  }

  private func startLines(environment: [String: String] = [:]) throws -> PtyProcess {
    let probe = try start(["lines", folder.file("history")], environment: environment)
    try probe.expect(Self.prompt)
    return probe
  }

  private func leave(_ probe: PtyProcess) throws {
    try probe.send("\u{4}")
    try probe.expect("[end]")
    #expect(try probe.waitForExit() == .exited(0))
    #expect(probe.transcript.hasSuffix("[end]\r\n"))
  }

  // MARK: - LineReader

  @Test("reads what is typed, edits included, until Ctrl-D")
  func types() throws {
    let probe = try startLines()
    try probe.send("shwo\u{8}\u{8}ow 3\r")
    try probe.expect("[line: show 3] 80 columns")
    try probe.expect(Self.prompt)
    try probe.send("\r")
    try probe.expect("[line: ]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("takes UTF-8, whatever the locale says", arguments: ["C.UTF-8", "C", "POSIX", ""])
  func unicode(locale: String) throws {
    let probe = try startLines(environment: ["LC_ALL": locale])
    // Backspace takes a whole character back, and the cursor moves over one.
    try probe.send("Zoë 漢字é\u{7F}\u{2}x\r")
    try probe.expect("[line: Zoë 漢x字]")
    try probe.expect(Self.prompt)
    try probe.send("e\u{301}😀\r")
    try probe.expect("[line: e\u{301}😀]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("recalls lines of this run and the last, each once, from a private file")
  func history() throws {
    let probe = try startLines()
    for line in ["first", "second", "first"] {
      try probe.send(line + "\r")
      try probe.expect("[line: \(line)]")
      try probe.expect(Self.prompt)
    }
    try probe.send("\u{10}\u{10}\r")
    try probe.expect("[line: second]")
    try probe.expect(Self.prompt)
    #expect(folder.mode(of: "history") == 0o600)
    // What the prompt took is in the file already.
    try probe.signal(SIGKILL)
    #expect(try probe.waitForExit() == .killed(signal: SIGKILL))

    let again = try startLines()
    try again.send("\u{1B}[A\u{1B}[A\r")
    try again.expect("[line: first]")
    try again.expect(Self.prompt)
    // Five lines are kept, so the oldest falls out.
    for line in ["3", "4", "5", "6"] {
      try again.send(line + "\r")
      try again.expect("[line: \(line)]")
      try again.expect(Self.prompt)
    }
    try again.send("\u{1B}<\r")
    try again.expect("[line: first]")
    try again.expect(Self.prompt)
    try leave(again)
  }

  @Test("says when the history file cannot be used, and goes on")
  func historyFailure() throws {
    let probe = try start(["lines", folder.path])
    try probe.expect("[history: cannot use \(folder.path): it is no regular file]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("completes the only word that fits and puts a space behind it")
  func completesUnique() throws {
    let probe = try startLines()
    try probe.send("sh\t1\r")
    try probe.expect("[line: show 1]")
    try probe.expect(Self.prompt)
    try probe.send("stat\tx\r")
    try probe.expect("[line: status=x]")
    try probe.expect(Self.prompt)
    try probe.send("source sh\t\r")
    try probe.expect("[line: source \"Shen Guofang\" ]")
    try probe.expect(Self.prompt)
    try probe.send("source zo\t\r")
    try probe.expect("[line: source \"Zoë Ångström\" ]")
    try probe.expect(Self.prompt)
    try probe.send("source 'Kof\t\r")
    try probe.expect("[line: source 'Kofi Annan' ]")
    try probe.expect(Self.prompt)
    try probe.send("source China's sh\t\r")
    try probe.expect("[line: source China's \"Shen Guofang\" ]")
    try probe.expect(Self.prompt)
    try probe.send("source nobody\t\r")
    try probe.expect("[line: source nobody]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("completes what the choices share, then lists them in their order")
  func completesCommon() throws {
    let probe = try startLines()
    try probe.send("source k\t")
    // The quote is opened, since two of the choices need one.
    try probe.expect("\"Ko")
    try probe.send("\t\t")
    try probe.expect("Kofi Annan")
    try probe.expect("Kong Quan")
    try probe.expect("Konrad")
    try probe.send("ng\t\r")
    try probe.expect("[line: source \"Kong Quan\" ]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("completes file names")
  func completesFiles() throws {
    try folder.write([], to: "plain.txt")
    try folder.write([], to: "two words.txt")
    let probe = try startLines()
    try probe.send("read pl\t\r")
    try probe.expect("[line: read plain.txt ]")
    try probe.expect(Self.prompt)
    try probe.send("read China's tw\t\r")
    try probe.expect("[line: read China's \"two words.txt\" ]")
    try probe.expect(Self.prompt)
    try probe.send("read 'tw\t\r")
    // Readline puts its own quotes around a file name.
    try probe.expect("[line: read \"two words.txt\" ]")
    try probe.expect(Self.prompt)
    try probe.send("read tw\t\r")
    try probe.expect("[line: read \"two words.txt\" ]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("can be interrupted while it asks whether to list many choices")
  func interruptsQuestion() throws {
    let probe = try startLines()
    try probe.send("many ch\t\t\t")
    try probe.expect("220 possibilities?")
    try probe.send("\u{3}")
    try probe.expect("[interrupted]")
    try probe.expect(Self.prompt)
    try probe.send("many\r")
    try probe.expect("[line: many]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("drops the line at Ctrl-C and goes on")
  func interrupts() throws {
    let probe = try startLines()
    try probe.send("half a comm")
    try probe.expect("half a comm")
    try probe.send("\u{3}")
    try probe.expect("^C\r\n")
    try probe.expect("[interrupted]")
    try probe.expect(Self.prompt)
    // So it does in the middle of a search. One letter, so that none is on its way when Ctrl-C is typed.
    try probe.send("\u{12}h")
    try probe.expect("failed reverse-i-search")
    try probe.send("\u{3}")
    try probe.expect("[interrupted]")
    try probe.expect(Self.prompt)
    try probe.send("whole\r")
    try probe.expect("[line: whole]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("follows the terminal's size")
  func resizes() throws {
    let probe = try startLines()
    try probe.send("some text that stays")
    try probe.expect("stays")
    try probe.resize(columns: 40, rows: 10)
    try probe.expect("probe")
    try probe.send("\r")
    try probe.expect("[line: some text that stays] 40 columns")
    try probe.expect(Self.prompt)
    // A longer line than the new width wraps at it.
    try probe.send(String(repeating: "x", count: 60))
    try probe.expect(String(repeating: "x", count: 33))
    try probe.send("\r")
    try probe.expect("] 40 columns")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("leaves in order at a signal to end", arguments: [SIGTERM, SIGHUP])
  func terminates(signal: CInt) throws {
    let probe = try startLines()
    try probe.send("half a command")
    try probe.expect("command")
    try probe.signal(signal)
    try probe.expect("\r\n")
    try probe.expect("[terminated \(signal)]")
    #expect(probe.isInLineMode())
    #expect(try probe.waitForExit() == .exited(3))
  }

  @Test("takes no half-typed line from a terminal that went away")
  func hangsUp() throws {
    let probe = try startLines()
    try probe.send("drop 1")
    try probe.expect("drop 1")
    probe.hangUp()
    let status = try probe.waitForExit()
    #expect(status != .killed(signal: SIGHUP))
    #expect(folder.mode(of: "history") == 0)
  }

  @Test("stops at SIGTSTP with the terminal as it was, and draws the line again afterwards")
  func stops() throws {
    // A shell between, since the system stops no process that nobody could wake.
    let probe = try PtyProcess(
      "/bin/sh",
      ["-c", "set -m; '\(builtProgram("LineReaderProbe"))' lines; echo stopped; fg; echo over"],
      folder: folder.path)
    try probe.expect(Self.prompt)
    try probe.send("half")
    try probe.expect("half")
    try probe.send("\u{1A}")
    try probe.expect("stopped")
    try probe.expect("half")
    try probe.send(" done\r")
    try probe.expect("[line: half done]")
    try probe.expect(Self.prompt)
    try probe.send("\u{4}")
    try probe.expect("over")
    #expect(try probe.waitForExit() == .exited(0))
  }

  @Test("edits as the user's inputrc says")
  func inputrc() throws {
    try folder.write(
      Array("set editing-mode vi\n$if probe\n\"\\C-g\": \"from inputrc\"\n$endif\n".utf8),
      to: "inputrc")
    let probe = try startLines(environment: ["INPUTRC": folder.file("inputrc")])
    try probe.send("abc\u{1B}0ix\r")
    try probe.expect("[line: xabc]")
    try probe.expect(Self.prompt)
    try probe.send("\u{7}\r")
    try probe.expect("[line: from inputrc]")
    try probe.expect(Self.prompt)
    try leave(probe)
  }

  @Test("refuses a standard input that is no terminal")
  func noTerminal() throws {
    let result = try runProcess(builtProgram("LineReaderProbe"), ["lines"])
    #expect(result.exitCode == 1)
    #expect(
      result.errors
        == "standard input is not a terminal; start the program in one, "
        + "or give it commands as a script\n"
    )
  }

  // MARK: - RawKeys

  @Test("reads single keys and leaves the terminal as it was")
  func keys() throws {
    let probe = try start(["keys"])
    try probe.expect("[ready]")
    #expect(!probe.isInLineMode())
    try probe.send("d\u{3}\u{1B}[A漢\r")
    for key in [#"character("d")"#, #"control("c")"#, "up", #"character("\u{6F22}")"#, "enter"] {
      try probe.expect("[key(Terminal.Key.\(key))]")
    }
    try probe.send("\u{1B}")
    try probe.expect("[key(Terminal.Key.escape)]")
    try probe.resize(columns: 100, rows: 30)
    try probe.expect("[resized] 100 columns")
    try probe.send("q")
    try probe.expect("[left]")
    #expect(probe.isInLineMode())
    #expect(try probe.waitForExit() == .exited(0))
  }

  @Test("gives the terminal back at a signal to end", arguments: [SIGINT, SIGTERM, SIGHUP])
  func keysTerminated(signal: CInt) throws {
    let probe = try start(["keys"])
    try probe.expect("[ready]")
    try probe.signal(signal)
    try probe.expect("[terminated(signal: \(signal))]")
    try probe.expect("[left]")
    #expect(probe.isInLineMode())
    #expect(try probe.waitForExit() == .exited(3))
  }

  @Test("gives the terminal back while it is stopped")
  func keysStopped() throws {
    let probe = try PtyProcess(
      "/bin/sh",
      ["-c", "set -m; '\(builtProgram("LineReaderProbe"))' keys; stty -a; echo stopped; fg"],
      folder: folder.path)
    try probe.expect("[ready]")
    try probe.send("\u{1A}")
    try probe.expect(" icanon")
    try probe.expect("stopped")
    try probe.send("q")
    try probe.expect("[left]")
    #expect(try probe.waitForExit() == .exited(0))
  }

  // MARK: - Pager

  @Test("shows what fits the screen without a pager, and the rest in it")
  func pages() throws {
    try folder.write(Array("#!/bin/sh\nsed 's/^/paged /'\n".utf8), to: "pager", mode: 0o755)
    let short = try start(["page", "23"], environment: ["PAGER": "./pager"])
    try short.expect("line 23")
    try short.expect("[shown]")
    #expect(!short.transcript.contains("paged"))
    let long = try start(["page", "24"], environment: ["PAGER": "./pager"])
    try long.expect("paged \u{1B}[0;31mline 1\u{1B}[0m\r\n")
    try long.expect("line 24")
    try long.expect("[shown]")
    #expect(try long.waitForExit() == .exited(0))
  }

  @Test("goes on where the pager ends early, and shows all where there is none")
  func pagerFails() throws {
    let early = try start(["page", "100000"], environment: ["PAGER": "head -n 1"])
    try early.expect("line 1")
    try early.expect("[shown]")
    #expect(!early.transcript.contains("line 2"))
    let missing = try start(["page", "30"], environment: ["PAGER": "no-such-pager"])
    try missing.expect("line 30")
    try missing.expect("[shown]")
    let none = try start(["page", "30"], environment: ["PAGER": "cat"])
    try none.expect("[no pager]")
    let dumb = try start(["page", "30"], environment: ["TERM": "dumb"])
    try dumb.expect("[no pager]")
  }
}
