/// Finds the body or people that "it" or "they" stands for, by number, place and who spoke last.
struct NonPersonAntecedents {
  let index: NameIndex

  /// One that spoke earlier.
  struct Speaker: Hashable, Sendable {
    let entity: Int
    let token: Int
    /// The index of its sentence.
    let sentence: Int
  }

  struct Reading: Hashable, Sendable {
    let entity: Int
    let score: Double
  }

  /// What may stand behind a pronoun.
  enum Asked: Hashable, Sendable {
    /// "It": a body, government or document.
    case thing
    /// "They": people or a body.
    case several
  }

  /// The number of sentences looked back.
  private static let reach = 7
  /// The number of mentions looked back, so that a hostile sentence stays cheap.
  private static let width = 60

  /// The people that a pronoun may mean, the likeliest first.
  ///
  /// - Parameters:
  ///   - token: The pronoun.
  ///   - speakers: Those who spoke before it, in reading order.
  func readings(of token: Int, as asked: Asked, speakers: [Speaker]) -> [Reading] {
    let here = index.sentence(ofToken: token)
    let recent = speakers.suffix(4)
    var scores: [Int: Double] = [:]
    func propose(_ entity: Int, _ score: Double) {
      scores[entity] = max(scores[entity] ?? -.infinity, score)
    }
    var place = index.firstMention(from: token) - 1
    let last = max(0, place - Self.width)
    while place >= last {
      let mention = index.mentions[place]
      let distance = here - mention.sentence
      if distance > Self.reach { break }
      place -= 1
      guard fits(mention.entity, asked) else { continue }
      propose(mention.entity, score(mention, from: token, distance: distance, asked))
    }
    for (turn, speaker) in recent.reversed().enumerated() {
      let distance = here - speaker.sentence
      guard distance <= Self.reach, speaker.token < token, fits(speaker.entity, asked)
      else {
        continue
      }
      propose(
        speaker.entity,
        bonus(speaker.entity, asked) + 3.8 - 0.6 * Double(distance)
          - 1.5 * Double(turn))
    }
    return scores.map { Reading(entity: $0.key, score: $0.value) }
      .sorted { ($0.score, $0.entity) > ($1.score, $1.entity) }
  }

  private func fits(_ entity: Int, _ asked: Asked) -> Bool {
    let known = index.entities[entity]
    switch asked {
    case .thing:
      return known.kind != .person && known.kind != .people
        && !(known.kind == .unknown && known.name.count > 1)
        && !(known.kind == .unknown && !known.roles.isEmpty)
    case .several:
      switch known.kind {
      case .people: return known.nameKinds.contains(.plural)
      case .organization, .government, .media: return true
      default: return false
      }
    }
  }

  private func bonus(_ entity: Int, _ asked: Asked) -> Double {
    let known = index.entities[entity]
    var bonus = 0.1 * Double(min(known.mentions, 8))
    if case .several = asked, known.kind == .people { bonus += 1 }
    return bonus
  }

  private func score(
    _ mention: NameMention, from token: Int, distance: Int, _ asked: Asked
  ) -> Double {
    var score = bonus(mention.entity, asked)
    switch distance {
    case 0: score += 2
    case 1: score += 1.2
    default: score += 1.2 - 0.5 * Double(distance - 1)
    }
    switch place(of: mention) {
    case .mainSubject: score += 1.3
    case .innerSubject: score += 0.5
    case .other: score -= 1
    }
    let next = mention.tokens.upperBound
    if next < index.text.tokens.count, index.text.tokens[next].shape.contains(.clitic) {
      score -= 0.7
    }
    if index.quoted[mention.tokens.lowerBound] != index.quoted[token] {
      score -= index.quoted[token] ? 0.5 : 2.5
    }
    return score
  }

  enum Place { case mainSubject, innerSubject, other }

  /// Where a name stands in its sentence: with nothing but a title, an adverbial or a quote before it,
  /// after a word that opens a clause, or elsewhere.
  func place(of mention: NameMention) -> Place {
    let tokens = index.text.tokens
    let sentence = index.text.sentences[mention.sentence]
    var before = mention.lead - 1
    while before >= sentence.tokens.lowerBound,
      tokens[before].word == .the || tokens[before].word == .a || tokens[before].tag == .jj
    {
      before -= 1
    }
    guard before >= sentence.tokens.lowerBound else { return .mainSubject }
    let token = tokens[before]
    if token.mark != .none { return .mainSubject }
    switch token.word {
    case .and, .but: return .mainSubject
    case .that, .when, .because, .while, .although, .if, .as, .said, .says, .after, .before:
      return .innerSubject
    default: return .other
    }
  }
}
