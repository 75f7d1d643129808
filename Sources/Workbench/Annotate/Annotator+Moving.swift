import ClaimModel
import Terminal

/// Going from claim to claim, and back over what was decided.
extension Annotator {
  // MARK: - Back and forth

  mutating func undo() throws {
    let undone = try workbench.undoLatest()
    try show(undone.sequences)
    say("undone: " + undone.told)
  }

  mutating func redo() throws {
    let redone = try workbench.redoLatest()
    try show(redone.sequences)
    say("redone: " + redone.told)
  }

  /// Goes to the claim that events were about.
  mutating func show(_ sequences: [Int]) throws {
    refresh()
    if let claim = claim(of: sequences), state.open.state.claims[claim] != nil { try go(to: claim) }
  }

  func claim(of sequences: [Int]) -> ClaimID? {
    let events = state.open.session.events
    return sequences.lazy.filter { $0 >= 1 && $0 <= events.count }
      .compactMap { events[$0 - 1].event.claims.first }.first
  }

  // MARK: - Moving about

  mutating func step(_ steps: Int) throws {
    guard let cursor = state.open.cursor, let place = state.order.firstIndex(of: cursor) else {
      if let first = state.order.first { try go(to: first) }
      return
    }
    guard state.order.indices.contains(place + steps) else {
      throw SessionError.noFurtherClaim(isForward: steps > 0, state.open.filter)
    }
    try go(to: state.order[place + steps])
  }

  func following(_ id: ClaimID) -> ClaimID? {
    guard let place = state.order.firstIndex(of: id) else { return state.order.first }
    return place + 1 < state.order.count ? state.order[place + 1] : nil
  }

  mutating func goOn() throws {
    guard let cursor = state.open.cursor else { return }
    try goOn(after: cursor)
  }

  /// Goes to the next claim without a verdict, from the beginning again after the last.
  mutating func goOn(after id: ClaimID) throws {
    let place = state.order.firstIndex(of: id) ?? -1
    let next =
      state.order[(place + 1)...].first { isOpen($0) }
      ?? state.order[..<max(place, 0)].first { isOpen($0) }
    if let next {
      left.removeAll { $0 == id }
      left.append(id)
      return try go(to: next)
    }
    if isOpen(id) { return }
    let hidden = state.open.filter == .everything ? "" : " that the filter shows"
    state.message += StyledText(
      (state.message.isEmpty ? "" : " · ") + "every claim\(hidden) has a verdict; Esc leaves",
      Palette.heading)
  }

  /// Goes back to the claim that was left last for the next one, then to the one before it.
  mutating func goBack() throws {
    while let claim = left.popLast() {
      guard claim != state.open.cursor, state.open.state.claims[claim] != nil else { continue }
      return try go(to: claim)
    }
    say("there is no claim to go back to: no key of this visit has left one for the next")
  }

  func isOpen(_ id: ClaimID) -> Bool {
    state.open.state.claims[id].map { !state.open.hasVerdict($0) } ?? false
  }
}
