import ClaimModel

/// Says what kind of source a name or a phrase is.
struct SourceTyper {
  let index: NameIndex

  // MARK: Names

  func type(of entity: Int, in phrase: SourcePhrase) -> SourceType {
    let known = index.entities[entity]
    if hasHandle(phrase) { return .socialPost }
    switch known.kind {
    case .person: return personType(known)
    case .government, .place: return .government
    case .organization: return .organization
    case .media: return .newsMedia
    case .document: return .document
    case .people: return phrase.isPlural ? .vagueCollective : .anonymous
    case .unknown:
      // News gives a person's name in full at least once.
      if known.roleKinds.isEmpty,
        known.name.count == 1 || phrase.hasDeterminer && phrase.isHeadedByName
      {
        return .organization
      }
      return personType(known)
    }
  }

  /// Whether the name of an account stands in brackets in or after the words: "Dara Venn (@daravenn)".
  private func hasHandle(_ phrase: SourcePhrase) -> Bool {
    let end = min(phrase.whole.upperBound + 2, index.text.tokens.count)
    guard !phrase.whole.isEmpty else { return false }
    return index.words(phrase.whole.lowerBound..<end).contains("(@")
  }

  private func personType(_ entity: NameEntity) -> SourceType {
    if entity.roleKinds.contains(.office) { return .officialRole }
    if entity.roleKinds.contains(.expert) { return .expert }
    if entity.roleKinds.contains(.witness) { return .witness }
    return .namedPerson
  }

  // MARK: Phrases

  /// The type of words that name nobody.
  func type(ofPhrase phrase: SourcePhrase, at head: Int) -> SourceType {
    let tokens = index.text.tokens
    let kinds = index.kinds[head]
    if isAnonymous(phrase) { return .anonymous }
    if kinds.contains(.source) { return .anonymous }
    if kinds.containsAny([.country, .seat]) { return .government }
    let isCounted = phrase.described.contains { tokens[$0].tag == .cd && $0 < head }
    let isKnownGroup = isCounted || phrase.isDefinite
    if isShare(phrase, head) { return .dataOrStudy }
    if tokens[head].hash == Self.number, head + 1 < tokens.count, tokens[head + 1].word == .of {
      return .vagueCollective
    }
    if kinds.contains(.post) { return .socialPost }
    if kinds.contains(.study) { return .dataOrStudy }
    if kinds.contains(.document) {
      return hasStudyWord(phrase, head) ? .dataOrStudy : .document
    }
    if kinds.contains(.office) { return .officialRole }
    if kinds.contains(.leader), hasAuthority(phrase, head) || speaks(phrase, head) {
      return .officialRole
    }
    if phrase.isDefinite, !phrase.isPlural, Self.known.contains(tokens[head].hash) {
      return .namedPerson
    }
    if kinds.contains(.authority) { return .government }
    if kinds.contains(.media), !kinds.contains(.body) || tokens[head].word == .unlisted {
      return .newsMedia
    }
    if let member = member(of: phrase, head), kinds.contains(.body) || kinds.isEmpty {
      let member = index.kinds[member]
      if member.contains(.document) { return .document }
      return member.contains(.office) ? .officialRole : .vagueCollective
    }
    if kinds.contains(.body) {
      return hasStateWord(phrase, head) ? .government : .organization
    }
    let isPlural = phrase.isPlural
    if tokens[head].word == .one, isExplained(phrase, head) { return .anonymous }
    if kinds.contains(.expert) { return isPlural && !isKnownGroup ? .vagueCollective : .expert }
    if kinds.contains(.witness) { return .witness }
    if kinds.containsAny([.person, .leader]) {
      return isPlural && !isKnownGroup ? .vagueCollective : .anonymous
    }
    if kinds.containsAny([.crowd, .people]) {
      return isPlural && isCounted
        ? .anonymous
        : isPlural || kinds.contains(.crowd)
          ? .vagueCollective : .anonymous
    }
    switch tokens[head].word {
    case .some, .many, .others, .most, .both, .all, .those, .another, .one, .each:
      return .vagueCollective
    default: break
    }
    if let mention = index.mention(ofToken: head) {
      return type(of: index.mentions[mention].entity, in: phrase)
    }
    if isPlural { return .vagueCollective }
    return isAged(tokens[head]) ? .anonymous : .unknown
  }

