import ClaimModel

/// Finds what a pronoun of a claim stands for: a name of the article or a noun phrase near by.
struct ReferenceFinder {
  let index: NameIndex
  let speakers: [PronounResolver.Speaker]

  /// The words that may stand for a pronoun, the likeliest first.
  struct Reading: Hashable, Sendable {
    let words: String
    let score: Double
    /// Where they were read, in tokens; for a name its bearer's last mention before the pronoun.
    let place: Range<Int>
  }

  /// How the content around a pronoun was said.
  struct Setting {
    /// The tokens of the innermost reported content; nil in the journalist's voice.
    var content: Range<Int>?
    /// The bearer of its source.
    var speaker: Int?
    var source: Attribution.Source?
  }

  func readings(of token: Int, in setting: Setting) -> [Reading] {
    guard let asked = Self.asked(index.text.tokens[token].word) else { return [] }
    let isQuoted = index.quoted[token]
    var found: [Reading] = []
    let resolver = PronounResolver(index: index)
    let bearers = resolver.readings(
      of: token, as: asked, speakers: isQuoted ? [] : speakersBefore(token),
      excluding: isQuoted ? setting.speaker : nil, within: setting.content)
    for bearer in bearers.prefix(4) {
      guard let place = lastMention(of: bearer.entity, before: token) else { continue }
      found.append(Reading(words: name(of: bearer.entity), score: bearer.score, place: place))
    }
    if !isQuoted, setting.speaker == nil, let source = setting.source,
      let reading = reading(of: source, as: asked, before: token)
    {
      found.append(reading)
    }
    found += phrases(before: token, as: asked)
    return found.filter { $0.score >= Self.floor }.sorted {
      ($0.score, $0.place.lowerBound) > ($1.score, $1.place.lowerBound)
    }
  }

  /// A reading that scores less is a mere guess.
  private static let floor = 2.4

  /// A source without a name: "the campaign said it would", "two men said they".
  private func reading(
    of source: Attribution.Source, as asked: PronounResolver.Asked, before token: Int
  ) -> Reading? {
    guard let place = source.spans.first.flatMap({ index.text.tokens(under: $0) }),
      place.upperBound <= token
    else { return nil }
    let phrase = SourcePhrase(Array(place), index: index)
    guard let head = phrase.head else { return nil }
    if phrase.isPronoun {
      guard asked == .thing || asked == .several, source.type != .unknown else { return nil }
      return Reading(words: "the " + source.name, score: 4.6, place: place)
    }
    let isPlural =
      index.kinds[head].contains(.plural) || index.text.tokens[head].tag == .nns
    let fits =
      switch (source.type, asked) {
      case (.officialRole, .person), (.expert, .person), (.witness, .person), (.anonymous, .person):
        !isPlural
      case (.government, .thing), (.organization, .thing), (.newsMedia, .thing),
        (.document, .thing),
        (.dataOrStudy, .thing):
        !isPlural
      case (_, .several): isPlural || source.type == .government || source.type == .organization
      default: false
      }
    guard fits else { return nil }
    let first = index.text.tokens[place.lowerBound]
    let words = index.words(place)
    let isNamed = index.mention(ofToken: place.lowerBound) != nil
    switch first.word {
    case .a, .an, .the:
      return Reading(
        words: "the " + index.words(place.lowerBound + 1..<place.upperBound), score: 4.6,
        place: place)
    default:
      let small = words.prefix(1).lowercased() + words.dropFirst()
      return Reading(words: isNamed ? words : small, score: 4.6, place: place)
    }
  }

  static func asked(_ word: Word) -> PronounResolver.Asked? {
    switch word {
    case .he, .him, .his: .person(.male)
    case .she, .her: .person(.female)
    case .it, .its: .thing
    case .they, .them, .their: .several
    default: nil
    }
  }

