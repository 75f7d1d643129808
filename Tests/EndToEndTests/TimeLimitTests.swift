import ProcessSupport
import Testing

/// Articles whose analysis takes longer than the user allows or wants to wait.
@Suite("The time limit of an article", .timeLimit(.minutes(20)))
struct TimeLimitTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// More words than the encoder reads, which takes it ten seconds and more.
  private static let endless = String(
    repeating: "The mayor of Lund said on Monday that the dam would hold and that wages rose. ",
    count: 10_000)

  @Test("refuses the article that takes too long, and goes on with the others")
  func batch() throws {
    try desk.system("mkdir", "many")
    try desk.write("The dam held, the mayor said. Nobody was hurt.\n", to: "many/a.txt")
    try desk.write(Self.endless, to: "many/b.txt")
    try desk.write("The bridge fell, the mayor said. Nobody was hurt.\n", to: "many/c.txt")
    let result = try desk.assay(
      "split", "many", "--format", "jsonl", "--time-limit", "5", "--jobs", "2")
    #expect(result.exitCode == 1)
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(
      result.errors
        == "assay: 'many/b.txt': looking for its claims took longer than 5 s; allow more with "
        + "'--time-limit SECONDS'\nassay: 1 of 3 articles failed\n")
  }

  @Test("refuses an article that is alone", arguments: ["fast", "encoder"])
  func alone(engine: String) throws {
    try desk.write("The dam held, the mayor said. Nobody was hurt.\n", to: "a.txt")
    let result = try desk.assay(
      "split", "a.txt", "--engine", engine, "--time-limit", "0.000001")
    #expect(result.exitCode == 1 && result.output == "")
    #expect(result.errors.hasPrefix("assay: looking for its claims took longer than 1e-06 s; "))
    #expect(
      try desk.assay("split", "a.txt", "--engine", engine, "--time-limit", "0").exitCode == 0)
  }

  @Test("answers every line of a stream, one that takes too long with an error")
  func stream() throws {
    let text = "The dam held, the mayor said. Nobody was hurt."
    let lines = [
      "{\"id\": 1, \"text\": \"\(text)\"}", "", "  \t",
      "{\"id\": 2, \"text\": \"\(Self.endless)\"}",
      "[]", "{\"id\": 3}", "{\"id\": [4], \"text\": \"\(text)\"}", "{\"id\": 5, \"text\": \"\"}",
      "\u{0}", "{\"id\": 6, \"text\": \"\(text)\"}", "",
    ]
    let result = try desk.assay(
      "split", "--stdin-jsonl", "--engine", "encoder", "--time-limit", "5", "--jobs", "2",
      input: lines.joined(separator: "\n") + "\n")
    #expect(result.exitCode == 0 && result.errors == "")
    let answers = result.output.split(separator: "\n").map(String.init)
    try #require(answers.count == lines.count)
    let starts = [
      "{\"id\":1,\"schema\"", "{\"id\":null,\"error\":\"1:1: it is empty\"}",
      "{\"id\":null,\"error\":\"1:4: it is empty\"}",
      "{\"id\":2,\"error\":\"looking for its claims took longer than 5 s", "{\"id\":null,\"error\"",
      "{\"id\":3,\"error\"", "{\"id\":null,\"error\"", "{\"id\":5,\"error\"",
      "{\"id\":null,\"error\"", "{\"id\":6,\"schema\"",
      "{\"id\":null,\"error\":\"1:1: it is empty\"}",
    ]
    for (answer, start) in zip(answers, starts) {
      #expect(answer.hasPrefix(start), "\(answer.prefix(100))")
    }
  }

  @Test("begins no session on an article that takes too long")
  func load() throws {
    try desk.write("The dam held, the mayor said. Nobody was hurt.\n", to: "a.txt")
    let result = try desk.assay(
      "--keep-going", input: "load a.txt --time-limit 0.000001\nsessions\n")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("looking for its claims took longer than 1e-06 s"))
    #expect(try desk.sqlite("select count(*) from session").hasPrefix("0"))
  }

  @Test("ends an analysis at Ctrl-C and keeps the prompt and its session", .tags(.pty))
  func interrupted() throws {
    try desk.beginSession()
    try desk.write(Self.endless, to: "endless.txt")
    let prompt = try desk.start(environment: ["TERM": "dumb"])
    try prompt.expect(PtyProcess.plainPrompt)
    try prompt.send("load endless.txt\r")
    try prompt.expect("\r\n")
    try prompt.send("\u{3}")
    try prompt.expect("assay: interrupted")
    try prompt.expect(PtyProcess.plainPrompt)
    #expect(try prompt.answer("sessions", prompt: PtyProcess.plainPrompt).contains("1 "))
    #expect(try desk.sqlite("select count(*) from session").hasPrefix("1"))
    try prompt.leave()
  }
}