  /// "63 percent of voters", "eight of 10 voters": so many of those that a survey asked.
  private func isShare(_ phrase: SourcePhrase, _ head: Int) -> Bool {
    let tokens = index.text.tokens
    return phrase.whole.contains { place in
      if tokens[place].hash == Self.percent || tokens[place].hash == Self.percentSign {
        return place > phrase.whole.lowerBound
      }
      guard tokens[place].tag == .cd, place + 2 < phrase.whole.upperBound,
        tokens[place + 1].word == .of || tokens[place + 1].word == .in
      else { return false }
      return tokens[place + 2].tag == .cd
    }
  }

  /// "Communications director", "press aide".
  private func speaks(_ phrase: SourcePhrase, _ head: Int) -> Bool {
    guard head > phrase.whole.lowerBound else { return false }
    return NameFinder.speaking.contains(index.text.tokens[head - 1].hash)
  }

  /// "A group of rabbis": the plural noun of people after "of".
  private func member(of phrase: SourcePhrase, _ head: Int) -> Int? {
    let tokens = index.text.tokens
    guard head + 1 < tokens.count, tokens[head + 1].word == .of else { return nil }
    let end = min(head + 6, phrase.whole.upperBound)
    guard head + 2 < end else { return nil }
    return (head + 2..<end).first {
      index.kinds[$0].contains(.plural)
        && index.kinds[$0].containsAny([
          .office, .leader, .person, .expert, .crowd, .people, .document,
        ])
        || tokens[$0].tag == .nns && index.kinds[$0].isEmpty
    }
  }

  /// "One of them, a nurse": whether a comma and "a" follow.
  private func isExplained(_ phrase: SourcePhrase, _ head: Int) -> Bool {
    let tokens = index.text.tokens
    return (head + 1..<max(head + 1, phrase.whole.upperBound - 1)).contains {
      tokens[$0].mark == .comma
        && (tokens[$0 + 1].word == .a || tokens[$0 + 1].word == .an)
    }
  }

  /// "A survey report", "poll results".
  private func hasStudyWord(_ phrase: SourcePhrase, _ head: Int) -> Bool {
    (phrase.first..<head).contains { index.kinds[$0].contains(.study) }
  }

  private func hasAuthority(_ phrase: SourcePhrase, _ head: Int) -> Bool {
    (phrase.first..<head).contains { index.kinds[$0].contains(.authority) }
  }

  /// "City council", "state agency".
  private func hasStateWord(_ phrase: SourcePhrase, _ head: Int) -> Bool {
    head > phrase.first && index.kinds[head - 1].contains(.authority)
  }

  /// Whether the words say that a name is kept back: "who declined to be named", "familiar with".
  private func isAnonymous(_ phrase: SourcePhrase) -> Bool {
    let tokens = index.text.tokens
    guard !phrase.whole.isEmpty else { return false }
    let sentence = index.text.sentences[index.sentence(ofToken: phrase.whole.lowerBound)]
    let end = min(sentence.tokens.upperBound, phrase.whole.upperBound + 25)
    for place in phrase.whole.lowerBound..<max(end, phrase.whole.upperBound) {
      let hash = tokens[place].hash
      if index.kinds[place].contains(.anonymity) { return true }
      if hash == Self.named || hash == Self.identified, place > 0 {
        var back = place - 1
        while back > phrase.whole.lowerBound, place - back < 6 {
          if Self.refusals.contains(tokens[back].hash) || tokens[back].word == .not
            || tokens[back].word == .nt
          {
            return true
          }
          back -= 1
        }
      }
      if hash == Self.familiar, place < phrase.whole.upperBound { return true }
    }
    return false
  }

  /// "A 21-year-old".
  private func isAged(_ token: Token) -> Bool {
    token.shape.contains(.hyphenated) && token.shape.contains(.hasDigit)
      && index.text.bytes(of: token).suffix(4).elementsEqual("-old".utf8)
  }

  private static let percent = WordHash("percent").value
  private static let percentSign = WordHash("%").value
  private static let number = WordHash("number").value
  /// With "the", one whom the news knows by name.
  private static let known = WordHash.set(
    "nominee candidate contender hopeful front-runner frontrunner challenger incumbent "
      + "businessman businesswoman billionaire mogul magnate tycoon republican democrat libertarian"
  )
  /// Whether a noun with "the" is another word for somebody whom the news names: "the nominee".
  static func isKnown(_ noun: UInt64) -> Bool { known.contains(noun) }

  private static let named = WordHash("named").value
  private static let identified = WordHash("identified").value
  private static let familiar = WordHash("familiar").value
  private static let refusals: Set<UInt64> = [
    WordHash("declined").value, WordHash("refused").value, WordHash("asked").value,
    WordHash("requested").value, WordHash("wanted").value, WordHash("declining").value,
    WordHash("asking").value,
  ]
}
