/// What an event took the place of: with it, the event can be taken back where nothing came after it.
///
/// Small, for there is one for each decision of a session.
struct FormerState: Sendable {
  /// When the claim had been decided about before; nil for never, and where whole claims are kept.
  fileprivate let changed: Timestamp?
  fileprivate let kept: Kept

  fileprivate enum Kept: Sendable {
    /// All claims that the event speaks of; nil for one that was not there.
    case claims([(id: ClaimID, record: ClaimRecord?)])
    case noLabel
    indirect case label(LabelValue?, Grounds?)
    indirect case statement(String?, Grounds?)
    indirect case place(Claim.Place)
    /// Nothing but a last element: of the notes on the session, of a claim's notes, evidence or tags.
    case sessionNote, note, evidence, tag
    /// A tag that the claim had already, or did not have.
    case sameTags
    case tagRemoved(at: Int)
    indirect case evidenceRemoved([(place: Int, evidence: Evidence)])
    /// What was proposed, the claims whose label was the name with when they had been decided about, and
    /// those that came over with it.
    indirect case sourceName(
      [Attribution], labelled: [(id: ClaimID, changed: Timestamp?)], carried: [ClaimID])
  }
}

extension SessionState {
  /// What an event that is about to be applied takes the place of.
  func former(of event: Event) -> FormerState {
    switch event {
    case .labelled(let id, let attribute, _, _), .labelCleared(let id, let attribute):
      let record = claims[id]
      let (label, grounds) = (record?.labels[attribute], record?.grounds[attribute])
      return FormerState(
        changed: record?.changed,
        kept: label == nil && grounds == nil ? .noLabel : .label(label, grounds))
    case .noted(nil, _): return FormerState(changed: nil, kept: .sessionNote)
    case .noted(.some(let id), _): return former(ofClaim: id) { _ in .note }
    case .evidenceAdded(let id, _): return former(ofClaim: id) { _ in .evidence }
    case .tagged(let id, let tag):
      return former(ofClaim: id) { $0.tags.contains(tag) ? .sameTags : .tag }
    case .untagged(let id, let tag):
      return former(ofClaim: id) { record in
        record.tags.firstIndex(of: tag).map { .tagRemoved(at: $0) } ?? .sameTags
      }
    case .evidenceRemoved(let id, let number):
      return former(ofClaim: id) { record in
        .evidenceRemoved(
          record.evidence.enumerated().filter { $0.element.id == number }
            .map { (place: $0.offset, evidence: $0.element) })
      }
    case .statementWritten(let id, _, _):
      return former(ofClaim: id) { .statement($0.statement, $0.statementGrounds) }
    case .claimMoved(let id, _): return former(ofClaim: id) { .place($0.claim.place) }
    case .sourceRenamed(let name, _):
      let labelled = claims.filter { $0.value.isLabelled(by: name) }
      let carried = claims.filter { $0.value.isCarried(from: name) }
      return FormerState(
        changed: nil,
        kept: .sourceName(
          analysis.attributions, labelled: labelled.map { ($0.key, $0.value.changed) },
          carried: carried.map(\.key)))
    case .claimSettled, .claimAdded, .claimDropped, .claimSplit, .claimsMerged, .sessionOpened,
      .claimsProposed, .claimsCarried, .undone, .redone:
      return FormerState(changed: nil, kept: .claims(event.claims.map { ($0, claims[$0]) }))
    }
  }

  fileprivate func former(
    ofClaim id: ClaimID, _ kept: (ClaimRecord) -> FormerState.Kept
  ) -> FormerState {
    guard let record = claims[id] else { return FormerState(changed: nil, kept: .claims([])) }
    return FormerState(changed: record.changed, kept: kept(record))
  }

  /// Takes an event back whose claims are as it left them.
  mutating func takeBack(_ event: Event, to former: FormerState) {
    switch former.kept {
    case .claims(let records):
      for (id, record) in records { claims[id] = record }
    case .sessionNote: notes.removeLast()
    case .sourceName(let attributions, let labelled, let carried):
      guard case .sourceRenamed(let name, _) = event else { return }
      analysis.attributions = attributions
      for (id, changed) in labelled {
        _ = claims.change(id) { record in
          record.labels[Self.sourceAttribute] = .text(name)
          record.changed = changed
        }
      }
      for id in carried { _ = claims.change(id) { $0.carried?.before.source = name } }
    case .noLabel, .label, .statement, .place, .note, .evidence, .tag, .sameTags, .tagRemoved,
      .evidenceRemoved:
      for id in event.claims {
        _ = claims.change(id) { record in
          former.restore(&record, before: event)
          record.changed = former.changed
        }
      }
    }
  }
}

extension FormerState {
  fileprivate func restore(_ record: inout ClaimRecord, before event: Event) {
    switch kept {
    case .claims, .sessionNote, .sourceName, .sameTags: return
    case .noLabel: setLabel(of: &record, event, nil, nil)
    case .label(let label, let grounds): setLabel(of: &record, event, label, grounds)
    case .statement(let statement, let grounds):
      record.statement = statement
      record.statementGrounds = grounds
    case .place(let place): record.claim.place = place
    case .note: record.notes.removeLast()
    case .evidence: record.evidence.removeLast()
    case .tag: record.tags.removeLast()
    case .tagRemoved(let place):
      if case .untagged(_, let tag) = event { record.tags.insert(tag, at: place) }
    case .evidenceRemoved(let removed):
      for (place, evidence) in removed { record.evidence.insert(evidence, at: place) }
    }
  }

  private func setLabel(
    of record: inout ClaimRecord, _ event: Event, _ label: LabelValue?, _ grounds: Grounds?
  ) {
    switch event {
    case .labelled(_, let attribute, _, _), .labelCleared(_, let attribute):
      record.labels[attribute] = label
      record.grounds[attribute] = grounds
    default: return
    }
  }
}
