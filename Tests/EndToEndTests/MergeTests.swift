import ProcessSupport
import Testing

/// Whole stores that are united.
@Suite("Merging stores", .timeLimit(.minutes(20)))
struct StoreMergeTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func work(_ store: String, _ input: String) throws {
    let result = try desk.assay("--store", store, Desk.article, input: input)
    try #require(result.exitCode == 0, "\(result.errors)")
  }

  private func merge(_ store: String, _ others: String...) throws -> ProcessResult {
    try desk.system(builtProgram("assay"), "--store", store, "merge", others[0], others.last ?? "")
  }

  @Test("branches of one session are kept, in either order, and merging again changes nothing")
  func branches() throws {
    try work("a.sqlite", "1 refuted\n")
    try desk.system("cp", "a.sqlite", "b.sqlite")
    try work("a.sqlite", "2 mixed\n")
    try work("b.sqlite", "2 supported\n3 refuted\n")
    for (store, first, second) in [("x.sqlite", "a", "b"), ("y.sqlite", "b", "a")] {
      let merged = try merge(store, first + ".sqlite", second + ".sqlite")
      #expect(merged.exitCode == 0, "\(merged.errors)")
      #expect(
        merged.errors.contains(
          "imported as session 2, a branch of session 1: they part after event 3, and both are kept\n"
        ))
      #expect(
        try merge(store, "a.sqlite", "b.sqlite").errors
          == "a.sqlite: 0 new, 0 moved forward, 0 branches, 1 here already\n"
          + "b.sqlite: 0 new, 0 moved forward, 0 branches, 1 here already\n")
      #expect(try desk.assay("--store", store, "verify").exitCode == 0)
      let listed = try desk.assay("--store", store, "sessions").output.split(separator: "\n")
      #expect(listed.map { $0.contains("branch of 1 after event 3") } == [true, false])
      let lines = try desk.assay("--store", store, "sessions", "--format", "jsonl").output
      #expect(lines.contains("\"branch\":{\"of\":1,\"after\":3}"))
    }
    let exports = try ["x.sqlite", "y.sqlite"].map { store in
      try desk.assay("--store", store, "export", "--all", "--format", "jsonl").output
        .split(separator: "\n").sorted()
    }
    #expect(exports[0] == exports[1] && exports[0].count > 8)
  }

  @Test("what came in is missed when the store that was there before is put back")
  func missed() throws {
    try work("a.sqlite", "1 refuted\n")
    try work("own.sqlite", "note --session mine\n")
    try desk.system("cp", "own.sqlite", "before.sqlite")
    #expect(try desk.assay("--store", "own.sqlite", "merge", "a.sqlite").exitCode == 0)
    #expect(try desk.assay("--store", "own.sqlite", "sessions").errors == "")
    try desk.system("cp", "before.sqlite", "own.sqlite")
    let listed = try desk.assay("--store", "own.sqlite", "sessions")
    #expect(
      listed.errors.contains("has less than when you last used it: session 2 had 3 events on "),
      "\(listed.errors)")
    #expect(listed.errors.contains("and is not there"))
  }

  @Test("the other store is only read, also one of an earlier version")
  func onlyRead() throws {
    try desk.system("cp", DocumentTests.root + "Tests/Earlier/store-2.sqlite", "other.sqlite")
    let hash = try desk.system("sha256sum", "other.sqlite").output
    let merged = try desk.assay("--store", "own.sqlite", "merge", "other.sqlite")
    #expect(merged.exitCode == 0, "\(merged.errors)")
    #expect(
      merged.errors.hasSuffix("other.sqlite: 1 new, 0 moved forward, 0 branches, 0 here already\n"))
    #expect(try desk.system("sha256sum", "other.sqlite").output == hash)
    #expect(!desk.exists("other.sqlite.backup-v2"))
    #expect(try desk.assay("--store", "own.sqlite", "verify").exitCode == 0)
    let read = try desk.assay("--store", "again.sqlite", "merge", "own.sqlite")
    #expect(read.exitCode == 0, "\(read.errors)")
    #expect(
      try desk.assay("--store", "again.sqlite", "export", "1", "--format", "json").output
        == desk.assay("--store", "own.sqlite", "export", "1", "--format", "json").output)
  }

  @Test("what cannot be merged is refused in a sentence")
  func refuses() throws {
    try work("a.sqlite", "1 refuted\n")
    try desk.write("no store", to: "text.sqlite")
    for (other, sentence) in [
      ("a.sqlite", "'a.sqlite' is this very store; name another one"),
      ("nothing.sqlite", "there is no store 'nothing.sqlite'"),
      ("text.sqlite", "'text.sqlite' is not a store of this program"),
    ] {
      let result = try desk.assay("--store", "a.sqlite", "merge", other)
      #expect(result.exitCode != 0 && result.errors.contains(sentence), "\(result.errors)")
    }
    #expect(!desk.exists("nothing.sqlite"))
  }
}
