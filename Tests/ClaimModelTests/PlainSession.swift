@testable import ClaimModel

/// A session kept in the plainest way, which the real one must be the same as.
///
/// All events are looked at for each question, and folded anew after each command.
struct PlainSession {
  private(set) var events: [RecordedEvent] = []
  private(set) var undone: Set<Int> = []

  func state() throws -> SessionState {
    var state = SessionState()
    for recorded in events where !undone.contains(recorded.sequence) {
      try state.apply(recorded.event, at: recorded.at)
    }
    return state
  }

  /// Whole or not at all.
  mutating func append(_ newEvents: [Event], at moment: Timestamp) throws {
    var changed = self
    let command = events.count + 1
    for (place, event) in newEvents.enumerated() {
      switch event {
      case .undone(let sequences):
        for sequence in sequences {
          guard changed.events.indices.contains(sequence &- 1),
            changed.events[sequence - 1].event.isUndoable,
            changed.undone.insert(sequence).inserted
          else { throw ReducerError.noSuchEvent(sequence) }
        }
      case .redone(let sequences):
        for sequence in sequences where changed.undone.remove(sequence) == nil {
          throw ReducerError.noSuchEvent(sequence)
        }
      default: break
      }
      changed.events.append(
        RecordedEvent(sequence: command + place, command: command, at: moment, event: event))
    }
    _ = try changed.state()
    self = changed
  }

  func eventsToUndo(claim: ClaimID?) -> [Int]? {
    let last = events.last { recorded in
      counts(recorded) && claim.map { recorded.event.claims.contains($0) } ?? true
    }
    return last.map { last in
      events.filter { $0.command == last.command && counts($0) }.map(\.sequence)
    }
  }

  func eventsToRedo(claim: ClaimID?) -> [Int]? {
    var redoneLater: Set<Int> = []
    for recorded in events.reversed() {
      switch recorded.event {
      case .redone(let sequences): redoneLater.formUnion(sequences)
      case .undone(let sequences):
        let open = sequences.filter { undone.contains($0) && !redoneLater.contains($0) }
        let concerns =
          claim.map { claim in open.contains { events[$0 - 1].event.claims.contains(claim) } }
          ?? true
        if !open.isEmpty && concerns { return open }
        redoneLater.subtract(sequences)
      default:
        let concerns = claim.map { recorded.event.claims.contains($0) } ?? true
        if counts(recorded) && concerns { return nil }
      }
    }
    return nil
  }

  func nextEvidenceID(of claim: ClaimID) throws -> Int {
    var highest = try state().claims[claim]?.evidence.map(\.id).max() ?? 0
    for recorded in events {
      switch recorded.event {
      case .evidenceAdded(claim, let evidence): highest = max(highest, evidence.id)
      case .claimsCarried(let carryOver):
        let carried = carryOver.claims.first { $0.claim.id == claim }
        highest = max(highest, carried?.evidence.map(\.id).max() ?? 0)
      default: continue
      }
    }
    return highest.nextNumber
  }

  private func counts(_ recorded: RecordedEvent) -> Bool {
    recorded.event.isUndoable && !undone.contains(recorded.sequence)
  }
}
