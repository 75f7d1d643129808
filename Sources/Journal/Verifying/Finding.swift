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
    /// What the event says is not what it was hashed from.
    case eventChanged(Int)
    /// The event does not follow the one before it: one was taken out, put in or exchanged.
    case chainBroken(Int)
    /// An event with this number should be here, and is not.
    case eventMissing(Int)
    /// The journal goes on after the last event that the session knows of.
    case eventsAdded(Int)
    case eventUnreadable(Int)
    case eventDoesNotFit(Int, ReducerError)
    case commandOutOfPlace(Int)
    /// The session's row says something else than its first and last events.
    case headerDiffers
    case articleMissing(ArticleID)
    /// The article's text is not the one it was named after.
    case articleChanged(ArticleID)
    /// What the session's article was read as is not there.
    case readingMissing(ReadingID?)
    /// What is said of an article (title, date, blocks and the like) is not what it was hashed from.
    case readingChanged(ReadingID)
    /// What was fetched from this address is not what it was hashed from.
    case fetchedPageChanged(String)
    case codebookMissing(String)
    case codebookChanged(String)
    /// The table does not say what the events add up to; nil stands for the session as a whole.
    case projectionDiffers(table: String, claim: ClaimID?)
    case searchIndexDiffers
    /// What SQLite's own check reports.
    case damaged(String)
  }

  /// The first event that does not fit; nil where the trouble is not in the events.
  package var sequence: Int? {
    switch problem {
    case .eventChanged(let sequence), .chainBroken(let sequence), .eventMissing(let sequence),
      .eventsAdded(let sequence), .eventUnreadable(let sequence),
      .eventDoesNotFit(let sequence, _), .commandOutOfPlace(let sequence):
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

extension Finding.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .eventChanged(let sequence):
      "event \(sequence) was changed: its hash does not fit what it says"
    case .chainBroken(let sequence):
      "event \(sequence) does not follow the event before it"
    case .eventMissing(let sequence): "event \(sequence) is missing"
    case .eventsAdded(let sequence):
      "event \(sequence) was added behind the end of the session"
    case .eventUnreadable(let sequence): "event \(sequence) cannot be read"
    case .eventDoesNotFit(let sequence, let reason): "event \(sequence) does not fit: \(reason)"
    case .commandOutOfPlace(let sequence):
      "event \(sequence) names a command that is not its own"
    case .headerDiffers: "its entry in the list of sessions differs from its events"
    case .articleMissing(let article): "article '\(article.rawValue)' is missing"
    case .articleChanged(let article):
      "the text of article '\(article.rawValue)' was changed"
    case .readingMissing(let reading):
      reading.map { "reading '\($0.rawValue)' is missing" } ?? "it has no reading of its article"
    case .readingChanged(let reading):
      "reading '\(reading.rawValue)' was changed: what is said of the article, or its blocks"
    case .fetchedPageChanged(let address):
      "what was fetched from '\(address)' was changed"
    case .codebookMissing(let codebook): "codebook '\(codebook)' is missing"
    case .codebookChanged(let codebook): "codebook '\(codebook)' was changed"
    case .projectionDiffers(let table, let claim?):
      "the \(table) table differs from the events at claim \(claim)"
    case .projectionDiffers(let table, nil):
      "the \(table) table differs from the events at the session's own rows"
    case .searchIndexDiffers: "the search index differs from the claims and notes"
    case .damaged(let detail): "the file is damaged: \(detail)"
    }
  }
}
