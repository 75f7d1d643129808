import Glibc
import ProcessSupport
import TestSupport
import Testing

/// `annotate` on a real terminal: what keys leave in the store, and what it leaves of the terminal.
@Suite("annotate", .serialized, .tags(.pty), .timeLimit(.minutes(20)))
struct AnnotateTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.beginSession()
  }

  private static let entering = "\u{1B}[?1049h"
  private static let leaving = "\u{1B}[?1049l"

  private func open(columns: Int = 100, environment: [String: String] = [:]) throws -> PtyProcess {
    let screen = try desk.start(
      ["annotate", Desk.article], environment: environment, columns: columns)
    try screen.expect(Self.entering)
    try screen.expect("keys")
    return screen
  }

  /// The labels of the store's only session: `claim attribute value`.
  private func labels() throws -> [String] {
    try desk.sqlite("SELECT claim || ' ' || attribute || ' ' || value FROM label ORDER BY 1")
      .split(separator: "\n").map(String.init)
  }

  @Test("judges with a key a claim, and gives the terminal back")
  func judges() throws {
    let screen = try open()
    try screen.send("1")
    try screen.expect("verdicts 1/")
    try screen.send("5")
    try screen.expect("verdicts 2/")
    try screen.send("\u{1B}")
    try screen.expect(Self.leaving)
    try screen.expect("2 of ")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(screen.isInLineMode())
    let labels = try labels()
    #expect(labels.contains("1 status supported") && labels.contains("2 status refuted"))
    #expect(labels.filter { $0.hasPrefix("1 ") }.count > 1, "what was offered is accepted with it")
  }

  @Test("takes a paste as text")
  func paste() throws {
    let screen = try open()
    try screen.send("N\u{1B}[200~1 line\r5 more\u{1B}[201~\r")
    try screen.expect("note kept")
    try screen.send("\u{1B}")
    _ = try screen.waitForExit()
    #expect(try labels().isEmpty)
    #expect(try desk.sqlite("SELECT text FROM note").contains("1 line\n5 more"))
  }

  @Test("draws anew in another size, and says when that is too small")
  func resizes() throws {
    let screen = try open()
    try screen.resize(columns: 62, rows: 16)
    try screen.expect("verdicts 0/")
    try screen.resize(columns: 40, rows: 10)
    try screen.expect("needs 60 columns")
    try screen.resize(columns: 80, rows: 24)
    try screen.expect("verdicts 0/")
    try screen.send("1")
    try screen.expect("verdicts 1/")
  }

  @Test("gives the terminal back when a signal ends it", arguments: [SIGTERM, SIGHUP])
  func signals(number: CInt) throws {
    let screen = try open()
    try screen.send("1")
    try screen.expect("verdicts 1/")
    try screen.signal(number)
    try screen.expect(Self.leaving)
    #expect(try screen.waitForExit() == .exited(128 + number))
    #expect(screen.isInLineMode())
    #expect(try labels().contains("1 status supported"))
  }

  @Test("killed at any moment, keeps every key that was shown")
  func killed() throws {
    var rng = SeededGenerator(seed: 7)
    var shown = 0
    var sent = 0
    for _ in 0..<8 {
      let screen = try open()
      for _ in 0..<Int.random(in: 0...3, using: &rng) {
        // Labels of both kinds in turn, so that each key changes the last line.
        try screen.send(sent.isMultiple(of: 2) ? "h" : "d")
        try screen.expect(sent.isMultiple(of: 2) ? "stance hedges" : "stance denies")
        sent += 1
        shown = sent
      }
      try screen.send(sent.isMultiple(of: 2) ? "h" : "d")
      sent += 1
      usleep(UInt32.random(in: 0...3000, using: &rng))
      try screen.signal(SIGKILL)
      #expect(try screen.waitForExit() == .killed(signal: SIGKILL))
      let verified = try desk.assay("verify")
      #expect(verified.exitCode == 0, "\(verified.errors)")
      let stored = try desk.sqlite("SELECT count(*) FROM event WHERE kind = 'labelled'")
      let count = try #require(Int(stored.split(separator: "\n").first ?? ""))
      #expect(count == shown || count == sent)
      (shown, sent) = (count, count)
    }
  }

  @Test("reads the same keys line by line where text cannot be placed")
  func byLines() throws {
    let screen = try desk.start(["annotate", Desk.article], environment: ["TERM": "dumb"])
    try screen.expect("verdicts 0/")
    try screen.send("1\r")
    try screen.expect("verdicts 1/")
    try screen.send("N\r")
    try screen.expect("note:")
    try screen.send("seen in print\r")
    try screen.expect("note kept")
    try screen.send("N\r")
    try screen.expect("note:")
    try screen.send("\u{1B}\r")
    try screen.expect("nothing changed")
    try screen.send("\u{1B}[C\r")
    try screen.expect("claim 3 of")
    try screen.send("\u{4}")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(!screen.transcript.contains("\u{1B}["))
    #expect(try labels().contains("1 status supported"))
  }

  @Test(
    "another program's suggestions stand on the screen and in the store; it ends with the screen")
  func suggestsWith() throws {
    let script = #"""
      echo $$ > PIDFILE
      while read -r line; do
        claim=${line#*\"claim\":\"}; claim=${claim%%\"*}
        printf '{"claim":"%s","suggestions":{"stance":{"value":"reports","confidence":0.9,"reason":"x"}}}\n' \
          "$claim"
      done
      """#
    try desk.write(script.replacing("PIDFILE", with: desk.path("process")), to: "suggest.sh")
    let screen = try desk.start(
      ["annotate", Desk.article, "--suggest-with", "exec sh \(desk.path("suggest.sh"))"],
      columns: 100)
    try screen.expect("(program: x)")
    try screen.send("1")
    try screen.expect("verdicts 1/")
    try screen.send("\u{1B}")
    #expect(try screen.waitForExit() == .exited(0))
    #expect(try labels().contains("1 stance reports"))
    let event = try desk.sqlite(
      "SELECT payload FROM event WHERE kind = 'labelled' AND payload LIKE '%\"reports\"%'")
    #expect(event.contains(#""from":"program""#) && event.contains(#""confidence":0.9"#))
    let id = try #require(pid_t(try desk.read("process").filter(\.isNumber)))
    #expect(kill(id, 0) == -1)
  }

  @Test("says once that another program ended, and goes on")
  func suggestsNothing() throws {
    let screen = try desk.start(
      ["annotate", Desk.article, "--suggest-with", "echo out of memory >&2; exit 9"], columns: 100)
    try screen.expect("ended with code 9 (out of memory)")
    try screen.send("1")
    try screen.expect("verdicts 1/")
    try screen.send("\u{1B}")
    #expect(try screen.waitForExit() == .exited(0))
  }

  @Test("is opened from the prompt and comes back to it")
  func fromThePrompt() throws {
    let prompt = try desk.start([Desk.article], columns: 100)
    try prompt.expect("> ")
    try prompt.send("annotate\r")
    try prompt.expect(Self.entering)
    try prompt.send("1")
    try prompt.expect("verdicts 1/")
    try prompt.send("\u{1B}")
    try prompt.expect(Self.leaving)
    try prompt.expect("> ")
    try prompt.send("undo\r")
    try prompt.expect("undone")
    try prompt.expect("> ")
    try prompt.leave()
    #expect(try labels().isEmpty)
  }

  @Test("says in a script that it needs a terminal")
  func noTerminal() throws {
    let result = try desk.assay("annotate", Desk.article)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("'annotate' needs a terminal for its keys"))
  }
}
