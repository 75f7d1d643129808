import ProcessSupport
import Testing

/// Two readings of one text, and sessions that come in from elsewhere.
@Suite("Readings and imports", .timeLimit(.minutes(20)))
struct ReadingTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func export(_ session: Int = 1, store: String = Desk.store, to name: String) throws {
    let result = try desk.assay(
      "--store", store, "export", "\(session)", "--output", name, "--force")
    try #require(result.exitCode == 0, "\(result.errors)")
  }

  @Test("an import whose title, date or blocks were changed is refused")
  func changed() throws {
    _ = try desk.assay(Desk.article, input: "1 refuted\n")
    try export(to: "e.json")
    let json = try desk.read("e.json")
    for (found, other) in [
      ("\"title\": \"", "\"title\": \"X"), ("\"role\": \"body\"", "\"role\": \"quote\""),
      ("\"language\": ", "\"language\": \"xx\", \"x\": "),
    ] {
      try #require(json.contains(found))
      try desk.write(json.replacing(found, with: other, maxReplacements: 1), to: "e.json")
      let result = try desk.assay("--store", "other.sqlite", "import", "e.json")
      #expect(result.exitCode != 0, "\(found)")
      #expect(try desk.assay("--store", "other.sqlite", "sessions").output == "")
    }
  }

  @Test("an import never changes what a file shows")
  func poison() throws {
    try desk.system("mkdir", "-p", "Sessions")
    let file = "Sessions/harbour-article.txt"
    try desk.system("cp", DocumentTests.root + file, "Sessions")
    try desk.system("cp", DocumentTests.root + "Tests/Earlier/session-1.json", ".")
    let json = try desk.read("session-1.json")
    // A session of a version that hashed no reading: that its date was changed cannot be told.
    let poisoned = json.replacing(
      "\"published\": \"2025-", with: "\"published\": \"1985-", maxReplacements: 1)
    try #require(poisoned != json)
    try desk.write(poisoned, to: "poisoned.json")
    let look = "claims\nshow 1\nshow 10\n"
    let plain = try desk.assay("--store", "plain.sqlite", "--annotator", "otto", file, input: look)
    let taken = try desk.assay("--store", "other.sqlite", "import", "poisoned.json")
    #expect(taken.exitCode == 0, "\(taken.errors)")
    let after = try desk.assay("--store", "other.sqlite", "--annotator", "otto", file, input: look)
    #expect(after.output == plain.output)
    #expect(try desk.assay("--store", "other.sqlite", "verify").exitCode == 0)
    // Both readings are there; the reader's own is the one that is taken.
    let text =
      "load sha256:8c77ea318eb606268035a343ce04b38267187f8883d8d162f34f45c45b3a0ab8 --new\n"
    let loaded = try desk.assay(
      "--store", "other.sqlite", "--annotator", "ida", input: text + look)
    #expect(loaded.output == plain.output, "\(loaded.errors)")
    #expect(try desk.assay("--store", "other.sqlite", "verify").exitCode == 0)
  }

  @Test("import twice, of an older copy, of a newer one and of a fork keeps to the one rule")
  func imports() throws {
    _ = try desk.assay(Desk.article, input: "1 refuted\n")
    try export(to: "short.json")
    _ = try desk.assay(Desk.article, input: "2 mixed\n3 refuted\n")
    try export(to: "long.json")
    let other = "other.sqlite"
    func take(_ file: String) throws -> String {
      let result = try desk.assay("--store", other, "import", file)
      #expect(result.exitCode == 0, "\(result.errors)")
      return result.errors
    }
    #expect(try take("short.json").hasPrefix("imported as session 1"))
    #expect(try take("short.json") == "already here, as session 1; nothing was changed\n")
    #expect(try take("long.json") == "session 1 moved forward by 2 events\n")
    #expect(
      try take("short.json")
        == "already here: session 1 holds it and 2 events more; nothing was changed\n")
    try export(store: other, to: "again.json")
    #expect(try desk.read("again.json") == desk.read("long.json"))
    _ = try desk.assay(Desk.article, input: "4 supported\n")
    try export(to: "longer.json")
    _ = try desk.assay("--store", other, Desk.article, input: "4 refuted\n5 mixed\n")
    #expect(
      try take("longer.json")
        == "imported as session 2, a branch of session 1: they part after event 5, and both are kept\n"
    )
    #expect(try take("longer.json") == "already here, as session 2; nothing was changed\n")
    #expect(try desk.assay("--store", other, "verify").exitCode == 0)
    // The branch that holds more is gone on with, and the other is named.
    let resumed = try desk.assay("--store", other, Desk.article, input: "quit\n")
    #expect(resumed.errors.contains("session 1 "), "\(resumed.errors)")
    #expect(
      resumed.errors.contains(
        "session 2 is a branch of this session: they part after event 5, and it has 6 events\n"))
    let lines = try desk.assay("--store", other, "export", "--all", "--format", "jsonl").output
    let heads = Set(
      lines.split(separator: "\n").compactMap { line in
        line.split(separator: "\"head\":\"").dropFirst().first?.prefix(64)
      })
    #expect(heads.count == 2)
  }

  @Test(
    "the session at hand moves forward under an import, and one that is worked on elsewhere does not"
  )
  func openSession() throws {
    _ = try desk.assay(Desk.article, input: "1 refuted\n")
    try desk.system("cp", Desk.store, "copy.sqlite")
    _ = try desk.assay("--store", "copy.sqlite", Desk.article, input: "2 mixed\n")
    try export(store: "copy.sqlite", to: "e.json")
    let result = try desk.assay(Desk.article, input: "import e.json\nshow 2\n3 refuted\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.contains("session 1 moved forward by 1 event\n"))
    #expect(result.output.contains("mixed"))
    #expect(try desk.assay("verify").exitCode == 0)
  }

  @Test(
    "a session on a reading of an earlier reader is gone on with, and carried over when told to")
  func otherReader() throws {
    let begun = try desk.assay(Desk.article, input: "1 refuted\nnote 2 why\n")
    #expect(begun.exitCode == 0)
    // As if that reader had known no title, no date and fewer kinds of blocks.
    let script = try desk.assay("replay", "1", "--script").output
    let lines = script.split(separator: "\n").map { line -> String in
      guard line.hasPrefix("load ") else { return String(line) }
      let expected = line.split(separator: " ").drop { $0 != "--expect-reading" }.prefix(2)
      let length = SampleArticle.text.utf8.count
      let reading =
        "--reading '{\"blocks\":[{\"role\":\"body\",\"span\":[0,\(length)]}],\"metadata\":{}}'"
      let proposals = line.split(separator: " ").drop { $0 != "--expect-proposals" }.prefix(2)
      return String(line).replacing(expected.joined(separator: " "), with: reading)
        .replacing(proposals.joined(separator: " "), with: "")
    }
    let store = "earlier.sqlite"
    let made = try desk.assay("--store", store, input: lines.joined(separator: "\n") + "\n")
    try #require(made.exitCode == 0, "\(made.errors)")
    let resumed = try desk.assay("--store", store, Desk.article, input: "show 1\n")
    #expect(
      resumed.errors.contains(
        "warning: session 1 was made on another reading of this text: title none"))
    #expect(
      resumed.errors.contains("'open 1 --article notice.txt' carries it over to the reading of now")
    )
    #expect(resumed.output.contains("refuted"))
    let carried = try desk.assay(
      "--store", store, "open", "1", "--article", Desk.article, input: "show 1\n")
    #expect(carried.exitCode == 0, "\(carried.errors)")
    #expect(carried.output.contains("refuted"))
    let again = try desk.assay("--store", store, Desk.article, input: "show 2\n")
    #expect(again.errors.contains("session 2 ") && !again.errors.contains("another reading"))
    #expect(again.output.contains("why"))
    #expect(try desk.assay("--store", store, "verify").exitCode == 0)
    for session in ["1", "2"] {
      let script = try desk.assay("--store", store, "replay", session, "--script").output
      let rebuilt = try desk.assay("--store", "again-\(session).sqlite", input: script)
      #expect(rebuilt.exitCode == 0, "\(rebuilt.errors)")
      #expect(
        try desk.assay("--store", "again-\(session).sqlite", "export", "1", "--format", "json")
          .output
          == desk.assay("--store", store, "export", session, "--format", "json").output)
    }
  }

  @Test("a script rebuilds a session with its id and key, once a store")
  func identity() throws {
    _ = try desk.assay(Desk.article, input: "1 refuted\n")
    let script = try desk.assay("replay", "1", "--script").output
    let id = try #require(script.split(separator: " --id ").dropFirst().first?.prefix(32))
    #expect(id.allSatisfy { "0123456789abcdef".contains($0) })
    let key = "ed25519:" + String(repeating: "0f", count: 32)
    let keyed = script.replacing(" --id ", with: " --key \(key) --id ")
    for (text, store) in [(script, "a.sqlite"), (keyed, "b.sqlite")] {
      #expect(try desk.assay("--store", store, input: text).exitCode == 0)
    }
    try export(to: "e.json")
    try export(store: "a.sqlite", to: "a.json")
    try export(store: "b.sqlite", to: "b.json")
    #expect(try desk.read("a.json") == desk.read("e.json"))
    #expect(try desk.read("b.json").contains("\"key\":\"\(key)\""))
    #expect(
      try desk.assay("--store", "b.sqlite", "replay", "1", "--script").output.contains(
        " --id \(id) --key \(key) "))
    let twice = try desk.assay("--store", "a.sqlite", input: script)
    #expect(twice.exitCode == 1)
    #expect(
      twice.errors.contains(
        "the session that this would begin is there already, as session 1; rebuild it in another store"
      ))
    for wrong in ["--id xyz", "--key \(id)"] {
      let result = try desk.assay("--store", "c.sqlite", input: "load notice.txt --new \(wrong)\n")
      #expect(result.exitCode != 0 && result.errors.contains("is no "))
    }
  }

  @Test("a second session on an article is another session, but not under one clock without an id")
  func unnamed() throws {
    let script = "clock 2026-03-01T09:30:00.000Z\nload notice.txt --new\n"
    #expect(try desk.assay(input: script).exitCode == 0)
    #expect(try !desk.assay("replay", "1", "--script").output.contains("--id"))
    #expect(try desk.assay(input: script).errors.contains("is there already, as session 1"))
    #expect(try desk.assay(Desk.article, "--new", input: "quit\n").exitCode == 0)
    #expect(try desk.assay("replay", "2", "--script").output.contains("--id"))
  }
}
