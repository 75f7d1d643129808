package import ClaimModel

/// Events in words, as `history` and `undo` show them.
extension OpenSession {
  package func describe(_ event: Event) -> String {
    switch event {
    case .sessionOpened(let opening): "opened by \(opening.annotator)"
    case .claimsProposed(let analysis):
      "\(analysis.claims.count) claims proposed by the engine \(analysis.engine)"
    case .claimsCarried(let carryOver): "claims \(carryOver.summary)"
    case .claimSettled(let id, let claim?): "claim \(id) settled: \(excerpt(claim.spans))"
    case .claimSettled(let id, nil): "claim \(id) settled: gone"
    case .claimAdded(let claim): "claim \(claim.id) added: \(excerpt(claim.spans))"
    case .claimDropped(let id): "claim \(id) dropped"
    case .claimMoved(let id, let place): "claim \(id) is now: \(excerpt(place.spans))"
    case .claimSplit(let id, let parts):
      "claim \(id) split into \(parts.map(\.id.description).joined(separator: ", "))"
    case .claimsMerged(let ids, let merged):
      "claims \(ids.map(\.description).joined(separator: ", ")) merged into \(merged.id)"
    case .statementWritten(let id, let text?, let grounds):
      "claim \(id) statement\(grounds.remark): \(text)"
    case .statementWritten(let id, nil, _): "claim \(id) statement: the proposed one"
    case .labelled(let id, let attribute, let value, let grounds):
      "claim \(id) \(attribute)\(grounds.remark): \(value)"
    case .labelCleared(let id, let attribute): "claim \(id) \(attribute) cleared"
    case .noted(let id?, let text): "claim \(id) note: \(text)"
    case .noted(nil, let text): "session note: \(text)"
    case .tagged(let id, let tag): "claim \(id) tagged \(tag)"
    case .untagged(let id, let tag): "claim \(id) no longer tagged \(tag)"
    case .evidenceAdded(let id, let evidence):
      "claim \(id) evidence \(evidence.id): \(evidence.summary)"
    case .evidenceRemoved(let id, let number): "claim \(id) evidence \(number) removed"
    case .sourceRenamed(let name, let newName): "the source '\(name)' renamed '\(newName)'"
    case .undone(let sequences): "undone: \(Self.list(sequences))"
    case .redone(let sequences): "redone: \(Self.list(sequences))"
    }
  }

  /// The events with these sequence numbers, the first few of them.
  package func describe(_ sequences: [Int]) -> String {
    let events = sequences.compactMap { sequence in
      session.events.indices.contains(sequence - 1) ? session.events[sequence - 1].event : nil
    }
    let shown = events.prefix(3).map(describe).joined(separator: "; ")
    return events.count > 3 ? shown + "; and \(events.count - 3) more" : shown
  }

  private func excerpt(_ spans: [TextSpan]) -> String {
    let words = article.words(of: spans).replacing("\n", with: " ")
    return words.count > 60 ? words.prefix(59) + "…" : words
  }

  private static func list(_ sequences: [Int]) -> String {
    (sequences.count == 1 ? "event " : "events ")
      + sequences.map(String.init).joined(separator: ", ")
  }
}

extension Grounds {
  /// How a value came, where it was not typed.
  fileprivate var remark: String { basis == .typed ? "" : " (\(basis.rawValue))" }
}
