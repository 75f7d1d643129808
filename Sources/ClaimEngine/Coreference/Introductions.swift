import ClaimModel

/// The people whom an article's title and headings name, for labels such as "FERRAND:" that nothing else explains.
struct Introductions: Sendable {
  private struct Person: Sendable {
    let name: String
    let type: SourceType
    let gender: NameEntity.Gender
    /// Whether the name is a first and a last name, and little else.
    let isShort: Bool
  }

  /// By the last name, where only one person has it.
  private var people: [UInt64: Person] = [:]

  /// Nobody.
  init() {}

  /// - Parameter document: Only its bytes and blocks are read.
  init(of document: Document) {
    var text = TextAnalyser().document(document) { role in
      role == .title || role == .heading || role == .byline
    }
    Tagger().tag(&text)
    text.names = Names(of: text, introductions: Introductions(), readingTitles: true)
    let index = NameIndex(text)
    for (hash, entity) in index.onlyPeopleOfLastNames {
      people[hash] = Person(
        name: index.name(of: entity),
        type: SourceTyper(index: index).type(of: entity, in: SourcePhrase([], index: index)),
        gender: index.entities[entity].gender, isShort: index.entities[entity].name.count <= 3)
    }
  }

  /// The name and gender of the one person of a last name that title and headings give with a first name.
  func fullName(ofLastName hash: UInt64) -> (name: String, gender: NameEntity.Gender)? {
    guard let person = people[hash], person.gender != .unknown, person.isShort else { return nil }
    return (person.name, person.gender)
  }

  /// The name and type of the one person of a last name; nil where there is none, or more than one.
  func person(ofLastName hash: UInt64) -> (name: String, type: SourceType)? {
    people[hash].map { ($0.name, $0.type) }
  }
}
