import ClaimModel

// The table of names and pronouns as other programs read it.
extension Document {
  /// All that is named, numbered in the order of the engine's table.
  func entities() -> [Entity] {
    let index = NameIndex(self)
    return index.entities.indices.map { number in
      Entity(
        id: EntityID(rawValue: number + 1), name: index.name(of: number),
        kind: Entity.Kind(index.entities[number].kind))
    }
  }

  /// Third-person pronouns and short names in reading order, without the "it" of "it rains".
  func mentions() -> [Mention] {
    let index = NameIndex(self)
    let sources = pronounsOfSources(index)
    var mentions: [Mention] = []
    for token in tokens.indices {
      let span = span(of: token..<token + 1)
      if let number = index.mention(ofToken: token) {
        let mention = index.mentions[number]
        guard mention.tokens.lowerBound == token else { continue }
        if let short = shortName(mention, index) { mentions.append(short) }
        continue
      }
      switch tokens[token].word {
      case .he, .she, .him, .his, .her:
        mentions.append(person(token, span, meant: sources[token], index))
      case .it where Expletive.isExpletive(token, in: tokens): break
      case .it, .its, .they, .them, .their:
        mentions.append(thing(token, span, meant: sources[token]))
      default: break
      }
    }
    return mentions
  }

  // MARK: - Names

  /// A name that is shorter than the fullest form, or that several people bear.
  private func shortName(_ mention: NameMention, _ index: NameIndex) -> Mention? {
    let entity = index.entities[mention.entity]
    let others = index.namesakes(of: mention)
    guard
      entity.name.count > mention.tokens.count || entity.titleName != nil || !others.isEmpty
    else { return nil }
    let span = span(of: mention.tokens)
    func candidate(_ number: Int, _ confidence: Double) -> Mention.Candidate {
      Mention.Candidate(
        entity: EntityID(rawValue: number + 1), name: index.name(of: number),
        confidence: confidence)
    }
    guard !others.isEmpty else {
      return Mention(span: span, meant: candidate(mention.entity, 0.95), others: [])
    }
    // Namesakes: nobody can tell from the name alone.
    let all = [mention.entity] + others
    let share = (100 / Double(all.count)).rounded(.down) / 100
    return Mention(span: span, meant: nil, others: all.map { candidate($0, share) })
  }

  // MARK: - Pronouns

  /// What the pronouns that are sources were resolved to.
  private func pronounsOfSources(_ index: NameIndex) -> [Int: Mention.Candidate] {
    var entities: [String: Int] = [:]
    for entity in index.entities.indices.reversed() { entities[index.name(of: entity)] = entity }
    var found: [Int: Mention.Candidate] = [:]
    for case let source? in attributions.map(\.source) {
      let words = tokens(in: source.spans)
      guard let token = words.first, words.count == 1,
        source.name.lowercased() != string(of: tokens[token]).lowercased()
      else { continue }
      found[token] = Mention.Candidate(
        entity: entities[source.name].map { EntityID(rawValue: $0 + 1) }, name: source.name,
        confidence: 0.6)
    }
    return found
  }

  /// - Parameter meant: Whom the pronoun means as a source.
  private func person(
    _ token: Int, _ span: TextSpan, meant: Mention.Candidate?, _ index: NameIndex
  ) -> Mention {
    guard let resolution = coreference.people[token] else {
      return Mention(span: span, meant: meant, others: [])
    }
    var candidates = zip(resolution.readings, resolution.confidences).prefix(5).map {
      reading, confidence in
      switch reading.person {
      case .named(let entity):
        Mention.Candidate(
          entity: EntityID(rawValue: entity + 1), name: index.name(of: entity),
          confidence: confidence)
      case .described(let words):
        Mention.Candidate(entity: nil, name: index.words(words), confidence: confidence)
      }
    }
    if let meant {
      let own = candidates.first { $0.name == meant.name } ?? meant
      candidates.removeAll { $0.name == meant.name }
      return Mention(span: span, meant: own, others: candidates)
    }
    guard let best = candidates.first, best.confidence >= PersonPronouns.Resolution.leastConfidence
    else { return Mention(span: span, meant: nil, others: candidates) }
    return Mention(span: span, meant: best, others: Array(candidates.dropFirst()))
  }

  private func thing(_ token: Int, _ span: TextSpan, meant: Mention.Candidate?) -> Mention {
    if let meant { return Mention(span: span, meant: meant, others: []) }
    let readings = coreference.things[token] ?? []
    let candidates = readings.map { reading in
      Mention.Candidate(
        entity: reading.entity.map { EntityID(rawValue: $0 + 1) }, name: reading.words,
        confidence: readings.count == 1 ? 0.8 : 0.45)
    }
    return readings.count == 1
      ? Mention(span: span, meant: candidates.first, others: [])
      : Mention(span: span, meant: nil, others: candidates)
  }
}

extension Entity.Kind {
  init(_ kind: NameEntity.Kind) {
    self =
      switch kind {
      case .person: .person
      case .government: .government
      case .organization: .organization
      case .media: .media
      case .document: .document
      case .place: .place
      case .people: .people
      case .unknown: .unknown
      }
  }
}
