import ClaimModel
import Fingerprint
import Foundation
import Testing

@testable import Journal

/// A store as honest work leaves it, with the head and the signed seal that were kept elsewhere.
struct HonestStore: Sendable {
  let file: Data
  let head: StoreHead
  let seal: Seal
  let key: PublicKey

  /// Made once, for every kind of tampering begins with a copy.
  static let shared = Result { try HonestStore() }

  /// Four sessions of two annotators on three articles, one of them fetched, under two codebooks.
  init() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.sqlite")
    let clock = SteppingClock()
    guard let key = SigningKey(seed: Array(0..<32)) else { throw KeyError.noMeans }
    try Self.work(Store(at: path, mode: .create, now: clock.now))
    let store = try Store(at: path, mode: .readWrite, now: clock.now)
    let verification = try store.verification()
    try #require(verification.findings == [] && verification.remarks == [])
    head = verification.head
    var seal = Seal(of: verification, made: clock.now(), annotator: "mara")
    seal.sign(with: key, handovers: [])
    self.seal = seal
    self.key = key.publicKey
    _ = try store.connection.integer("PRAGMA wal_checkpoint(TRUNCATE)")
    file = try Data(contentsOf: URL(filePath: path))
  }

  static func identity(_ digit: String) -> SessionIdentity {
    SessionIdentity(
      id: String(repeating: digit, count: 32), key: "ed25519:" + String(repeating: "a", count: 64))
  }

  /// An article with all that a reading can say.
  static func article(_ number: Int, path: String) throws -> Article {
    let plain = Sample(number).article
    return Article(
      id: plain.id, text: plain.text, blocks: plain.blocks,
      metadata: Article.Metadata(
        path: path, title: "Report \(number)", published: PublicationDate("2026-03-01"),
        byline: "Ines Falk", publisher: "The Lindau Post",
        address: "https://post.example/\(number)", language: "en"))
  }

  private static func work(_ store: Store) throws {
    let file = try article(0, path: "reports/0.txt")
    let codebook = try Sample.codebook()
    var first = try store.createSession(
      article: file, codebook: codebook, annotator: "mara", identity: identity("1"),
      events: [.claimsProposed(Sample(0).analysis)])
    try store.append([.status(1, "refuted")], to: &first)
    try store.append([.status(2, "open")], to: &first)
    try store.append(
      [
        .evidenceAdded(
          1,
          Evidence(
            id: 1, location: "https://port.example/log", quote: "closed", relation: .refutes,
            accessed: Sample.leapDay))
      ], to: &first)
    try store.append([.noted(2, "ask the harbour"), .tagged(2, "money")], to: &first)
    try store.append([.noted(nil, "long day")], to: &first)
    try store.append(
      [.labelled(3, attribute: "topics", .list(["trade", "harbour"]), .typed)], to: &first)
    try store.append([.statementWritten(4, "Fishers denied it.", .typed)], to: &first)
    try store.append([.status(5, "supported")], to: &first)
    try store.append([.undone([first.session.events.count])], to: &first)

    let fetched = try article(1, path: "https://post.example/1")
    try store.add(fetched, fetched: page(of: fetched, at: 1))
    try store.add(fetched, fetched: page(of: fetched, at: 2, asked: "https://post.example/one"))
    var second = try store.createSession(
      article: fetched, codebook: codebook, annotator: "mara", identity: identity("2"),
      events: [.claimsProposed(Sample(1).analysis)])
    try store.append([.status(1, "supported"), .noted(1, "clear")], to: &second)

    var third = try store.createSession(
      article: file, codebook: codebook, annotator: "ola", identity: identity("3"),
      events: [.claimsProposed(Sample(0).analysis)])
    try store.append([.status(1, "supported")], to: &third)

    let other = try Codebook(
      name: "short", version: "2", attributes: codebook.attributes.dropLast(), rules: [])
    var fourth = try store.createSession(
      article: try article(2, path: "reports/2.txt"), codebook: other, annotator: "mara",
      identity: identity("4"), events: [.claimsProposed(Sample(2).analysis)])
    try store.append([.status(3, "open")], to: &fourth)
  }

  static func page(of article: Article, at moment: Int64, asked: String? = nil) -> FetchedPage {
    FetchedPage(
      asked: asked ?? article.metadata.path ?? "", final: article.metadata.path ?? "",
      at: Timestamp(milliseconds: 1_772_355_000_000 + moment), contentType: "text/plain",
      bytes: Array(article.text.utf8))
  }
}

/// A copy of the honest store in the hands of somebody who can write the file.
final class TamperedStore {
  private let folder: TemporaryFolder
  let path: String
  /// What was kept elsewhere; some kinds keep it later, or lay hands on the seal.
  var head: StoreHead
  var seal: Seal
  let key: PublicKey

