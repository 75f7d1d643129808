import ClaimModel

/// Finds what "it" and "they" mean, where only one thing can be meant; any doubt gives nothing.
struct ThingPronouns {
  let index: NameIndex

  /// How the words around a pronoun were said.
  struct Setting {
    /// The tokens of the innermost reported content; nil in the journalist's voice.
    var content: Range<Int>?
    var source: Attribution.Source?
  }

  /// Words that a pronoun may mean.
  struct Reading: Hashable, Sendable {
    let words: String
    let place: Range<Int>
    /// Nil where it is only described.
    var entity: Int?
  }

  private struct Candidate {
    let place: Range<Int>
    let entity: Int?
    let isSubject: Bool
    let isHere: Bool
  }

  /// The one reading, or the two that stand in the same sentence side by side; empty where it is not certain.
  ///
  /// - Parameter token: An "it", "its", "they" or "their".
  func readings(of token: Int, in setting: Setting) -> [Reading] {
    let isPlural: Bool
    switch index.text.tokens[token].word {
    case .it, .its: isPlural = false
    case .they, .their: isPlural = true
    default: return []
    }
    let candidates = candidates(before: token, plural: isPlural)
    if let content = setting.content, let source = setting.source, content.contains(token) {
      return reported(token, content, source, candidates, plural: isPlural)
    }
    if isPlural, namesSeveral(before: token) { return [] }
    if let one = candidates.first, candidates.count == 1 {
      return one.isSubject && index.quoted[one.place.lowerBound] == index.quoted[token]
        ? [reading(one)] : []
    }
    let here = candidates.filter(\.isHere)
    guard isPlural, here.count == 2, here.allSatisfy(\.isSubject), candidates.count == 2 else {
      return []
    }
    return here.reversed().map(reading).reversed()
  }

  /// "Norway said Chile signed but that its fleet …", "the United States said it would …".
  private func reported(
    _ token: Int, _ content: Range<Int>, _ source: Attribution.Source, _ candidates: [Candidate],
    plural: Bool
  ) -> [Reading] {
    guard !index.quoted[token] else { return [] }
    let sources = source.spans.compactMap { index.text.tokens(under: $0) }
    let inside = candidates.filter { content.contains($0.place.lowerBound) && $0.isHere }
    if let one = inside.first {
      guard inside.count == 1, one.isSubject, one.entity != nil || plural else { return [] }
      return [reading(one)]
    }
    guard let place = sources.first, place.upperBound <= token,
      index.sentence(ofToken: place.lowerBound) == index.sentence(ofToken: token)
    else { return [] }
    let others = candidates.filter { !place.overlaps($0.place) }
    guard !others.contains(where: { $0.isSubject || $0.isHere }),
      let own = reading(of: source, at: place, plural: plural)
    else { return [] }
    return [own]
  }

  /// A source that can speak of itself so: "the campaign said it would", "two men said they".
  private func reading(of source: Attribution.Source, at place: Range<Int>, plural: Bool)
    -> Reading?
  {
    let phrase = SourcePhrase(Array(place), index: index)
    guard let head = phrase.head else { return nil }
    if !plural {
      guard source.type == .government || source.type == .organization,
        !phrase.isPlural || phrase.names.count == 1
      else { return nil }
    } else {
      guard phrase.isPlural else { return nil }
    }
    if phrase.isPronoun {
      guard source.type == .government || source.type == .organization else { return nil }
      let isName = source.name.unicodeScalars.first?.properties.isUppercase ?? false
      return isName ? nil : Reading(words: "the " + source.name, place: place)
    }
    guard index.text.tokens[head].mark == .none else { return nil }
    return Reading(
      words: Self.wording(place, index), place: place,
      entity: index.mention(ofToken: head).map { index.mentions[$0].entity })
  }

  private func reading(_ candidate: Candidate) -> Reading {
    if let entity = candidate.entity, index.entities[entity].name.count > 1 {
      let known = index.entities[entity]
      return Reading(
        words: (known.takesArticle && known.kind != .person ? "the " : "") + index.name(of: entity),
        place: candidate.place, entity: entity)
    }
    return Reading(
      words: Self.wording(candidate.place, index), place: candidate.place, entity: candidate.entity)
  }

  /// Whether "Perle and Adler", or "he and Adler", stand before a "they" that may mean them.
  private func namesSeveral(before token: Int) -> Bool {
    let tokens = index.text.tokens
    let here = index.sentence(ofToken: token)
    let first = max(index.text.sentences[max(0, here - 1)].tokens.lowerBound, token - 120)
    guard token > first + 2 else { return false }
    return (first + 1..<token - 1).contains { place in
      tokens[place].word == .and && isSomebody(place - 1) && isSomebody(place + 1)
    }
  }

