import FoundationEssentials
import ProcessSupport
import Testing

/// What 728985e wrote (`Tests/Earlier`) opens, migrates, verifies, replays and exports the same labels.
@Suite("What an earlier version wrote", .timeLimit(.minutes(20)))
struct CompatibilityTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.system("mkdir", "Sessions")
    try desk.system("cp", DocumentTests.root + "Sessions/harbour-article.txt", "Sessions")
    for name in ["store-2.sqlite", "session-1.json", "session-1.assay", "claims-1.csv"] {
      try desk.system("cp", DocumentTests.root + "Tests/Earlier/" + name, ".")
    }
  }

  /// The cells of the first columns that both tables have, by the names in the first.
  private func rows(_ csv: String, like earlier: String) throws -> [[String]] {
    let table = Self.cells(csv)
    let names = try #require(Self.cells(earlier).first)
    let header = try #require(table.first)
    let places = try names.map { try #require(header.firstIndex(of: $0), "no column \($0)") }
    return table.map { row in places.map { row[$0] } }
  }

  private static func cells(_ csv: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    for character in csv {
      switch character {
      case "\"":
        // A doubled quote closes and opens again; that the quote itself is lost is the same in both tables.
        isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.append(character)
      }
    }
    return rows
  }

  private func expectSameLabels(in store: String) throws {
    let csv = try desk.assay("--store", store, "export", "1", "--format", "csv")
    #expect(csv.exitCode == 0, "\(csv.errors)")
    let earlier = try desk.read("claims-1.csv")
    #expect(try rows(csv.output, like: earlier) == Self.cells(earlier))
  }

  @Test(
    "a store is copied, brought up to date and verified, and its script rebuilds it to the byte")
  func store() throws {
    let before = try desk.sqlite("SELECT hex(hash), payload FROM event", in: "store-2.sqlite")
    let verified = try desk.assay("--store", "store-2.sqlite", "verify")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.errors)")
    for copy in ["store-2.sqlite", "store-2.sqlite.backup-v2"] {
      #expect(try desk.sqlite("SELECT hex(hash), payload FROM event", in: copy) == before)
    }
    #expect(
      try desk.sqlite(
        "PRAGMA user_version; SELECT title FROM session", in: "store-2.sqlite.backup-v2"
      )
      .hasPrefix("2\n"))
    try expectSameLabels(in: "store-2.sqlite")
    let played = try desk.assay("--store", "store-2.sqlite", "replay", "1", "--speed", "100000")
    #expect(played.exitCode == 0 && played.output.contains("label 10 status unverified"))
    #expect(
      try desk.assay("--store", "store-2.sqlite", "replay", "1", "--verify").exitCode == 0)

    let script = try desk.assay("--store", "store-2.sqlite", "replay", "1", "--script").output
    #expect(script.contains("\nform 1\nload Sessions/harbour-article.txt --new --expect sha256:"))
    let rebuilt = try desk.assay("--store", "again.sqlite", input: script)
    #expect(rebuilt.exitCode == 0, "\(rebuilt.errors)")
    let first = try desk.assay("--store", "store-2.sqlite", "export", "1", "--format", "json")
    #expect(
      try desk.assay("--store", "again.sqlite", "export", "1", "--format", "json").output
        == first.output)
    #expect(
      try desk.assay("--store", "again.sqlite", "replay", "1", "--script").output == script)
  }

  @Test("a store can be worked on, and what is new in it replays too")
  func goesOn() throws {
    let store = "store-2.sqlite"
    let work = try desk.assay(
      "--store", store, "Sessions/harbour-article.txt", "--annotator", "mara",
      input: "2 refuted\nstance 2 denies\nundo\n")
    #expect(work.exitCode == 0, "\(work.errors)")
    #expect(work.errors.contains("session 1 "))
    #expect(try desk.assay("--store", store, "verify").exitCode == 0)
    let script = try desk.assay("--store", store, "replay", "1", "--script").output
    #expect(script.contains("\nform 2\n"))
    let rebuilt = try desk.assay("--store", "again.sqlite", input: script)
    #expect(rebuilt.exitCode == 0, "\(rebuilt.errors)")
    #expect(
      try desk.assay("--store", "again.sqlite", "export", "1", "--format", "json").output
        == desk.assay("--store", store, "export", "1", "--format", "json").output)
  }

  @Test("a session in JSON is imported, and is the one that the store has")
  func json() throws {
    let imported = try desk.assay("--store", "new.sqlite", "import", "session-1.json")
    #expect(imported.exitCode == 0, "\(imported.errors)")
    #expect(imported.errors.contains("imported as session 1"))
    try expectSameLabels(in: "new.sqlite")
    #expect(try desk.assay("--store", "new.sqlite", "verify").exitCode == 0)
    let again = try desk.assay("--store", "store-2.sqlite", "import", "session-1.json")
    #expect(again.errors.contains("already here, as session 1"))
    #expect(
      try desk.assay("--store", "new.sqlite", "export", "1", "--format", "json").output
        == desk.assay("--store", "store-2.sqlite", "export", "1", "--format", "json").output)
  }

  @Test("a script gives the same labels")
  func script() throws {
    let run = try desk.assay("--store", "new.sqlite", input: desk.read("session-1.assay"))
    #expect(run.exitCode == 0, "\(run.errors)")
    let csv = try desk.assay("--store", "new.sqlite", "export", "1", "--format", "csv").output
    let earlier = try desk.read("claims-1.csv")
    #expect(try rows(csv, like: earlier) == Self.cells(earlier))
  }
}
