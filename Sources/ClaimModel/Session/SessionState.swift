/// Everything that the events of a session add up to.
package struct SessionState: Hashable, Sendable {
  package private(set) var opening: SessionOpening?
  /// The proposals that the session started from, with sources as they are called by now.
  package internal(set) var analysis = Analysis(engine: "")
  package internal(set) var claims = ClaimTable<ClaimRecord>()
  /// The session on an earlier text whose claims were carried over; nil where none was.
  package private(set) var origin: CarryOver.Origin?
  /// Notes on the session as a whole, oldest first.
  package internal(set) var notes: [String] = []
  /// The claim that the latest decision was about; nil before the first, and when it is gone.
  package internal(set) var latestClaim: ClaimID?

  package init() {}

  /// The claims in reading order: by where they begin, then by number.
  package var claimsInOrder: [ClaimRecord] {
    // The records are large, so their places are sorted instead.
    claims.map { id, record in
      (place: (record.claim.spans.first ?? record.claim.sentence).start, id: id)
    }
    .sorted { ($0.place, $0.id) < ($1.place, $1.id) }
    .compactMap { claims[$0.id] }
  }
}

/// A claim with all that was decided about it.
package struct ClaimRecord: Hashable, Sendable {
  package var claim: Claim
  package var origin: Origin
  /// What the annotator gave each attribute, by its name; an attribute nobody judged is not here.
  package var labels: [String: LabelValue] = [:]
  /// What each label rests on, by the attribute's name.
  package var grounds: [String: Grounds] = [:]
  package var notes: [String] = []
  /// Without repeats, oldest first.
  package var tags: [String] = []
  package var evidence: [Evidence] = []
  /// The words that the claim's statement was proposed for.
  fileprivate var wordedSpans: [TextSpan]
  /// The annotator's own wording; nil while the proposed one stands.
  package var statement: String?
  /// What that wording rests on; nil while the proposed one stands.
  package var statementGrounds: Grounds?
  /// When it was last decided about; nil for a proposal that nobody has touched.
  package var changed: Timestamp?
  /// How it came over from an earlier text of the article; nil for a claim of this one.
  package var carried: Carried?

  /// How a claim came to be.
  package enum Origin: String, CaseIterable, Codable, Sendable {
    case proposed, added, split, merged, carried
  }

  package init(claim: Claim, origin: Origin) {
    self.claim = claim
    self.origin = origin
    wordedSpans = claim.spans
  }

  /// The wording that is proposed; nil also where the claim has other words by now than it was proposed for.
  package var proposedStatement: String? {
    claim.spans == wordedSpans ? claim.statement : nil
  }

  /// The wording that stands: the annotator's, else the proposed one.
  package var standingStatement: String? { statement ?? proposedStatement }
}

// MARK: - Applying an event

extension SessionState {
  /// Takes one event in; undo and redo change nothing here, for whoever folds leaves out what they name.
  package mutating func apply(_ event: Event, at moment: Timestamp) throws(ReducerError) {
    if case .sessionOpened(let opening) = event {
      guard self.opening == nil else { throw .openedTwice }
      self.opening = opening
      return
    }
    guard opening != nil else { throw .notOpened }
    switch event {
    case .sessionOpened, .undone, .redone: return
    case .claimsProposed(let analysis): try propose(analysis)
    case .claimsCarried(let carryOver): try carry(carryOver)
    case .claimSettled(let id, let claim): try settle(id, as: claim, at: moment)
    case .claimAdded(let claim): try insert(claim, origin: .added, at: moment)
    case .claimDropped(let id): claims[try existing(id)] = nil
    case .claimMoved(let id, let place):
      guard !place.spans.isEmpty else { throw .claimWithoutWords(id) }
      try change(id, at: moment) { $0.claim.place = place }
    case .claimSplit(let id, let parts): try split(id, into: parts, at: moment)
    case .claimsMerged(let ids, let merged): try merge(ids, into: merged, at: moment)
    case .statementWritten(let id, let statement, let grounds):
      try change(id, at: moment) {
        $0.statement = statement
        $0.statementGrounds = statement == nil ? nil : grounds
      }
    case .labelled(let id, let attribute, let value, let grounds):
      try change(id, at: moment) {
        $0.labels[attribute] = value
        $0.grounds[attribute] = grounds
      }
    case .labelCleared(let id, let attribute):
      try change(id, at: moment) {
        $0.labels[attribute] = nil
        $0.grounds[attribute] = nil
      }
    case .noted(nil, let text): notes.append(text)
    case .noted(.some(let id), let text): try change(id, at: moment) { $0.notes.append(text) }
    case .tagged(let id, let tag):
      try change(id, at: moment) { if !$0.tags.contains(tag) { $0.tags.append(tag) } }
    case .untagged(let id, let tag):
      try change(id, at: moment) { $0.tags.removeAll { $0 == tag } }
    case .evidenceAdded(let id, let evidence): try add(evidence, to: id, at: moment)
    case .evidenceRemoved(let id, let number):
      try change(id, at: moment) { $0.evidence.removeAll { $0.id == number } }
    case .sourceRenamed(let name, let newName):
      guard newName.contains(where: { !$0.isWhitespace }) else { throw .sourceWithoutName(name) }
      rename(name, to: newName, at: moment)
    }
    latestClaim = event.claims.first { claims[$0] != nil }
  }

