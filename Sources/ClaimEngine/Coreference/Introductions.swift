import ClaimModel

/// The people whom an article's title and headings name, for labels such as "FERRAND:" that nothing else explains.
package struct Introductions: Sendable {
  private let index: NameIndex

  init(_ article: Article) {
    var text = TextAnalyser().tokenizedText(of: article) { role in
      role == .title || role == .heading || role == .byline
    }
    Tagger().tag(&text)
    index = NameIndex(text, readingTitles: true)
  }

  /// The name and gender of the one person of a last name that title and headings give with a first name.
  func fullName(ofLastName hash: UInt64) -> (name: String, gender: NameEntity.Gender)? {
    let found = index.people(ofLastName: hash)
    guard let entity = found.first, found.count == 1,
      index.entities[entity].gender != .unknown, index.entities[entity].name.count <= 3
    else { return nil }
    return (index.name(of: entity), index.entities[entity].gender)
  }

  /// The name and type of the one person of a last name; nil where there is none, or more than one.
  func person(ofLastName hash: UInt64) -> (name: String, type: SourceType)? {
    let found = index.people(ofLastName: hash)
    guard let entity = found.first, found.count == 1 else { return nil }
    let typer = SourceTyper(index: index)
    return (
      index.name(of: entity), typer.type(of: entity, in: SourcePhrase([], index: index))
    )
  }
}
