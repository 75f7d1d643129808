/// Finds the person whom an article introduces with a role: "the spokesman" after "spokesman Kong Quan".
struct RoleHolders: Sendable {
  let index: NameIndex

  /// The bearer of the role that some words name; nil where they name none, or nobody holds it.
  func entity(of words: Range<Int>) -> Int? {
    let phrase = SourcePhrase(Array(words), index: index)
    guard let head = phrase.head, phrase.names.isEmpty, !phrase.isPronoun else { return nil }
    return entity(of: phrase, at: head, speakers: [])
  }

  /// - Parameters:
  ///   - phrase: A definite role in the singular; any other has no bearer.
  ///   - speakers: Those who spoke before, the last of whom is likelier.
  func entity(
    of phrase: SourcePhrase, at head: Int, speakers: [NonPersonAntecedents.Speaker]
  ) -> Int? {
    let kinds = index.kinds[head]
    if let party = Self.parties[index.text.tokens[head].hash], !kinds.containsAny(.role) {
      return phrase.isDefinite && !phrase.isPlural ? member(ofParty: party) : nil
    }
    guard phrase.isDefinite, !phrase.isPlural, kinds.containsAny(.role) else { return nil }
    let wanted = index.role(index.text.tokens[head].hash)
    let marks = marks(of: phrase.first..<end(of: phrase, head))
    let gender = NameEntity.Gender(kinds)
    var best: (entity: Int, rank: Int, fit: Int)?
    var loose = 0
    for number in index.entitiesOfRole[wanted, default: []].prefix(Self.width) {
      let entity = index.entities[number]
      guard gender.agrees(with: entity.gender) else { continue }
      let fits = entity.roles.filter { $0.head == wanted }.compactMap { fit($0, marks) }
      guard let fit = fits.max() else { continue }
      if fit == 1, !marks.fields.isEmpty { loose += 1 }
      var rank = 2 * min(entity.mentions, 20) + 40 * fit
      // "The director": one whom the text has told of already, where there is one.
      if entity.roles.contains(where: { $0.head == wanted && $0.words.lowerBound < head }) {
        rank += 60
      }
      if let spoke = speakers.lastIndex(where: { $0.entity == number }) {
        rank += max(0, 12 - 3 * (speakers.count - 1 - spoke))
      }
      if rank > best?.rank ?? .min { best = (number, rank, fit) }
    }
    // "The Tarn senator" where the article knows two senators and the land of neither.
    return loose > 1 && best?.fit ?? 0 == 1 ? nil : best?.entity
  }

  /// "The Republican": the only one introduced with the party.
  private func member(ofParty party: UInt64) -> Int? {
    let members = index.entities.indices.prefix(Self.width).filter { number in
      index.entities[number].kind == .person
        && index.entities[number].roles.contains { role in
          role.words.contains { Self.parties[index.text.tokens[$0].hash] == party }
        }
    }
    return members.count == 1 ? members[0] : nil
  }

  /// So many people are compared, so that a hostile text stays cheap.
  private static let width = 50

  /// The end of a phrase with "of State" after its head.
  private func end(of phrase: SourcePhrase, _ head: Int) -> Int {
    min(max(head + 1, phrase.described.upperBound), head + 5)
  }

  // MARK: Words that tell one holder from another

  /// What the words around the head of a role say about its holder.
  private struct Marks {
    /// Rank: "vice", "deputy"; the holders of other ranks are others.
    var ranks: Set<UInt64> = []
    /// Party, people, place and body.
    var fields: Set<UInt64> = []
    /// Those of the fields that are countries and peoples.
    var nations: Set<UInt64> = []
  }

  private func marks(of words: Range<Int>) -> Marks {
    var marks = Marks()
    for place in words {
      let token = index.text.tokens[place]
      guard token.mark == .none, !token.shape.contains(.clitic) else { continue }
      if Self.ranks.contains(token.hash) || index.kinds[place].contains(.past) {
        marks.ranks.insert(index.kinds[place].contains(.past) ? Self.former : token.hash)
      } else if index.kinds[place].containsAny(
        NounKinds.anyPlace.union(.anyBody).union(.people))
        || Self.parties[token.hash] != nil
        || token.shape.contains(.capitalized)
          && token.word == .unlisted && !index.kinds[place].containsAny(.role.union(.title))
      {
        marks.fields.insert(Self.parties[token.hash] ?? token.hash)
        if Self.parties[token.hash] == nil, index.kinds[place].containsAny([.country, .people]) {
          marks.nations.insert(token.hash)
        }
      }
    }
    return marks
  }

  /// How well a role fits the words of a phrase; nil where they speak of different holders.
  private func fit(_ role: NameEntity.Role, _ wanted: Marks) -> Int? {
    var words = role.words
    if words.lowerBound > 0, index.kinds[words.lowerBound - 1].contains(.past) {
      words = words.lowerBound - 1..<words.upperBound
    }
    let own = marks(of: words)
    // Who is called "the former minister" may have been introduced without "former", not the other way round.
    guard own.ranks.subtracting([Self.former]) == wanted.ranks.subtracting([Self.former]) else {
      return nil
    }
    if own.ranks.contains(Self.former), !wanted.ranks.contains(Self.former) { return nil }
    if wanted.fields.isEmpty { return own.fields.isEmpty ? 2 : 1 }
    if !own.fields.isDisjoint(with: wanted.fields) { return 3 }
    let parties = Set(Self.parties.values)
    let party = own.fields.intersection(parties)
    let wantedParty = wanted.fields.intersection(parties)
    if !party.isEmpty, !wantedParty.isEmpty { return nil }
    guard wanted.nations.isEmpty else { return nil }
    return own.fields.isEmpty || wanted.fields.subtracting(parties).isEmpty ? 1 : nil
  }

  private static let former = WordHash("former").value
  private static let ranks = Set(
    [
      "vice", "vice-presidential", "deputy", "assistant", "former", "prime", "interim", "acting",
      "first", "associate", "junior", "senior",
    ].map { WordHash($0).value })
  /// Other words for the same party, as one of them.
  private static let parties: [UInt64: UInt64] = {
    var parties: [UInt64: UInt64] = [:]
    for group in [
      "republican gop republicans", "democratic democrat democrats", "libertarian", "labour",
      "conservative tory", "green",
    ] {
      let words = group.split(separator: " ").map { WordHash($0).value }
      for word in words { parties[word] = words[0] }
    }
    return parties
  }()
}
