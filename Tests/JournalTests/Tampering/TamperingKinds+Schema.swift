import ClaimModel
import Foundation

@testable import Journal

extension Tampering {
  /// With the schema changed, and nothing else.
  fileprivate init(_ name: String, schema: String) {
    self.init(name) { try $0.schema(schema) }
  }
}

extension Tampering.Group {
  static let schema = Tampering.Group(
    title: "The schema and the file",
    kinds: [
      Tampering("a trigger dropped", schema: "DROP TRIGGER event_is_not_changed"),
      Tampering(
        "all triggers of events dropped",
        schema: """
          DROP TRIGGER event_is_appended; DROP TRIGGER event_is_not_changed;
          DROP TRIGGER event_is_not_deleted
          """),
      Tampering(
        "a trigger of fetched pages dropped", schema: "DROP TRIGGER fetched_is_not_deleted"),
      Tampering("a trigger of readings dropped", schema: "DROP TRIGGER reading_is_not_changed"),
      Tampering(
        "a trigger made toothless",
        schema: """
          DROP TRIGGER event_is_not_changed;
          CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event WHEN 0
          BEGIN SELECT raise(ABORT, 'events are never changed'); END
          """),
      Tampering(
        "a hostile trigger",
        schema: """
          CREATE TRIGGER helpful AFTER INSERT ON label
          BEGIN DELETE FROM evidence WHERE session = NEW.session; END
          """),
      Tampering("a table added", schema: "CREATE TABLE stash(text TEXT)"),
      Tampering("a view added", schema: "CREATE VIEW peek AS SELECT * FROM event"),
      Tampering("an index added", schema: "CREATE INDEX event_by_moment ON event(at)"),
      Tampering("an index dropped", schema: "DROP INDEX label_by_value"),
      Tampering(
        "the view of the search index changed",
        schema: """
          DROP VIEW searchable;
          CREATE VIEW searchable(key, text, statement, notes) AS
          SELECT key, 'x', statement, NULL FROM claim
          """),
      Tampering("a column added", schema: "ALTER TABLE note ADD COLUMN secret TEXT"),
      Tampering(
        "the name of a migration", sql: "UPDATE migration SET name = 'x' WHERE version = 1"),
      Tampering(
        "the moment of the last migration moved before the others",
        sql: "UPDATE migration SET applied = 0 WHERE version = 3"),
      Tampering(
        "the moment of the first migration moved back",
        sql: "UPDATE migration SET applied = 0 WHERE version = 1"),
      Tampering("a migration deleted", sql: "DELETE FROM migration WHERE version = 2"),
      Tampering("a migration added", sql: "INSERT INTO migration VALUES (9, 'later', 0)"),
      Tampering("the version lowered", schema: "PRAGMA user_version = 1"),
      Tampering("the version raised", schema: "PRAGMA user_version = 99"),
      Tampering("the mark of the program removed", schema: "PRAGMA application_id = 0"),
      Tampering("statistics of SQLite added", schema: "ANALYZE"),
      Tampering("a page of the file overwritten") { store in
        let root = try store.connection().integer(
          "SELECT rootpage FROM sqlite_schema WHERE name = 'event'")
        let file = try FileHandle(forWritingTo: URL(filePath: store.path))
        try file.seek(toOffset: UInt64((root - 1) * 4096))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()
      },
      Tampering("the file cut short") { store in
        let file = try FileHandle(forWritingTo: URL(filePath: store.path))
        try file.truncate(atOffset: try file.seekToEnd() / 2)
        try file.close()
      },
    ])

  private static func deletion(of session: Int) -> String {
    ["search_", "tag", "note", "evidence", "label", "claim", "event"].dropFirst()
      .map { "DELETE FROM \($0) WHERE session = \(session);" }.joined()
      + "DELETE FROM session WHERE id = \(session); INSERT INTO search(search) VALUES ('rebuild');"
  }

  static let wholeSessions = Tampering.Group(
    title: "Whole sessions",
    kinds: [
      Tampering("one deleted, with all that is its own", sql: deletion(of: 3)),
      Tampering("the last one deleted", sql: deletion(of: 4)),
      Tampering(
        "the last one deleted, with its article and codebook",
        sql: """
          CREATE TEMP TABLE gone AS SELECT article, reading, codebook FROM session WHERE id = 4;
          \(deletion(of: 4))
          DELETE FROM reading WHERE id IN (SELECT reading FROM gone);
          DELETE FROM article WHERE id IN (SELECT article FROM gone);
          DELETE FROM codebook WHERE id IN (SELECT codebook FROM gone);
          """),
      Tampering("all deleted, with all that is theirs") { store in
        try store.sql(
          (1...4).map(deletion).joined()
            + "DELETE FROM fetched; DELETE FROM reading; DELETE FROM article; DELETE FROM codebook;"
        )
      },
      Tampering("one copied under a new number") { store in
        try store.sql(
          """
          INSERT INTO session SELECT 5, article, codebook, annotator, title, path, opened, changed,
            events, last_hash, reading FROM session WHERE id = 3;
          INSERT INTO event SELECT 5, seq, command, at, kind, payload, previous_hash, hash
          FROM event WHERE session = 3
          """)
        _ = try store.open().repair()
      },
      Tampering("a store of the same name put in its place") { store in
        let path = store.file("other.sqlite")
        do {
          let other = try Store(at: path, mode: .create, now: SteppingClock().now)
          _ = try other.createSession()
        }
        try Data(contentsOf: URL(filePath: path)).write(to: URL(filePath: store.path))
      },
    ])
}
