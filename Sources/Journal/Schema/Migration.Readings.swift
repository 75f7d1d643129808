import ClaimModel
private import Fingerprint

extension Migration {
  /// Version 3: readings of a text by their hash, beside each other.
  ///
  /// `article` keeps the text alone. A row of `reading` is what one reading made of it; `read` is the
  /// moment (milliseconds since 1970 in UTC) when this store's own reader gave it last, null for one
  /// that came from elsewhere. Before, a text had one reading, whoever brought it first: it becomes a
  /// row whose `read` is null, and sessions belong to it. No event is touched.
  static let readings = Migration(
    name: "readings",
    sql: """
      CREATE TABLE reading(
        id TEXT PRIMARY KEY,
        article TEXT NOT NULL REFERENCES article(id),
        added INTEGER NOT NULL,
        read INTEGER,
        metadata TEXT NOT NULL,
        blocks TEXT NOT NULL
      ) STRICT;
      CREATE INDEX reading_by_article ON reading(article);
      ALTER TABLE session ADD COLUMN reading TEXT REFERENCES reading(id);
      CREATE INDEX event_by_opening ON event(hash) WHERE seq = 1;
      """,
    convert: { (connection) throws(JournalError) in
      try moveReadings(in: connection)
      try connection.execute(
        """
        UPDATE session SET reading =
          (SELECT reading.id FROM reading WHERE reading.article = session.article);
        ALTER TABLE article DROP COLUMN metadata;
        ALTER TABLE article DROP COLUMN blocks;
        CREATE TRIGGER reading_is_not_changed
        BEFORE UPDATE OF id, article, added, metadata, blocks ON reading
        BEGIN SELECT raise(ABORT, 'readings are never changed'); END;
        CREATE TRIGGER reading_is_not_deleted BEFORE DELETE ON reading
        BEGIN SELECT raise(ABORT, 'readings are never deleted'); END;
        """)
    })

  /// Makes a reading of what each article says of itself.
  ///
  /// One that cannot be read any more is kept as it stands, under the hash of that, so that `verify`
  /// names it.
  private static func moveReadings(in connection: Connection) throws(JournalError) {
    let codec = EventCodec()
    let articles = try connection.all("SELECT id FROM article ORDER BY rowid") { $0.text(0) }
    for article in articles {
      let row = try connection.first(
        "SELECT added, metadata, blocks, text FROM article WHERE id = ?", [.text(article)]
      ) { ($0.integer(0), $0.bytes(1), $0.bytes(2), $0.text(3)) }
      guard let (added, metadata, blocks, text) = row else { continue }
      var id = SHA256.name(metadata + blocks)
      var kept = metadata
      if let known = codec.metadata(metadata), let blocks = codec.blocks(blocks) {
        let reading = Article(
          id: ArticleID(rawValue: article), text: text, blocks: blocks, metadata: known)
        id = ReadingID(of: reading).rawValue
        kept = try codec.json(reading.at(path: nil).metadata)
      }
      try connection.run(
        "INSERT INTO reading(id, article, added, metadata, blocks) VALUES (?, ?, ?, ?, ?)",
        [
          .text(id), .text(article), .integer(added), .text(String(decoding: kept, as: UTF8.self)),
          .text(String(decoding: blocks, as: UTF8.self)),
        ])
    }
  }
}
