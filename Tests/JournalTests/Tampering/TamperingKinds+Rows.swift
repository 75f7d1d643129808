import ClaimModel
import Fingerprint

@testable import Journal

/// What somebody can change with SQL alone, without computing a hash.
extension Tampering.Group {
  static let events = Tampering.Group(
    title: "Events, no hash computed",
    kinds: [
      Tampering(
        "a verdict", sql: "UPDATE event SET payload = replace(payload, 'refuted', 'supported')"),
      Tampering(
        "a note",
        sql: "UPDATE event SET payload = replace(payload, 'long', 'short') WHERE kind = 'noted'"),
      Tampering(
        "the annotator in a first event",
        sql: "UPDATE event SET payload = replace(payload, 'ola', 'eve') WHERE seq = 1"),
      Tampering(
        "the public key in a first event",
        sql: "UPDATE event SET payload = replace(payload, 'ed25519:aa', 'ed25519:bb') WHERE seq = 1"
      ),
      Tampering(
        "the proposals",
        sql: "UPDATE event SET payload = replace(payload, '0.5', '0.6') WHERE seq = 2"),
      Tampering("a kind", sql: "UPDATE event SET kind = 'untagged' WHERE kind = 'tagged'"),
      Tampering(
        "a moment", sql: "UPDATE event SET at = at + 1 WHERE session = 1 AND seq = 4"),
      Tampering(
        "a command number", sql: "UPDATE event SET command = 7 WHERE session = 1 AND seq = 7"),
      Tampering(
        "a blank in a payload",
        sql: "UPDATE event SET payload = replace(payload, ':', ': ') WHERE session = 1 AND seq = 3"),
      Tampering(
        "a payload that is no JSON",
        sql: "UPDATE event SET payload = '{' WHERE session = 1 AND seq = 3"),
      Tampering(
        "a hash", sql: "UPDATE event SET hash = zeroblob(32) WHERE session = 1 AND seq = 4"),
      Tampering(
        "the hash before",
        sql: "UPDATE event SET previous_hash = zeroblob(32) WHERE session = 1 AND seq = 4"),
      Tampering(
        "an event deleted", sql: "DELETE FROM event WHERE session = 1 AND seq = 4"),
      Tampering("the first event deleted", sql: "DELETE FROM event WHERE session = 1 AND seq = 1"),
      Tampering(
        "the last event deleted",
        sql:
          "DELETE FROM event WHERE session = 1 AND seq = (SELECT events FROM session WHERE id = 1)"
      ),
      Tampering("all events of a session deleted", sql: "DELETE FROM event WHERE session = 1"),
      Tampering(
        "an event deleted, the rest moved up",
        sql: """
          DELETE FROM event WHERE session = 2 AND seq = 3;
          UPDATE event SET seq = 3 WHERE session = 2 AND seq = 4
          """),
      Tampering(
        "two events exchanged",
        sql: """
          UPDATE event SET seq = 99 WHERE session = 1 AND seq = 3;
          UPDATE event SET seq = 3 WHERE session = 1 AND seq = 4;
          UPDATE event SET seq = 4 WHERE session = 1 AND seq = 99
          """),
      Tampering(
        "an event put behind the last",
        sql: """
          INSERT INTO event SELECT 4, 4, 4, at, kind, payload, hash, hash FROM event
          WHERE session = 4 AND seq = 3
          """),
      Tampering(
        "an event put between two",
        sql: """
          UPDATE event SET seq = 5 WHERE session = 2 AND seq = 4;
          INSERT INTO event SELECT 2, 4, 4, at, kind, payload, previous_hash, hash FROM event
          WHERE session = 2 AND seq = 3
          """),
      Tampering(
        "an event of another session put in its place",
        sql: """
          DELETE FROM event WHERE session = 3 AND seq = 3;
          INSERT INTO event SELECT 3, seq, command, at, kind, payload, previous_hash, hash
          FROM event WHERE session = 4 AND seq = 3
          """),
      Tampering(
        "the events of two sessions exchanged",
        sql: """
          UPDATE event SET session = 99 WHERE session = 3;
          UPDATE event SET session = 3 WHERE session = 4;
          UPDATE event SET session = 4 WHERE session = 99
          """),
    ])

  static let sessionRows = Tampering.Group(
    title: "The list of sessions",
    kinds: [
      Tampering("an annotator", sql: "UPDATE session SET annotator = 'eve' WHERE id = 1"),
      Tampering("a title", sql: "UPDATE session SET title = 'Another' WHERE id = 1"),
      Tampering("a title removed", sql: "UPDATE session SET title = NULL WHERE id = 1"),
      Tampering("a path", sql: "UPDATE session SET path = 'elsewhere.txt' WHERE id = 1"),
      Tampering("when it was opened", sql: "UPDATE session SET opened = opened - 1 WHERE id = 1"),
      Tampering("when it was changed", sql: "UPDATE session SET changed = 5 WHERE id = 1"),
      Tampering("the number of events", sql: "UPDATE session SET events = 6 WHERE id = 1"),
      Tampering(
        "a giant number of events",
        sql: "UPDATE session SET events = 9223372036854775807 WHERE id = 1"),
      Tampering("the last hash", sql: "UPDATE session SET last_hash = zeroblob(32) WHERE id = 1"),
      Tampering(
        "the article",
        sql: "UPDATE session SET article = (SELECT article FROM session WHERE id = 4) WHERE id = 1"),
      Tampering(
        "the reading",
        sql: "UPDATE session SET reading = (SELECT reading FROM session WHERE id = 4) WHERE id = 1"),
      Tampering("the reading removed", sql: "UPDATE session SET reading = NULL WHERE id = 1"),
      Tampering(
        "the codebook",
        sql:
          "UPDATE session SET codebook = (SELECT codebook FROM session WHERE id = 4) WHERE id = 1"),
      Tampering(
        "the number of the last session",
        sql: """
          UPDATE event SET session = 9 WHERE session = 4; UPDATE session SET id = 9 WHERE id = 4;
          UPDATE label SET session = 9 WHERE session = 4;
          UPDATE claim SET session = 9, key = 9 << 32 | id WHERE session = 4;
          INSERT INTO search(search) VALUES ('rebuild')
          """),
    ])

