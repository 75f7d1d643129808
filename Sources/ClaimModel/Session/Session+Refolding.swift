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
  /// - Complexity: That of the commands that they name, for labels; else O(*n* log *n*) in the events of the claims concerned, and one look at each claim that
  ///   was proposed or carried over.
  /// - Throws: `ReplayError` with the first event that no longer fits.
  func refolded(after events: [RecordedEvent]) throws(ReplayError) -> SessionState {
    if let state = relabelled(after: events) { return state }
    if events.contains(where: { $0.event.named.contains { self.events[$0 - 1].event.isRename } }) {
      return try folded()
    }
    let claims = claims(concernedBy: events.map(\.event))
    var sequences = Set(history.beginnings + history.renames)
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

// MARK: - Labels

extension Session {
  /// The state where only labels were undone or redone, without a fold: a claim may have thousands of
  /// labels, and the one that counts now is near the end.
  ///
  /// - Returns: Nil where something else was, and where no label is left to go back to.
  private func relabelled(after events: [RecordedEvent]) -> SessionState? {
    // A source that has another name since may be the label's.
    guard history.renames.isEmpty else { return nil }
    var changed = state
    for recorded in events {
      guard recorded.event.isHistory else { return nil }
      for sequence in recorded.event.named {
        guard let attribute = self.events[sequence - 1].event.labelledAttribute,
          let claim = self.events[sequence - 1].event.claims.first,
          let (label, latest) = label(of: claim, attribute)
        else { return nil }
        do throws(ReducerError) {
          try changed.apply(label.event, at: latest.at)
        } catch {
          return nil
        }
      }
    }
    let latest = self.events.last { !undone.contains($0.sequence) && !$0.event.isHistory }
    changed.take([], withNotes: false, from: changed, latest: latest?.event)
    return changed
  }

  /// The event that gave a claim the label that counts, and the latest that counts about the claim; nil
  /// where the claim came about or went in between.
  private func label(
    of claim: ClaimID, _ attribute: String
  ) -> (label: RecordedEvent, latest: RecordedEvent)? {
    var latest: RecordedEvent?
    for place in history.places(of: claim) {
      let recorded = events[place - 1]
      guard !undone.contains(recorded.sequence) else { continue }
      guard recorded.event.keepsClaims else { return nil }
      let newest = latest ?? recorded
      if recorded.event.labelledAttribute == attribute { return (recorded, newest) }
      latest = newest
    }
    return nil
  }
}

extension Event {
  /// The attribute that it labels or clears; nil for all other events.
  fileprivate var labelledAttribute: String? {
    switch self {
    case .labelled(_, let attribute, _, _): attribute
    case .labelCleared(_, let attribute): attribute
    default: nil
    }
  }

  fileprivate var isRename: Bool { kind == .sourceRenamed }

  /// Whether the claims that there are stay, with the labels that they have but for its own.
  fileprivate var keepsClaims: Bool {
    switch self {
    case .labelled, .labelCleared, .noted, .tagged, .untagged, .statementWritten, .evidenceAdded,
      .evidenceRemoved, .claimMoved:
      true
    default: false
    }
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
  /// The sources that got other names, which concern any claim.
  private(set) var renames: [Int] = []

  mutating func add(_ recorded: RecordedEvent) {
    switch recorded.event {
    case .sessionOpened, .claimsProposed, .claimsCarried: beginnings.append(recorded.sequence)
    case .noted(nil, _): sessionNotes.append(recorded.sequence)
    case .sourceRenamed: renames.append(recorded.sequence)
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
  func sequences(of claim: ClaimID) -> [Int] { Array(places(of: claim)) }

  /// The same, one by one.
  func places(of claim: ClaimID) -> some Sequence<Int> {
    sequence(state: latest[claim] ?? -1) { next -> Int? in
      guard next >= 0 else { return nil }
      let place = places[Int(next)]
      next = place.previous
      return Int(place.sequence)
    }
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
