/// One annotator's work on one article: the events so far and what they add up to.
package struct Session: Hashable, Sendable {
  package private(set) var events = EventLog()
  package private(set) var state = SessionState()
  /// The sequence numbers that undo has taken out of the count.
  package private(set) var undone: Set<Int> = []
  private var highestClaim = 0
  /// Which events speak of which claim.
  private(set) var history = ClaimHistory()

  package init() {}

  /// Folds a whole journal.
  /// - Throws: `ReplayError` with the first event that does not fit.
  /// - Complexity: O(*n*) in the events.
  package init(folding events: some Sequence<RecordedEvent>) throws(ReplayError) {
    for recorded in events {
      do throws(ReducerError) {
        try register(recorded)
      } catch {
        throw ReplayError(sequence: recorded.sequence, reason: error)
      }
    }
    state = try folded()
  }

  /// The number that the next new claim gets; numbers of claims that are gone are not given again.
  package var nextClaimID: ClaimID { ClaimID(rawValue: highestClaim.nextNumber) }

  /// The number that the next evidence of a claim gets; numbers that were taken away are not given again.
  package func nextEvidenceID(of claim: ClaimID) -> Int {
    var highest = state.claims[claim]?.evidence.map(\.id).max() ?? 0
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

  /// The events that count: all but the undone, and undo and redo themselves.
  package var effectiveEvents: [RecordedEvent] {
    events.filter { !undone.contains($0.sequence) }
  }

  /// Takes in what one command did, whole or not at all.
  /// - Returns: The events with their places in the journal, to be stored before anything is shown.
  package mutating func append(_ newEvents: [Event], at moment: Timestamp) throws(ReplayError)
    -> [RecordedEvent]
  {
    var changed = self
    let command = events.count + 1
    var recorded: [RecordedEvent] = []
    for event in newEvents {
      recorded.append(
        RecordedEvent(
          sequence: command + recorded.count, command: command, at: moment, event: event))
    }
    var needsRefold = false
    for event in recorded {
      do throws(ReducerError) {
        try changed.register(event)
        if event.event.isHistory {
          needsRefold = true
        } else {
          try changed.state.apply(event.event, at: moment)
        }
      } catch {
        throw ReplayError(sequence: event.sequence, reason: error)
      }
    }
    if needsRefold { changed.state = try changed.refolded(after: recorded) }
    self = changed
    return recorded
  }

  /// Keeps an event, and what it says about others; does not apply it.
  private mutating func register(_ recorded: RecordedEvent) throws(ReducerError) {
    guard recorded.sequence == events.count + 1 else { throw .outOfSequence(recorded.sequence) }
    switch recorded.event {
    case .undone(let sequences):
      for sequence in sequences {
        // Compared before it is counted down, for it may be any number.
        guard sequence >= 1, sequence <= events.count,
          events[sequence - 1].event.isUndoable,
          undone.insert(sequence).inserted
        else { throw .noSuchEvent(sequence) }
      }
    case .redone(let sequences):
      for sequence in sequences {
        guard undone.remove(sequence) != nil else { throw .noSuchEvent(sequence) }
      }
    case .claimsProposed(let analysis):
      highestClaim = max(highestClaim, analysis.claims.map(\.id.rawValue).max() ?? 0)
    case .claimsCarried(let carryOver):
      let carried = carryOver.claims.map(\.claim.id.rawValue).max() ?? 0
      highestClaim = max(highestClaim, carryOver.highestClaim, carried)
    default:
      for claim in recorded.event.claims { highestClaim = max(highestClaim, claim.rawValue) }
    }
    events.append(recorded)
    history.add(recorded)
  }

  /// The state that all events that count add up to.
  func folded() throws(ReplayError) -> SessionState {
    var folded = SessionState()
    for recorded in events where !undone.contains(recorded.sequence) {
      do throws(ReducerError) {
        try folded.apply(recorded.event, at: recorded.at)
      } catch {
        throw ReplayError(sequence: recorded.sequence, reason: error)
      }
    }
    return folded
  }
}

// MARK: - Undo and redo

extension Session {
  /// The latest command that still counts, as sequence numbers; nil where nothing can be undone.
  ///
  /// - Parameter claim: Only commands that touched this claim; nil for any.
  package func eventsToUndo(claim: ClaimID? = nil) -> [Int]? {
    let counts = { (recorded: RecordedEvent) in
      recorded.event.isUndoable && !undone.contains(recorded.sequence)
    }
    let last =
      claim.map { history.places(of: $0).lazy.map { events[$0 - 1] }.first(where: counts) }
      ?? events.last(where: counts)
    return last.map { sequences(ofCommand: $0.command) { !undone.contains($0) } }
  }

  /// The command that the latest undo took back, as sequence numbers; nil where none is left.
  ///
  /// A new decision about the claim (or, without one, about anything) ends what can be redone.
  package func eventsToRedo(claim: ClaimID? = nil) -> [Int]? {
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
        if recorded.event.isUndoable && !undone.contains(recorded.sequence) && concerns
          && !redoneLater.contains(recorded.sequence)
        {
          return nil
        }
      }
    }
    return nil
  }

  private func sequences(ofCommand command: Int, where counts: (Int) -> Bool) -> [Int] {
    guard command >= 1, command <= events.count else { return [] }
    return events[(command - 1)...].prefix { $0.command == command }.map(\.sequence)
      .filter { counts($0) && events[$0 - 1].event.isUndoable }
  }
}

extension Event {
  /// Whether it speaks of other events instead of claims.
  package var isHistory: Bool {
    switch self {
    case .undone, .redone: true
    default: false
    }
  }
}

extension Int {
  /// The number after this one; the highest stays, for a session from elsewhere may hold it.
  var nextNumber: Int { self == .max ? .max : self + 1 }
}

/// The first event of a journal that does not fit, and why.
package struct ReplayError: Error, Equatable, CustomStringConvertible {
  package let sequence: Int
  package let reason: ReducerError

  package init(sequence: Int, reason: ReducerError) {
    self.sequence = sequence
    self.reason = reason
  }

  package var description: String { "event \(sequence) does not fit: \(reason)" }
}
