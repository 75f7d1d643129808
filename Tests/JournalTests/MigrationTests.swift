import Fingerprint
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

  /// Puts a store of version 2 into the folder, as 728985e wrote it.
  private func takeEarlierStore() throws {
    try Earlier.copyStore(to: path)
  }

  private func rows(_ connection: Connection, _ sql: String) throws -> [[SQLValue]] {
    try connection.all(sql) { row in (0..<8).map { row.value($0) } }
  }

  private static let eventRows =
    "SELECT session, seq, command, at, kind, payload, previous_hash, hash FROM event"
  private static let labelRows =
    "SELECT session, claim, attribute, value, 0, 0, 0, 0 FROM label ORDER BY 2, 3, 4"

  @Test("makes readings of the articles of a store of version 2, and touches no event")
  func beforeReadings() throws {
    try takeEarlierStore()
    let raw = try Connection(path: path, access: .readOnly, patience: 0)
    let events = try rows(raw, Self.eventRows)
    let labels = try rows(raw, Self.labelRows)
    let store = try Store(at: path, mode: .readWrite, now: clock.now)
    #expect(try rows(store.connection, Self.eventRows) == events)
    #expect(try rows(store.connection, Self.labelRows) == labels)
    #expect(try store.verify() == [])
    let stored = try store.session(SessionID(rawValue: 1))
    #expect(stored.session.state.opening?.reading == nil)
    #expect(stored.article.metadata.path == "Sessions/harbour-article.txt")
    #expect(stored.article.metadata.title == "Westmark halts harbour dredging after mussel deaths")
    #expect(stored.article.blocks.count > 5)
    #expect(try store.article(ReadingID(of: stored.article)) == stored.article.at(path: nil))
    let copy = try Connection(path: path + ".backup-v2", access: .readOnly, patience: 0)
    #expect(try rows(copy, Self.eventRows) == events)
    #expect(try copy.integer("PRAGMA user_version") == 2)
  }

  @Test("brings a store from before pages were fetched up to date")
  func beforeFetchedPages() throws {
    try takeEarlierStore()
    do {
      let raw = try Connection(path: path, access: .readWrite, patience: 0)
      try raw.execute(
        "DROP TABLE fetched; DELETE FROM migration WHERE version = 2; PRAGMA user_version = 1")
    }
    let store = try Store(at: path, mode: .readWrite, now: clock.now)
    let stored = try store.session(SessionID(rawValue: 1))
    #expect(try store.fetchedPages(of: stored.article.id) == [])
    #expect(try store.verify() == [])
    let copy = try Connection(path: path + ".backup-v1", access: .readOnly, patience: 0)
    #expect(try copy.integer("PRAGMA user_version") == 1)
  }

  @Test("takes a store along whose article cannot be read, and lets verify say so")
  func damagedArticle() throws {
    try takeEarlierStore()
    do {
      let raw = try Connection(path: path, access: .readWrite, patience: 0)
      try raw.execute("UPDATE article SET blocks = '['")
    }
    let store = try Store(at: path, mode: .readWrite, now: clock.now)
    let problems = try store.verify(SessionID(rawValue: 1)).map(\.problem)
    #expect(problems.count == 1)
    guard case .readingChanged? = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(throws: JournalError.self) { try store.session(SessionID(rawValue: 1)) }
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