  static let codebooks = Tampering.Group(
    title: "Codebooks",
    kinds: [
      Tampering("a label renamed", sql: "UPDATE codebook SET json = replace(json, 'open', 'shut')"),
      Tampering(
        "a codebook deleted",
        sql: "DELETE FROM codebook WHERE id = (SELECT codebook FROM session WHERE id = 4)"),
      Tampering(
        "an unused codebook under a wrong name",
        sql:
          "INSERT INTO codebook SELECT 'sha256:' || hex(zeroblob(32)), json FROM codebook LIMIT 1"
      ),
      Tampering("an unused codebook under its own name") { store in
        let codebook = try Codebook(
          name: "planted", version: "1", attributes: Sample.codebook().attributes, rules: [])
        try store.open().add(codebook)
      },
    ])

  static let pages = Tampering.Group(
    title: "Fetched pages",
    kinds: [
      Tampering("the bytes", sql: "UPDATE fetched SET bytes = x'00' WHERE id = 1"),
      Tampering(
        "the address asked", sql: "UPDATE fetched SET asked = 'https://b.example/' WHERE id = 1"),
      Tampering(
        "the address that answered",
        sql: "UPDATE fetched SET final = 'https://b.example/' WHERE id = 1"),
      Tampering("the moment", sql: "UPDATE fetched SET at = at + 1 WHERE id = 1"),
      Tampering(
        "the content type", sql: "UPDATE fetched SET content_type = NULL WHERE id = 1"),
      Tampering(
        "the article",
        sql: "UPDATE fetched SET article = (SELECT article FROM session WHERE id = 4) WHERE id = 1"),
      Tampering("one of two deleted", sql: "DELETE FROM fetched WHERE id = 1"),
      Tampering("the last of them deleted", sql: "DELETE FROM fetched WHERE id = 2"),
      Tampering("all deleted", sql: "DELETE FROM fetched"),
      Tampering("the bytes, with both hashes computed anew") { store in
        let article = try HonestStore.article(1, path: "https://post.example/1")
        let page = HonestStore.page(of: article, at: 1)
        let forged = FetchedPage(
          asked: page.asked, final: page.final, at: page.at, contentType: page.contentType,
          bytes: Array("Other words.".utf8))
        try store.withoutTriggers { connection in
          try connection.run(
            "UPDATE fetched SET bytes = ?, sha256 = ?, hash = ? WHERE id = 1",
            [
              .blob(forged.bytes), .blob(forged.digest), .blob(forged.hash(article: article.id)),
            ])
        }
      },
    ])

  static let projections = Tampering.Group(
    title: "What is made from the events",
    kinds: [
      Tampering(
        "a label", sql: "UPDATE label SET value = 'supported' WHERE session = 1 AND claim = 1"),
      Tampering("a label added", sql: "INSERT INTO label VALUES (3, 2, 'status', 'open')"),
      Tampering("a label deleted", sql: "DELETE FROM label WHERE session = 4"),
      Tampering(
        "the words of a claim",
        sql: "UPDATE claim SET text = 'The harbour was open.' WHERE session = 1 AND id = 1"),
      Tampering(
        "the statement of a claim",
        sql: "UPDATE claim SET statement = 'x' WHERE session = 1 AND id = 4"),
      Tampering(
        "the source of a claim",
        sql: "UPDATE claim SET source = 'Eve' WHERE session = 1 AND id = 2"),
      Tampering(
        "the check-worthiness of a claim",
        sql: "UPDATE claim SET checkworthiness = 0.9 WHERE session = 1 AND id = 2"),
      Tampering("a claim deleted", sql: "DELETE FROM claim WHERE session = 3 AND id = 5"),
      Tampering(
        "a claim added",
        sql: """
          INSERT INTO claim(key, session, id, position, text, block, spans, origin)
          VALUES (1 << 32 | 9, 1, 9, 0, 'x', 1, '[]', 'proposed')
          """),
      Tampering(
        "evidence", sql: "UPDATE evidence SET location = 'https://b.example/' WHERE session = 1"),
      Tampering("evidence deleted", sql: "DELETE FROM evidence"),
      Tampering("a note", sql: "UPDATE note SET text = 'never mind' WHERE session = 1"),
      Tampering("a note on a session deleted", sql: "DELETE FROM note WHERE claim = 0"),
      Tampering("a tag deleted", sql: "DELETE FROM tag"),
      Tampering(
        "rows of a session that is not there", sql: "INSERT INTO note VALUES (77, 0, 1, 'orphan')"),
      Tampering("an emptied search index", sql: "INSERT INTO search(search) VALUES ('delete-all')"),
      Tampering(
        "other words in the search index",
        sql: "INSERT INTO search(rowid, text) VALUES (4294967297, 'planted words')"),
    ])
}
