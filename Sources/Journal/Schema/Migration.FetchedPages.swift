extension Migration {
  /// Version 2: what addresses gave when articles were fetched from them.
  ///
  /// A row says that `asked`, by way of `final`, gave `bytes` at a moment (milliseconds since 1970 in
  /// UTC), and that they read as the article. It is what the article's text rests on, so it is kept as
  /// events are: appended, never changed. `sha256` is that of the bytes, `hash` that of the whole row.
  static let fetchedPages = Migration(
    name: "fetched pages",
    sql: """
      CREATE TABLE fetched(
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL REFERENCES article(id),
        asked TEXT NOT NULL,
        final TEXT NOT NULL,
        at INTEGER NOT NULL,
        content_type TEXT,
        sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
        hash BLOB NOT NULL CHECK(length(hash) = 32),
        bytes BLOB NOT NULL
      ) STRICT;
      CREATE INDEX fetched_by_article ON fetched(article);
      CREATE INDEX fetched_by_asked ON fetched(asked);
      CREATE INDEX fetched_by_final ON fetched(final);
      CREATE TRIGGER fetched_is_not_changed BEFORE UPDATE ON fetched
      BEGIN SELECT raise(ABORT, 'fetched pages are never changed'); END;
      CREATE TRIGGER fetched_is_not_deleted BEFORE DELETE ON fetched
      BEGIN SELECT raise(ABORT, 'fetched pages are never deleted'); END;
      """)
}
