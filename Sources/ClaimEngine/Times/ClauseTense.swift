/// Whether the verb beside a time looks back or ahead.
struct ClauseTense {
  let tokens: [TimeToken]

  /// A verb's tense, and how it stands to the time.
  struct Reading {
    var tense: Tense?
    /// Whether the verb stands so close that the time must be in its tense.
    var isClose = false
    /// Whether it was the first verb after the time, for want of one before it.
    var isAfter = false
    /// Whether the time must follow it even to a month that lies nearly a year off.
    var isFirm = false
  }

  /// How far it looks on either side.
  private static let reach = 30
  /// How far on "will" holds.
  private static let willReach = 10
  /// How far the verb of a timetable can stand before its time.
  private static let timetableReach = 6

  init(_ tokens: [TimeToken]) { self.tokens = tokens }

  /// The tense at the expression that lies in `range`: the nearest verb before it in its sentence,
  /// or else the first one after it; nil where there is none.
  func reading(around range: Range<Int>) -> Reading {
    if beginsClause(range.lowerBound), let (tense, _) = after(range.upperBound) {
      return Reading(tense: tense, isClose: false, isAfter: true)
    }
    let following = after(range.upperBound)
    if let (tense, distance) = before(range.lowerBound) {
      let isClose = distance <= 3 && !governsInfinitive(range.lowerBound - distance)
      // "He hopes to win, but the court on Friday ruled": the verb at once after belongs to it.
      if distance > 3, let following, following == (.past, 0),
        tokens[range.lowerBound - 1].kind == .word(.keyword(.on))
      {
        return Reading(tense: .past, isClose: true)
      }
      return Reading(tense: tense, isClose: isClose)
    }
    guard let (tense, distance) = following else {
      return Reading(tense: nil, isClose: false)
    }
    // "In December, the rate was 5 percent": what opens a sentence belongs to its first verb.
    let opens =
      tokens[range.lowerBound].startsSentence
      && tokens[range.lowerBound].kind == .word(.keyword(.between))
      || range.lowerBound > 0 && tokens[range.lowerBound - 1].startsSentence
    return Reading(
      tense: tense, isClose: distance == 0 || opens && distance <= 8, isAfter: true)
  }

  /// "He said that on Friday he would leave": the verb before belongs to another clause.
  private func beginsClause(_ start: Int) -> Bool {
    guard start > 1, case .word(.keyword(let link)) = tokens[start - 1].kind,
      link == .on || link == .in || link == .by
    else { return false }
    return tokens[start - 2].kind == .word(.keyword(.that))
  }

