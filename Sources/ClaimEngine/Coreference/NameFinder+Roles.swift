/// What stands around a name: title and role before it, apposition and party after it.
extension NameFinder {
  func mention(in run: Range<Int>, _ sentence: Sentence, number: Int) -> NameMention? {
    var start = nameStart(in: run)
    guard start < run.upperBound else { return nil }
    var role: Range<Int>? = start > run.lowerBound ? run.lowerBound..<start : nil
    while run.upperBound - start >= 2, kinds[start].contains(.people),
      kinds[start + 1].contains(.givenName) || run.upperBound - start >= 3,
      !endsAsBody(start..<run.upperBound)
    {
      start += 1
    }
    let lead = smallRole(before: run.lowerBound, in: sentence)
    if let lead { role = lead..<start }
    var roleKinds = role.map(self.roleKinds) ?? []
    let name = start..<run.upperBound
    let after = apposition(after: run.upperBound, in: sentence)
    if role == nil || !roleKinds.containsAny(.role), let after {
      role = after.role ?? role
    }
    if let after {
      roleKinds.formUnion(after.kinds)
      if after.kinds.contains(.privateBody), !roleKinds.contains(.speaksForOthers) {
        roleKinds.subtract(.office)
      }
    }
    if roleKinds.contains(.past) { roleKinds.subtract([.office, .leader]) }
    var kind = formKind(of: name, hasRole: role != nil && roleKinds.containsAny([.title, .role]))
    if kind == .unknown, after?.isPerson == true { kind = .person }
    if kind == .unknown, roleKinds.containsAny(.anyBody), !roleKinds.containsAny(.role) {
      kind = roleKinds.contains(.media) ? .media : .organization
    }
    return NameMention(
      tokens: name, lead: lead ?? run.lowerBound, role: role, roleKinds: roleKinds,
      sentence: number, kind: kind)
  }

  /// Where the name begins after the last word of title or office; the end where there is no name.
  private func nameStart(in run: Range<Int>) -> Int {
    let last = run.upperBound - 1
    if let start = personStart(in: run) { return start }
    if endsAsBody(run), !kinds[run.lowerBound].contains(.title) { return run.lowerBound }
    var found: Int?
    for index in run
    where
      (kinds[index].containsAny([.office, .title, .leader, .expert])
      || kinds[index].contains(.person) && index < last && kinds[index + 1].contains(.givenName))
      && !kinds[index].containsAny([.givenName, .suffix])
      // "Mr. King", "Ms. Major": a name by its courtesy.
      && !(index > run.lowerBound && isCourtesy(index - 1))
      && !(index == last && index > run.lowerBound && kinds[index - 1].contains(.givenName))
    {
      found = index
    }
    guard let found else { return run.lowerBound }
    var start = found + 1
    // "Miss Universe Ines Adler": what she won is part of her title.
    if tokens[found].hash == Self.miss {
      while start < run.upperBound, isWonTitle(start, last: last) { start += 1 }
    }
    guard start < run.upperBound else { return start }
    guard tokens[start].word == .of || tokens[start].word == .to || tokens[start].word == .for
    else { return start }
    start += 1
    if start < run.upperBound, tokens[start].word == .the { start += 1 }
    if let given = (start..<run.upperBound).first(where: { kinds[$0].contains(.givenName) }),
      given < last
    {
      return given
    }
    if start + 1 < run.upperBound, kinds(ofPhrase: start..<start + 2) != nil { return start + 2 }
    return run.upperBound - start >= 2 && kinds[start].containsAny(.anyPlace)
      ? start + 1 : run.upperBound
  }

  /// Where the encoder sees the names of a person at the end of a longer run: "Senate Ranking Member Ines Adler".
  private func personStart(in run: Range<Int>) -> Int? {
    var start = run.upperBound
    while start > run.lowerBound,
      tokens[start - 1].named == .person || tokens[start - 1].mark != .none
    {
      start -= 1
    }
    guard start > run.lowerBound, run.upperBound - start >= 2, tokens[start - 1].named != .unread,
      tokens[start].named == .person,
      !kinds[start - 1].containsAny([.givenName, .particle]),
      !tokens[start - 1].shape.contains(.initial),
      !kinds[run.upperBound - 1].containsAny(.anyBody)
    else { return nil }
    return start
  }

