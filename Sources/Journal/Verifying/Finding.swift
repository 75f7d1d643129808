package import ClaimModel

/// One thing that does not fit in a store.
package struct Finding: Equatable, Sendable {
  /// Nil for the store as a whole.
  package let session: SessionID?
  package let problem: Problem

  package init(session: SessionID?, problem: Problem) {
    self.session = session
    self.problem = problem
  }

  package enum Problem: Equatable, Sendable {
    // Events.
    /// What the event says is not what it was hashed from.
    case eventChanged(Int)
    /// The event does not follow the one before it: one was taken out, put in or exchanged.
    case chainBroken(Int)
    /// An event with this number should be here, and is not.
    case eventMissing(Int)
    /// The journal goes on after the last event that the session knows of.
    case eventsAdded(Int)
    case eventUnreadable(Int)
    /// An object of its payload has this key twice, so two readers can read two things.
    case eventHasKeyTwice(Int, key: String)
    case eventDoesNotFit(Int, ReducerError)
    case commandOutOfPlace(Int)
    /// The event gives a value that the session's codebook does not have.
    case labelUnknown(Int, attribute: String, value: String)
    /// The event's moment is before that of the event before it.
    case momentRunsBack(Int)

    // What stands beside the events.
    /// The session's row says something else than its first and last events, or its article.
    case headerDiffers
    case articleMissing(ArticleID)
    /// The article's text is not the one it was named after.
    case articleChanged(ArticleID)
    /// What the session's article was read as is not there.
    case readingMissing(ReadingID?)
    /// What is said of an article (title, date, blocks and the like) is not what it was hashed from.
    case readingChanged(ReadingID)
    /// Its row can be read in two ways, or its blocks do not fit the text.
    case readingUnsound(ReadingID, reason: String)
    /// No reading was added when the article was, though they come together.
    case articleMomentChanged(ArticleID)
    /// It has neither a reading nor a session, and nothing leaves one without.
    case articleUnused(ArticleID)
    /// This store's own reader made it, and neither a session nor a page is there that it came with.
    case readingUnused(ReadingID)
    /// A proposed claim does not lie in the block that it names.
    case claimOutsideBlock(ClaimID)
    /// What was fetched from this address is not what it was hashed from.
    case fetchedPageChanged(String)
    /// What was fetched from this address says something else than the article that it was read as.
    case fetchedPageReadsOtherwise(String)
    /// The article comes from this address, and no page that was fetched for it is kept.
    case fetchedPageMissing(String)
    case codebookMissing(String)
    case codebookChanged(String)
    /// It has the very events of another one.
    case sessionTwice(SessionID)
    /// No session has this number, though later ones are there.
    case sessionMissing(Int)
    /// No fetched page has this number, though later ones are there.
    case fetchedRowMissing(Int)
    /// The table does not say what the events add up to; nil stands for the session as a whole.
    case projectionDiffers(table: String, claim: ClaimID?)
    case searchIndexDiffers
    /// So many rows refer to a session, a claim or an article that is not there.
    case orphanedRows(table: String, Int)

    // The file.
    case schemaObjectMissing(kind: String, name: String)
    case schemaObjectChanged(kind: String, name: String)
    case schemaObjectForeign(kind: String, name: String)
    case migrationsDiffer
    /// What SQLite's own check reports.
    case damaged(String)

    // What a head or a seal kept elsewhere says.
    case headIsOther(expected: String, found: String)
    case sealedSessionMissing(name: String, events: Int)
    case sealedSessionShortened(name: String, sealed: Int, found: Int)
    case sealedSessionRewritten(name: String, events: Int)
    case sealedPageMissing(String)
    case sealUnsound(String)
  }

  /// The first event that does not fit; nil where the trouble is not in the events.
  package var sequence: Int? {
    switch problem {
    case .eventChanged(let sequence), .chainBroken(let sequence), .eventMissing(let sequence),
      .eventsAdded(let sequence), .eventUnreadable(let sequence),
      .eventHasKeyTwice(let sequence, _), .eventDoesNotFit(let sequence, _),
      .commandOutOfPlace(let sequence), .labelUnknown(let sequence, _, _),
      .momentRunsBack(let sequence):
      sequence
    default: nil
    }
  }
}

extension Finding: CustomStringConvertible {
  package var description: String {
    session.map { "session \($0): \(problem)" } ?? "\(problem)"
  }
}
