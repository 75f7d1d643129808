package import ClaimModel

extension Store {
  /// Stores what one command did, whole or not at all; on return it is on disk.
  ///
  /// - Parameter moment: When it was done; nil for the present, or for the moment of the event before
  ///   where the system's clock was set back since.
  /// - Returns: The events with their places in the journal.
  /// - Throws: `JournalError`; then neither the store nor `stored` has changed.
  /// - Complexity: A few short statements for a label, whatever the size of the store; for undo and redo
  ///   as many as for the commands that they name.
  @discardableResult
  package func append(
    _ events: [Event], to stored: inout StoredSession, at moment: Timestamp? = nil
  ) throws(JournalError) -> [RecordedEvent] {
    try requireWritable()
    guard !events.isEmpty else { return [] }
    var session = stored.session
    let recorded: [RecordedEvent]
    do throws(ReplayError) {
      recorded = try session.append(events, at: moment ?? self.moment(after: session))
    } catch {
      throw .doesNotFit(stored.id, error)
    }
    var written = stored
    try connection.transaction { () throws(JournalError) in
      try write(session, recorded: recorded, to: &written)
    }
    stored = written
    return recorded
  }

  /// The moment of what comes next in a session: never one before the latest, should the system's clock be
  /// set back.
  private func moment(after session: Session) -> Timestamp {
    let present = now()
    return session.events.last.map { max(present, $0.at) } ?? present
  }

  /// Writes events and what they change inside a transaction.
  func write(
    _ session: Session, recorded: [RecordedEvent], to stored: inout StoredSession
  ) throws(JournalError) {
    let previous = stored.lastHash
    let hashes = try prepare(recorded, following: previous)
    // The row of the session is the guard: it moves on only from the event that `stored` ends with.
    let moved = try connection.run(
      "UPDATE session SET changed = ?, events = ?, last_hash = ? WHERE id = ? AND last_hash = ?",
      [
        .integer(recorded.last?.at.milliseconds ?? 0), .integer(session.events.count),
        .blob(hashes.last?.hash.bytes ?? previous.bytes), .integer(stored.id.rawValue),
        .blob(previous.bytes),
      ])
    guard moved == 1 else { throw .sessionChanged(stored.id) }
    for (event, link) in zip(recorded, hashes) {
      try connection.run(
        """
        INSERT INTO event(session, seq, command, at, kind, payload, previous_hash, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(stored.id.rawValue), .integer(event.sequence), .integer(event.command),
          .integer(event.at.milliseconds), .text(event.event.kind.rawValue),
          .text(String(decoding: link.payload, as: UTF8.self)), .blob(link.previous.bytes),
          .blob(link.hash.bytes),
        ])
    }
    try ProjectionChange(
      session: stored.id, article: stored.article, old: stored.session.state, new: session.state
    ).write(to: connection)
    stored.session = session
    stored.lastHash = hashes.last?.hash ?? previous
  }

  private typealias Link = (payload: [UInt8], previous: EventHash, hash: EventHash)

  private func prepare(_ events: [RecordedEvent], following first: EventHash)
    throws(JournalError) -> [Link]
  {
    var previous = first
    var links: [Link] = []
    for event in events {
      let payload = try codec.payload(of: event.event)
      let hash = EventHash(
        following: previous, sequence: event.sequence, command: event.command,
        at: event.at.milliseconds, kind: event.event.kind.rawValue, payload: payload)
      links.append((payload, previous, hash))
      previous = hash
    }
    return links
  }
}
