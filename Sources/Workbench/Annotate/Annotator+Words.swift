import ClaimModel
import Terminal

/// Changing a claim's words by keys.
extension Annotator {
  // MARK: - The start and the end

  mutating func beginMove(_ edge: AnnotateState.Edge) throws {
    let record = try requireWords()
    state.mode = .moving(edge, record.claim.spans)
  }

  mutating func move(_ key: Key, _ edge: AnnotateState.Edge, _ spans: [TextSpan]) throws {
    let record = try current()
    let steps = WordSteps(state.open.article, around: record.claim)
    guard let hull = spans.hull else { return }
    let place = edge == .start ? hull.start : hull.end
    let moved: Int
    switch key {
    case .enter:
      state.mode = .judging
      guard spans != record.claim.spans else { return }
      let place = try state.open.editor.moved(record.claim, to: spans)
      try decide([.claimMoved(record.claim.id, to: place)])
      return say("claim \(record.claim.id): " + state.open.article.words(of: spans))
    case .escape:
      state.mode = .judging
      return say("claim \(record.claim.id) keeps its words")
    case .right: moved = steps.next(after: place, edge, .word)
    case .left: moved = steps.previous(before: place, edge, .word)
    case .down: moved = steps.next(after: place, edge, .clause)
    case .up: moved = steps.previous(before: place, edge, .clause)
    case .home: moved = steps.first(edge)
    case .end: moved = steps.last(edge)
    default: return
    }
    state.mode = .moving(edge, spans.with(edge, at: moved))
  }

  // MARK: - Cutting

  mutating func beginSplit() throws {
    let record = try requireWords()
    guard let hull = record.claim.spans.hull else { return }
    let steps = WordSteps(state.open.article, around: record.claim)
    // Most likely wanted: a cut between clauses, near the middle.
    let middle = (hull.start + hull.end) / 2
    let clauses = steps.clauseCuts(in: hull)
    let cut = (clauses.isEmpty ? steps.cuts(in: hull) : clauses)
      .min { abs($0 - middle) < abs($1 - middle) }
    guard let cut else {
      return say("claim \(record.claim.id) is one word; there is nothing to cut", Palette.warning)
    }
    state.mode = .splitting(cut)
  }

  mutating func split(_ key: Key, at cut: Int) throws {
    let record = try current()
    guard let hull = record.claim.spans.hull else { return }
    let steps = WordSteps(state.open.article, around: record.claim)
    switch key {
    case .enter:
      state.mode = .judging
      let parts = try state.open.editor.split(
        record.claim, before: cut, newID: state.open.session.nextClaimID)
      try decide([.claimSplit(record.claim.id, into: parts)])
      return say(
        parts.map { "claim \($0.id): \(state.open.article.words(of: $0.spans))" }
          .joined(separator: "; "))
    case .escape:
      state.mode = .judging
      return say("claim \(record.claim.id) stays whole")
    case .right: state.mode = .splitting(steps.cuts(in: hull).first { $0 > cut } ?? cut)
    case .left: state.mode = .splitting(steps.cuts(in: hull).last { $0 < cut } ?? cut)
    case .down:
      state.mode = .splitting(steps.clauseCuts(in: hull).first { $0 > cut } ?? cut)
    case .up: state.mode = .splitting(steps.clauseCuts(in: hull).last { $0 < cut } ?? cut)
    default: return
    }
  }

  private func requireWords() throws -> ClaimRecord {
    let record = try current()
    guard record.standing == .here else { throw SettleError.noWords(record.claim.id) }
    return record
  }
}

extension [TextSpan] {
  /// The spans with their first start or last end at a byte; spans beyond it go.
  func with(_ edge: AnnotateState.Edge, at place: Int) -> [TextSpan] {
    switch edge {
    case .start:
      var kept = filter { $0.end > place }
      guard let first = kept.first else { return self }
      kept[0] = TextSpan(place, first.end)
      return kept
    case .end:
      var kept = filter { $0.start < place }
      guard let last = kept.last else { return self }
      kept[kept.count - 1] = TextSpan(last.start, place)
      return kept
    }
  }
}
