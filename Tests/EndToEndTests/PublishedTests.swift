import ProcessSupport
import Testing

/// The option `--published`, for files that do not say when their article was published.
@Suite("The date of an article", .timeLimit(.minutes(20)))
struct PublishedTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.write(
      "The ferry sank off the pier on Monday, the harbour master said. Nobody was hurt.\n",
      to: "ferry.txt")
  }

  @Test("settles the days of a file that gives no date", arguments: ["fast", "encoder"])
  func split(engine: String) throws {
    let plain = try desk.assay("split", "ferry.txt", "--engine", engine, "--format", "jsonl")
    #expect(plain.output.contains(#""published":null"#))
    #expect(plain.output.contains(#""text":"Monday","from":null"#))
    let dated = try desk.assay(
      "split", "ferry.txt", "--engine", engine, "--format", "jsonl", "--published", "2026-03-04")
    #expect(dated.exitCode == 0 && dated.errors == "")
    #expect(dated.output.contains(#""published":"2026-03-04""#))
    #expect(dated.output.contains(#""from":"2026-03-02","to":"2026-03-02""#))
  }

  @Test("holds for the lines of a stream that give none of their own")
  func stream() throws {
    let lines = """
      {"id": 1, "text": "The ferry sank on Monday."}
      {"id": 2, "text": "The ferry sank on Monday.", "published": "2026-03-12"}

      """
    let result = try desk.assay(
      "split", "--stdin-jsonl", "--published=2026-03-04", input: lines)
    let answers = result.output.split(separator: "\n")
    try #require(answers.count == 2)
    #expect(answers[0].contains(#""from":"2026-03-02""#))
    #expect(answers[1].contains(#""from":"2026-03-09""#))
  }

  @Test("is kept with the article of a session, and in the script that rebuilds it")
  func session() throws {
    let begun = try desk.assay("ferry.txt", "--published", "2026-03-04", input: "show 1\n")
    #expect(begun.exitCode == 0, "\(begun.errors)")
    #expect(begun.output.contains("2026-03-02"))
    let script = try desk.assay("replay", "1", "--script").output
    #expect(script.contains(" --reading ") && script.contains("2026-03-04"))
    let again = try desk.assay("--store", "other.sqlite", input: script)
    #expect(again.exitCode == 0, "\(again.errors)")
    let first = try desk.assay("export", "1", "--format", "json").output
    #expect(first.contains("2026-03-02"))
    #expect(
      try desk.assay("--store", "other.sqlite", "export", "1", "--format", "json").output == first)
  }

  @Test("says so where the session was made with another date, and carries it over when told to")
  func known() throws {
    _ = try desk.assay("ferry.txt", input: "1 refuted\n")
    let resumed = try desk.assay("ferry.txt", "--published", "2026-03-04", input: "show 1\n")
    #expect(
      resumed.errors.contains(
        "warning: session 1 was made on another reading of this text: date none, now '2026-03-04'; it is "
          + "opened as it was made, and 'open 1 --article ferry.txt --published 2026-03-04' carries it "
          + "over to the reading of now\n"))
    #expect(!resumed.output.contains("2026-03-02") && resumed.output.contains("refuted"))
    let carried = try desk.assay(
      "open", "1", "--article", "ferry.txt", "--published", "2026-03-04", input: "show 1\n")
    #expect(carried.exitCode == 0, "\(carried.errors)")
    #expect(carried.output.contains("2026-03-02") && carried.output.contains("refuted"))
    let again = try desk.assay("ferry.txt", "--published", "2026-03-04", input: "show 1\n")
    #expect(!again.errors.contains("another reading"))
    #expect(again.errors.contains("session 2 "))
    let new = try desk.assay("ferry.txt", "--new", "--published", "2026-03-05", input: "show 1\n")
    #expect(!new.errors.contains("another reading"))
    #expect(new.errors.contains("session 3 "))
    #expect(try desk.assay("verify").exitCode == 0)
  }

  @Test("refuses what is no date", arguments: ["4 March", "2026-02-30", "", "2026-3-4"])
  func wrong(date: String) throws {
    for words in [("split", "ferry.txt"), ("--quiet", "ferry.txt"), ("split", "--stdin-jsonl")] {
      let result = try desk.assay(words.0, words.1, "--published", date)
      #expect(result.exitCode == 64, "\(words)")
      #expect(result.errors == "assay: '\(date)' is not a date; write it as 2026-03-01\n")
    }
  }
}