  /// "Mr.", "Mrs.": a title that is no office.
  private func isCourtesy(_ index: Int) -> Bool {
    kinds[index].contains(.title) && kinds[index].containsAny([.male, .female])
      && tokens[index].shape.contains(.capitalized) && tokens[index].hash != Self.miss
      && !kinds[index].containsAny(.role)
  }

  /// What a "Miss" may be of.
  private func isWonTitle(_ index: Int, last: Int) -> Bool {
    if Self.pageants.contains(tokens[index].hash) || kinds[index].contains(.country) { return true }
    return index < last && tokens[last].named == .person && tokens[index].named != .person
  }

  private static let miss = WordHash("miss").value
  private static let pageants = WordHash.set("universe world america usa u.s.a. teen earth")

  /// Whether a run is the name of a body by its last word, or the last before "of".
  func endsAsBody(_ run: Range<Int>) -> Bool {
    guard run.count >= 2 else { return false }
    if kinds(ofPhrase: run)?.containsAny(.anyBody) == true { return true }
    var head = run.upperBound - 1
    if let of = run.first(where: { tokens[$0].word == .of || tokens[$0].word == .for }),
      of > run.lowerBound
    {
      head = of - 1
    }
    let kind = kinds[head]
    return kind.containsAny([.authority, .body, .media]) && !kind.containsAny(.role)
      && !kind.contains(.givenName)
      && !(run.count == 2 && kinds[run.lowerBound].contains(.givenName)
        && !kind.contains(.authority) && !kind.contains(.plural))
      && !(kinds[run.lowerBound].contains(.givenName)
        && run.contains { tokens[$0].shape.contains(.initial) })
  }

  /// Where the words of a role in small letters begin before a name: "foreign ministry spokesman X".
  private func smallRole(before start: Int, in sentence: Sentence) -> Int? {
    let first = sentence.tokens.lowerBound
    guard start > first, tokens[start - 1].mark == .none, kinds[start - 1].containsAny(.role),
      tokens[start - 1].word == .unlisted, !kinds[start - 1].contains(.plural)
    else { return nil }
    var lead = start - 1
    while lead > first, start - lead < 7 {
      let token = tokens[lead - 1]
      guard token.mark == .none, token.word == .unlisted, !token.classes.contains(.speechVerb)
      else { break }
      switch token.tag {
      case .vbd, .vbz, .vbp, .vb, .md, .rb, .in: return lead
      default: lead -= 1
      }
    }
    return lead
  }

  private func roleKinds(_ role: Range<Int>) -> NounKinds {
    var all: NounKinds = []
    for index in role where tokens[index].word == .unlisted || kinds[index].contains(.title) {
      // "An Ivy League surgeon" is no woman for that.
      let isGiven = kinds[index].contains(.givenName)
      all.formUnion(isGiven ? kinds[index].subtracting([.male, .female]) : kinds[index])
    }
    if role.lowerBound > 0, kinds[role.lowerBound - 1].contains(.past) { all.insert(.past) }
    all.subtract([.givenName, .particle, .plural, .suffix, .calendar])
    if all.contains(.leader), all.containsAny([.authority, .country]), !all.contains(.body) {
      all.insert(.office)
    }
    if all.contains(.weakOffice), all.containsAny([.body, .media]) || isExecutive(role) {
      if !role.contains(where: { kinds[$0].intersection([.office, .weakOffice]) == .office }) {
        all.subtract(.office)
      }
    }
    if speaksForOthers(role) { all.formUnion([.office, .speaksForOthers]) }
    if all.contains(.authority), role.contains(where: { tokens[$0].hash == Self.attorney }) {
      all.insert(.office)
    }
    if all.contains(.leader), !all.contains(.office),
      role.contains(where: { Self.researchBodies.contains(tokens[$0].hash) })
    {
      all.insert(.expert)
    }
    return all
  }

  /// Speaks for an office or a body, whatever the words: "press secretary", "communications director".
  func speaksForOthers(_ role: Range<Int>) -> Bool {
    role.dropFirst().contains { index in
      Self.speaking.contains(tokens[index - 1].hash) && Self.speakers.contains(tokens[index].hash)
    } || role.contains { Self.spokespeople.contains(tokens[$0].hash) }
  }

  private static let attorney = WordHash("attorney").value
  /// What an office before a name speaks through: "press secretary", "communications director".
  static let speaking = WordHash.set("press communications media")
  private static let speakers = WordHash.set(
    "secretary director chief officer head manager aide adviser advisor")
  private static let spokespeople = WordHash.set("spokesman spokeswoman spokesperson")
  private static let researchBodies = WordHash.set(
    "institute institution university college laboratory observatory academy")

