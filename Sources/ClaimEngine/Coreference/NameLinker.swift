/// Finds which mentions name the same one: full names first, then surnames, short forms and acronyms.
struct NameLinker {
  private(set) var mentions: [NameMention] = []
  private(set) var entities: [NameEntity] = []
  private let text: Document
  private let kinds: [NounKinds]
  private let lexicon: NounLexicon
  private var byWholeName: [UInt64: Int] = [:]
  private var byEnds: [UInt64: Int] = [:]
  private var byLast: [UInt64: [Int]] = [:]
  /// By the last two words or more of a longer name.
  private var byTail: [UInt64: Int] = [:]
  private var byFirst: [UInt64: [Int]] = [:]
  private var byInitials: [UInt64: Int] = [:]
  /// The mentions of each bearer's name of several words.
  private var fullNames: [Int: [Int]] = [:]
  /// The bearer whom a last name alone meant last.
  private var lastMeant: [UInt64: Int] = [:]

  init(_ text: Document, kinds: [NounKinds], lexicon: NounLexicon) {
    self.text = text
    self.kinds = kinds
    self.lexicon = lexicon
  }

  mutating func link(_ found: [NameMention]) {
    mentions = found
    for index in mentions.indices where mentions[index].tokens.count > 1 { linkLong(index) }
    for index in mentions.indices where mentions[index].tokens.count > 1 {
      fullNames[mentions[index].entity, default: []].append(index)
    }
    for index in mentions.indices where mentions[index].tokens.count == 1 { linkShort(index) }
    findFirms()
    for index in entities.indices { Self.settle(&entities[index]) }
  }

  /// Takes the encoder's word for what nothing else tells, and against a given name where it never saw a person.
  private static func settle(_ entity: inout NameEntity) {
    let seen = entity.nerVotes
    if entity.kind == .person { entity.takesArticle = false }
    let bodies = seen.organization + seen.place
    switch entity.kind {
    case .unknown:
      if seen.person > bodies {
        entity.kind = .person
        entity.takesArticle = false
      } else if bodies > 0, bodies > seen.person, entity.roles.isEmpty {
        entity.kind = seen.place > seen.organization ? .place : .organization
      }
    case .organization where seen.person > 2 * bodies && !entity.nameKinds.containsAny(.anyBody):
      entity.kind = .person
      entity.takesArticle = false
    case .person
    where seen.person == 0 && bodies > 0 && entity.roles.isEmpty
      && (entity.gender == .unknown || entity.nameKinds.containsAny(.anyBody)):
      entity.kind = seen.place > seen.organization ? .place : .organization
      entity.gender = .unknown
    default: break
    }
  }

  /// Takes names of several words that nothing says are a person's for a body's where they end like a firm's or
  /// stand with "the".
  private mutating func findFirms() {
    let shortened = Set(
      mentions.lazy.filter { $0.tokens.count == 1 && $0.role == nil }.map(\.tokens.lowerBound))
    var called: Set<UInt64> = []
    for token in shortened where token == 0 || text.tokens[token - 1].word != .the {
      called.insert(text.tokens[token].hash)
    }
    let employers = Set(mentions.filter { hasStaff($0) }.map(\.entity))
    for index in entities.indices where entities[index].roles.isEmpty {
      let name = entities[index].name
      guard name.count > 1, let last = name.last, !called.contains(text.tokens[last].hash) else {
        continue
      }
      let isFirm = kinds[last].contains(.firm)
      switch entities[index].kind {
      case .unknown where entities[index].takesArticle || isFirm || employers.contains(index):
        entities[index].kind = .organization
      case .person where isFirm && called.contains(text.tokens[name.lowerBound].hash):
        // People are called by their last names, firms by their first.
        entities[index].kind = .organization
        entities[index].gender = .unknown
      default: break
      }
    }
  }

  /// "Castle Row chiefs": whether a noun for several people follows a name of several words.
  private func hasStaff(_ mention: NameMention) -> Bool {
    let next = mention.tokens.upperBound
    return mention.tokens.count > 1 && next < text.tokens.count
      && kinds[next].contains(.plural) && kinds[next].containsAny(.role)
  }

  // MARK: Names of several words

