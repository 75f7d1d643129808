/// One annotator's work on one article: the events so far and what they add up to.
///
/// A copy shares nearly all of its parts, so the session before a command stays at hand while one after it
/// is made, and a command costs what its own claims cost.
package struct Session: Sendable {
  package private(set) var events = EventLog()
  package private(set) var state = SessionState()
  private var effective = EffectiveEvents()
  private var history = ClaimHistory()
  /// What each event took the place of, one each; nil for those that are not in the state, and for those
  /// that nobody can take back.
  private var former = ChunkedArray<FormerState?>()
  /// The undos that can still be taken back in part, by their sequence numbers.
  private var openUndos: [Int] = []
  /// The latest event that nobody can take back: the opening, what was proposed or carried over.
  private var latestBeginning = 0
  /// The events that gave a source another name, which may be any claim's.
  private var renames: [Int] = []
  private var highestClaim = 0
  /// The highest number that evidence of a claim had.
  private var highestEvidence = ClaimTable<Int>()

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
    try refold()
  }

  /// The number that the next new claim gets; numbers of claims that are gone are not given again.
  package var nextClaimID: ClaimID { ClaimID(rawValue: highestClaim.nextNumber) }

  /// The number that the next evidence of a claim gets; numbers that were taken away are not given again.
  package func nextEvidenceID(of claim: ClaimID) -> Int {
    let present = state.claims[claim]?.evidence.map(\.id).max() ?? 0
    return max(present, highestEvidence[claim] ?? 0).nextNumber
  }

  /// All events but those that were undone.
  package var effectiveEvents: [RecordedEvent] {
    events.filter { !isUndone($0.sequence) }
  }

  /// Whether undo has taken an event out of the count.
  package func isUndone(_ sequence: Int) -> Bool {
    sequence >= 1 && sequence <= events.count && effective.undoing(sequence) != nil
  }

  /// Takes in what one command did, whole or not at all.
  /// - Returns: The events with their places in the journal, to be stored before anything is shown.
  package mutating func append(_ newEvents: [Event], at moment: Timestamp) throws(ReplayError)
    -> [RecordedEvent]
  {
    let command = events.count + 1
    let recorded = newEvents.enumerated().map { place, event in
      RecordedEvent(sequence: command + place, command: command, at: moment, event: event)
    }
    var changed = self
    var named: [Int] = []
    for event in recorded {
      // What was undone and redone before it, at once.
      if !event.event.isHistory { try changed.recount(&named) }
      do throws(ReducerError) {
        try changed.register(event)
        if event.event.isHistory { named += event.event.named } else { try changed.apply(event) }
      } catch {
        throw ReplayError(sequence: event.sequence, reason: error)
      }
    }
    try changed.recount(&named)
    self = changed
    return recorded
  }

  /// Keeps an event, and what it says about others; does not apply it.
  private mutating func register(_ recorded: RecordedEvent) throws(ReducerError) {
    let (sequence, event) = (recorded.sequence, recorded.event)
    guard sequence == events.count + 1 else { throw .outOfSequence(sequence) }
    switch event {
    case .undone(let sequences):
      for undone in sequences {
        // A number that no event has does not count either.
        guard effective.contains(undone), events[undone - 1].event.isUndoable else {
          throw .noSuchEvent(undone)
        }
        effective.remove(undone, undoing: sequence)
      }
      if !sequences.isEmpty { openUndos.append(sequence) }
    case .redone(let sequences):
      var undos: Set<Int> = []
      for redone in sequences {
        guard isUndone(redone), let undo = effective.undoing(redone) else {
          throw .noSuchEvent(redone)
        }
        undos.insert(undo)
        effective.insert(redone)
      }
      for undo in undos where stillUndone(by: undo).isEmpty {
        if let place = openUndos.lastIndex(of: undo) { openUndos.remove(at: place) }
      }
    case .claimsProposed(let analysis):
      highestClaim = max(highestClaim, analysis.claims.map(\.id.rawValue).max() ?? 0)
    case .claimsCarried(let carryOver):
      let carried = carryOver.claims.map(\.claim.id.rawValue).max() ?? 0
      highestClaim = max(highestClaim, carryOver.highestClaim, carried)
      for claim in carryOver.claims {
        claim.evidence.map(\.id).max().map { noteEvidence($0, of: claim.claim.id) }
      }
    case .evidenceAdded(let claim, let evidence):
      highestClaim = max(highestClaim, claim.rawValue)
      noteEvidence(evidence.id, of: claim)
    case .sourceRenamed: renames.append(sequence)
    default:
      for claim in event.claims { highestClaim = max(highestClaim, claim.rawValue) }
    }
    if !event.isUndoable && !event.isHistory { latestBeginning = sequence }
    effective.append(counts: !event.isHistory)
    former.append(nil)
    events.append(recorded)
  }

  private mutating func noteEvidence(_ number: Int, of claim: ClaimID) {
    highestEvidence[claim] = max(highestEvidence[claim] ?? 0, number)
  }
}

extension Session: Hashable {
  /// All else follows from the events.
  package static func == (one: Session, other: Session) -> Bool {
    one.events == other.events && one.state == other.state
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(events) }
}

// MARK: - The state

extension Session {
  private mutating func refold() throws(ReplayError) {
    state = SessionState()
    history = ClaimHistory()
    for place in events.indices {
      former[place] = nil
      if effective.contains(place + 1) { try reapply(events[place]) }
    }
  }

