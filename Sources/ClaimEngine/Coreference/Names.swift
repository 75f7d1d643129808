import ClaimModel

/// The names of an article in reading order, and the people, bodies and places that they name.
package struct Names: Sendable {
  /// For each token what the lexicon says of it.
  let kinds: [NounKinds]
  /// For each token whether it stands in quote marks.
  let quoted: [Bool]
  let mentions: [NameMention]
  let entities: [NameEntity]
  /// For each token the mention whose name it belongs to; -1 for none.
  let mentionOfToken: [Int32]
  /// The people introduced with a role, by the key of its head.
  let entitiesOfRole: [UInt64: [Int]]
  /// The bodies of several words, by each of their words.
  let bodiesByWord: [UInt64: [Int]]
  /// The people of a last name.
  let surnames: [UInt64: [Int]]
  /// Whom title and headings name.
  let introductions: Introductions

  /// None.
  init() {
    (kinds, quoted, mentions, entities, mentionOfToken) = ([], [], [], [], [])
    (entitiesOfRole, bodiesByWord, surnames) = ([:], [:], [:])
    introductions = Introductions()
  }

  /// Finds and links the names of a text, in time linear in its tokens.
  ///
  /// - Parameters:
  ///   - text: Tokens, sentences and tags.
  ///   - introductions: Whom title and headings name, for last names that the text never gives in full.
  ///   - readingTitles: Whether names are looked for in sentences of capitals too.
  init(
    of text: Document, introductions: Introductions, lexicon: NounLexicon = .english,
    readingTitles: Bool = false
  ) {
    self.introductions = introductions
    let kinds = text.tokens.map(lexicon.kinds(of:))
    self.kinds = kinds
    quoted = Self.quoted(text)
    var linker = NameLinker(text, kinds: kinds, lexicon: lexicon)
    linker.link(
      NameFinder(text, kinds: kinds, lexicon: lexicon).mentions(readingTitles: readingTitles))
    mentions = linker.mentions
    entities = linker.entities.map { entity in
      // "Adler said": the title has the name in full.
      guard entity.kind == .person, entity.name.count == 1, let last = entity.name.first,
        !kinds[last].contains(.givenName),
        let known = introductions.fullName(ofLastName: text.tokens[last].hash),
        known.gender.agrees(with: entity.gender)
      else { return entity }
      var entity = entity
      entity.titleName = known.name
      entity.gender = known.gender
      return entity
    }
    var surnames: [UInt64: [Int]] = [:]
    for (number, entity) in linker.entities.enumerated()
    where entity.kind == .person {
      if let last = entity.name.last(where: { !kinds[$0].contains(.suffix) }) {
        surnames[text.tokens[last].hash, default: []].append(number)
      }
    }
    self.surnames = surnames
    var entitiesOfRole: [UInt64: [Int]] = [:]
    var bodiesByWord: [UInt64: [Int]] = [:]
    for (number, entity) in linker.entities.enumerated() {
      if entity.kind == .person {
        for head in Set(entity.roles.map(\.head)) {
          entitiesOfRole[head, default: []].append(number)
        }
      } else if entity.name.count > 1 {
        for hash in Set(entity.name.map { text.tokens[$0].hash }) {
          bodiesByWord[hash, default: []].append(number)
        }
      }
    }
    self.entitiesOfRole = entitiesOfRole
    self.bodiesByWord = bodiesByWord
    var mentionOfToken = [Int32](repeating: -1, count: text.tokens.count)
    for (index, mention) in linker.mentions.enumerated() {
      for token in mention.tokens { mentionOfToken[token] = Int32(index) }
    }
    self.mentionOfToken = mentionOfToken
  }

  /// Which tokens lie in double quote marks; a paragraph that opens one without closing it is quoted
  /// to its end.
  private static func quoted(_ text: Document) -> [Bool] {
    var quoted = [Bool](repeating: false, count: text.tokens.count)
    // Curled marks may stand inside straight ones.
    var isOpen = false
    var isStraight = false
    for (index, token) in text.tokens.enumerated() {
      if token.shape.contains(.paragraphBefore) { (isOpen, isStraight) = (false, false) }
      switch token.mark {
      case .openDouble: isOpen = true
      case .closeDouble: isOpen = false
      case .straightDouble: isStraight.toggle()
      default: quoted[index] = isOpen || isStraight
      }
    }
    return quoted
  }
}
