package import ClaimModel
private import Fingerprint

extension Store {
  /// Makes a session, with the events that it starts from, in one transaction.
  ///
  /// - Parameters:
  ///   - article: As it was read, with its path.
  ///   - origin: Whether this program read it now.
  ///   - identity: What stands in the first event beside what it is about.
  ///   - events: Usually the proposals; they and the opening are one command.
  /// - Throws: `JournalError.sessionExists` where the store has a session with this very opening.
  package func createSession(
    article: Article, origin: ReadingOrigin = .own, codebook: Codebook, annotator: String,
    identity: SessionIdentity = SessionIdentity(), events: [Event] = []
  ) throws(JournalError) -> StoredSession {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in
      let reading = try keep(article, origin: origin)
      let codebookID = try keep(codebook)
      let opening =
        identity.isEarlierForm
        ? SessionOpening(article: article.id, annotator: annotator, codebook: codebookID)
        : SessionOpening(
          article: article.id, annotator: annotator, codebook: codebookID, id: identity.id,
          key: identity.key, path: article.metadata.path, reading: reading)
      var session = Session()
      let recorded: [RecordedEvent]
      do throws(ReplayError) {
        recorded = try session.append([.sessionOpened(opening)] + events, at: now())
      } catch {
        throw .doesNotFit(nil, error)
      }
      if let first = recorded.first {
        let name = try hash(of: first, following: .start)
        if let there = try sessions(named: name).first { throw .sessionExists(there) }
      }
      return try insert(
        session, recorded: recorded, opening: opening, article: article, codebook: codebook)
    }
  }

  /// Reads a session and folds its events; whether its hashes fit is for `verify` to say.
  package func session(_ id: SessionID) throws(JournalError) -> StoredSession {
    try connection.snapshot { () throws(JournalError) in
      let header = try self.header(of: id)
      var events: [RecordedEvent] = []
      events.reserveCapacity(min(header.events, 1 << 20))
      try connection.forEach(StoredEvent.queryWithoutHashes, [.integer(id.rawValue)]) {
        (row) throws(JournalError) in
        let stored = StoredEvent(row, hasHashes: false)
        guard let event = stored.recorded(by: codec) else {
          throw .unreadable(id, what: "event \(stored.sequence)")
        }
        events.append(event)
      }
      let session: Session
      do throws(ReplayError) {
        session = try Session(folding: events)
      } catch {
        throw .doesNotFit(id, error)
      }
      guard let reading = header.reading else { throw .unreadable(id, what: "the reading") }
      let opening = session.state.opening
      return StoredSession(
        id: id, name: try name(of: id),
        article: try article(reading)
          .at(path: opening?.reading == nil ? header.path : opening?.path),
        codebook: try codebook(header.codebook), annotator: header.annotator,
        opened: header.opened, session: session, lastHash: EventHash(bytes: header.lastHash))
    }
  }

  /// The name of a session to the world: the hash of its first event.
  package func name(of id: SessionID) throws(JournalError) -> EventHash {
    let name = try connection.first(
      "SELECT hash FROM event WHERE session = ? AND seq = 1", [.integer(id.rawValue)]
    ) { EventHash(bytes: $0.bytes(0)) }
    guard let name else { throw .unreadable(id, what: "event 1") }
    return name
  }

  /// The sessions with a name, by their numbers: one, or the branches of one.
  package func sessions(named name: EventHash) throws(JournalError) -> [SessionID] {
    try connection.all(
      "SELECT session FROM event WHERE seq = 1 AND hash = ? ORDER BY session", [.blob(name.bytes)]
    ) { SessionID(rawValue: $0.integer(0)) }
  }

  /// How many events two sessions have in common, from their first on.
  ///
  /// - Complexity: O(log *n*) look-ups, for a hash stands for all events before it.
  package func commonEvents(_ one: SessionID, _ other: SessionID) throws(JournalError) -> Int {
    var common = 0
    var beyond = min(try eventCount(of: one), try eventCount(of: other)) + 1
    while common + 1 < beyond {
      let middle = common + (beyond - common) / 2
      let isShared = try connection.first(
        """
        SELECT 1 FROM event JOIN event AS other ON other.session = ? AND other.seq = event.seq
          AND other.hash = event.hash WHERE event.session = ? AND event.seq = ?
        """, [.integer(other.rawValue), .integer(one.rawValue), .integer(middle)]
      ) { _ in true }
      if isShared == nil { beyond = middle } else { common = middle }
    }
    return common
  }

  /// The head of a session, without reading its events.
  package func head(of id: SessionID) throws(JournalError) -> SessionHead {
    let header = try header(of: id)
    return SessionHead(
      name: try name(of: id), events: header.events, head: EventHash(bytes: header.lastHash))
  }

  package func eventCount(of id: SessionID) throws(JournalError) -> Int {
    try header(of: id).events
  }

  /// The hashes of a session's events, in their order.
  package func hashes(of id: SessionID) throws(JournalError) -> [EventHash] {
    try connection.all(
      "SELECT hash FROM event WHERE session = ? ORDER BY seq", [.integer(id.rawValue)]
    ) { EventHash(bytes: $0.bytes(0)) }
  }

  // MARK: - Rows

  /// The row of a session.
  struct Header {
    let article: String
    let reading: ReadingID?
    let codebook: String
    let annotator: String
    let title: String?
    let path: String?
    let opened: Timestamp
    let changed: Timestamp
    /// An edited row may say any number; this one is within `EventBounds.numbers`, or 0.
    let events: Int
    let lastHash: [UInt8]
  }

  func header(of id: SessionID) throws(JournalError) -> Header {
    let header = try connection.first(
      """
      SELECT article, reading, codebook, annotator, title, path, opened, changed, events, last_hash
      FROM session WHERE id = ?
      """,
      [.integer(id.rawValue)]
    ) {
      Header(
        article: $0.text(0), reading: $0.optionalText(1).map { ReadingID(rawValue: $0) },
        codebook: $0.text(2), annotator: $0.text(3), title: $0.optionalText(4),
        path: $0.optionalText(5), opened: Timestamp(milliseconds: Int64($0.integer(6))),
        changed: Timestamp(milliseconds: Int64($0.integer(7))),
        events: min(max($0.integer(8), 0), EventBounds.numbers.upperBound),
        lastHash: $0.bytes(9))
    }
    guard let header else { throw .noSuchSession(id) }
    return header
  }

  func hash(of event: RecordedEvent, following previous: EventHash)
    throws(JournalError) -> EventHash
  {
    EventHash(
      following: previous, sequence: event.sequence, command: event.command,
      at: event.at.milliseconds, kind: event.event.kind.rawValue,
      payload: try codec.payload(of: event.event))
  }

  /// Writes a new session inside a transaction.
  func insert(
    _ session: Session, recorded: [RecordedEvent], opening: SessionOpening, article: Article,
    codebook: Codebook
  ) throws(JournalError) -> StoredSession {
    guard let first = recorded.first, let last = recorded.last else {
      throw .notImportable(reason: "it has no events")
    }
    try connection.run(
      """
      INSERT INTO session(
        article, reading, codebook, annotator, title, path, opened, changed, events, last_hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(opening.article.rawValue), .text(ReadingID(of: article).rawValue),
        .text(opening.codebook), .text(opening.annotator),
        .text(orNull: article.metadata.title),
        .text(orNull: opening.reading == nil ? article.metadata.path : opening.path),
        .integer(first.at.milliseconds), .integer(last.at.milliseconds), .integer(0),
        .blob(EventHash.start.bytes),
      ])
    var stored = StoredSession(
      id: SessionID(rawValue: Int(connection.lastInsertedRow)),
      name: try hash(of: first, following: .start), article: article,
      codebook: codebook, annotator: opening.annotator, opened: first.at, session: Session(),
      lastHash: .start)
    try write(session, recorded: recorded, to: &stored)
    return stored
  }
}

/// What the first event of a new session holds beside what the session is about.
package struct SessionIdentity: Hashable, Sendable {
  /// 128 random bits as 32 lower-case hexadecimal digits.
  package var id: String?
  /// The annotator's public key, `ed25519:` and 64 lower-case hexadecimal digits.
  package var key: String?
  /// Whether the session is to be opened as versions did that recorded the article's text alone: for a
  /// script that rebuilds one of theirs.
  package var isEarlierForm = false

  package init(id: String? = nil, key: String? = nil, isEarlierForm: Bool = false) {
    self.id = id
    self.key = key
    self.isEarlierForm = isEarlierForm
  }
}

extension RecordedEvent {
  /// Whether its command is its own number or goes on the one before it.
  func continues(command: Int) -> Bool {
    self.command == sequence || (self.command == command && command > 0)
  }
}
