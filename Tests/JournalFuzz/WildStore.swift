private import Fingerprint
import TestSupport

/// Edits the first session of a store as somebody does who knows the format: wild payloads, and every
/// hash computed anew, so that the chain is whole.
struct WildStore {
  private static let kinds = [
    "session-opened", "claims-proposed", "claims-carried", "claim-settled", "claim-added",
    "claim-dropped", "claim-moved", "claim-split", "claims-merged", "statement-written", "labelled",
    "label-cleared", "noted", "tagged", "untagged", "evidence-added", "evidence-removed",
    "source-renamed", "undone", "redone",
  ]
  private static let integers: [Int64] = [
    .min, .max, -1, 0, 1, 2, 1 << 31, 1 << 32, 1 << 40, 1 << 62, 253_402_300_799_999,
  ]

  private struct Event {
    var sequence: Int64
    var command: Int64
    var at: Int64
    var kind: String
    var payload: String
  }

  /// Edits the store at a path, in a way that the seed decides.
  static func edit(_ path: String, seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    let database = try RawDatabase(path)
    try database.run("PRAGMA synchronous = OFF")
    let triggers = try database.run(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).map { ($0[0].text, $0[1].text) }
    try database.run("BEGIN")
    for (name, _) in triggers { try database.run("DROP TRIGGER \"\(name)\"") }
    let rows = try database.run(
      "SELECT seq, command, at, kind, payload, previous_hash FROM event WHERE session = 1 "
        + "ORDER BY seq")
    var events = rows.map {
      Event(
        sequence: $0[0].integer, command: $0[1].integer, at: $0[2].integer, kind: $0[3].text,
        payload: $0[4].text)
    }
    for _ in 0..<max(1, Int.random(in: -3...3, using: &rng)) { damage(&events, using: &rng) }
    try write(events, following: rows[0][5].blob, to: database)
    if Int.random(in: 0..<6, using: &rng) == 0 { try damageRows(of: database, using: &rng) }
    for (_, sql) in triggers { try database.run(sql) }
    try database.run("COMMIT")
  }

  private static func damage(_ events: inout [Event], using rng: inout SeededGenerator) {
    guard let index = events.indices.randomElement(using: &rng) else { return }
    switch Int.random(in: 0..<24, using: &rng) {
    case 0: events[index].kind = kinds.randomElement(using: &rng) ?? ""
    case 1: events[index].command = integers.randomElement(using: &rng) ?? 0
    case 2: events[index].at = integers.randomElement(using: &rng) ?? 0
    case 3: events.remove(at: index)
    case 4: events.append(events[index])
    case 5: events.swapAt(index, Int.random(in: events.indices, using: &rng))
    default: events[index].payload = WildPayload.damaged(events[index].payload, using: &rng)
    }
    // The chain is about events in their order; whoever edits one numbers them.
    for position in events.indices { events[position].sequence = Int64(position + 1) }
  }

  private static func write(
    _ events: [Event], following first: [UInt8], to database: RawDatabase
  ) throws {
    try database.run("DELETE FROM event WHERE session = 1")
    var previous = first
    for event in events {
      let head = "\(event.sequence)\n\(event.command)\n\(event.at)\n\(event.kind)\n"
      let hash = SHA256.digest(previous + Array(head.utf8) + Array(event.payload.utf8))
      try database.run(
        "INSERT INTO event(session, seq, command, at, kind, payload, previous_hash, hash) "
          + "VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
        [
          .integer(event.sequence), .integer(event.command), .integer(event.at),
          .text(event.kind), .text(event.payload), .blob(previous), .blob(hash),
        ])
      previous = hash
    }
    try database.run(
      "UPDATE session SET events = ?, last_hash = ?, opened = ?, changed = ? WHERE id = 1",
      [
        .integer(Int64(events.count)), .blob(previous), .integer(events.first?.at ?? 0),
        .integer(events.last?.at ?? 0),
      ])
  }

  /// Damages what stands beside the events.
  private static func damageRows(
    of database: RawDatabase, using rng: inout SeededGenerator
  ) throws {
    let wild = RawDatabase.Value.integer(integers.randomElement(using: &rng) ?? 0)
    switch Int.random(in: 0..<5, using: &rng) {
    case 0: try database.run("UPDATE session SET events = ? WHERE id = 1", [wild])
    case 1: try database.run("UPDATE session SET opened = ?1, changed = ?1 WHERE id = 1", [wild])
    case 2:
      let blocks = try database.run("SELECT blocks FROM reading")[0][0].text
      try database.run(
        "UPDATE reading SET blocks = ?", [.text(WildPayload.damaged(blocks, using: &rng))])
    case 3:
      let metadata = try database.run("SELECT metadata FROM reading")[0][0].text
      try database.run(
        "UPDATE reading SET metadata = ?", [.text(WildPayload.damaged(metadata, using: &rng))])
    default: try database.run("UPDATE article SET text = substr(text, 1, 40)")
    }
  }
}