  private func before(_ start: Int) -> (Tense, distance: Int)? {
    guard start > 0, !tokens[start].startsSentence else { return nil }
    var index = start - 1
    let limit = max(0, start - Self.reach)
    while index >= limit {
      if tokens[index].kind == .word(.keyword(.if)), start - index > 2 {
        // "If they take office in January": what is not so yet.
        return (.future, start - index)
      }
      if case .word(.verb(let tense)) = tokens[index].kind {
        switch tense {
        case .will:
          // "Will appear before the committee on Tuesday": as good as beside it.
          return (.future, start - index <= Self.willReach ? min(start - index, 3) : start - index)
        case .future, .prospect: return (.future, start - index)
        case .past:
          if isAhead(before: index) { return (.future, start - index) }
          if index > 0 {
            switch tokens[index - 1].kind {
            // "If elected in November".
            case .word(.keyword(.if)): return (.future, start - index)
            // "Is shut", "are closed": how things stand.
            case .word(.verb(.present)): return nil
            // "Will surely be decided", "a contested vote": the verb stands elsewhere.
            case .word(.verb(.infinitive)), .word(.keyword(.a)), .word(.keyword(.the)):
              index -= 1
              continue
            default: break
            }
          }
          // "Had been told": what went before a past never lies ahead, however far the time stands.
          return (.past, isPerfect(index) ? 0 : start - index)
        case .had: return (.past, start - index)
        case .has:
          if !owns(index) { return (.past, start - index) }
          if start - index <= Self.timetableReach { return (.future, start - index) }
        case .present:
          return start - index <= 2 || isPlan(index) ? (.future, start - index) : nil
        case .timetable:
          // "Let's meet" is no timetable.
          let isUrged = index > 0 && tokens[index - 1].kind == .word(.keyword(.possessive))
          if !isUrged, start - index <= Self.timetableReach { return (.future, start - index) }
        case .bare:
          if let tense = tenseOfInfinitive(index) { return (tense, start - index) }
        case .progressive: if isGoingOn(index, until: start) { return (.future, start - index) }
        case .ahead:
          // "Ahead of the vote, they met": opening a sentence, it leaves the time to its verb.
          if isBeforehand(index), !tokens[index].startsSentence { return (.future, start - index) }
        case .infinitive: if isAhead(before: index) { return (.future, start - index) }
        case .arrangement: if isPlan(index) { return (.future, start - index) }
        }
      }
      if tokens[index].startsSentence || endsClause(index) { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether the verbs before a mark say nothing of what follows it.
  private func endsClause(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .gap, .mark(UInt8(ascii: ";")): true
    case .mark(UInt8(ascii: ":")): index + 1 < tokens.count && !tokens[index + 1].isAttached
    default: false
    }
  }

  private func after(_ end: Int) -> (tense: Tense, distance: Int)? {
    let limit = min(tokens.count, end + Self.reach)
    var index = end
    while index < limit, !tokens[index].startsSentence, tokens[index].kind != .gap {
      if case .word(.verb(let tense)) = tokens[index].kind {
        switch tense {
        case .will, .future, .prospect: return (.future, index - end)
        case .past, .had: return (.past, index - end)
        case .has: if !owns(index) { return (.past, index - end) }
        case .infinitive: if isAhead(before: index) { return (.future, index - end) }
        case .present, .arrangement: if isPlan(index) { return (.future, index - end) }
        case .timetable, .bare, .ahead, .progressive: break
        }
      }
      index += 1
    }
    return nil
  }

  /// "Is leaving on Friday", "will be leaving".
  private func isGoingOn(_ index: Int, until start: Int) -> Bool {
    let before = index > 0 ? tokens[index - 1].kind : .gap
    if before == .word(.verb(.infinitive)) { return true }
    return before == .word(.verb(.present)) && start - index < Self.timetableReach
  }

  /// "Ahead of the vote", and not "ten points ahead of her rival".
  private func isBeforehand(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .word(.keyword(.of)) else {
      return false
    }
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .number, .word(.countedNoun): return false
    default: return true
    }
  }

  /// "Has a hearing", and not "has heard".
  private func owns(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch tokens[index + 1].kind {
    case .word(.keyword(.a)), .word(.keyword(.the)), .word(.keyword(.until)): return true
    default: return false
    }
  }

  /// "Offered to debate on Monday": the offer need not have been made then.
  private func governsInfinitive(_ index: Int) -> Bool {
    tokens.indices.contains(index + 1) && tokens[index + 1].kind == .word(.keyword(.to))
  }

  /// "To meet" lies ahead, "had to meet" and "was forced to meet" do not.
  private func tenseOfInfinitive(_ index: Int) -> Tense? {
    guard index > 0, tokens[index - 1].kind == .word(.keyword(.to)) else { return nil }
    guard index > 1, case .word(.verb(let governor)) = tokens[index - 2].kind else {
      return .future
    }
    guard governor == .past || governor == .had else { return .future }
    // "If they were to win"
    let isCondition = tokens[max(0, index - 6)..<index].contains { $0.kind == .word(.keyword(.if)) }
    return isCondition ? .future : .past
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
        if tense == .future || tense == .will { return true }
        if tense == .past || tense == .had || tense == .has { return false }
      }
      if tokens[position].startsSentence { return false }
      if case .mark(let mark) = tokens[position].kind, mark != UInt8(ascii: "'") { return false }
      position -= 1
    }
    return false
  }
}
