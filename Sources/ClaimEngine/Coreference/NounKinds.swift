/// What a word says about the one it names or describes, whatever its context.
package struct NounKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Speaks for an office: "minister", "spokesman".
  package static let office = NounKinds(rawValue: 1 << 0)
  /// Stands before a name: "Mr.", "Sen.", "Dr.".
  package static let title = NounKinds(rawValue: 1 << 1)
  /// Heads a body, official or not: "director", "candidate".
  package static let leader = NounKinds(rawValue: 1 << 2)
  package static let person = NounKinds(rawValue: 1 << 3)
  package static let expert = NounKinds(rawValue: 1 << 4)
  package static let witness = NounKinds(rawValue: 1 << 5)
  /// A public authority: "ministry", "police".
  package static let authority = NounKinds(rawValue: 1 << 6)
  /// Any other body: "company", "party".
  package static let body = NounKinds(rawValue: 1 << 7)
  package static let media = NounKinds(rawValue: 1 << 8)
  package static let document = NounKinds(rawValue: 1 << 9)
  package static let study = NounKinds(rawValue: 1 << 10)
  package static let post = NounKinds(rawValue: 1 << 11)
  /// A group that nobody could ask: "critics".
  package static let crowd = NounKinds(rawValue: 1 << 12)
  /// "A source", "an insider".
  package static let source = NounKinds(rawValue: 1 << 13)
  /// "Anonymity", "unnamed".
  package static let anonymity = NounKinds(rawValue: 1 << 14)
  package static let male = NounKinds(rawValue: 1 << 15)
  package static let female = NounKinds(rawValue: 1 << 16)
  /// A given name.
  package static let givenName = NounKinds(rawValue: 1 << 17)
  package static let country = NounKinds(rawValue: 1 << 18)
  /// A capital or seat that stands for a government.
  package static let seat = NounKinds(rawValue: 1 << 19)
  /// A region or city.
  package static let place = NounKinds(rawValue: 1 << 20)
  /// Of a people, party or creed: "Chinese", "Republicans".
  package static let people = NounKinds(rawValue: 1 << 21)
  /// A month, weekday or feast.
  package static let calendar = NounKinds(rawValue: 1 << 22)
  package static let plural = NounKinds(rawValue: 1 << 23)
  /// Inside names, in lower case: "van", "bin".
  package static let particle = NounKinds(rawValue: 1 << 24)
  /// After names: "Jr.", "III".
  package static let suffix = NounKinds(rawValue: 1 << 25)
  /// "Former", "ex-": the office is no longer held.
  package static let past = NounKinds(rawValue: 1 << 26)

  /// An office that private bodies have too: "president", "secretary".
  package static let weakOffice = NounKinds(rawValue: 1 << 27)
  /// The office is one of a firm, party or club.
  package static let privateBody = NounKinds(rawValue: 1 << 28)

  /// Speaks for an office or body by calling: "press secretary".
  package static let speaksForOthers = NounKinds(rawValue: 1 << 30)

  /// Ends the names of firms, with a capital: "Line", "Mills", "Foods".
  package static let firm = NounKinds(rawValue: 1 << 29)

  /// Of somebody: an office, a calling, a relation.
  package static let role: NounKinds = [.office, .leader, .person, .expert, .witness]
  package static let anyPlace: NounKinds = [.country, .seat, .place]
  package static let anyBody: NounKinds = [.authority, .body, .media]
  package static let anyText: NounKinds = [.document, .study, .post]
  /// Any of the nouns that can head the words for a source.
  package static let anySource: NounKinds = [
    .office, .leader, .person, .expert, .witness, .authority, .body, .media, .document, .study,
    .post, .crowd, .source, .people,
  ]

  package func containsAny(_ other: NounKinds) -> Bool { !isDisjoint(with: other) }
}