  private mutating func linkLong(_ index: Int) {
    let mention = mentions[index]
    let whole = wholeHash(mention.tokens)
    let ends = endsHash(mention.tokens)
    let isPersonal = mention.kind == .person || mention.kind == .unknown
    var entity = byWholeName[whole]
    if entity == nil, isPersonal,
      !kinds[mention.tokens.lowerBound].contains(.givenName)
        || kinds[mention.tokens.lowerBound].contains(.particle)
    {
      entity = byTail[whole]
    }
    if entity == nil, isPersonal, let last = mention.tokens.last,
      text.tokens[last].named != .organization, let near = byEnds[ends], entities[near].mentions > 0
    {
      entity = near
    }
    if let entity {
      join(index, to: entity)
      byWholeName[whole] = entity
      return
    }
    let made = make(index)
    byWholeName[whole] = made
    let (first, last) = nameEnds(mention.tokens)
    byLast[last, default: []].append(made)
    if isPersonal {
      byEnds[ends] = made
      byFirst[first, default: []].append(made)
      // "De Blasio" after Bill de Blasio.
      for start in mention.tokens.dropFirst().prefix(3) where start + 1 < mention.tokens.upperBound
      {
        byTail[wholeHash(start..<mention.tokens.upperBound)] = made
      }
    }
    if mention.kind != .person { registerInitials(of: mention, entity: made) }
  }

  private mutating func registerInitials(of mention: NameMention, entity: Int) {
    var hash = WordHash()
    var count = 0
    for index in mention.tokens where text.tokens[index].shape.contains(.capitalized) {
      hash.add(text.bytes[Int(text.tokens[index].start)] | 0x20)
      count += 1
    }
    if count >= 2, byInitials[hash.value] == nil { byInitials[hash.value] = entity }
    let after = mention.tokens.upperBound
    if after + 2 < text.tokens.count, text.tokens[after].mark == .openBracket,
      text.tokens[after + 1].shape.contains(.allCapitals),
      text.tokens[after + 2].mark == .closeBracket
    {
      byInitials[text.tokens[after + 1].hash] = entity
    }
  }

  // MARK: Short forms

  private mutating func linkShort(_ index: Int) {
    let mention = mentions[index]
    let token = text.tokens[mention.tokens.lowerBound]
    if token.shape.contains(.allCapitals), mention.role == nil, let entity = byInitials[token.hash]
    {
      join(index, to: entity)
      return
    }
    if let entity = entity(of: token.hash, at: index) {
      join(index, to: entity)
      return
    }
    let single = WordHash.single(token.hash, mention.kind == .person ? 1 : 0)
    if let entity = byWholeName[single] ?? byWholeName[WordHash.single(token.hash, 1)] {
      join(index, to: entity)
      return
    }
    let made = make(index)
    byWholeName[single] = made
    if mention.kind == .person, mention.role != nil, byLast[token.hash] != nil {
      // "Mr. Adler" beside Ines Adler alone: somebody else, whom the last name alone may mean from here on.
      byLast[token.hash, default: []].append(made)
      fullNames[made] = [index]
    }
    if mention.kind == .person || mention.kind == .unknown {
      byWholeName[WordHash.single(token.hash, 1)] = made
    }
  }

  /// The best bearer of a name of which one word stands here.
  private mutating func entity(of hash: UInt64, at index: Int) -> Int? {
    let mention = mentions[index]
    let gender = NameEntity.Gender(mention.roleKinds)
    let own = kinds[mention.tokens.lowerBound]
    let isBody = own.containsAny([.authority, .body]) && mention.role == nil
    let isPlace = own.containsAny([.country, .seat, .place]) && mention.role == nil
    if let candidates = byLast[hash] {
      var best: Int?
      for candidate in candidates {
        let entity = entities[candidate]
        guard isBody || isPersonal(entity), gender.agrees(with: entity.gender),
          holds(candidate, officeOf: index)
        else { continue }
        if isBody, isPersonal(entity), entity.kind == .person { continue }
        if isPlace, entity.kind != .person { continue }
        if !isBody, entity.kind != .person, !mayBeSurname(mention, entity) { continue }
        guard let known = best else {
          best = candidate
          continue
        }
        if rank(candidate, gender, hash, at: index) > rank(known, gender, hash, at: index) {
          best = candidate
        }
      }
      if let best {
        lastMeant[hash] = best
        if !isBody { entities[best].nerVotes.person += 1 }
        return best
      }
    }
    guard !own.containsAny([.country, .seat, .place, .people, .authority, .body, .media]) else {
      return nil
    }
    let isSurname = byLast[hash] != nil
    return byFirst[hash]?.filter {
      isPersonal(entities[$0]) && gender.agrees(with: entities[$0].gender)
        && mayShorten(mention, entities[$0], isSurname: isSurname)
    }
    .max { entities[$0].mentions < entities[$1].mentions }
  }

