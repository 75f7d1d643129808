import Foundation
import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Migrating a store")
struct MigrationTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()
  var path: String { folder.file("store.sqlite") }
  let known = Migration.all.count
  let later =
    Migration.all + [
      Migration(
        name: "moods",
        sql: "CREATE TABLE mood(name TEXT) STRICT; INSERT INTO mood VALUES ('calm');"),
      Migration(name: "more moods", sql: "INSERT INTO mood VALUES ('cross');"),
    ]

  init() throws { folder = try TemporaryFolder() }

  func open(_ migrations: [Migration], mode: Store.Mode = .create) throws -> Store {
    try Store(at: path, mode: mode, migrations: migrations, now: clock.now)
  }

  @Test("takes the steps that a store has not seen, by name, and keeps a copy from before")
  func migrates() throws {
    let stored = try open(Migration.all).createSession()
    let store = try open(later, mode: .readWrite)
    #expect(try store.connection.all("SELECT name FROM mood") { $0.text(0) } == ["calm", "cross"])
    #expect(try store.connection.integer("PRAGMA user_version") == known + 2)
    #expect(
      try store.connection.all("SELECT name FROM migration ORDER BY version") { $0.text(0) }
        == Migration.all.map(\.name) + ["moods", "more moods"])
    #expect(try store.session(stored.id).session == stored.session)
    #expect(try store.verify() == [])
    let copy = try Store(at: path + ".backup-v\(known)", mode: .readOnly, now: clock.now)
    #expect(try copy.session(stored.id).session == stored.session)
    #expect(try copy.connection.integer("PRAGMA user_version") == known)
    #expect(throws: JournalError.newerStore(path, version: known + 2, known: known)) {
      try open(Migration.all)
    }
  }

  @Test("brings a store from before pages were fetched up to date")
  func beforeFetchedPages() throws {
    let stored = try open([.sessionsAndEvents]).createSession()
    let store = try Store(at: path, mode: .readWrite, now: clock.now)
    #expect(try store.session(stored.id).session == stored.session)
    #expect(try store.fetchedPages(of: stored.article.id) == [])
    #expect(try store.verify() == [])
    #expect(
      try Store(
        at: path + ".backup-v1", mode: .readOnly, migrations: [.sessionsAndEvents],
        now: clock.now
      ).session(stored.id).session == stored.session)
  }

  @Test("makes no copy of a store that is new or up to date")
  func noCopy() throws {
    for _ in 0..<2 { _ = try open(later) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.contains("backup") })
  }

  @Test("leaves a store as it was when a step fails, and replaces an older copy")
  func failingStep() throws {
    let stored = try open(Migration.all).createSession()
    let failing = later + [Migration(name: "broken", sql: "INSERT INTO nowhere VALUES (1)")]
    for _ in 0..<2 {
      #expect(throws: JournalError.self) { try open(failing) }
    }
    let store = try open(Migration.all)
    #expect(try store.connection.integer("PRAGMA user_version") == known)
    #expect(try store.session(stored.id).session == stored.session)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains("store.sqlite.backup-v\(known)"))
    #expect(!names.contains { $0.hasSuffix("unfinished") })
  }

  @Test("does not migrate a store that is only read")
  func readOnly() throws {
    _ = try open(Migration.all).createSession()
    #expect(throws: JournalError.olderStore(path, version: known, known: known + 2)) {
      try open(later, mode: .readOnly)
    }
    #expect(try open(Migration.all, mode: .readOnly).sessionCount() == 1)
  }

  @Test("does not migrate a store that it cannot copy")
  func noRoomForCopy() throws {
    _ = try open(Migration.all).createSession()
    try FileManager.default.createDirectory(
      atPath: path + ".backup-v\(known)/full", withIntermediateDirectories: true)
    #expect(throws: JournalError.self) { try open(later) }
    #expect(try open(Migration.all).connection.integer("PRAGMA user_version") == known)
  }
}
