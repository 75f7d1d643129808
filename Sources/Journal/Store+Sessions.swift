package import ClaimModel
private import Fingerprint

extension Store {
  /// Makes a session, with the events that it starts from, in one transaction.
  ///
  /// - Parameters:
  ///   - article: As `add(_:)` returned it, if the store may have had it before: the blocks and
  ///     metadata that the store has stand.
  ///   - events: Usually the proposals; they and the opening are one command.
  package func createSession(
    article: Article, codebook: Codebook, annotator: String, events: [Event] = []
  ) throws(JournalError) -> StoredSession {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in
      let article = try keep(article)
      let codebookID = try keep(codebook)
      let opening = SessionOpening(
        article: article.id, annotator: annotator, codebook: codebookID)
      var session = Session()
      let recorded: [RecordedEvent]
      do throws(ReplayError) {
        recorded = try session.append([.sessionOpened(opening)] + events, at: now())
      } catch {
        throw .doesNotFit(nil, error)
      }
      return try insert(
        session, recorded: recorded, opening: opening, article: article, codebook: codebook)
    }
  }

  /// Stores a session from elsewhere under a new number, its events as they are.
  ///
  /// - Parameter hashes: Those that came with the events, one each; nil where none did. They are
  ///   checked, and come out the same here.
  package func importSession(
    article: Article, codebook: Codebook, events: [RecordedEvent], hashes: [EventHash]? = nil
  ) throws(JournalError) -> StoredSession {
    try requireWritable()
    guard case .sessionOpened(let opening)? = events.first?.event else {
      throw .notImportable(reason: "it does not begin with its opening")
    }
    guard opening.article == article.id, article.id == ArticleID(of: article.text) else {
      throw .notImportable(reason: "its article is not the one that it was opened on")
    }
    guard try opening.codebook == identity(of: codebook) else {
      throw .notImportable(reason: "its codebook is not the one that it was opened with")
    }
    let session: Session
    do throws(ReplayError) {
      session = try Session(folding: events)
    } catch {
      throw .notImportable(reason: error.description)
    }
    var command = 0
    for event in events {
      guard event.continues(command: command) else {
        throw .notImportable(
          reason: "event \(event.sequence) names command \(event.command), which is not its own")
      }
      command = event.command
    }
    if let hashes { try check(hashes, of: events) }
    return try connection.transaction { () throws(JournalError) in
      let article = try keep(article)
      _ = try keep(codebook)
      return try insert(
        session, recorded: events, opening: opening, article: article, codebook: codebook)
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
      return StoredSession(
        id: id, article: try article(ArticleID(rawValue: header.article)),
        codebook: try codebook(header.codebook), annotator: header.annotator,
        opened: header.opened, session: session, lastHash: EventHash(bytes: header.lastHash))
    }
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
    let codebook: String
    let annotator: String
    let opened: Timestamp
    let changed: Timestamp
    /// An edited row may say any number; this one is within `EventBounds.numbers`, or 0.
    let events: Int
    let lastHash: [UInt8]
  }

  func header(of id: SessionID) throws(JournalError) -> Header {
    let header = try connection.first(
      """
      SELECT article, codebook, annotator, opened, changed, events, last_hash FROM session
      WHERE id = ?
      """,
      [.integer(id.rawValue)]
    ) {
      Header(
        article: $0.text(0), codebook: $0.text(1), annotator: $0.text(2),
        opened: Timestamp(milliseconds: Int64($0.integer(3))),
        changed: Timestamp(milliseconds: Int64($0.integer(4))),
        events: min(max($0.integer(5), 0), EventBounds.numbers.upperBound),
        lastHash: $0.bytes(6))
    }
    guard let header else { throw .noSuchSession(id) }
    return header
  }

  private func check(_ hashes: [EventHash], of events: [RecordedEvent]) throws(JournalError) {
    guard hashes.count == events.count else {
      throw .notImportable(reason: "it has \(events.count) events and \(hashes.count) hashes")
    }
    var previous = EventHash.start
    for (event, hash) in zip(events, hashes) {
      previous = try self.hash(of: event, following: previous)
      guard previous == hash else {
        throw .notImportable(reason: "the hash of event \(event.sequence) does not fit it")
      }
    }
  }

  private func hash(of event: RecordedEvent, following previous: EventHash)
    throws(JournalError) -> EventHash
  {
    EventHash(
      following: previous, sequence: event.sequence, command: event.command,
      at: event.at.milliseconds, kind: event.event.kind.rawValue,
      payload: try codec.payload(of: event.event))
  }

  /// Writes a new session inside a transaction.
  private func insert(
    _ session: Session, recorded: [RecordedEvent], opening: SessionOpening, article: Article,
    codebook: Codebook
  ) throws(JournalError) -> StoredSession {
    guard let first = recorded.first, let last = recorded.last else {
      throw .notImportable(reason: "it has no events")
    }
    try connection.run(
      """
      INSERT INTO session(
        article, codebook, annotator, title, path, opened, changed, events, last_hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(opening.article.rawValue), .text(opening.codebook), .text(opening.annotator),
        .text(orNull: article.metadata.title), .text(orNull: article.metadata.path),
        .integer(first.at.milliseconds), .integer(last.at.milliseconds), .integer(0),
        .blob(EventHash.start.bytes),
      ])
    var stored = StoredSession(
      id: SessionID(rawValue: Int(connection.lastInsertedRow)), article: article,
      codebook: codebook, annotator: opening.annotator, opened: first.at, session: Session(),
      lastHash: .start)
    try write(session, recorded: recorded, to: &stored)
    return stored
  }
}

extension RecordedEvent {
  /// Whether its command is its own number or goes on the one before it.
  func continues(command: Int) -> Bool {
    self.command == sequence || (self.command == command && command > 0)
  }
}