  private func speakersBefore(_ token: Int) -> [PronounResolver.Speaker] {
    var low = 0
    var high = speakers.count
    while low < high {
      let middle = (low + high) / 2
      if speakers[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return Array(speakers[max(0, low - 4)..<low])
  }

  /// A bearer's fullest name, with "the" where the article writes it so.
  func name(of entity: Int) -> String {
    (index.entities[entity].takesArticle && index.entities[entity].kind != .person ? "the " : "")
      + index.name(of: entity)
  }

  private func lastMention(of entity: Int, before token: Int) -> Range<Int>? {
    var place = index.firstMention(from: token) - 1
    let limit = max(0, place - 100)
    while place >= limit {
      if index.mentions[place].entity == entity { return index.mentions[place].tokens }
      place -= 1
    }
    return nil
  }

  // MARK: Noun phrases

  /// The noun phrases of the right number that open a clause in this sentence or the one before.
  private func phrases(before token: Int, as asked: PronounResolver.Asked) -> [Reading] {
    let tokens = index.text.tokens
    let here = index.sentence(ofToken: token)
    var found: [Reading] = []
    for number in max(0, here - 1)...here {
      let sentence = index.text.sentences[number]
      let end = min(token, sentence.tokens.upperBound)
      var place = max(sentence.tokens.lowerBound, end - 60)
      while place < end {
        guard let phrase = phrase(from: place, end: end) else {
          place += 1
          continue
        }
        let head = phrase.upperBound - 1
        place = phrase.upperBound
        guard index.mention(ofToken: head) == nil, fits(head, asked),
          place < end, tokens[place].tag.hasTense, !index.kinds[head].contains(.calendar)
        else { continue }
        let opens = phrase.lowerBound == sentence.tokens.lowerBound
        var score = (number == here ? 2.0 : 1.2) + (opens ? 1.3 : 0.6)
        // A role that opens a sentence is somebody known under it.
        if case .person = asked { score += 1.3 }
        found.append(Reading(words: wording(phrase), score: score, place: phrase))
      }
    }
    return found
  }

  /// Whether a phrase with this head noun can be what a pronoun asks for.
  private func fits(_ head: Int, _ asked: PronounResolver.Asked) -> Bool {
    let isPlural = index.text.tokens[head].tag == .nns
    let kinds = index.kinds[head]
    switch asked {
    case .several: return isPlural
    case .thing: return !isPlural && !kinds.containsAny([.office, .leader, .person])
    case .person(let gender):
      return !isPlural && kinds.containsAny([.office, .leader, .person, .expert, .witness])
        && gender.agrees(with: NameEntity.Gender(kinds))
    }
  }

  /// A determiner, adjectives and nouns that begin at a token.
  private func phrase(from start: Int, end: Int) -> Range<Int>? {
    let tokens = index.text.tokens
    var place = start
    var head: Int?
    while place < end, place - start < 8 {
      let token = tokens[place]
      switch token.tag {
      case .dt, .prpPossessive: if place > start { return head.map { start..<$0 + 1 } }
      case .jj, .jjr, .jjs, .cd, .vbn: if head != nil { return head.map { start..<$0 + 1 } }
      case .nn, .nns, .nnp, .nnps: head = place
      default: return head.map { start..<$0 + 1 }
      }
      if token.word == .that || token.word == .this { return nil }
      place += 1
    }
    return head.map { start..<$0 + 1 }
  }

  /// The words of a phrase with "the" for "a".
  private func wording(_ phrase: Range<Int>) -> String {
    let first = index.text.tokens[phrase.lowerBound]
    switch first.word {
    case .a, .an, .the: return "the " + index.words(phrase.lowerBound + 1..<phrase.upperBound)
    case .some, .many, .these, .those, .his, .her, .its, .their, .our, .my:
      return first.shape.contains(.capitalized)
        ? first.word.rawValue + " " + index.words(phrase.lowerBound + 1..<phrase.upperBound)
        : index.words(phrase)
    default: return index.words(phrase)
    }
  }
}
