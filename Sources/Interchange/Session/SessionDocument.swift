package import ClaimModel

/// A session with all that is needed to understand it, as the export formats take it.
package struct SessionDocument: Hashable, Sendable {
  package let article: Article
  package let codebook: Codebook
  /// The journal of the session, in order, from its first event; empty for a format that has no events.
  package let events: [HashedEvent]
  /// What the events add up to.
  package let session: Session
  /// Name and version of the program, such as `assay 1.0`.
  package let application: String
  /// The hash of the first event, which names the session in every store; nil where it is not known.
  package let name: String?
  /// The hash of the latest event, which names the branch.
  package let head: String?

  /// An event with its link of the journal's hash chain.
  package struct HashedEvent: Hashable, Sendable {
    package let recorded: RecordedEvent
    package let hash: String

    package init(recorded: RecordedEvent, hash: String) {
      self.recorded = recorded
      self.hash = hash
    }
  }

  /// Puts a session together.
  ///
  /// - Parameters:
  ///   - session: The fold of the events, where the caller has it.
  ///   - name: Where there are no events to tell, as also the head.
  package init(
    article: Article, codebook: Codebook, events: [HashedEvent], session: Session,
    application: String, name: String? = nil, head: String? = nil
  ) {
    self.article = article
    self.codebook = codebook
    self.events = events
    self.session = session
    self.application = application
    self.name = name ?? events.first?.hash
    self.head = head ?? events.last?.hash
  }

  /// Empty where the session was never opened, which the journal does not allow.
  package var annotator: String { session.state.opening?.annotator ?? "" }

  package var opened: Timestamp? { session.events.first?.at }
}
