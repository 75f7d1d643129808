package import ClaimModel
private import Fingerprint

/// A session from elsewhere, with what it was made of.
package struct IncomingSession: Sendable {
  /// As it was read for the session, with the path of then.
  package let article: Article
  package let codebook: Codebook
  package let events: [RecordedEvent]
  /// Those that came with the events, one each, to be checked; nil where none did.
  package let hashes: [EventHash]?

  package init(
    article: Article, codebook: Codebook, events: [RecordedEvent], hashes: [EventHash]? = nil
  ) {
    self.article = article
    self.codebook = codebook
    self.events = events
    self.hashes = hashes
  }
}

/// What became of a session from elsewhere; `Docs/trust.md` has the rule.
package enum Arrival: Hashable, Sendable {
  /// No session of that name was here.
  case added(SessionID)
  case alreadyHere(SessionID)
  /// Ours got the events that it lacked.
  case movedForward(SessionID, by: Int)
  /// Ours has all of it, and so many events more.
  case behind(SessionID, by: Int)
  /// It parts from ours after an event, and was kept as a session of its own.
  case branch(SessionID, of: SessionID, after: Int)

  /// The session of this store that holds what came.
  package var session: SessionID {
    switch self {
    case .added(let id), .alreadyHere(let id), .movedForward(let id, _), .behind(let id, _),
      .branch(let id, _, _):
      id
    }
  }

  /// Whether it changed this store.
  package var isNews: Bool {
    switch self {
    case .added, .movedForward, .branch: true
    case .alreadyHere, .behind: false
    }
  }
}

extension Store {
  /// Takes in a session from elsewhere, by the one rule for what comes in.
  ///
  /// - Parameter held: The sessions that the caller has the right to change already.
  /// - Throws: `JournalError.notImportable` for one that contradicts itself, and
  ///   `JournalError.sessionHeld` where it goes on with one that another process works on.
  package func receive(_ incoming: IncomingSession, held: Set<SessionID> = [])
    throws(JournalError) -> Arrival
  {
    try requireWritable()
    let arriving = try checked(incoming)
    return try connection.transaction { () throws(JournalError) in
      try place(arriving, held: held)
    }
  }

  // MARK: - What came

  /// A session from elsewhere that was found to be whole.
  struct ArrivingSession {
    let incoming: IncomingSession
    let opening: SessionOpening
    let session: Session
    /// One each event, computed here.
    let hashes: [EventHash]
  }

  /// Checks that a session from elsewhere is whole by itself.
  func checked(_ incoming: IncomingSession) throws(JournalError) -> ArrivingSession {
    let article = incoming.article
    guard case .sessionOpened(let opening)? = incoming.events.first?.event else {
      throw .notImportable(reason: "it does not begin with its opening")
    }
    guard opening.article == article.id, article.id == ArticleID(of: article.text) else {
      throw .notImportable(reason: "its article is not the one that it was opened on")
    }
    if let reading = opening.reading, reading != ReadingID(of: article) {
      throw .notImportable(
        reason: "what is said of its article (title, date, blocks and the like) "
          + "is not what it was opened with")
    }
    guard try opening.codebook == identity(of: incoming.codebook) else {
      throw .notImportable(reason: "its codebook is not the one that it was opened with")
    }
    let session: Session
    do throws(ReplayError) {
      session = try Session(folding: incoming.events)
    } catch {
      throw .notImportable(reason: error.description)
    }
    var command = 0
    for event in incoming.events {
      guard event.continues(command: command) else {
        throw .notImportable(
          reason: "event \(event.sequence) names command \(event.command), which is not its own")
      }
      command = event.command
    }
    return ArrivingSession(
      incoming: incoming, opening: opening, session: session,
      hashes: try checkedHashes(of: incoming))
  }

  private func checkedHashes(of incoming: IncomingSession) throws(JournalError) -> [EventHash] {
    let (events, given) = (incoming.events, incoming.hashes)
    if let given, given.count != events.count {
      throw .notImportable(reason: "it has \(events.count) events and \(given.count) hashes")
    }
    var hashes: [EventHash] = []
    hashes.reserveCapacity(events.count)
    var previous = EventHash.start
    for (index, event) in events.enumerated() {
      previous = try hash(of: event, following: previous)
      if let given, given[index] != previous {
        throw .notImportable(reason: "the hash of event \(event.sequence) does not fit it")
      }
      hashes.append(previous)
    }
    return hashes
  }

  // MARK: - Where it belongs

  /// Puts a session where it belongs, inside a transaction.
  func place(_ arriving: ArrivingSession, held: Set<SessionID>) throws(JournalError) -> Arrival {
    guard let name = arriving.hashes.first else {
      throw .notImportable(reason: "it has no events")
    }
    let count = arriving.hashes.count
    var parting: (session: SessionID, after: Int)?
    for ours in try sessions(named: name) {
      let chain = try hashes(of: ours)
      let common = zip(chain, arriving.hashes).prefix { $0 == $1 }.count
      if common == count {
        return common == chain.count ? .alreadyHere(ours) : .behind(ours, by: chain.count - count)
      }
      if common == chain.count {
        try goOn(ours, with: arriving, after: common, held: held)
        return .movedForward(ours, by: count - common)
      }
      if common > (parting?.after ?? 0) { parting = (ours, common) }
    }
    _ = try keep(arriving.incoming.article, origin: .imported)
    _ = try keep(arriving.incoming.codebook)
    let stored = try insert(
      arriving.session, recorded: arriving.incoming.events, opening: arriving.opening,
      article: arriving.incoming.article, codebook: arriving.incoming.codebook)
    guard let parting else { return .added(stored.id) }
    return .branch(stored.id, of: parting.session, after: parting.after)
  }

  private func goOn(
    _ id: SessionID, with arriving: ArrivingSession, after common: Int, held: Set<SessionID>
  ) throws(JournalError) {
    var stored = try session(id)
    // Let go of when the events are written; a process that works on the session keeps it as it is.
    let hold = held.contains(id) ? nil : try self.hold(id, annotator: stored.annotator)
    defer { withExtendedLifetime(hold) {} }
    try write(
      arriving.session, recorded: Array(arriving.incoming.events[common...]), to: &stored)
  }
}
