/// Whether the verb beside a time looks back or ahead.
struct ClauseTense {
  let tokens: [TimeToken]
  /// How far it looks on either side.
  private static let reach = 30

  init(_ tokens: [TimeToken]) { self.tokens = tokens }

  /// The tense at the expression that lies in `range`: the nearest verb before it in its sentence,
  /// or else the first one after it; nil where there is none.
  func tense(around range: Range<Int>) -> Tense? {
    before(range.lowerBound) ?? after(range.upperBound)
  }

  private func before(_ start: Int) -> Tense? {
    guard start > 0, !tokens[start].startsSentence else { return nil }
    var index = start - 1
    let limit = max(0, start - Self.reach)
    while index >= limit {
      if case .word(.verb(let tense)) = tokens[index].kind {
        switch tense {
        case .future: return .future
        case .past: return isAhead(before: index) ? .future : .past
        case .present:
          return start - index <= 2 || isPlan(index) ? .future : nil
        case .infinitive: if isAhead(before: index) { return .future }
        case .arrangement: if isPlan(index) { return .future }
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
        case .past: return .past
        case .infinitive: if isAhead(before: index) { return .future }
        case .present, .arrangement: if isPlan(index) { return .future }
        }
      }
      index += 1
    }
    return nil
  }

  /// "is to", "are to", "is set to": what somebody is to do lies ahead.
  private func isPlan(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    return tokens[index + 1].kind == .word(.keyword(.to))
      || tokens[index].kind == .word(.verb(.arrangement))
        && tokens[index + 1].kind == .word(.keyword(.for))
  }

  /// Whether a verb form without a time of its own, or a participle, is one of "will be held" or "to be held".
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
        if tense == .past { return false }
      }
      if tokens[position].startsSentence { return false }
      position -= 1
    }
    return false
  }
}
