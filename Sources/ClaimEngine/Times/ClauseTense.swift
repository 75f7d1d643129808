/// Whether the verb beside a time looks back or ahead.
struct ClauseTense {
  let tokens: [TimeToken]

  /// A verb's tense, and whether the verb stands right beside the time.
  struct Reading {
    let tense: Tense?
    let isClose: Bool
  }

  /// How far it looks on either side.
  private static let reach = 30

  init(_ tokens: [TimeToken]) { self.tokens = tokens }

  /// The tense at the expression that lies in `range`: the nearest verb before it in its sentence,
  /// or else the first one after it; nil where there is none.
  func reading(around range: Range<Int>) -> Reading {
    if let (tense, distance) = before(range.lowerBound) {
      return Reading(tense: tense, isClose: distance <= 3)
    }
    return Reading(tense: after(range.upperBound), isClose: false)
  }

  private func before(_ start: Int) -> (Tense, distance: Int)? {
    guard start > 0, !tokens[start].startsSentence else { return nil }
    var index = start - 1
    let limit = max(0, start - Self.reach)
    while index >= limit {
      if case .word(.verb(let tense)) = tokens[index].kind {
        switch tense {
        case .future: return (.future, start - index)
        case .past:
          if isAhead(before: index) { return (.future, start - index) }
          // "Is shut", "are closed": how things stand.
          if index > 0, tokens[index - 1].kind == .word(.verb(.present)) { return nil }
          // "Had been told": what went before a past never lies ahead, however far the time stands.
          return (.past, isPerfect(index) ? 0 : start - index)
        case .had: return (.past, start - index)
        case .present:
          return start - index <= 2 || isPlan(index) ? (.future, start - index) : nil
        case .infinitive: if isAhead(before: index) { return (.future, start - index) }
        case .arrangement: if isPlan(index) { return (.future, start - index) }
        }
      }
      if tokens[index].startsSentence || tokens[index].kind == .gap { return nil }
      index -= 1
    }
    return nil
  }

  private func after(_ end: Int) -> Tense? {
    let limit = min(tokens.count, end + Self.reach)
    var index = end
    while index < limit, !tokens[index].startsSentence, tokens[index].kind != .gap {
      if case .word(.verb(let tense)) = tokens[index].kind {
        switch tense {
        case .future: return .future
        case .past, .had: return .past
        case .infinitive: if isAhead(before: index) { return .future }
        case .present, .arrangement: if isPlan(index) { return .future }
        }
      }
      index += 1
    }
    return nil
  }

  /// Whether a participle belongs to a "had" at most three words before it.
  private func isPerfect(_ index: Int) -> Bool {
    var position = index
    let limit = max(0, index - 3)
    while position > limit, !tokens[position].startsSentence {
      position -= 1
      if tokens[position].kind == .word(.verb(.had)) { return true }
    }
    return false
  }

  /// "is to", "are to", "is set to": what somebody is to do lies ahead.
  private func isPlan(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    return tokens[index + 1].kind == .word(.keyword(.to))
      || tokens[index].kind == .word(.verb(.arrangement))
        && tokens[index + 1].kind == .word(.keyword(.for))
  }

  /// Whether a participle or an infinitive is a part of "will be held" or "to be held".
  private func isAhead(before index: Int) -> Bool {
    var position = index - 1
    let limit = max(0, index - 3)
    if position >= 0, tokens[position].kind == .word(.keyword(.to)) { return true }
    while position >= limit {
      if tokens[position].kind == .word(.verb(.infinitive)) {
        position -= 1
        if position >= 0, tokens[position].kind == .word(.keyword(.to)) { return true }
        continue
      }
      if case .word(.verb(let tense)) = tokens[position].kind {
        if tense == .future { return true }
        if tense == .past || tense == .had { return false }
      }
      if tokens[position].startsSentence { return false }
      position -= 1
    }
    return false
  }
}
