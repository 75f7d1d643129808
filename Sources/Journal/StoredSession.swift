package import ClaimModel

/// A session as it was read from the store, with what it was made of.
///
/// `Store.append` keeps it up with the store; a failed call leaves it as it was.
package struct StoredSession: Sendable {
  package let id: SessionID
  /// The hash of its first event, which names it in every store.
  package let name: EventHash
  /// As it was read for the session, with the path of then.
  package let article: Article
  package let codebook: Codebook
  package let annotator: String
  package let opened: Timestamp
  /// The events and what they add up to.
  package internal(set) var session: Session
  /// The hash of the latest event, which stands for the whole journal of the session.
  package internal(set) var lastHash: EventHash
}
