extension Migration {
  /// Version 1: articles, codebooks, sessions, their events, and what the events add up to.
  ///
  /// Moments are milliseconds since 1970 in UTC. `event` is the truth; the tables after it can be
  /// rebuilt from it. The number of a claim is its place in the session, and `claim` 0 in `note`
  /// stands for the session as a whole.
  static let sessionsAndEvents = Migration(
    name: "sessions and events",
    sql: """
      CREATE TABLE migration(
        version INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        applied INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE article(
        id TEXT PRIMARY KEY,
        added INTEGER NOT NULL,
        metadata TEXT NOT NULL,
        blocks TEXT NOT NULL,
        text TEXT NOT NULL
      ) STRICT;

      CREATE TABLE codebook(
        id TEXT PRIMARY KEY,
        json TEXT NOT NULL
      ) STRICT;

      CREATE TABLE session(
        id INTEGER PRIMARY KEY CHECK(id BETWEEN 1 AND 2147483647),
        article TEXT NOT NULL REFERENCES article(id),
        codebook TEXT NOT NULL REFERENCES codebook(id),
        annotator TEXT NOT NULL,
        title TEXT,
        path TEXT,
        opened INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        events INTEGER NOT NULL,
        last_hash BLOB NOT NULL
      ) STRICT;
      CREATE INDEX session_by_annotator ON session(annotator);
      CREATE INDEX session_by_article ON session(article);

      CREATE TABLE event(
        session INTEGER NOT NULL REFERENCES session(id),
        seq INTEGER NOT NULL,
        command INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        payload TEXT NOT NULL,
        previous_hash BLOB NOT NULL CHECK(length(previous_hash) = 32),
        hash BLOB NOT NULL CHECK(length(hash) = 32),
        PRIMARY KEY(session, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER event_is_appended BEFORE INSERT ON event
      WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM event WHERE session = NEW.session), 0)
      BEGIN SELECT raise(ABORT, 'events follow one another without gaps'); END;
      CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
      BEGIN SELECT raise(ABORT, 'events are never changed'); END;
      CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
      BEGIN SELECT raise(ABORT, 'events are never deleted'); END;

      CREATE TABLE claim(
        key INTEGER PRIMARY KEY CHECK(key = (session << 32 | id)),
        session INTEGER NOT NULL REFERENCES session(id),
        id INTEGER NOT NULL CHECK(id BETWEEN 1 AND 4294967295),
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        statement TEXT,
        source TEXT,
        source_type TEXT,
        stance TEXT,
        type TEXT,
        checkworthiness REAL,
        block INTEGER NOT NULL,
        spans TEXT NOT NULL,
        origin TEXT NOT NULL,
        UNIQUE(session, id)
      ) STRICT;

      CREATE TABLE label(
        session INTEGER NOT NULL,
        claim INTEGER NOT NULL,
        attribute TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY(session, claim, attribute, value),
        FOREIGN KEY(session, claim) REFERENCES claim(session, id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX label_by_value ON label(attribute, value);

      CREATE TABLE evidence(
        session INTEGER NOT NULL,
        claim INTEGER NOT NULL,
        number INTEGER NOT NULL,
        location TEXT NOT NULL,
        quote TEXT,
        relation TEXT NOT NULL,
        accessed TEXT NOT NULL,
        snapshot TEXT,
        PRIMARY KEY(session, claim, number),
        FOREIGN KEY(session, claim) REFERENCES claim(session, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE note(
        session INTEGER NOT NULL REFERENCES session(id),
        claim INTEGER NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY(session, claim, number)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tag(
        session INTEGER NOT NULL,
        claim INTEGER NOT NULL,
        number INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY(session, claim, number),
        FOREIGN KEY(session, claim) REFERENCES claim(session, id)
      ) STRICT, WITHOUT ROWID;

      CREATE VIEW searchable(key, text, statement, notes) AS
      SELECT key, text, statement,
        (SELECT group_concat(text, char(10)) FROM
          (SELECT note.text AS text FROM note
           WHERE note.session = claim.session AND note.claim = claim.id ORDER BY note.number))
      FROM claim
      UNION ALL
      SELECT id << 32, NULL, NULL,
        (SELECT group_concat(text, char(10)) FROM
          (SELECT note.text AS text FROM note
           WHERE note.session = session.id AND note.claim = 0 ORDER BY note.number))
      FROM session
      WHERE EXISTS (SELECT 1 FROM note WHERE note.session = session.id AND note.claim = 0);

      CREATE VIRTUAL TABLE search USING fts5(
        text, statement, notes,
        content = 'searchable', content_rowid = 'key',
        tokenize = 'porter unicode61', prefix = '2 3'
      );
      """)
}
