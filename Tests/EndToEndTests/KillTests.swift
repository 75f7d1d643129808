import Glibc
import ProcessSupport
import TestSupport
import Testing

/// SIGKILL at random moments: what was acknowledged is in the store, and the rest is whole.
@Suite("Killed", .serialized, .timeLimit(.minutes(20)))
struct KillTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.beginSession()
  }

  /// The tags that the store remembers, in order; the store is proved whole on the way.
  private func tagsInStore() throws -> [String] {
    let result = try desk.assay(Desk.article, input: "history\nverify\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("session 1 "), "resumes the session: \(result.errors)")
    return result.output.split(separator: "\n").compactMap { line in
      line.firstRange(of: " tagged ").map { String(line[$0.upperBound...]) }
    }
  }

  @Test("at the prompt, keeps every decision after which the prompt came back")
  func atPrompt() throws {
    var rng = SeededGenerator(seed: 2)
    var sent: [String] = []
    var acknowledged = 0
    for _ in 0..<14 {
      let prompt = try desk.start(environment: ["TERM": "dumb"])
      try prompt.expect(PtyProcess.plainPrompt)
      for _ in 0..<Int.random(in: 0...4, using: &rng) {
        sent.append("t\(sent.count)")
        try prompt.answer("tag 1-3 \(sent[sent.count - 1])", prompt: PtyProcess.plainPrompt)
        acknowledged = sent.count
      }
      sent.append("t\(sent.count)")
      try prompt.send("tag \(sent.count % 6 + 1) \(sent[sent.count - 1])\r")
      usleep(UInt32.random(in: 0...2500, using: &rng))
      try prompt.signal(SIGKILL)
      #expect(try prompt.waitForExit() == .killed(signal: SIGKILL))

      let stored = try tagsInStore().uniqued
      #expect(stored.count >= acknowledged)
      // The command that nobody waited for is there or not; the next run goes on from what is.
      if stored.count < sent.count { sent.removeLast() }
      #expect(stored == sent)
      acknowledged = sent.count
    }
  }

  @Test("in a script, keeps every decision that was confirmed", arguments: 0..<14 as Range<UInt64>)
  func inScript(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    let tags = (0..<300).map { "t\($0)" }
    try desk.write(
      tags.enumerated().map { "tag \($0 % 6 + 1) \($1)\n" }.joined(), to: "script.txt")
    let script = try desk.startShell("exec $ASSAY \(Desk.article) < script.txt")
    let first = Int.random(in: 0...60, using: &rng)
    try script.expect("tagged t\(first)\r\n")
    usleep(UInt32.random(in: 0...2500, using: &rng))
    try script.signal(SIGKILL)
    try script.waitForExit()

    let confirmed = script.transcript.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    )
    .dropLast().count { $0.contains(": tagged t") }
    let stored = try tagsInStore()
    #expect(stored == Array(tags.prefix(stored.count)))
    #expect(stored.count >= confirmed)
    #expect(confirmed > first)
    // The session takes new decisions.
    let next = try desk.assay(Desk.article, input: "2 refuted\nverify\n")
    #expect(next.exitCode == 0, "\(next.errors)")
  }

  @Test("half-way, goes on where it was and rebuilds to the byte")
  func halfWay() throws {
    let lines = SampleArticle.work.split(separator: "\n")
    let prompt = try desk.start(environment: ["TERM": "dumb"])
    try prompt.expect(PtyProcess.plainPrompt)
    for line in lines.prefix(lines.count / 2) {
      try prompt.answer(String(line), prompt: PtyProcess.plainPrompt)
    }
    try prompt.signal(SIGKILL)
    try prompt.waitForExit()
    let rest = lines.dropFirst(lines.count / 2).joined(separator: "\n")
    let resumed = try desk.assay(Desk.article, input: rest + "\nreplay --verify\n")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    try RoundTripTests.expectRebuilds(session: 1, of: desk)
  }
}

extension [String] {
  /// Each once, in the order of its first place.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