  init(_ honest: HonestStore) throws {
    folder = try TemporaryFolder()
    path = folder.file("store.sqlite")
    head = honest.head
    seal = honest.seal
    key = honest.key
    try honest.file.write(to: URL(filePath: path))
  }

  func file(_ name: String) -> String { folder.file(name) }

  func connection() throws -> Connection {
    try Connection(path: path, access: .readWrite, patience: 1000)
  }

  func open() throws -> Store {
    try Store(at: path, mode: .readWrite, now: { Timestamp(milliseconds: 1_800_000_000_000) })
  }

  /// Changes rows, with the triggers out of the way and back in their places afterwards.
  func sql(_ sql: String) throws {
    try withoutTriggers { try $0.execute(sql) }
  }

  /// Changes the schema as anybody can who opens the file with SQLite.
  func schema(_ sql: String) throws { try connection().execute(sql) }

  func withoutTriggers(_ change: (Connection) throws -> Void) throws {
    let connection = try connection()
    let triggers = try connection.all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    {
      ($0.text(0), $0.text(1))
    }
    try connection.execute("PRAGMA foreign_keys = OFF")
    for (name, _) in triggers { try connection.execute("DROP TRIGGER \(name)") }
    try change(connection)
    for (_, sql) in triggers { try connection.execute(sql) }
  }

  // MARK: - With the chain computed anew

  /// An event as somebody writes it who knows how hashes are made.
  struct Forged {
    var command: Int
    var at: Int64
    var kind: String
    var payload: String
  }

  func events(of session: Int) throws -> [Forged] {
    try connection().all(StoredEvent.query, [.integer(session)]) { row in
      let event = StoredEvent(row)
      return Forged(
        command: event.command, at: event.at, kind: event.kind,
        payload: String(decoding: event.payload, as: UTF8.self))
    }
  }

  /// Writes the events of a session anew, with hashes that fit, and makes all that is made from them agree.
  func forge(_ session: Int, _ change: (inout [Forged]) -> Void) throws {
    var events = try events(of: session)
    change(&events)
    try withoutTriggers { connection in
      try connection.run("DELETE FROM event WHERE session = ?", [.integer(session)])
      var previous = EventHash.start
      for (index, event) in events.enumerated() {
        let hash = EventHash(
          following: previous, sequence: index + 1, command: event.command, at: event.at,
          kind: event.kind, payload: Array(event.payload.utf8))
        try connection.run(
          """
          INSERT INTO event(session, seq, command, at, kind, payload, previous_hash, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .integer(session), .integer(index + 1), .integer(event.command), .integer(event.at),
            .text(event.kind), .text(event.payload), .blob(previous.bytes), .blob(hash.bytes),
          ])
        previous = hash
      }
      try connection.run(
        "UPDATE session SET events = ?, last_hash = ? WHERE id = ?",
        [.integer(events.count), .blob(previous.bytes), .integer(session)])
    }
    _ = try open().repair()
  }

  /// Replaces words in the payloads of a session.
  func forge(_ session: Int, _ old: String, _ new: String) throws {
    try forge(session) { events in
      for index in events.indices {
        events[index].payload = events[index].payload.replacing(old, with: new)
      }
    }
  }

  // MARK: - From outside

  /// Imports a session as somebody exports it who changed it first, with hashes that fit.
  func importForged(_ session: Int, _ change: ([RecordedEvent]) -> [RecordedEvent]) throws {
    let store = try open()
    let stored = try store.session(SessionID(rawValue: session))
    _ = try store.receive(
      IncomingSession(
        article: stored.article, codebook: stored.codebook,
        events: change(Array(stored.session.events))))
  }

  /// Labels some more, notes the head and the seal, and then puts in the store's place what `damage`
  /// leaves of the file and its log, as a crash would have left them.
  func afterMoreWork(_ damage: (_ file: Data, _ log: Data) -> (file: Data, log: Data)) throws {
    let store = try open()
    var stored = try store.session(SessionID(rawValue: 1))
    for round in 0..<20 { try store.append([.noted(1, "note \(round)")], to: &stored) }
    try keepElsewhere(store)
    let left = damage(
      try Data(contentsOf: URL(filePath: path)), try Data(contentsOf: URL(filePath: path + "-wal")))
    replacement = left
  }

  /// What takes the store's place once nobody has it open.
  private var replacement: (file: Data, log: Data)?

  func putReplacement() throws {
    guard let replacement else { return }
    try replacement.file.write(to: URL(filePath: path))
    if !replacement.log.isEmpty {
      try replacement.log.write(to: URL(filePath: path + "-wal"))
    }
  }

  /// Notes the head and the seal of now.
  func keepElsewhere(_ store: Store) throws {
    let verification = try store.verification()
    head = verification.head
    seal = Seal(of: verification, made: seal.made, annotator: "mara")
    guard let key = SigningKey(seed: Array(0..<32)) else { throw KeyError.noMeans }
    seal.sign(with: key, handovers: [])
  }
}
