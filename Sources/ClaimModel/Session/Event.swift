/// One fact of a session, past tense, never changed once it is in the journal.
///
/// The rare and large payloads are indirect, so that a long journal, which is labels for the most
/// part, takes the room of labels.
package enum Event: Hashable, Sendable {
  /// Always the first event of a session, and only the first.
  indirect case sessionOpened(SessionOpening)
  indirect case claimsProposed(Analysis)
  /// Taken over from a session on an earlier text of the article, when this one was made.
  indirect case claimsCarried(CarryOver)
  /// Says what holds of a claim that was carried over: it is this one now, or, with nil, it is gone.
  indirect case claimSettled(ClaimID, Claim?)
  indirect case claimAdded(Claim)
  case claimDropped(ClaimID)
  /// Trimmed or extended: its words are now these.
  indirect case claimMoved(ClaimID, to: Claim.Place)
  /// Became the parts, each with the labels of the whole; the first part keeps its number.
  case claimSplit(ClaimID, into: [Claim])
  /// Became one claim, which keeps the number of the first; labels of the first win over the rest's.
  indirect case claimsMerged([ClaimID], into: Claim)
  /// Nil takes an own wording back, and the proposed one returns.
  case statementWritten(ClaimID, String?, Grounds = .unrecorded)
  case labelled(ClaimID, attribute: String, LabelValue, Grounds = .unrecorded)
  case labelCleared(ClaimID, attribute: String)
  /// About a claim, or about the whole session.
  case noted(ClaimID?, String)
  case tagged(ClaimID, String)
  case untagged(ClaimID, String)
  indirect case evidenceAdded(ClaimID, Evidence)
  case evidenceRemoved(ClaimID, evidence: Int)
  /// A source has another name from then on: where it was proposed, and where it was given.
  case sourceRenamed(from: String, to: String)
  /// The events with these sequence numbers no longer count.
  case undone([Int])
  /// The events with these sequence numbers count again.
  case redone([Int])
}

/// An event with its place in the journal of its session.
package struct RecordedEvent: Hashable, Sendable {
  /// From 1, without gaps.
  package let sequence: Int
  /// The sequence number of the first event of the same command: what one command did is undone whole.
  package let command: Int
  package let at: Timestamp
  package let event: Event

  package init(sequence: Int, command: Int, at: Timestamp, event: Event) {
    self.sequence = sequence
    self.command = command
    self.at = at
    self.event = event
  }
}

// MARK: - What it is about

extension Event {
  /// The claims that it speaks of; empty for the session as a whole, and for undo and redo.
  package var claims: [ClaimID] {
    switch self {
    case .sessionOpened, .claimsProposed, .noted(nil, _), .sourceRenamed, .undone, .redone: []
    case .claimsCarried(let carryOver): carryOver.claims.map(\.claim.id)
    case .claimAdded(let claim): [claim.id]
    case .claimSettled(let id, _), .claimDropped(let id), .claimMoved(let id, _),
      .statementWritten(let id, _, _), .labelled(let id, _, _, _), .labelCleared(let id, _),
      .noted(.some(let id), _), .tagged(let id, _), .untagged(let id, _), .evidenceAdded(let id, _),
      .evidenceRemoved(let id, _):
      [id]
    case .claimSplit(let id, let parts): [id] + parts.map(\.id).filter { $0 != id }
    case .claimsMerged(let ids, _): ids
    }
  }

  /// Whether an annotator can take it back.
  package var isUndoable: Bool {
    switch self {
    case .sessionOpened, .claimsProposed, .claimsCarried, .undone, .redone: false
    default: true
    }
  }
}
