import ProcessSupport
import Testing

/// Text that would steer the terminal, hide, or take for ever.
@Suite("Hostile text", .timeLimit(.minutes(20)))
struct HostileTextTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  static let escape = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{1B}[31m"
  static let override = "\u{202E}desrever\u{202C}\u{2066}\u{200B}"
  /// Byte sequences that must not come out: escape, bell, C1 in UTF-8, bidi overrides and isolates.
  private func expectTame(_ output: [UInt8], _ comment: String) {
    let text = String(decoding: output, as: UTF8.self)
    let raw = text.unicodeScalars.first {
      $0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r" || (0x7F..<0xA0).contains($0.value)
        || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
    #expect(raw == nil, "\(comment): \(text.debugDescription)")
  }

  private var article: String {
    """
    The \(Self.escape)mayor\(Self.override) resigns

    2026-02-10

    The \(Self.escape)mayor said on Monday that \(Self.override) he had resigned.

    The port of \u{9B}31m Westmark closed in 2024. \u{85}\u{2028}It will not open again.

    """
  }

  @Test("sends nothing of an article to the terminal that would steer it")
  func reading() throws {
    try desk.write(article, to: "hostile\u{1B}[31m.txt")
    let name = "hostile\u{1B}[31m.txt"
    for arguments in [
      ["read", name], ["split", name], ["read", "missing\u{1B}[31m\u{202E}.txt"],
    ] {
      let result = try runProcess(
        builtProgram("assay"), arguments, environment: ["HOME": desk.folder], folder: desk.folder)
      expectTame(result.standardOutput, arguments[0])
      expectTame(result.standardError, arguments[0])
    }
    for arguments in [["read", "--format", "json", name], ["split", "--format", "jsonl", name]] {
      let result = try runProcess(
        builtProgram("assay"), arguments, environment: ["HOME": desk.folder], folder: desk.folder)
      #expect(result.exitCode == 0)
      #expect(!result.standardOutput.contains(0x1B))
    }
  }

  /// A session in which everything that a user or a file can say is hostile.
  private func makeSession() throws {
    try desk.write(article, to: Desk.article)
    let dirt = Self.escape + Self.override
    let result = try desk.assay(
      "--annotator", "ann\(dirt)",
      input: """
        load \(Desk.article)
        add "resigned"
        source . Mayor \(dirt)
        note . seen \(dirt)
        tag . tag\(dirt)
        statement . it \(dirt)
        evidence . "https://example.org/\(dirt)" --quote "it \(dirt)"
        note --session all \(dirt)
        drop .
        undo
        history
        claims
        show
        sessions
        save
        find mayor
        filter tag=tag\(dirt)
        search seen
        label . \(dirt) x
        """)
    expectTame(result.standardOutput, "script")
    expectTame(result.standardError, "script")
    #expect(result.errors.contains("the codebook has no attribute"), "\(result.errors)")
  }

  @Test("sends nothing of a session to the terminal that would steer it")
  func session() throws {
    try makeSession()
    for arguments in [
      ["sessions"], ["search", "seen"], ["replay", "1", "--script"],
      ["replay", "1", "--speed", "1000000"], ["sessions", "--format", "jsonl"],
      ["export", "1"], ["export", "1", "--format", "jsonl"],
      ["search", "seen", "--format", "jsonl"],
    ] {
      let result = try runProcess(
        builtProgram("assay"), arguments, environment: ["HOME": desk.folder], folder: desk.folder)
      #expect(result.exitCode == 0, "\(result.errors)")
      if arguments.contains("--format") || arguments[0] == "export" {
        // JSON keeps every character; those that steer a terminal are escaped in it.
        #expect(!result.standardOutput.contains { $0 < 0x20 && $0 != 0x0A }, "\(arguments)")
      } else {
        expectTame(result.standardOutput, "\(arguments)")
      }
      expectTame(result.standardError, "\(arguments)")
    }
    try RoundTripTests.expectRebuilds(session: 1, of: desk)
  }

  @Test("sends only our own colours to a terminal", .tags(.pty))
  func terminal() throws {
    try makeSession()
    let prompt = try desk.start(["open", "1"])
    try prompt.expect(PtyProcess.styledPrompt)
    for command in ["show", "claims", "history", "replay --script", "progress", "statement"] {
      try prompt.answer(command)
    }
    let left = withoutKnownSequences(prompt.transcript).replacing("\r\n", with: "\n")
      .replacing("\r", with: "")
    expectTame(Array(left.utf8), "transcript")
    try prompt.leave()
  }

  @Test("takes lines as a terminal may send them", .tags(.pty))
  func keys() throws {
    try desk.beginSession()
    let prompt = try desk.start(environment: ["TERM": "dumb"])
    try prompt.expect(PtyProcess.plainPrompt)
    try prompt.send("note . a\u{16}\u{1B}[31mb\r")
    try prompt.expect("note kept")
    try prompt.expect(PtyProcess.plainPrompt)
    #expect(try prompt.answer("show", prompt: PtyProcess.plainPrompt).contains("a^[[31mb"))
    try prompt.leave()
  }

  @Test(
    "bounds its work on texts without end",
    arguments: ["no full stop", "quotes", "brackets", "one word", "line feeds"])
  func bounded(kind: String) throws {
    // A quarter of a megabyte, for this is the unoptimised program on a busy machine; that the time
    // grows with the text and no faster is for the benchmark.
    let text =
      switch kind {
      case "no full stop": String(repeating: "word and more ", count: 75_000 / 4)
      case "quotes": "He said \"" + String(repeating: "\"", count: 100_000) + " it rained.\n"
      case "brackets": String(repeating: "((“[ ", count: 25_000) + "it rained.\n"
      case "one word": String(repeating: "x", count: 1_000_000)
      default: "It rained." + String(repeating: "\n", count: 500_000) + "It was wet."
      }
    try desk.write("Title\n\n" + text, to: "long.txt")
    let result = try desk.assay("split", "long.txt", "--format", "jsonl")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("{\"schema\":"))
  }

  @Test("bounds its work on a line without end", arguments: ["\"", "a", "note . \"", "1,"])
  func longLine(piece: String) throws {
    try desk.beginSession()
    let result = try desk.assay(
      Desk.article, "--keep-going",
      input: String(repeating: piece, count: 300_000 / piece.utf8.count) + "\nshow 1\n")
    #expect(result.output.contains("claim 1  1 of 6"))
    #expect(result.standardError.count < 1_500_000)
  }

  @Test("refuses a text with zero bytes in it")
  func zeroBytes() throws {
    try desk.write(Array("The mayor \0 resigned. It rained on Monday.\n".utf8), to: "zero.txt")
    let result = try desk.assay("split", "zero.txt")
    #expect(result.exitCode == 65)
    #expect(result.errors.contains("'zero.txt'"))
    let line = try desk.assay("--keep-going", input: "no\0te\nhelp show\n")
    #expect(line.output.contains("show"))
    expectTame(line.standardError, "a line with a zero byte")
  }
}
