/// Folds anew only what an undo or a redo can change: the claims of its events, and those that came of
/// them or went into them by splitting and merging.
extension Session {
  /// The claims that events can change, with all that share an event with them, directly or not.
  ///
  /// Undo and redo stand for the events that they name; what was proposed or carried over at once is
  /// no tie between claims.
  /// - Complexity: O(*n*) in the events of these claims.
  package func claims(concernedBy events: some Sequence<Event>) -> Set<ClaimID> {
    var found: Set<ClaimID> = []
    var open = events.flatMap { event in
      event.named.isEmpty ? event.claims : event.named.flatMap { self.events[$0 - 1].event.claims }
    }
    while let claim = open.popLast() {
      guard found.insert(claim).inserted else { continue }
      for sequence in history.sequences(of: claim) {
        open += self.events[sequence - 1].event.claims.filter { !found.contains($0) }
      }
    }
    return found
  }

  /// The state after events were undone or redone.
  ///
  /// - Complexity: O(*n* log *n*) in the events of the claims concerned, and one look at each claim that
  ///   was proposed or carried over.
  /// - Throws: `ReplayError` with the first event that no longer fits.
  func refolded(after events: [RecordedEvent]) throws(ReplayError) -> SessionState {
    let claims = claims(concernedBy: events.map(\.event))
    var sequences = Set(history.beginnings)
    for claim in claims { sequences.formUnion(history.sequences(of: claim)) }
    let concernsNotes = events.contains { recorded in
      recorded.event.named.contains { self.events[$0 - 1].event.claims.isEmpty }
    }
    if concernsNotes { sequences.formUnion(history.sessionNotes) }
    var folded = SessionState()
    for sequence in sequences.sorted() where !undone.contains(sequence) {
      let recorded = self.events[sequence - 1]
      do throws(ReducerError) {
        try folded.apply(recorded.event.limited(to: claims), at: recorded.at)
      } catch {
        throw ReplayError(sequence: sequence, reason: error)
      }
    }
    let latest = self.events.last { !undone.contains($0.sequence) && !$0.event.isHistory }
    var whole = state
    whole.take(claims, withNotes: concernsNotes, from: folded, latest: latest?.event)
    return whole
  }
}

/// Where in a session each claim is spoken of, so that its events are found without a look at all.
///
/// Each place points to the one before it of the same claim, so a copy with one event more shares nearly
/// all of them.
struct ClaimHistory: Hashable, Sendable {
  private struct Place: Hashable, Sendable {
    let sequence: Int32
    /// Its place among the places; -1 for the first of its claim.
    let previous: Int32
  }

  private var places = AppendOnlyLog<Place>()
  private var latest: [ClaimID: Int32] = [:]
  /// The events that claims come from many at a time, and the opening.
  private(set) var beginnings: [Int] = []
  /// The notes on the session as a whole.
  private(set) var sessionNotes: [Int] = []

  mutating func add(_ recorded: RecordedEvent) {
    switch recorded.event {
    case .sessionOpened, .claimsProposed, .claimsCarried: beginnings.append(recorded.sequence)
    case .noted(nil, _): sessionNotes.append(recorded.sequence)
    case .undone, .redone: break
    default:
      for claim in recorded.event.claims {
        let place = Place(
          sequence: Int32(clamping: recorded.sequence), previous: latest[claim] ?? -1)
        latest[claim] = Int32(clamping: places.count)
        places.append(place)
      }
    }
  }

  /// The events about one claim, without those that it came from among many; the latest first.
  func sequences(of claim: ClaimID) -> [Int] {
    var sequences: [Int] = []
    var next = latest[claim] ?? -1
    while next >= 0 {
      let place = places[Int(next)]
      sequences.append(Int(place.sequence))
      next = place.previous
    }
    return sequences
  }
}

extension Event {
  /// The events that undo or redo speaks of; empty for all others.
  var named: [Int] {
    switch self {
    case .undone(let sequences), .redone(let sequences): sequences
    default: []
    }
  }

  /// The same for some claims alone, of an event that brings many at once.
  fileprivate func limited(to claims: Set<ClaimID>) -> Event {
    switch self {
    case .claimsProposed(var analysis):
      analysis.claims = analysis.claims.filter { claims.contains($0.id) }
      return .claimsProposed(analysis)
    case .claimsCarried(let carryOver):
      return .claimsCarried(
        CarryOver(
          from: carryOver.from, highestClaim: carryOver.highestClaim, notes: carryOver.notes,
          claims: carryOver.claims.filter { claims.contains($0.claim.id) }))
    default: return self
    }
  }
}
