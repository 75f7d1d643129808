/// Finds names in sentences: runs of capitalised words, parted into title, role and name.
///
/// Linear in the tokens; no tag is needed, but one helps at the beginning of a sentence.
struct NameFinder {
  private let text: TokenizedText
  private let tokens: [Token]
  private let kinds: [NounKinds]
  private let lexicon: NounLexicon
  /// Words that stand with a capital inside a sentence somewhere.
  private let innerCapitals: Set<UInt64>

  init(_ text: TokenizedText, kinds: [NounKinds], lexicon: NounLexicon) {
    self.text = text
    self.tokens = text.tokens
    self.kinds = kinds
    self.lexicon = lexicon
    var inner: Set<UInt64> = []
    for sentence in text.sentences {
      for index in sentence.tokens.dropFirst()
      where tokens[index].shape.contains(.capitalized) && tokens[index - 1].mark == .none {
        inner.insert(tokens[index].hash)
      }
    }
    innerCapitals = inner
  }

  func mentions() -> [NameMention] {
    var found: [NameMention] = []
    for (number, sentence) in text.sentences.enumerated() {
      if isShouted(sentence) { continue }
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        guard isNameWord(index, in: sentence) else {
          index += 1
          continue
        }
        let end = runEnd(from: index, in: sentence)
        if let mention = mention(in: index..<end, sentence, number: number) {
          found.append(mention)
        }
        index = end
      }
    }
    return found
  }

  // MARK: Words of names

  /// Whether nearly all words are capitalised, so that a capital says nothing.
  private func isShouted(_ sentence: Sentence) -> Bool {
    var words = 0
    var small = 0
    for index in sentence.tokens where tokens[index].shape.contains(.hasLetter) {
      words += 1
      if !tokens[index].shape.contains(.capitalized) { small += 1 }
    }
    return words >= 6 && small * 5 < words
  }

  private func isNameWord(_ index: Int, in sentence: Sentence) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.capitalized), token.shape.contains(.hasLetter),
      !token.shape.contains(.clitic), !token.shape.contains(.address)
    else { return false }
    let kind = kinds[index]
    let opens = opensSentence(index, in: sentence)
    if kind.contains(.calendar) {
      return kind.contains(.givenName) && !followsPreposition(index, in: sentence)
        && index + 1 < sentence.tokens.upperBound
        && tokens[index + 1].shape.contains(.capitalized) && !kinds[index + 1].contains(.calendar)
        || index > sentence.tokens.lowerBound && kinds[index - 1].contains(.givenName)
    }
    if token.word != .unlisted {
      if token.shape.contains(.allCapitals), !opens || token.word == .us { return true }
      return !opens && (token.word == .will || token.word == .may)
        && (kinds[index - 1].containsAny([.givenName, .title])
          || isCapitalised(index + 1, in: sentence))
    }
    guard opens else { return true }
    if kind.containsAny([.givenName, .country, .seat, .place, .title]) { return true }
    if token.classes.contains(.opener) || token.classes.contains(.speechVerb) { return false }
    if innerCapitals.contains(token.hash) || token.shape.contains(.allCapitals) { return true }
    if kind.contains(.people) { return true }
    if kind.containsAny([.office, .authority, .body]), index + 1 < sentence.tokens.upperBound,
      tokens[index + 1].word == .of, isCapitalised(index + 2, in: sentence)
    {
      return true
    }
    if isCapitalised(index + 1, in: sentence) {
      return !kind.containsAny(.role) || token.tag != .nns
    }
    return kind.isEmpty && (token.tag == .nnp || token.tag == .nnps)
  }

  /// "In June": a month, though it is a given name too.
  private func followsPreposition(_ index: Int, in sentence: Sentence) -> Bool {
    guard index > sentence.tokens.lowerBound else { return false }
    switch tokens[index - 1].word {
    case .in, .since, .until, .till, .by, .on, .before, .after, .during, .from: return true
    default: return tokens[index - 1].shape.contains(.number)
    }
  }

  private func isCapitalised(_ index: Int, in sentence: Sentence) -> Bool {
    index < sentence.tokens.upperBound && tokens[index].shape.contains(.capitalized)
      && tokens[index].shape.contains(.hasLetter) && tokens[index].word == .unlisted
      && !kinds[index].contains(.calendar)
  }

  /// Whether only marks stand between a word and the start of its sentence, quote or clause.
  private func opensSentence(_ index: Int, in sentence: Sentence) -> Bool {
    var place = index - 1
    while place >= sentence.tokens.lowerBound {
      let mark = tokens[place].mark
      if mark == .none || mark == .comma { return false }
      if mark.isQuote || mark == .colon || mark == .bullet || mark == .dash || mark.endsSentence {
        if mark.isQuote, place > sentence.tokens.lowerBound, tokens[place - 1].mark == .none {
          return false
        }
        return true
      }
      place -= 1
    }
    return true
  }

  // MARK: Runs

  private func runEnd(from start: Int, in sentence: Sentence) -> Int {
    var end = start + 1
    let limit = min(sentence.tokens.upperBound, start + 16)
    while end < limit {
      if tokens[end].mark == .none, isInnerNameWord(end, start: start) {
        end += 1
      } else if let next = joined(at: end, start: start, limit: limit) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  private func isInnerNameWord(_ index: Int, start: Int) -> Bool {
    let token = tokens[index]
    if kinds[index].contains(.suffix) { return true }
    guard token.shape.contains(.capitalized), token.shape.contains(.hasLetter) else { return false }
    if token.shape.contains(.clitic) || token.shape.contains(.address) { return false }
    if kinds[index].contains(.calendar) {
      return token.word == .may && kinds[index - 1].contains(.givenName)
    }
    return token.word == .unlisted || token.shape.contains(.allCapitals)
      || token.word == .will || token.word == .may || token.word == .said
  }

  /// The place after a small word that joins parts of a name, with the capital after it.
  private func joined(at index: Int, start: Int, limit: Int) -> Int? {
    guard index + 1 < limit else { return nil }
    let token = tokens[index]
    var next = index + 1
    if token.mark == .comma, kinds[next].contains(.suffix) { return next + 1 }
    if token.mark == .none, kinds[index].contains(.particle), !token.shape.contains(.capitalized) {
      if kinds[next].contains(.particle), next + 1 < limit { next += 1 }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    }
    let before = kinds[index - 1]
    switch token.word {
    case .of:
      guard before.containsAny([.authority, .body, .office, .leader, .media, .document]) else {
        return nil
      }
      if tokens[next].word == .the, next + 1 < limit { next += 1 }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    case .for, .on:
      guard before.contains(.body) || tokens[index - 1].hash == Self.commissioner else {
        return nil
      }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    case .to:
      guard before.contains(.office), kinds[next].containsAny(.anyPlace) else { return nil }
      return next + 1
    case .and:
      guard (start..<index).contains(where: { tokens[$0].word == .of }),
        kinds[start].containsAny([.authority, .body])
      else { return nil }
      return isInnerNameWord(next, start: start) ? next + 1 : nil
    default:
      return token.mark == .symbol && text.bytes[Int(token.start)] == UInt8(ascii: "&")
        && isInnerNameWord(next, start: start) ? next + 1 : nil
    }
  }

  private static let commissioner = WordHash("commissioner").value

  // MARK: Title, role and name

  private func mention(in run: Range<Int>, _ sentence: Sentence, number: Int) -> NameMention? {
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
      if after.kinds.contains(.privateBody) { roleKinds.subtract(.office) }
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
    if endsAsBody(run), !kinds[run.lowerBound].contains(.title) { return run.lowerBound }
    var found: Int?
    for index in run
    where
      (kinds[index].containsAny([.office, .title, .leader, .expert])
      || kinds[index].contains(.person) && index < last && kinds[index + 1].contains(.givenName))
      && !kinds[index].containsAny([.givenName, .suffix])
      && !(index == last && index > run.lowerBound && kinds[index - 1].contains(.givenName))
    {
      found = index
    }
    guard let found else { return run.lowerBound }
    var start = found + 1
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

  /// Whether a run is the name of a body by its last word, or the last before "of".
  private func endsAsBody(_ run: Range<Int>) -> Bool {
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
      all.formUnion(kinds[index])
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
    return all
  }

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

  /// "Director of the ministry …": whether a leader's body is an authority.
  private func of(_ index: Int, _ limit: Int) -> NounKinds {
    guard index < limit, tokens[index].word == .of || tokens[index].word == .for else { return [] }
    var place = index + 1
    while place < limit, place - index < 5, tokens[place].mark == .none {
      if kinds[place].contains(.authority), kinds[index - 1].contains(.leader) { return .office }
      if kinds[place].containsAny([.body, .media]), kinds[index - 1].contains(.weakOffice) {
        return .privateBody
      }
      place += 1
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

  // MARK: Kind

  private func kinds(ofPhrase range: Range<Int>) -> NounKinds? {
    var hash = WordHash()
    for index in range {
      if index > range.lowerBound { hash.add(0x20) }
      for byte in text.bytes(of: tokens[index]) { hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    }
    return lexicon.kinds(ofPhrase: hash.value)
  }

  /// What the words of a name say that it is.
  func formKind(of name: Range<Int>, hasRole: Bool) -> NameEntity.Kind {
    let first = kinds[name.lowerBound]
    if name.count > 1 {
      if let known = kinds(ofPhrase: name) { return Self.kind(known) }
      if endsAsBody(name) {
        let head =
          name.first { tokens[$0].word == .of || tokens[$0].word == .for }.map { $0 - 1 }
          ?? name.upperBound - 1
        return Self.kind(kinds[max(head, name.lowerBound)])
      }
      if hasRole || first.contains(.givenName)
        || name.dropFirst().contains(where: { tokens[$0].shape.contains(.initial) })
      {
        return .person
      }
      if kinds[name.upperBound - 1].containsAny(.anyText) { return .document }
      return .unknown
    }
    if hasRole, !first.containsAny([.country, .seat]) { return .person }
    if first.containsAny([.country, .seat, .place, .people]), !first.contains(.givenName) {
      return Self.kind(first)
    }
    if first.containsAny([.authority, .body, .media]) { return Self.kind(first) }
    if first.contains(.givenName) { return .person }
    let token = tokens[name.lowerBound]
    if token.shape.contains(.allCapitals), token.length <= 6 { return .organization }
    return .unknown
  }

  static func kind(_ kinds: NounKinds) -> NameEntity.Kind {
    if kinds.containsAny([.country, .seat]) { return .government }
    if kinds.contains(.authority) { return .government }
    if kinds.contains(.media) { return .media }
    if kinds.contains(.body) { return .organization }
    if kinds.contains(.place) { return .place }
    if kinds.contains(.people) { return .people }
    return .unknown
  }
}
