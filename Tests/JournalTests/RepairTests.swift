import ClaimModel
import Foundation
import Testing

@testable import Journal

@Suite("Repairing and backing up")
struct RepairTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()
  let store: Store
  let stored: StoredSession
  let events: Int

  init() throws {
    folder = try TemporaryFolder()
    store = try Store(at: folder.file("store.sqlite"), mode: .create, now: clock.now)
    var stored = try store.createSession()
    try store.append([.status(1, "refuted"), .noted(1, "why"), .tagged(2, "money")], to: &stored)
    self.stored = stored
    _ = try store.createSession(Sample(1))
    events = try store.connection.integer("SELECT count(*) FROM event")
  }

  func tamper(_ sql: String) throws {
    let connection = try Connection(path: store.path, access: .readWrite, patience: 1000)
    try connection.execute("PRAGMA foreign_keys = OFF;" + sql)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let sql: String
    let steps: [RepairStep]
    init(_ sql: String, _ steps: RepairStep...) {
      self.sql = sql
      self.steps = steps
    }
    var testDescription: String { sql }
  }

  private static let one = SessionID(rawValue: 1)

  @Test(
    "makes anew what is made from events, and nothing else",
    arguments: [
      Damage("SELECT 1"),
      Damage(
        "UPDATE label SET value = 'open'", .rebuilt(one, tables: ["label"])),
      Damage(
        "DELETE FROM tag; DELETE FROM note; DELETE FROM label; DELETE FROM claim WHERE session = 1",
        .rebuilt(one, tables: ["claim", "label", "note", "tag"])),
      Damage(
        "INSERT INTO note VALUES (9, 0, 1, 'orphan'), (9, 0, 2, 'too')",
        .orphansRemoved(table: "note", rows: 2)),
      Damage(
        "UPDATE session SET annotator = 'eve', title = 'x', opened = 0 WHERE id = 1",
        .listedAnew(one)),
      Damage(
        "DROP TABLE tag", .madeAgain(kind: "table", name: "tag"), .rebuilt(one, tables: ["tag"])),
      Damage(
        "DROP TRIGGER event_is_not_changed; DROP INDEX label_by_value",
        .madeAgain(kind: "trigger", name: "event_is_not_changed"),
        .madeAgain(kind: "index", name: "label_by_value")),
      Damage(
        """
        CREATE TRIGGER "x""y" BEFORE DELETE ON label
        BEGIN INSERT INTO note VALUES (1, 1, 99, 'planted'); END;
        UPDATE label SET value = 'open'
        """, .removed(kind: "trigger", name: "x\"y"), .rebuilt(one, tables: ["label"])),
      Damage(
        "INSERT INTO search(search) VALUES ('delete-all')", .searchIndexRebuilt),
    ])
  func repairs(_ damage: Damage) throws {
    let head = try store.verification().head
    try tamper(damage.sql)
    let steps = try store.repair()
    #expect(Set(steps.map(\.description)) == Set(damage.steps.map(\.description)))
    #expect(try store.verify() == [])
    #expect(try store.verification().head == head)
    #expect(try store.repair() == [])
    #expect(try store.connection.integer("SELECT count(*) FROM event") == events)
  }

  @Test("leaves a session alone whose events do not fit, and says so")
  func leavesAlone() throws {
    try tamper(
      """
      DROP TRIGGER event_is_not_deleted;
      DELETE FROM event WHERE session = 1 AND seq = 4; DELETE FROM label;
      """)
    let steps = try store.repair()
    #expect(steps.contains(.leftAlone(Self.one, .eventMissing(4))))
    #expect(try store.verify(Self.one).map(\.problem).contains(.eventMissing(4)))
  }

  @Test("copies a store that another one writes to, and the copy verifies")
  func backup() throws {
    let path = folder.file("copy.sqlite")
    var more = stored
    try store.append([.noted(2, "before")], to: &more)
    let head = try store.verification().head
    let writer = try Store(at: store.path, mode: .readWrite, now: clock.now)
    try writer.connection.execute("BEGIN IMMEDIATE; INSERT INTO note VALUES (1, 0, 7, 'unsaved')")
    try store.backUp(to: path)
    try writer.connection.execute("ROLLBACK")
    let copy = try Store(at: path, mode: .readWrite, now: clock.now)
    let verification = try copy.verification()
    #expect(verification.findings == [] && verification.head == head)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(throws: JournalError.cannotCreate(path, reason: "it exists")) {
      try store.backUp(to: path)
    }
  }

  @Test("writes no copy through a link that was planted in its way")
  func planted() throws {
    let victim = folder.file("victim")
    try Data("mine".utf8).write(to: URL(filePath: victim))
    let path = folder.file("copy.sqlite")
    for name in [path, path + ".unfinished"] {
      try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: victim)
    }
    #expect(throws: JournalError.self) { try store.backUp(to: path) }
    #expect(try String(decoding: Data(contentsOf: URL(filePath: victim)), as: UTF8.self) == "mine")
  }
}
