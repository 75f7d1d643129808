package import ClaimModel

/// Gives each source of an article its fullest name and its type, in reading order.
///
/// Keep one for an article and ask it source by source: who spoke before decides what "he" means.
/// A name is the article's own words without title, role and determiner; where nobody is named, the
/// words of the source stand for the name.
package struct SourceResolver: Sendable {
  private let index: NameIndex
  private let tokens: [Token]
  private let kinds: [NounKinds]
  private(set) var speakers: [NonPersonAntecedents.Speaker] = []
  /// What "he" and "she" mean.
  private let people: PersonPronouns
  /// The last source of any kind, for "it" and "they".
  private var last: Last?

  /// A source as pronouns recall it.
  private struct Last {
    let name: String
    let type: SourceType
    let isPlural: Bool
    let sentence: Int
    /// Its first word.
    let token: Int
    /// What the noun at its head says, where it is no name.
    let described: NounKinds
  }

  package init(index: NameIndex) {
    self.index = index
    tokens = index.text.tokens
    kinds = index.kinds
    people = PersonPronouns(index: index, roles: RoleHolders(index: index))
  }

  /// Resolves the words of a source.
  ///
  /// - Parameters:
  ///   - spans: The words as they stand; without a word in them the type is unknown.
  ///   - enclosing: The source of the attribution around this one, whom "I" and "we" mean.
  package mutating func resolve(
    _ spans: [TextSpan], enclosing: Attribution.Source? = nil
  ) -> Attribution.Source {
    let found = index.tokens(in: spans)
    let phrase = SourcePhrase(found, index: index)
    var answer = answer(for: phrase, enclosing: enclosing)
    // "%" and "'s" are no words to name anybody by.
    if answer.name.isEmpty, let first = found.first, let last = found.last {
      answer.name = index.words(first..<last + 1)
    }
    if let at = found.first {
      let sentence = index.sentence(ofToken: at)
      if let entity = answer.entity {
        speakers.append(NonPersonAntecedents.Speaker(entity: entity, token: at, sentence: sentence))
      }
      if !answer.isPronoun {
        let head = phrase.names.isEmpty && answer.entity == nil ? phrase.head : nil
        last = Last(
          name: answer.name, type: answer.type, isPlural: phrase.isPlural, sentence: sentence,
          token: at, described: head.map { kinds[$0] } ?? [])
      }
    }
    return Attribution.Source(spans: spans, name: answer.name, type: answer.type)
  }

  /// What was found: the name, its type, and the bearer where one is known.
  private struct Answer {
    var name: String
    var type: SourceType
    var entity: Int?
    var isPronoun = false
  }

  private func answer(for phrase: SourcePhrase, enclosing: Attribution.Source?) -> Answer {
    guard let head = phrase.head else {
      return Answer(name: index.words(phrase.whole), type: .unknown)
    }
    if phrase.isPronoun { return pronoun(phrase, at: head, enclosing) }
    if !phrase.names.isEmpty { return named(phrase) }
    if let entity = entity(ofRole: phrase, at: head) {
      return Answer(name: index.name(of: entity), type: type(of: entity, phrase), entity: entity)
    }
    let typer = SourceTyper(index: index)
    let type = typer.type(ofPhrase: phrase, at: head)
    return Answer(name: fullest(phrase, at: head, type), type: type)
  }

  // MARK: Names

  private func named(_ phrase: SourcePhrase) -> Answer {
    let entities = phrase.names.map { index.mentions[$0].entity }
    let names = entities.map { index.name(of: $0) }
    guard let first = entities.first else { return Answer(name: "", type: .unknown) }
    if names.count == 1 {
      return Answer(name: names[0], type: type(of: first, phrase), entity: first)
    }
    let joined = names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    return Answer(name: joined, type: type(of: first, phrase))
  }

  private func type(of entity: Int, _ phrase: SourcePhrase) -> SourceType {
    SourceTyper(index: index).type(of: entity, in: phrase)
  }

  // MARK: Pronouns

  private func pronoun(
    _ phrase: SourcePhrase, at token: Int, _ enclosing: Attribution.Source?
  ) -> Answer {
    let own = Answer(name: index.words(phrase.whole), type: .unknown, isPronoun: true)
    switch tokens[token].word {
    case .i, .we, .me, .us, .my, .our:
      if let enclosing {
        return Answer(name: enclosing.name, type: enclosing.type, isPronoun: true)
      }
      if index.quoted[token] {
        guard let speaker = speakers.last else { return own }
        return answer(speaker.entity, phrase)
      }
      return Answer(name: own.name, type: .journalistVoice, isPronoun: true)
    case .you: return own
    case .who, .whom, .which, .that, .whose: return antecedent(of: token) ?? own
    case .it, .its: return thing(at: token, phrase) ?? own
    case .they, .them, .their, .these, .those: return several(at: token, phrase) ?? own
    default:
      let gender: NameEntity.Gender =
        switch tokens[token].word {
        case .he, .him, .his: .male
        case .she, .her: .female
        default: .unknown
        }
      if let described = described(gender, at: token) { return described }
      guard let best = people[token]?.readings.first else { return own }
      switch best.person {
      case .named(let entity): return answer(entity, phrase)
      case .described(let words):
        let found = SourcePhrase(Array(words), index: index)
        guard let head = found.head else { return own }
        let type = SourceTyper(index: index).type(ofPhrase: found, at: head)
        return Answer(name: fullest(found, at: head, type), type: type, isPronoun: true)
      }
    }
  }

  /// "She" after "a spokeswoman said", "she" after "The author of the post …": one whom the article does not
  /// name, where no person is named since.
  private func described(_ gender: NameEntity.Gender, at token: Int) -> Answer? {
    let sentence = index.sentence(ofToken: token)
    if let last, !last.isPlural, last.token < token, sentence - last.sentence <= 2,
      last.described.containsAny(.role), gender.agrees(with: NameEntity.Gender(last.described)),
      !namesPerson(gender, in: last.token..<token)
    {
      return Answer(name: last.name, type: last.type, isPronoun: true)
    }
    return subject(of: sentence, before: token) { $0.containsAny(.role) }.flatMap { subject in
      let own = kinds[subject.head]
      guard gender.agrees(with: NameEntity.Gender(own)),
        !namesPerson(gender, in: subject.words.lowerBound..<token)
      else { return nil }
      return answer(for: subject.phrase, enclosing: nil)
    }
  }

  /// Whether a person whom a pronoun can mean is named in some words.
  private func namesPerson(_ gender: NameEntity.Gender, in words: Range<Int>) -> Bool {
    var place = index.firstMention(from: words.lowerBound)
    while place < index.mentions.count, index.mentions[place].tokens.lowerBound < words.upperBound {
      let known = index.entities[index.mentions[place].entity]
      if known.kind == .person, gender.agrees(with: known.gender) { return true }
      place += 1
    }
    return false
  }

  /// The phrase with an article or a possessive that opens a sentence, where its head is a noun of some kind.
  private func subject(
    of sentence: Int, before limit: Int, where isWanted: (NounKinds) -> Bool
  ) -> (words: Range<Int>, head: Int, phrase: SourcePhrase)? {
    let all = index.text.sentences[sentence].tokens
    var first = all.lowerBound
    while first < all.upperBound, first - all.lowerBound < 3,
      tokens[first].isPunctuation || tokens[first].tag == .rb || tokens[first].tag == .cc
    {
      first += 1
    }
    guard first < min(limit, all.upperBound) else { return nil }
    switch tokens[first].word {
    case .the, .this, .that, .a, .an, .its, .his, .her, .their, .our, .my: break
    default: return nil
    }
    var end = first + 1
    while end < min(limit, all.upperBound), end - first < 8, !tokens[end].isPunctuation,
      !tokens[end].tag.isVerb, index.mention(ofToken: end) == nil
    {
      end += 1
    }
    guard end > first + 1, end < all.upperBound else { return nil }
    let phrase = SourcePhrase(Array(first..<end), index: index)
    guard let head = phrase.head, phrase.names.isEmpty, !phrase.isPlural, isWanted(kinds[head])
    else { return nil }
    return (first..<end, head, phrase)
  }

  private func answer(_ entity: Int, _ phrase: SourcePhrase) -> Answer {
    Answer(
      name: index.name(of: entity), type: type(of: entity, phrase), entity: entity, isPronoun: true)
  }

  /// The words right before "who" or "which".
  private func antecedent(of token: Int) -> Answer? {
    let first = index.text.sentences[index.sentence(ofToken: token)].tokens.lowerBound
    var end = token
    while end > first, tokens[end - 1].mark == .comma || tokens[end - 1].mark == .dash { end -= 1 }
    guard end > first else { return nil }
    if tokens[end - 1].mark == .closeBracket {
      while end > first, tokens[end - 1].mark != .openBracket { end -= 1 }
      end = max(first, end - 1)
    }
    guard end > first else { return nil }
    if let mention = index.mention(ofToken: end - 1),
      let person = person(upTo: mention, before: token, from: first)
    {
      return answer(index.mentions[person].entity, SourcePhrase([], index: index))
    }
    if let mention = index.mention(ofToken: end - 1), end < token || !isInsidePhrase(end - 1, first)
    {
      return answer(index.mentions[mention].entity, SourcePhrase([], index: index))
    }
    let start = phraseStart(before: end, from: first)
    guard start < end else { return nil }
    if start > first, tokens[start - 1].mark == .comma,
      let mention = start >= 2 ? index.mention(ofToken: start - 2) : nil
    {
      return answer(index.mentions[mention].entity, SourcePhrase([], index: index))
    }
    let phrase = SourcePhrase(Array(start..<end), index: index)
    guard phrase.head != nil, !phrase.isPronoun else { return nil }
    var found = answer(for: phrase, enclosing: nil)
    found.isPronoun = true
    return found
  }

  /// "Ted Cruz of Texas, who": the person named shortly before, where the last name is a place.
  private func person(upTo mention: Int, before token: Int, from first: Int) -> Int? {
    guard tokens[token].word != .which, tokens[token].word != .that else { return nil }
    var place = mention
    while place >= 0, index.mentions[place].tokens.lowerBound >= first,
      token - index.mentions[place].tokens.upperBound <= 12
    {
      let kind = index.entities[index.mentions[place].entity].kind
      if kind == .person { return place }
      guard kind == .government || kind == .place || kind == .organization else { return nil }
      place -= 1
    }
    return nil
  }

  /// Whether a name only ends a longer phrase: "a teacher from Ohio who …".
  private func isInsidePhrase(_ token: Int, _ first: Int) -> Bool {
    var place = token
    while place > first, index.mention(ofToken: place - 1) == index.mention(ofToken: token) {
      place -= 1
    }
    guard place > first, let mention = index.mention(ofToken: token) else { return false }
    switch tokens[place - 1].word {
    case .of, .in, .from, .at, .to, .for, .with, .on:
      return index.entities[index.mentions[mention].entity].kind != .person
    default: return false
    }
  }

  private func phraseStart(before end: Int, from first: Int) -> Int {
    var start = end
    while start > first, end - start < 12 {
      let token = tokens[start - 1]
      guard token.mark == .none else { break }
      switch token.tag {
      case .vbd, .vbz, .vbp, .vb, .md, .wp, .wdt, .wrb, .to: return start
      default: break
      }
      switch token.word {
      case .the, .a, .an, .some, .many, .these, .those, .any:
        start -= 1
        if start > first, tokens[start - 1].word == .of || tokens[start - 1].word == .in {
          continue
        }
        return start
      case .and, .but, .that, .with, .by, .as, .said, .or, .when, .if, .is, .was, .are, .were,
        .been,
        .being, .be, .has, .have, .had:
        return start
      default: start -= 1
      }
    }
    return start
  }

  private func thing(at token: Int, _ phrase: SourcePhrase) -> Answer? {
    if let last, last.sentence >= index.sentence(ofToken: token) - 2, !last.isPlural {
      switch last.type {
      case .government, .organization, .newsMedia, .document, .dataOrStudy:
        return Answer(name: last.name, type: last.type, isPronoun: true)
      default: break
      }
    }
    let sentence = index.sentence(ofToken: token)
    for before in stride(from: sentence - 1, through: max(0, sentence - 2), by: -1) {
      if let subject = subject(
        of: before, before: token, where: { $0.containsAny(.anyBody.union(.anyText)) })
      {
        var found = answer(for: subject.phrase, enclosing: nil)
        found.isPronoun = true
        return found
      }
    }
    return NonPersonAntecedents(index: index)
      .readings(of: token, as: .thing, speakers: speakers).first.map { answer($0.entity, phrase) }
  }

  private func several(at token: Int, _ phrase: SourcePhrase) -> Answer? {
    if let last, last.sentence >= index.sentence(ofToken: token) - 3,
      last.isPlural || last.type == .organization || last.type == .government
    {
      return Answer(name: last.name, type: last.type, isPronoun: true)
    }
    return NonPersonAntecedents(index: index)
      .readings(of: token, as: .several, speakers: speakers).first.map { answer($0.entity, phrase) }
  }

  // MARK: Roles and bodies without a name

  private func entity(ofRole phrase: SourcePhrase, at head: Int) -> Int? {
    RoleHolders(index: index).entity(of: phrase, at: head, speakers: speakers)
  }

  /// So many people are compared, so that a hostile text stays cheap.
  private static let width = 200

  /// The fullest form that the article gives of a body: "the ministry" after "the foreign ministry".
  private func fullest(_ phrase: SourcePhrase, at head: Int, _ type: SourceType) -> String {
    let own = index.words(phrase.described)
    guard phrase.isDefinite, phrase.first == head, phrase.described.upperBound == head + 1,
      kinds[head].containsAny([.authority, .body, .media])
    else { return own }
    if let entity = index.bodiesByWord[tokens[head].hash, default: []]
      .prefix(Self.width).filter({ isBody($0, endingWith: tokens[head].hash) })
      .max(by: { index.entities[$0].mentions < index.entities[$1].mentions })
    {
      return index.name(of: entity)
    }
    var place = head - 1
    let limit = max(0, head - 1500)
    var best: Range<Int>?
    while place >= limit {
      if tokens[place].hash == tokens[head].hash {
        var start = place
        while start > 0, place - start < 4, isModifier(start - 1) { start -= 1 }
        if place + 1 - start > best?.count ?? 1 { best = start..<place + 1 }
      }
      place -= 1
    }
    return best.map { index.words($0) } ?? own
  }

  private func isBody(_ entity: Int, endingWith hash: UInt64) -> Bool {
    let known = index.entities[entity]
    guard known.name.count > 1, known.kind != .person,
      let last = known.name.last
    else { return false }
    return tokens[last].hash == hash
      || known.name.contains { tokens[$0].hash == hash }
        && known.kind != .unknown
  }

  /// A noun, a people or a word such as "foreign", which tell one body from another.
  private func isModifier(_ token: Int) -> Bool {
    guard tokens[token].mark == .none, tokens[token].word == .unlisted else { return false }
    switch tokens[token].tag {
    case .nn, .nnp: return true
    case .jj: return kinds[token].contains(.people) || Self.fields.contains(tokens[token].hash)
    default: return false
    }
  }

  private static let fields = WordHash.set(SourceWords.fieldsOfBodies)
}