  /// Whether one word can stand for the last of a name that nothing says is a person's.
  private func mayBeSurname(_ mention: NameMention, _ entity: NameEntity) -> Bool {
    guard entity.kind == .unknown, let last = entity.name.last, !kinds[last].contains(.firm) else {
      return false
    }
    let token = text.tokens[mention.tokens.lowerBound]
    switch token.named {
    case .unread: return token.tag.isName
    case .person: return true
    case .none, .other: return entity.nerVotes.person > 0 || mention.kind == .person
    case .organization, .place: return entity.nerVotes.person > 0
    }
  }

  /// Whether one word can stand for the first of a name: not an adjective or noun that happens to be part of it.
  ///
  /// - Parameter isSurname: Whether somebody bears it as a last name.
  private func mayShorten(
    _ mention: NameMention, _ entity: NameEntity, isSurname: Bool
  ) -> Bool {
    let token = text.tokens[mention.tokens.lowerBound]
    let isPerson = entity.kind == .person || entity.nerVotes.person > 0
    switch token.named {
    case .none: return false
    case .person: return isPerson || !isSurname && mention.role == nil
    case .organization, .place, .other: return entity.kind != .person || mention.kind == .person
    case .unread: return entity.kind == .person || token.tag.isName
    }
  }

  /// Whether "President Adler" can mean somebody whom the article calls Ines Adler: not where it says so before it
  /// gives that name, and never of that name.
  private func holds(_ candidate: Int, officeOf index: Int) -> Bool {
    let mention = mentions[index]
    guard let role = mention.role, role.upperBound <= mention.tokens.lowerBound,
      mention.roleKinds.contains(.office), let head = roleHead(role)
    else { return true }
    let key = lexicon.role(text.tokens[head].hash)
    let entity = entities[candidate]
    if entity.roles.contains(where: { $0.head == key }) { return true }
    // "The first lady, Ines Adler": somebody's wife, and the title may be her husband's.
    guard !entity.roles.contains(where: { isRelation($0.words) }) else { return false }
    return fullNames[candidate, default: []].first.map { $0 < index } ?? true
  }

  private func isRelation(_ role: Range<Int>) -> Bool {
    role.contains {
      kinds[$0].containsAny([.male, .female])
        && !kinds[$0].containsAny([.office, .title, .leader, .expert])
    } || role.contains { text.tokens[$0].hash == Self.lady }
  }

  private static let lady = WordHash("lady").value

  private func isPersonal(_ entity: NameEntity) -> Bool {
    entity.kind == .person || entity.kind == .unknown
  }

  /// A title that agrees decides, then whether the full name stands before, best in the same paragraph, then
  /// whom the last name alone meant before, then how often the name stands.
  private func rank(
    _ candidate: Int, _ gender: NameEntity.Gender, _ hash: UInt64, at index: Int
  ) -> Int {
    let entity = entities[candidate]
    var rank = min(entity.mentions, 20)
    if entity.kind == .person { rank += 2 }
    if gender != .unknown, entity.gender == gender { rank += 1000 }
    if lastMeant[hash] == candidate { rank += 30 }
    if let role = mentions[index].role, role.upperBound <= mentions[index].tokens.lowerBound,
      let head = roleHead(role),
      entity.roles.contains(where: { $0.head == lexicon.role(text.tokens[head].hash) })
    {
      rank += 300
    }
    let full = fullNames[candidate, default: []]
    let before = full.partitioningIndex(where: { $0 >= index })
    guard before > 0 else { return rank }
    rank += 100
    let paragraph = text.sentences[mentions[index].sentence].paragraph
    if text.sentences[mentions[full[before - 1]].sentence].paragraph == paragraph { rank += 40 }
    return rank
  }

