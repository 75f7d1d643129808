import Fingerprint
import Foundation
import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Verifying")
struct VerifyingTests {
  let folder: TemporaryFolder
  let store: Store
  let stored: StoredSession

  /// A session of seven events: opened, proposed, two labels, a note and a tag, a session's note.
  init() throws {
    folder = try TemporaryFolder()
    store = try Store(at: folder.file("store.sqlite"), mode: .create, now: SteppingClock().now)
    var stored = try store.createSession()
    try store.append([.status(1, "refuted")], to: &stored)
    try store.append([.status(2, "open")], to: &stored)
    try store.append([.noted(2, "ask"), .tagged(2, "money")], to: &stored)
    try store.append([.noted(nil, "long day")], to: &stored)
    self.stored = stored
  }

  /// Changes the file behind the program's back.
  func tamper(_ sql: String) throws {
    let connection = try Connection(path: store.path, access: .readWrite, patience: 1000)
    try connection.execute(
      """
      DROP TRIGGER event_is_appended; DROP TRIGGER event_is_not_changed;
      DROP TRIGGER event_is_not_deleted; PRAGMA foreign_keys = OFF;
      """)
    try connection.execute(sql)
  }

  @Test("is content with what the store wrote, and counts the events")
  func sound() throws {
    var last = (0, 0)
    #expect(try store.verify(stored.id) { last = ($0, $1) } == [])
    #expect(last == (7, 7))
    #expect(try store.verify { last = ($0, $1) } == [])
    #expect(last == (1, 1))
  }

  @Test(
    "lets nobody change, delete, replace or insert an event",
    arguments: [
      "UPDATE event SET payload = '{}' WHERE seq = 3", "DELETE FROM event WHERE seq = 7",
      "DELETE FROM event",
      "INSERT OR REPLACE INTO event SELECT session, seq, command, at, kind, '{}', previous_hash, hash FROM event WHERE seq = 3",
      "INSERT INTO event SELECT session, 9, 9, at, kind, payload, previous_hash, hash FROM event WHERE seq = 3",
    ])
  func triggers(_ sql: String) throws {
    let connection = try Connection(path: store.path, access: .readWrite, patience: 1000)
    #expect(throws: JournalError.self) { try connection.execute(sql) }
    #expect(try store.verify() == [])
  }

  struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let problems: [Finding.Problem]
    init(_ name: String, _ sql: String, _ problems: Finding.Problem...) {
      testDescription = name
      self.sql = sql
      self.problems = problems
    }
  }

  @Test(
    "names the first event or row that does not fit",
    arguments: [
      Tampering(
        "payload", "UPDATE event SET payload = replace(payload, 'refuted', 'supported')",
        .eventChanged(3)),
      Tampering("kind", "UPDATE event SET kind = 'untagged' WHERE seq = 6", .eventChanged(6)),
      Tampering("moment", "UPDATE event SET at = at + 1 WHERE seq >= 4", .eventChanged(4)),
      Tampering("command", "UPDATE event SET command = 6 WHERE seq = 6", .eventChanged(6)),
      Tampering("hash", "UPDATE event SET hash = zeroblob(32) WHERE seq = 4", .eventChanged(4)),
      Tampering(
        "link", "UPDATE event SET previous_hash = zeroblob(32) WHERE seq = 5", .chainBroken(5)),
      Tampering("one in the middle deleted", "DELETE FROM event WHERE seq = 4", .eventMissing(4)),
      Tampering("the first deleted", "DELETE FROM event WHERE seq = 1", .eventMissing(1)),
      Tampering("the last deleted", "DELETE FROM event WHERE seq = 7", .eventMissing(7)),
      Tampering("all deleted", "DELETE FROM event", .eventMissing(1)),
      Tampering(
        "one taken out and the rest moved up",
        "DELETE FROM event WHERE seq = 4; UPDATE event SET seq = seq - 1 WHERE seq > 4",
        .chainBroken(4)),
      Tampering(
        "two exchanged",
        """
        UPDATE event SET seq = 99 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4;
        UPDATE event SET seq = 4 WHERE seq = 99
        """, .chainBroken(3)),
      Tampering(
        "the session's end",
        "UPDATE session SET last_hash = (SELECT hash FROM event WHERE seq = 6)", .chainBroken(7)),
      Tampering("the session's count", "UPDATE session SET events = 6", .eventsAdded(7)),
      Tampering("the session's annotator", "UPDATE session SET annotator = 'eve'", .headerDiffers),
      Tampering("the session's last moment", "UPDATE session SET changed = 5", .headerDiffers),
      Tampering(
        "a label", "UPDATE label SET value = 'supported' WHERE claim = 1",
        .projectionDiffers(table: "label", claim: 1)),
      Tampering(
        "a label added", "INSERT INTO label VALUES (1, 3, 'status', 'open')",
        .projectionDiffers(table: "label", claim: 3)),
      Tampering(
        "a claim's statement", "UPDATE claim SET statement = 'x' WHERE id = 4",
        .projectionDiffers(table: "claim", claim: 4)),
      Tampering(
        "a claim deleted", "DELETE FROM claim WHERE id = 5",
        .projectionDiffers(table: "claim", claim: 5)),
      Tampering(
        "a session's note", "UPDATE note SET text = 'short' WHERE claim = 0",
        .projectionDiffers(table: "note", claim: nil)),
      Tampering("tags", "DELETE FROM tag", .projectionDiffers(table: "tag", claim: 2)),
      Tampering(
        "the codebook", "UPDATE codebook SET json = replace(json, 'open', 'shut')",
        .codebookChanged("the session's")),
    ])
  func names(_ tampering: Tampering) throws {
    try tamper(tampering.sql)
    let codebook = try store.identity(of: stored.codebook)
    let expected = tampering.problems.map { problem in
      if case .codebookChanged = problem {
        Finding.Problem.codebookChanged(codebook)
      } else {
        problem
      }
    }
    let findings = try store.verify(stored.id)
    #expect(findings.map(\.problem) == expected)
    #expect(findings.allSatisfy { $0.session == stored.id })
    #expect(try store.verify().contains { findings.contains($0) })
  }

  @Test("sees that an article's text is another")
  func articleText() throws {
    try tamper("UPDATE article SET text = replace(text, 'Lindau', 'Landau')")
    #expect(
      try store.verify(stored.id).map(\.problem).first == .articleChanged(stored.article.id))
  }

  @Test(
    "sees that something else is said of an article",
    arguments: [
      "metadata = replace(metadata, 'Report', 'Rumour')", "blocks = '[]'", "blocks = '['",
      "metadata = '{}'",
    ])
  func reading(change: String) throws {
    try tamper("DROP TRIGGER reading_is_not_changed; UPDATE reading SET \(change)")
    let problems = try store.verify(stored.id).map(\.problem)
    #expect(problems.first == .readingChanged(ReadingID(of: stored.article)))
  }

  @Test("sees that a session was given another reading, title or path")
  func header() throws {
    let other = Article(
      id: stored.article.id, text: stored.article.text, blocks: [], metadata: .init(title: "x"))
    try store.add(other)
    try tamper("UPDATE session SET title = 'x'")
    #expect(try store.verify(stored.id).map(\.problem) == [.headerDiffers])
    try tamperMore("UPDATE session SET title = 'Report 0', path = 'y'")
    #expect(try store.verify(stored.id).map(\.problem) == [.headerDiffers])
    try tamperMore(
      "UPDATE session SET path = 'reports/0.txt', reading = '\(ReadingID(of: other).rawValue)'")
    #expect(try store.verify(stored.id).map(\.problem).contains(.headerDiffers))
    try tamperMore("UPDATE session SET reading = NULL")
    #expect(try store.verify(stored.id).map(\.problem).contains(.readingMissing(nil)))
    #expect(throws: JournalError.self) { try store.session(stored.id) }
  }

  @Test("sees that an article or a codebook is gone")
  func goneParts() throws {
    try tamper("DELETE FROM article; DELETE FROM codebook")
    let codebook = try store.identity(of: stored.codebook)
    #expect(
      try store.verify(stored.id).map(\.problem) == [
        .articleMissing(stored.article.id), .codebookMissing(codebook),
      ])
    #expect(try store.verify().contains { $0.session == nil })
  }

  /// Rewrites the chain from the third event on as somebody would who knows how it is made.
  func forge(sequence: Int, kind: String, payload: String, command: Int? = nil) throws {
    try tamper("SELECT 1")
    let connection = try Connection(path: store.path, access: .readWrite, patience: 1000)
    var previous = EventHash.start
    let events = try connection.all(StoredEvent.query, [.integer(stored.id.rawValue)]) {
      StoredEvent($0)
    }
    for event in events {
      let isForged = event.sequence == sequence
      let kind = isForged ? kind : event.kind
      let command = isForged ? command ?? event.command : event.command
      let payload = isForged ? Array(payload.utf8) : event.payload
      let hash = EventHash(
        following: previous, sequence: event.sequence, command: command, at: event.at, kind: kind,
        payload: payload)
      try connection.run(
        """
        UPDATE event SET kind = ?, payload = ?, command = ?, previous_hash = ?, hash = ?
        WHERE seq = ?
        """,
        [
          .text(kind), .text(String(decoding: payload, as: UTF8.self)), .integer(command),
          .blob(previous.bytes), .blob(hash.bytes), .integer(event.sequence),
        ])
      previous = hash
    }
    try connection.run("UPDATE session SET last_hash = ?", [.blob(previous.bytes)])
  }

  @Test("sees events that are well hashed and make no sense")
  func forgeries() throws {
    try forge(sequence: 3, kind: "tagged", payload: #"{"claim":77,"tag":"x"}"#)
    #expect(
      try store.verify(stored.id).map(\.problem) == [.eventDoesNotFit(3, .noSuchClaim(77))])
    #expect(
      throws: JournalError.doesNotFit(
        stored.id, ReplayError(sequence: 3, reason: .noSuchClaim(77)))
    ) { try store.session(stored.id) }
    try forgeMore(sequence: 3, kind: "tagged", payload: "{}")
    #expect(try store.verify(stored.id).map(\.problem) == [.eventUnreadable(3)])
    #expect(throws: JournalError.unreadable(stored.id, what: "event 3")) {
      try store.session(stored.id)
    }
    try forgeMore(sequence: 3, kind: "guessed", payload: "{}")
    #expect(try store.verify(stored.id).map(\.problem) == [.eventUnreadable(3)])
    try forgeMore(sequence: 3, kind: "tagged", payload: #"{"claim":1,"tag":"x"}"#, command: 2)
    #expect(try store.verify(stored.id).map(\.problem) == [.commandOutOfPlace(3)])
    try forgeMore(sequence: 3, kind: "tagged", payload: #"{"claim":1,"tag":"x"}"#, command: 3)
    #expect(
      try store.verify(stored.id).map(\.problem) == [
        .projectionDiffers(table: "label", claim: 1), .projectionDiffers(table: "tag", claim: 1),
      ])
    _ = try store.repair()
    #expect(try store.verify() == [])
  }

  @Test("sees a search index that differs, and rebuilds every projection")
  func rebuilds() throws {
    try tamper(
      """
      DELETE FROM label; DELETE FROM note; DELETE FROM tag; DELETE FROM evidence;
      UPDATE claim SET text = 'nothing', position = 0;
      INSERT INTO note VALUES (1, 0, 9, 'wrong');
      """)
    let problems = try store.verify().map(\.problem)
    #expect(problems.contains(.searchIndexDiffers))
    #expect(problems.contains(.projectionDiffers(table: "claim", claim: 1)))
    _ = try store.repair()
    #expect(try store.verify() == [])
    #expect(try store.search(SearchQuery("harbour")).count == 1)
    #expect(try store.search(SearchQuery("nothing")).isEmpty)
  }

  @Test("reports a page that was overwritten")
  func damagedFile() throws {
    _ = try store.connection.integer("PRAGMA wal_checkpoint(TRUNCATE)")
    let root = try store.connection.integer(
      "SELECT rootpage FROM sqlite_schema WHERE name = 'event'")
    let file = try #require(FileHandle(forWritingAtPath: store.path))
    try file.seek(toOffset: UInt64((root - 1) * 4096))
    try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
    try file.close()
    let other = try Store(at: store.path, mode: .readOnly, now: store.now)
    let findings = try other.verify()
    #expect(!findings.isEmpty)
    #expect(
      findings.allSatisfy { if case .damaged = $0.problem { true } else { false } })
    #expect(findings.contains { $0.session == stored.id })
  }

  private func tamperMore(_ sql: String) throws {
    try Connection(path: store.path, access: .readWrite, patience: 1000).execute(sql)
  }

  private func forgeMore(sequence: Int, kind: String, payload: String, command: Int? = nil) throws {
    try tamperMore(
      """
      CREATE TRIGGER event_is_appended BEFORE INSERT ON event BEGIN SELECT 1; END;
      CREATE TRIGGER event_is_not_changed BEFORE INSERT ON event BEGIN SELECT 1; END;
      CREATE TRIGGER event_is_not_deleted BEFORE INSERT ON event BEGIN SELECT 1; END;
      """)
    try forge(sequence: sequence, kind: kind, payload: payload, command: command)
  }
}
