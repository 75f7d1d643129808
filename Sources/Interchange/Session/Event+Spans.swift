import ClaimModel

extension Event {
  /// The same event with every span replaced, as when its offsets get another unit.
  func mapSpans<Failure: Error>(
    _ transform: (TextSpan) throws(Failure) -> TextSpan
  ) throws(Failure) -> Event {
    switch self {
    case .claimsProposed(let analysis): .claimsProposed(try analysis.mapSpans(transform))
    case .claimsCarried(let carryOver): .claimsCarried(try carryOver.mapSpans(transform))
    case .claimSettled(_, nil): self
    case .claimSettled(let id, let claim?): .claimSettled(id, try claim.mapSpans(transform))
    case .claimAdded(let claim): .claimAdded(try claim.mapSpans(transform))
    case .claimMoved(let id, let place): .claimMoved(id, to: try place.mapSpans(transform))
    case .claimSplit(let id, let parts):
      .claimSplit(
        id, into: try parts.map { part throws(Failure) in try part.mapSpans(transform) })
    case .claimsMerged(let ids, let merged):
      .claimsMerged(ids, into: try merged.mapSpans(transform))
    case .sessionOpened, .claimDropped, .statementWritten, .labelled, .labelCleared, .noted,
      .tagged, .untagged, .evidenceAdded, .evidenceRemoved, .sourceRenamed, .undone, .redone:
      self
    }
  }
}

extension CarryOver {
  /// Spans in the earlier text stay as they are.
  fileprivate func mapSpans<Failure: Error>(
    _ transform: (TextSpan) throws(Failure) -> TextSpan
  ) throws(Failure) -> CarryOver {
    CarryOver(
      from: from, highestClaim: highestClaim, notes: notes,
      claims: try claims.map { carried throws(Failure) in
        var moved = carried
        moved.claim = try carried.claim.mapSpans(transform)
        if let suggestion = carried.suggestion {
          moved.suggestion = CarriedClaim.Suggestion(
            claim: try suggestion.claim.mapSpans(transform), twin: suggestion.twin)
        }
        return moved
      })
  }
}

extension Analysis {
  fileprivate func mapSpans<Failure: Error>(
    _ transform: (TextSpan) throws(Failure) -> TextSpan
  ) throws(Failure) -> Analysis {
    Analysis(
      engine: engine,
      sentences: try sentences.map(transform),
      attributions: try attributions.map { attribution throws(Failure) in
        try attribution.mapSpans(transform)
      },
      claims: try claims.map { claim throws(Failure) in try claim.mapSpans(transform) },
      times: try times.map { time throws(Failure) in
        TimeExpression(id: time.id, span: try transform(time.span), from: time.from, to: time.to)
      })
  }
}

extension Attribution {
  fileprivate func mapSpans<Failure: Error>(
    _ transform: (TextSpan) throws(Failure) -> TextSpan
  ) throws(Failure) -> Attribution {
    var moved: Source?
    if let source {
      moved = Source(
        spans: try source.spans.map(transform), name: source.name, type: source.type)
    }
    return Attribution(
      id: id, parent: parent, mode: mode, source: moved, cue: try cue.map(transform),
      content: try content.map(transform))
  }
}

extension Claim {
  fileprivate func mapSpans<Failure: Error>(
    _ transform: (TextSpan) throws(Failure) -> TextSpan
  ) throws(Failure) -> Claim {
    var claim = self
    claim.place = try place.mapSpans(transform)
    return claim
  }
}

extension Claim.Place {
  fileprivate func mapSpans<Failure: Error>(
    _ transform: (TextSpan) throws(Failure) -> TextSpan
  ) throws(Failure) -> Claim.Place {
    Claim.Place(
      spans: try spans.map(transform), sentence: try transform(sentence), block: block,
      occurrences: try occurrences.map { spans throws(Failure) in try spans.map(transform) })
  }
}