  // MARK: Bearers

  private mutating func make(_ index: Int) -> Int {
    let mention = mentions[index]
    entities.append(
      NameEntity(kind: mention.kind, gender: .unknown, name: mention.tokens))
    join(index, to: entities.count - 1)
    return entities.count - 1
  }

  private mutating func join(_ index: Int, to entity: Int) {
    let mention = mentions[index]
    mentions[index].entity = entity
    var known = entities[entity]
    known.mentions += 1
    if mention.role == nil, mention.tokens.lowerBound > 0, mention.kind != .person,
      mention.tokens.count == known.name.count,
      text.tokens[mention.tokens.lowerBound - 1].word == .the, !modifies(mention)
    {
      known.takesArticle = true
    }
    if mention.tokens.count > known.name.count, known.kind != .organization {
      known.name = mention.tokens
    } else if mention.tokens.count == known.name.count, isMisspelt(known.name),
      !isMisspelt(mention.tokens)
    {
      known.name = mention.tokens
    }
    if known.kind == .unknown { known.kind = mention.kind }
    if known.kind == .people, mention.kind == .person { known.kind = .person }
    known.roleKinds.formUnion(mention.roleKinds)
    if known.gender == .unknown {
      var form = mention.roleKinds.intersection([.male, .female])
      if form.isEmpty || form == [.male, .female] { form = kinds[mention.tokens.lowerBound] }
      // "Kelly" alone says nothing of Chris Kelly.
      if mention.kind == .person,
        mention.tokens.count == known.name.count || form != kinds[mention.tokens.lowerBound]
      {
        known.gender = NameEntity.Gender(form)
      }
    }
    for token in mention.tokens { known.nameKinds.formUnion(kinds[token]) }
    switch mention.tokens.last.map({ text.tokens[$0].named }) {
    case .person: known.nerVotes.person += 1
    case .organization: known.nerVotes.organization += 1
    case .place: known.nerVotes.place += 1
    default: break
    }
    if let role = mention.role, let head = roleHead(role), known.roles.count < 8 {
      known.roles.append(
        NameEntity.Role(head: lexicon.role(text.tokens[head].hash), words: role))
    }
    entities[entity] = known
  }

  /// "HIllary", "CONGRESS": a name with capitals where it has none elsewhere.
  private func isMisspelt(_ name: Range<Int>) -> Bool {
    name.contains { place in
      let word = text.bytes(of: text.tokens[place])
      guard word.count > 4 else { return false }
      if text.tokens[place].shape.contains(.allCapitals) { return true }
      return word.prefix(2).allSatisfy { $0 &- 0x41 < 26 }
    }
  }

  /// Whether a noun follows a name: "the Osei administration".
  private func modifies(_ mention: NameMention) -> Bool {
    let next = mention.tokens.upperBound
    guard next < text.tokens.count else { return false }
    switch text.tokens[next].tag {
    case .nn, .nns, .jj: return true
    default: return false
    }
  }

  private func roleHead(_ role: Range<Int>) -> Int? {
    role.last { kinds[$0].containsAny(.role) }
  }

  // MARK: Keys

  private func nameEnds(_ name: Range<Int>) -> (first: UInt64, last: UInt64) {
    var last = name.upperBound - 1
    while last > name.lowerBound,
      kinds[last].contains(.suffix) || text.tokens[last].mark != .none
    {
      last -= 1
    }
    return (text.tokens[name.lowerBound].hash, text.tokens[last].hash)
  }

  private func endsHash(_ name: Range<Int>) -> UInt64 {
    let (first, last) = nameEnds(name)
    let suffix =
      kinds[name.upperBound - 1].contains(.suffix) ? text.tokens[name.upperBound - 1].hash : 0
    return (first &* 31 &+ last) &* 31 &+ suffix
  }

  private func wholeHash(_ name: Range<Int>) -> UInt64 {
    var hash: UInt64 = 7
    for index in name { hash = hash &* 0x100_0000_01b3 ^ text.tokens[index].hash }
    return hash
  }
}

extension WordHash {
  /// The key of a name of one word, kept apart by what it names.
  fileprivate static func single(_ hash: UInt64, _ kind: UInt64) -> UInt64 { hash &* 3 &+ kind }
}