  /// Brings the state up to date after some events were undone or redone.
  ///
  /// What came after them and concerns their claims is taken back, the latest first, and what counts of
  /// all this applied again; for the latest command of a claim that is the command alone.
  /// - Parameter named: The sequence numbers of these events; empty on return.
  private mutating func recount(_ named: inout [Int]) throws(ReplayError) {
    guard !named.isEmpty else { return }
    let turned = Set(named).filter { effective.contains($0) != (former[$0 - 1] != nil) }
    named = []
    guard let first = turned.min() else { return settleLatestClaim() }
    // What brings many claims at once is in no claim's history, and neither is another name of a source.
    guard latestBeginning < first, isLatest(turned) || !hasRename(since: first) else {
      return try refold()
    }
    var (claims, later) = concerned(by: turned, since: first)
    later.formUnion(turned)
    for sequence in later.sorted(by: >) {
      guard let kept = former[sequence - 1] else { continue }
      state.takeBack(events[sequence - 1].event, to: kept)
      former[sequence - 1] = nil
    }
    for claim in claims { history.forget(from: first, about: claim) }
    for sequence in later.sorted() where effective.contains(sequence) {
      try reapply(events[sequence - 1])
    }
    settleLatestClaim()
  }

  /// The claims of some events, with all that share a later event with them, directly or not.
  ///
  /// - Parameter first: The earliest of the events.
  /// - Returns: The claims, nil for the session as a whole, and the events about them from `first` on that
  ///   are in the state.
  private func concerned(
    by turned: Set<Int>, since first: Int
  ) -> (claims: Set<ClaimID?>, later: Set<Int>) {
    var claims: Set<ClaimID?> = []
    var later: Set<Int> = []
    var open = turned.flatMap { events[$0 - 1].event.subjects }
    while let claim = open.popLast() {
      guard claims.insert(claim).inserted else { continue }
      for sequence in history.sequences(about: claim).prefix(while: { $0 >= first })
      where later.insert(sequence).inserted {
        open += events[sequence - 1].event.subjects
      }
    }
    return (claims, later)
  }

  /// Whether nothing else that counts came after the first of some events.
  private func isLatest(_ turned: Set<Int>) -> Bool {
    var latest = effective.last
    while turned.contains(latest) { latest = effective.previous(of: latest) }
    return turned.allSatisfy { $0 > latest }
  }

  private func hasRename(since first: Int) -> Bool {
    renames.contains { $0 >= first && (effective.contains($0) || former[$0 - 1] != nil) }
  }

  private mutating func reapply(_ recorded: RecordedEvent) throws(ReplayError) {
    do throws(ReducerError) {
      try apply(recorded)
    } catch {
      throw ReplayError(sequence: recorded.sequence, reason: error)
    }
  }

  /// Applies an event that counts, and keeps what it takes the place of.
  private mutating func apply(_ recorded: RecordedEvent) throws(ReducerError) {
    let (sequence, event) = (recorded.sequence, recorded.event)
    if event.isUndoable {
      former[sequence - 1] = state.former(of: event)
      for claim in event.subjects { history.add(sequence, about: claim) }
    }
    try state.apply(event, at: recorded.at)
  }

  private mutating func settleLatestClaim() {
    let latest = effective.last == 0 ? [] : events[effective.last - 1].event.claims
    state.latestClaim = latest.first { state.claims[$0] != nil }
  }
}

// MARK: - Undo and redo

extension Session {
  /// The latest command that still counts, as sequence numbers; nil where nothing can be undone.
  ///
  /// - Parameter claim: Only commands that touched this claim; nil for any.
  package func eventsToUndo(claim: ClaimID? = nil) -> [Int]? {
    let latest = latestDecision(about: claim)
    guard latest > 0 else { return nil }
    let command = events[latest - 1].command
    guard events.indices.contains(command - 1) else { return [] }
    return events[(command - 1)...].prefix { $0.command == command }
      .filter { effective.contains($0.sequence) && $0.event.isUndoable }.map(\.sequence)
  }

  /// The command that the latest undo took back, as sequence numbers; nil where none is left.
  ///
  /// A new decision about the claim (or, without one, about anything) ends what can be redone.
  /// - Complexity: One look at each undo since that decision.
  package func eventsToRedo(claim: ClaimID? = nil) -> [Int]? {
    let latest = latestDecision(about: claim)
    for undo in openUndos.reversed() {
      guard undo > latest else { return nil }
      let undone = stillUndone(by: undo)
      guard let claim else { return undone }
      if undone.contains(where: { events[$0 - 1].event.claims.contains(claim) }) { return undone }
    }
    return nil
  }

  /// The latest event that counts and can be taken back, about one claim or any; 0 for none.
  private func latestDecision(about claim: ClaimID?) -> Int {
    if let claim { return history.latest(about: claim) }
    var latest = effective.last
    while latest > 0, !events[latest - 1].event.isUndoable {
      latest = effective.previous(of: latest)
    }
    return latest
  }

  /// What an undo took back and nothing has brought back since.
  private func stillUndone(by undo: Int) -> [Int] {
    events[undo - 1].event.named.filter { effective.undoing($0) == undo }
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

  /// The events that undo or redo speaks of; empty for all others.
  fileprivate var named: [Int] {
    switch self {
    case .undone(let sequences), .redone(let sequences): sequences
    default: []
    }
  }

  /// The claims that it speaks of; nil stands for the session as a whole.
  fileprivate var subjects: [ClaimID?] {
    if case .noted(nil, _) = self { [nil] } else { claims }
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