  private mutating func propose(_ analysis: Analysis) throws(ReducerError) {
    self.analysis = analysis
    for claim in analysis.claims { try insert(claim, origin: .proposed, at: nil) }
  }

  private mutating func insert(_ claim: Claim, origin: ClaimRecord.Origin, at moment: Timestamp?)
    throws(ReducerError)
  {
    guard !claim.spans.isEmpty else { throw .claimWithoutWords(claim.id) }
    var record = ClaimRecord(claim: claim, origin: origin)
    record.changed = moment
    // One look-up: a state that throws is given up by whoever folds.
    guard claims.replace(claim.id, record) == nil else {
      throw .claimExists(claim.id)
    }
  }

  private func existing(_ id: ClaimID) throws(ReducerError) -> ClaimID {
    guard claims[id] != nil else { throw .noSuchClaim(id) }
    return id
  }

  private mutating func change(
    _ id: ClaimID, at moment: Timestamp, _ change: (inout ClaimRecord) -> Void
  ) throws(ReducerError) {
    // In place: a copy of the record would copy each of its arrays with it.
    let isThere = claims.change(id) { record in
      change(&record)
      record.changed = moment
    }
    guard isThere else { throw .noSuchClaim(id) }
  }

  private mutating func carry(_ carryOver: CarryOver) throws(ReducerError) {
    guard origin == nil else { throw .carriedTwice }
    origin = carryOver.from
    notes += carryOver.notes
    for carried in carryOver.claims {
      let id = carried.claim.id
      guard claims[id] == nil else { throw .claimExists(id) }
      guard carried.verdict.hasPlace != carried.claim.spans.isEmpty else {
        throw .carriedOutOfPlace(id)
      }
      claims[id] = ClaimRecord(carried)
    }
  }

  private mutating func settle(_ id: ClaimID, as settled: Claim?, at moment: Timestamp)
    throws(ReducerError)
  {
    guard let record = claims[id] else { throw .noSuchClaim(id) }
    guard record.carried != nil else { throw .notCarried(id) }
    if let settled {
      guard settled.id == id else { throw .noSuchClaim(settled.id) }
      guard !settled.spans.isEmpty else { throw .claimWithoutWords(id) }
    }
    try change(id, at: moment) { record in
      record.carried?.isGone = settled == nil
      record.claim = settled ?? record.claim.withoutPlace
      record.wordedSpans = record.claim.spans
    }
  }

  private mutating func split(_ id: ClaimID, into parts: [Claim], at moment: Timestamp)
    throws(ReducerError)
  {
    guard let whole = claims[id] else { throw .noSuchClaim(id) }
    guard parts.count >= 2, parts[0].id == id else { throw .splitWithoutParts(id) }
    claims[id] = nil
    for (index, part) in parts.enumerated() {
      try insert(part, origin: .split, at: moment)
      try change(part.id, at: moment) { record in
        record.labels = whole.labels
        record.grounds = whole.grounds
        record.tags = whole.tags
        if index == 0 {
          record.notes = whole.notes
          record.evidence = whole.evidence
        }
      }
    }
  }

  private mutating func merge(_ ids: [ClaimID], into merged: Claim, at moment: Timestamp)
    throws(ReducerError)
  {
    guard ids.count >= 2, merged.id == ids[0] else { throw .mergeWithoutParts(merged.id) }
    guard !merged.spans.isEmpty else { throw .claimWithoutWords(merged.id) }
    var record = ClaimRecord(claim: merged, origin: .merged)
    for id in ids {
      guard let part = claims.replace(id, nil) else { throw .noSuchClaim(id) }
      record.labels.merge(part.labels) { first, _ in first }
      record.grounds.merge(part.grounds) { first, _ in first }
      record.notes += part.notes
      for tag in part.tags where !record.tags.contains(tag) { record.tags.append(tag) }
      for evidence in part.evidence {
        record.evidence.append(evidence.numbered((record.evidence.map(\.id).max() ?? 0).nextNumber))
      }
    }
    record.changed = moment
    guard claims[merged.id] == nil else { throw .claimExists(merged.id) }
    claims[merged.id] = record
  }

  private mutating func add(_ evidence: Evidence, to id: ClaimID, at moment: Timestamp)
    throws(ReducerError)
  {
    guard let record = claims[id] else { throw .noSuchClaim(id) }
    guard !record.evidence.contains(where: { $0.id == evidence.id }) else {
      throw .evidenceExists(id, evidence.id)
    }
    try change(id, at: moment) { $0.evidence.append(evidence) }
  }
}

extension Claim {
  /// The claim when its words are gone: an empty sentence stays where they stood.
  fileprivate var withoutPlace: Claim {
    var claim = self
    let start = spans.first?.start ?? sentence.start
    claim.place = Place(
      spans: [], sentence: TextSpan(start, start), block: block, occurrences: [])
    claim.attributions = []
    claim.times = []
    return claim
  }
}

extension Evidence {
  /// The same evidence under another number.
  fileprivate func numbered(_ id: Int) -> Evidence {
    Evidence(
      id: id, location: location, quote: quote, relation: relation, accessed: accessed,
      snapshot: snapshot)
  }
}
