/// What is known of nouns and names, keyed by word hash; built once.
package struct NounLexicon: Sendable {
  private var words: [UInt64: NounKinds] = [:]
  /// Words that are names, and only with a capital.
  private var properNames: [UInt64: NounKinds] = [:]
  /// Names of several words, joined by single spaces.
  private var phrases: [UInt64: NounKinds] = [:]
  /// Other words for the same role, as one of them: "spokeswoman" to "spokesman".
  private var roles: [UInt64: UInt64] = [:]

  package static let english = NounLexicon()

  private init() {
    add(SourceWords.offices, .office, plurals: true)
    add(SourceWords.titles, .title)
    add(SourceWords.politicalTitles, .office)
    add(SourceWords.leaders, .leader, plurals: true)
    add(SourceWords.persons, .person, plurals: true)
    add(SourceWords.experts, .expert, plurals: true)
    add(SourceWords.witnesses, .witness, plurals: true)
    add(SourceWords.authorities, .authority, plurals: true)
    add(SourceWords.bodies, .body, plurals: true)
    add(SourceWords.media, .media, plurals: true)
    add(SourceWords.documents, .document, plurals: true)
    add(SourceWords.studies, .study, plurals: true)
    add(SourceWords.posts, .post, plurals: true)
    add(SourceWords.crowds, .crowd, plurals: true)
    for (list, kinds) in [
      (SourceWords.namedAuthorities, NounKinds.authority), (SourceWords.namedBodies, .body),
      (SourceWords.namedMedia, .media), (SourceWords.firmEndings, .firm),
    ] {
      for word in list.split(separator: " ") {
        properNames[WordHash(word).value, default: []].formUnion(kinds)
      }
    }
    add(SourceWords.weakOffices, .weakOffice, plurals: true)
    add(SourceWords.sources, .source, plurals: true)
    add(SourceWords.anonymityMarks, .anonymity)
    add(SourceWords.men, .male, plurals: true)
    add(SourceWords.women, .female, plurals: true)
    add(SourceWords.calendar, .calendar)
    add(SourceWords.irregularPlurals, .plural)
    add(SourceWords.pastMarks, .past)
    add(FirstNames.male, [.givenName, .male])
    add(FirstNames.female, [.givenName, .female])
    for word in FirstNames.either.split(separator: " ") {
      words[WordHash(word).value, default: []].insert(.givenName)
      words[WordHash(word).value]?.subtract([.male, .female])
    }
    add(FirstNames.particles, .particle)
    add(FirstNames.suffixes, .suffix)
    add(PlaceNames.countries, .country)
    add(PlaceNames.seats, .seat)
    add(PlaceNames.states, .place)
    add(PlaceNames.cities, .place)
    add(PlaceNames.peoples, .people, plurals: true)
    add(phrases: PlaceNames.longCountries, .country)
    add(phrases: PlaceNames.longStates, .place)
    add(phrases: SourceWords.longMedia, .media)
    add(phrases: SourceWords.longAuthorities, .authority)
    add(phrases: SourceWords.longBodies, .body)
    for group in SourceWords.sameRoles {
      let same = group.split(separator: " ")
      guard let first = same.first else { continue }
      for word in same { roles[WordHash(word).value] = WordHash(first).value }
    }
  }

  private mutating func add(_ list: String, _ kinds: NounKinds, plurals: Bool = false) {
    for word in list.split(separator: " ") {
      words[WordHash(word).value, default: []].formUnion(kinds)
      if plurals {
        words[WordHash(Self.plural(of: word)).value, default: []].formUnion(kinds.union(.plural))
      }
    }
  }

  private mutating func add(phrases list: [String], _ kinds: NounKinds) {
    for phrase in list { phrases[WordHash(phrase).value, default: []].formUnion(kinds) }
  }

  static func plural(of noun: some StringProtocol) -> String {
    if noun.hasSuffix("man") && noun != "woman" || noun == "woman" {
      return noun.dropLast(3) + "men"
    }
    if noun.hasSuffix("person") && noun.utf8.count > 6 { return noun.dropLast(6) + "people" }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    if noun.hasSuffix("sis") { return noun.dropLast(2) + "es" }
    for ending in ["s", "x", "ch", "sh"] where noun.hasSuffix(ending) { return noun + "es" }
    return noun + "s"
  }

  // MARK: Asking

  func kinds(of token: Token) -> NounKinds {
    guard token.mark == .none else { return [] }
    let common = words[token.hash] ?? []
    guard token.shape.contains(.capitalized) else {
      return common.subtracting([.givenName, .country, .seat, .place])
    }
    return common.union(properNames[token.hash] ?? [])
  }

  func kinds(ofPhrase hash: UInt64) -> NounKinds? { phrases[hash] }

  /// One key for all words of the same role.
  func role(_ hash: UInt64) -> UInt64 { roles[hash] ?? hash }
}
