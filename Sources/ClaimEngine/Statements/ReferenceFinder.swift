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
    if asked == .thing || asked == .several {
      found += phrases(before: token, isPlural: asked == .several)
    }
    return found.sorted { ($0.score, $0.place.lowerBound) > ($1.score, $1.place.lowerBound) }
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
    (index.entities[entity].takesArticle ? "the " : "") + index.name(of: entity)
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
  private func phrases(before token: Int, isPlural: Bool) -> [Reading] {
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
        guard index.mention(ofToken: head) == nil, (tokens[head].tag == .nns) == isPlural,
          place < end, isFinite(tokens[place]), !index.kinds[head].contains(.calendar)
        else { continue }
        let opens = phrase.lowerBound == sentence.tokens.lowerBound
        let score = (number == here ? 2.0 : 1.2) + (opens ? 1.3 : 0.6)
        found.append(Reading(words: wording(phrase), score: score, place: phrase))
      }
    }
    return found
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

  private func isFinite(_ token: Token) -> Bool {
    switch token.tag {
    case .vbd, .vbz, .vbp, .md: true
    default: false
    }
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
