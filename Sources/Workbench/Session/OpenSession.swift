package import ClaimModel
package import Journal

/// The session at hand, and where in it the annotator is.
package struct OpenSession {
  package var stored: StoredSession
  /// Whether it can be changed here, and why not.
  package let access: Access
  package private(set) var cursor: ClaimID? {
    didSet { if cursor != oldValue { hold() } }
  }
  /// The current claim, if it passed the filter when one came to it.
  private var held: ClaimID?
  package private(set) var filter = ClaimFilter.everything
  /// The session as it was earlier, to be looked at; nil for the present one.
  private var past: Session?

  /// What suggestions were learned from; nil where only the engine's are shown.
  var learning: Learning?
  /// What another program suggested while claims were judged one by one.
  var programSuggestions: [ClaimID: ProgramSuggestions] = [:]

  /// What may be done to an open session.
  package enum Access {
    /// It can be changed as long as the lock is held.
    case changing(SessionHold)
    case reading(ReadingReason)
  }

  /// Why a session can only be read.
  package enum ReadingReason: Hashable, Sendable {
    /// Another process works on it.
    case held
    /// The store cannot be written.
    case readOnlyStore
    /// It is shown as it was earlier.
    case past
  }

  package init(_ stored: StoredSession, access: Access) {
    self.stored = stored
    self.access = access
    cursor = firstUndecided ?? stored.session.state.latestClaim ?? shown.first?.claim.id
  }

  /// The session as it was after some of its events.
  package init(_ stored: StoredSession, at past: Session) {
    self.stored = stored
    self.past = past
    access = .reading(.past)
    cursor = past.state.latestClaim
  }

  /// Why it can only be read; nil where it can be changed.
  package var readingReason: ReadingReason? {
    if case .reading(let reason) = access { reason } else { nil }
  }

  package var article: Article { stored.article }
  package var codebook: Codebook { stored.codebook }
  package var session: Session { past ?? stored.session }
  package var state: SessionState { session.state }

  package var editor: ClaimEditor { ClaimEditor(article: article, analysis: state.analysis) }

  // MARK: - Claims

  /// The claims that the filter lets through, in reading order.
  package var shown: [ClaimRecord] { state.claimsInOrder.filter(passes) }

  package func record(_ id: ClaimID) throws -> ClaimRecord {
    guard let record = state.claims[id] else { throw SessionError.noSuchClaim(id) }
    return record
  }

  /// The place of a claim among those shown, from 0.
  package func position(of id: ClaimID) -> Int? {
    shown.firstIndex { $0.claim.id == id }
  }

  package func current() throws -> ClaimRecord {
    guard let cursor, let record = state.claims[cursor] else { throw SessionError.noCurrentClaim }
    return record
  }

  /// The claims that a command is about; without a selection the current one.
  package func records(_ selection: String?) throws -> [ClaimRecord] {
    guard let selection else { return [try current()] }
    guard let selected = ClaimSelection(selection) else { throw UsageError.notClaims(selection) }
    switch selected {
    case .current: return [try current()]
    case .all:
      let records = shown
      guard !records.isEmpty else { throw SessionError.nothingShown(filter) }
      return records
    case .numbers(let ranges):
      var ids: [ClaimID] = []
      for range in ranges {
        // A range may run over numbers that are gone, but not over the last; a number on its own
        // neither.
        let last = ClaimID(rawValue: session.nextClaimID.rawValue - 1)
        if range.lowerBound < range.upperBound, range.upperBound > last.rawValue {
          throw SessionError.beyondLast(ClaimID(rawValue: range.upperBound), last: last)
        }
        let known = state.claims.keys.filter { range.contains($0.rawValue) }.sorted()
        guard !known.isEmpty else {
          throw SessionError.noSuchClaim(ClaimID(rawValue: range.lowerBound))
        }
        ids += known.filter { !ids.contains($0) }
      }
      return try ids.map(record)
    }
  }

  /// The claims that a label is for, and those that a range or 'all' would take along unasked.
  ///
  /// - Parameter includesDecided: Whether those are meant, too.
  package func records(
    _ selection: String?, toLabel attribute: String, includesDecided: Bool
  ) throws -> (meant: [ClaimRecord], spared: SparedClaims) {
    let records = try records(selection)
    var spared = SparedClaims(attribute: attribute)
    guard !includesDecided, let selection, let selected = ClaimSelection(selection) else {
      return (records, spared)
    }
    let named: Set<Int> =
      switch selected {
      case .current, .all: []
      case .numbers(let ranges): Set(ranges.filter { $0.count == 1 }.map(\.lowerBound))
      }
    guard selected != .current else { return (records, spared) }
    let meant = records.filter { record in
      if named.contains(record.claim.id.rawValue) { return true }
      if record.labels[attribute] != nil {
        spared.decided.append(record.claim.id)
      } else if !passes(record) {
        spared.hidden.append(record.claim.id)
      } else {
        return true
      }
      return false
    }
    guard !meant.isEmpty else { throw SessionError.allSpared(spared) }
    return (meant, spared)
  }

  /// The one claim that a command is about.
  package func single(_ selection: String?) throws -> ClaimRecord {
    let records = try records(selection)
    guard records.count == 1, let record = records.first else {
      throw SessionError.oneClaimOnly(records.count)
    }
    return record
  }

  package func words(of record: ClaimRecord) -> String { article.words(of: record) }

  /// Who says it: the annotator's label, else the innermost attribution's source.
  package func sourceName(of record: ClaimRecord) -> String? { proposals.sourceName(of: record) }

  /// What the engine proposes.
  package var proposals: ClaimProposals {
    ClaimProposals(article: article, codebook: codebook, state: state)
  }

  /// An expression of time with the days it stands for.
  package func describe(_ time: TimeExpression) -> String {
    let words = article.words(of: [time.span])
    return switch (time.from, time.to) {
    case (let from?, let to?) where from == to: "\(words) = \(from)"
    case (let from?, let to?): "\(words) = \(from) to \(to)"
    case (let from?, nil): "\(words) = from \(from)"
    case (nil, let to?): "\(words) = until \(to)"
    case (nil, nil): "\(words) (no fixed place in time)"
    }
  }

  // MARK: - Moving about

  /// The first claim that waits for a verdict or to be settled; nil where the codebook has no verdict, or none
  /// waits.
  private var firstUndecided: ClaimID? {
    guard codebook.verdict != nil else { return nil }
    return state.claimsInOrder.first {
      $0.standing == .unsettled || ($0.standing == .here && !hasVerdict($0))
    }?.claim.id
  }

  private mutating func hold() {
    held = cursor.flatMap { state.claims[$0] }.flatMap { passes($0, filter) ? $0.claim.id : nil }
  }

  package mutating func go(to id: ClaimID) throws { cursor = try record(id).claim.id }

  /// Goes to a claim that was just made.
  package mutating func moveCursor(to id: ClaimID) { cursor = id }

  /// Moves among the claims shown; stays where there is none further.
  ///
  /// - Parameter condition: What they pass besides the filter.
  /// - Returns: Whether there was one.
  package mutating func step(_ steps: Int, to condition: ClaimFilter = .everything) -> Bool {
    // The current claim is among those that are counted, whether or not it passes.
    let claims = state.claimsInOrder.filter {
      $0.claim.id == cursor || (passes($0) && passes($0, condition))
    }
    let here = cursor.flatMap { cursor in claims.firstIndex { $0.claim.id == cursor } }
    let target = (here ?? (steps > 0 ? -1 : claims.count)) + steps
    guard claims.indices.contains(target) else { return false }
    cursor = claims[target].claim.id
    return true
  }

  /// Shows only what the filter lets through, and goes to the first such claim if need be.
  package mutating func apply(_ filter: ClaimFilter) {
    self.filter = filter
    hold()
    if let cursor, position(of: cursor) != nil { return }
    if let first = shown.first { cursor = first.claim.id }
  }

  /// Keeps the cursor on a claim that exists, after events that may have removed it.
  package mutating func settleCursor(near place: Int?) {
    if let cursor, state.claims[cursor] != nil { return }
    let shown = shown
    cursor = shown.isEmpty ? nil : shown[min(place ?? 0, shown.count - 1)].claim.id
  }

  // MARK: - Filter

  /// Whether the filter lets a claim through; the claim at hand stays shown while one works on it.
  private func passes(_ record: ClaimRecord) -> Bool {
    record.claim.id == held || passes(record, filter)
  }

  /// The value that counts for an attribute: given, else where it starts.
  package func value(_ attribute: String, of record: ClaimRecord) -> String? {
    record.labels[attribute]?.description ?? codebook.attribute(named: attribute)?.start
  }
}