  private func isSomebody(_ token: Int) -> Bool {
    if PersonPronouns.gender(index.text.tokens[token].word) != nil { return true }
    var token = token
    if index.kinds[token].contains(.title), token + 1 < index.text.tokens.count { token += 1 }
    return index.mention(ofToken: token).map {
      index.entities[index.mentions[$0].entity].kind == .person
    } ?? false
  }

  // MARK: Candidates

  /// All that a pronoun could mean in its sentence before it and in the sentence before.
  private func candidates(before token: Int, plural: Bool) -> [Candidate] {
    let tokens = index.text.tokens
    let here = index.sentence(ofToken: token)
    var found: [Candidate] = []
    for number in max(0, here - 1)...here {
      let sentence = index.text.sentences[number].tokens
      let end = min(token, sentence.upperBound)
      var place = max(sentence.lowerBound, end - 80)
      while place < end {
        guard var phrase = phrase(from: place, end: end) else {
          place += 1
          continue
        }
        place = phrase.upperBound
        // "The Adler campaign's chief": what owns is part of the phrase.
        while place + 1 < end, tokens[place].tag == .pos || tokens[place].mark == .closeSingle,
          let owned = self.phrase(from: place + 1, end: end)
        {
          phrase = phrase.lowerBound..<owned.upperBound
          place = phrase.upperBound
        }
        let head = phrase.upperBound - 1
        let entity = index.mention(ofToken: head).map { index.mentions[$0].entity }
        guard fits(head, entity, plural: plural) else { continue }
        if found.contains(where: { $0.entity != nil && $0.entity == entity }) { continue }
        guard index.quoted[head] == index.quoted[token] || number == here else { continue }
        found.append(
          Candidate(
            place: phrase, entity: entity, isSubject: isSubject(phrase), isHere: number == here))
      }
    }
    return found
  }

  private func isSubject(_ phrase: Range<Int>) -> Bool {
    let next = phrase.upperBound
    guard next < index.text.tokens.count else { return false }
    return index.text.tokens[next].tag.isVerb && index.text.tokens[next].tag != .vbg
  }

  /// Whether a phrase with this head can be what a pronoun asks for.
  private func fits(_ head: Int, _ entity: Int?, plural: Bool) -> Bool {
    let token = index.text.tokens[head]
    let kinds = index.kinds[head]
    if token.hash == Self.percent || token.hash == Self.people { return false }
    if kinds.contains(.calendar) || token.classes.contains(.timeNoun)
      || token.classes.contains(.timeName)
    {
      return false
    }
    if let entity {
      let known = index.entities[entity]
      if plural { return known.kind == .people && known.nameKinds.contains(.plural) }
      switch known.kind {
      case .person, .people: return false
      case .unknown: return known.name.count == 1
      default: return true
      }
    }
    if plural { return token.tag == .nns || token.tag == .nnps }
    return (token.tag == .nn || token.tag == .nnp)
      && !kinds.containsAny([.office, .leader, .person, .expert, .witness])
  }

  private static let percent = WordHash("percent").value
  /// Too many are people.
  private static let people = WordHash("people").value

  /// A determiner, adjectives and nouns that begin at a token.
  private func phrase(from start: Int, end: Int) -> Range<Int>? {
    let tokens = index.text.tokens
    var place = start
    var head: Int?
    while place < end, place - start < 8 {
      let token = tokens[place]
      if token.word == .that || token.word == .this { break }
      switch token.tag {
      case .dt, .prpPossessive: if place > start { return head.map { start..<$0 + 1 } }
      case .jj, .jjr, .jjs, .cd, .vbn: if head != nil { return head.map { start..<$0 + 1 } }
      case .nn, .nns, .nnp, .nnps:
        head = place
      default: return head.map { start..<$0 + 1 }
      }
      place += 1
    }
    return head.map { start..<$0 + 1 }
  }

  /// The words of a phrase with "the" for "a", as they stand inside a sentence.
  static func wording(_ phrase: Range<Int>, _ index: NameIndex) -> String {
    let first = index.text.tokens[phrase.lowerBound]
    let rest = index.words(phrase.lowerBound + 1..<phrase.upperBound)
    switch first.word {
    case .a, .an, .the: return "the " + rest
    case .unlisted: break
    default:
      return first.shape.contains(.capitalized)
        ? first.word.rawValue + " " + rest : index.words(phrase)
    }
    guard first.shape.contains(.capitalized), index.mention(ofToken: phrase.lowerBound) == nil,
      !first.tag.isName, !first.shape.contains(.allCapitals)
    else { return index.words(phrase) }
    let words = index.words(phrase)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
