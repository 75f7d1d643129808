import ClaimModel

/// Whom a pronoun of a claim stands for, in the words that its statement puts there.
extension StatementWriter {
  /// The changes that tell whom a pronoun means, and the name that they give.
  typealias Found = (edits: [StatementEdit], name: String)

  func pronoun(
    _ token: Int, in claim: [Int], _ speaker: Int?, isReported: Bool
  ) -> Found? {
    switch index.text.tokens[token].word {
    case .i, .my, .me: firstPerson(token, speaker, isReported: isReported)
    case .he, .she, .him, .his, .her: person(token, in: claim)
    case .it, .its, .they, .their: thing(token, in: claim)
    default: nil
    }
  }

  private func firstPerson(_ token: Int, _ speaker: Int?, isReported: Bool) -> Found? {
    guard index.quoted[token] || isReported, let speaker,
      index.entities[speaker].kind == .person || index.entities[speaker].kind == .unknown
    else { return nil }
    let isMine = index.text.tokens[token].word == .my
    let name = index.name(of: speaker)
    return (kept(token, isMine ? Self.possessive(name) : name), name)
  }

  private func person(_ token: Int, in claim: [Int]) -> Found? {
    guard let found = index.text.coreference.people[token], let best = found.open.first,
      !isGeneric(token)
    else {
      return nil
    }
    let inside = found.readings.prefix { $0.score > found.readings[0].score - Self.insideMargin }
    guard !inside.contains(where: { stands($0.person, in: claim, before: token) }) else {
      return nil
    }
    if found.isSure {
      guard !stands(best, in: claim, before: .max), let words = words(best) else { return nil }
      return (instead(token, isPossessive(token) ? Self.possessive(words) : words), words)
    }
    guard !found.open.contains(where: isOtherName) else { return nil }
    let names = found.open.prefix(3).compactMap(words)
    guard found.open.count == 2, names.count == 2, names[0] != names[1],
      found.readings[1].score >= Self.plausible
    else { return nil }
    let listed = (isPossessive(token) ? names.map(Self.possessive) : names)
      .joined(separator: " / ")
    return (kept(token, listed), listed)
  }

  /// How much likelier a reading outside the claim must be than one inside it.
  private static let insideMargin = 1.5
  /// A second reading that scores less is not worth a word.
  private static let plausible = 3.0

  /// "The Tarn businessman": likely another word for somebody whom the article names.
  private func isOtherName(_ person: PersonPronouns.Person) -> Bool {
    guard case .described(let words) = person else { return false }
    return SourceTyper.isKnown(index.text.tokens[words.upperBound - 1].hash)
  }

  private func words(_ person: PersonPronouns.Person) -> String? {
    switch person {
    case .named(let entity): return index.name(of: entity)
    case .described(let words):
      switch index.text.tokens[words.lowerBound].word {
      case .his, .her, .their, .its, .my, .our, .this, .that: return nil
      case .another: return "the other " + index.words(words.lowerBound + 1..<words.upperBound)
      default: return ThingPronouns.wording(words, index)
      }
    }
  }

  /// Whether a claim names somebody, or has the words that describe them, before a token.
  private func stands(_ person: PersonPronouns.Person, in claim: [Int], before token: Int) -> Bool {
    claim.contains { place in
      guard place < token else { return false }
      switch person {
      case .named(let entity):
        return index.mention(ofToken: place).map { index.mentions[$0].entity == entity } ?? false
      case .described(let words): return words.contains(place)
      }
    }
  }

  /// "His or her", "in he'll", and words of which only a few are quoted: what nobody is meant by, or what is
  /// mentioned more than used.
  private func isGeneric(_ token: Int) -> Bool {
    let tokens = index.text.tokens
    for step in [-1, 1] {
      let (middle, other) = (token + step, token + 2 * step)
      guard tokens.indices.contains(other),
        tokens[middle].word == .or || tokens[middle].mark == .slash,
        let gender = PersonPronouns.gender(tokens[other].word)
      else { continue }
      if gender != PersonPronouns.gender(tokens[token].word) { return true }
    }
    // "For her part, Adler": whom it means stands after it.
    if token > 0, token + 1 < tokens.count, tokens[token - 1].word == .for,
      tokens[token + 1].hash == Self.part
    {
      return true
    }
    if token > 0 {
      switch (tokens[token - 1].word, tokens[token].word) {
      case (.in, .he), (.of, .he), (.at, .he), (.in, .she), (.of, .she), (.at, .she): return true
      default: break
      }
    }
    return isMentioned(token)
  }

  private static let part = WordHash("part").value

  /// Whether it stands in quote marks with four words at most.
  func isMentioned(_ token: Int) -> Bool {
    guard index.quoted[token] else { return false }
    var first = token
    var last = token
    while first > 0, index.quoted[first - 1], token - first < 5 { first -= 1 }
    while last + 1 < index.quoted.count, index.quoted[last + 1], last - token < 5 { last += 1 }
    return last - first < 4
  }

  private func thing(_ token: Int, in claim: [Int]) -> Found? {
    let word = index.text.tokens[token].word
    guard !isMentioned(token) else { return nil }
    let readings = index.text.coreference.things[token] ?? []
    guard let best = readings.first,
      !readings.contains(where: { reading in
        claim.contains { reading.place.contains($0) && $0 < token }
      }), !names(best, claim)
    else { return nil }
    let isOwner = word == .its || word == .their
    let words = readings.map { isOwner ? Self.possessive($0.words) : $0.words }
    guard words.count > 1 else { return (instead(token, words[0]), best.words) }
    let listed = words.joined(separator: " / ")
    return (kept(token, listed), listed)
  }

  /// Whether the claim names the one that a reading means.
  private func names(_ reading: ThingPronouns.Reading, _ claim: [Int]) -> Bool {
    guard let mention = index.mention(ofToken: reading.place.upperBound - 1) else { return false }
    let entity = index.mentions[mention].entity
    return claim.contains { token in
      index.mention(ofToken: token).map { index.mentions[$0].entity == entity } ?? false
    }
  }

  func isPossessive(_ token: Int) -> Bool {
    switch index.text.tokens[token].word {
    case .his: return true
    case .her: return index.tree.relations[token] == .possessive
    default: return false
    }
  }
}