  /// "Chief executive officer".
  private func isExecutive(_ role: Range<Int>) -> Bool {
    role.contains { tokens[$0].hash == Self.executive || tokens[$0].hash == Self.operating }
  }

  private static let executive = WordHash("executive").value
  private static let operating = WordHash("operating").value

  /// What stands right after a name about its bearer: ", 34, a nurse", ", the minister of X,", "(R-Ohio)".
  private func apposition(after end: Int, in sentence: Sentence)
    -> (role: Range<Int>?, kinds: NounKinds, isPerson: Bool)?
  {
    let limit = sentence.tokens.upperBound
    guard end + 1 < limit else { return nil }
    if tokens[end].mark == .openBracket { return party(at: end + 1, limit: limit) }
    guard tokens[end].mark == .comma || tokens[end].mark == .dash else { return nil }
    var index = end + 1
    var isPerson = false
    if tokens[index].shape.contains(.number), tokens[index].length <= 3, index + 1 < limit,
      tokens[index + 1].mark == .comma
    {
      isPerson = true
      index += 2
    }
    guard index < limit else { return (nil, [], isPerson) }
    if tokens[index].word == .who || tokens[index].word == .whose { return (nil, [], true) }
    let first = index
    while index < limit, index - first < 9, tokens[index].mark == .none {
      let token = tokens[index]
      if index > first, isBreak(token.word) { break }
      if kinds[index].containsAny(.role),
        !token.shape.contains(.capitalized)
          || kinds[index].contains(.office)
      {
        let next = index + 1
        if next < limit, kinds[next].containsAny(.role), tokens[next].mark == .none {
          index += 1
          continue
        }
        if next < limit, tokens[next].classes.contains(.speechVerb) { break }
        if kinds[index].contains(.plural) { break }
        return (first..<next, roleKinds(first..<next).union(of(next, limit)), true)
      }
      if kinds[index].containsAny(.anyBody), index > first, !token.shape.contains(.capitalized),
        index + 1 >= limit || tokens[index + 1].mark != .none || isBreak(tokens[index + 1].word)
      {
        return (first..<index + 1, kinds[index], isPerson)
      }
      index += 1
    }
    return isPerson ? (nil, [], true) : nil
  }

  private func isBreak(_ word: Word) -> Bool {
    switch word {
    case .of, .for, .in, .at, .to, .who, .which, .that, .and, .with, .from, .said, .is, .was, .has,
      .by, .as, .but, .are, .were, .had, .will, .on:
      true
    default: false
    }
  }

  /// "Director of the ministry …", "vice president and counsel for the company": whose office it is.
  private func of(_ index: Int, _ limit: Int) -> NounKinds {
    let end = min(limit, index + 10)
    let before = kinds[index - 1]
    guard
      let preposition = (index..<end).prefix(while: { tokens[$0].mark == .none }).first(where: {
        tokens[$0].word == .of || tokens[$0].word == .for || tokens[$0].word == .at
      })
    else { return [] }
    for place in preposition + 1..<max(min(limit, preposition + 6), preposition + 1) {
      guard tokens[place].mark == .none else { break }
      if kinds[place].contains(.authority), before.contains(.leader) { return .office }
      if Self.speaking.contains(tokens[place].hash), before.contains(.leader),
        !tokens[place].shape.contains(.capitalized)
      {
        return [.office, .speaksForOthers]
      }
      if Self.researchBodies.contains(tokens[place].hash), before.contains(.leader) {
        return .expert
      }
      if kinds[place].containsAny([.body, .media]), before.contains(.weakOffice) {
        return .privateBody
      }
    }
    return []
  }

  /// "(R-Ohio)" and "(D)" after the name of somebody in office.
  private func party(at index: Int, limit: Int) -> (
    role: Range<Int>?, kinds: NounKinds, isPerson: Bool
  )? {
    let token = tokens[index]
    let letter = text.bytes[Int(token.start)]
    guard letter == UInt8(ascii: "R") || letter == UInt8(ascii: "D") || letter == UInt8(ascii: "I"),
      token.length == 1 || text.bytes[Int(token.start) + 1] == UInt8(ascii: "-")
    else { return nil }
    return (nil, token.length == 1 ? [] : .office, true)
  }
}
