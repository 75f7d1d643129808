/// What a page says of its article in JSON-LD, by schema.org's names.
struct LinkedData {
  let headline: String?
  let published: String?
  let modified: String?
  /// When the page appeared, where no article on it says so.
  let pagePublished: String?
  /// The authors that are persons, or may be.
  private(set) var people: [String] = []
  /// The authors that are said to be organisations.
  private(set) var organisations: [String] = []
  let publisher: String?
  let address: String?
  let language: String?
  /// The updates of a live page.
  private(set) var updates: [Update] = []

  /// One update of a live page: what it is headed, how its text starts, and when it appeared.
  struct Update {
    let headline: String?
    let start: String?
    let published: String
  }

  private static let mostUpdates = 2000

  /// The most scripts that are read, the most bytes of one, and the most authors of an article.
  private static let mostScripts = 20
  private static let longest = 1 << 20
  private static let mostAuthors = 12

  /// Reads all scripts of type `application/ld+json`; nil where none describes an article or its page.
  init?(_ tree: HTMLTree) {
    var nodes: [JSONValue] = []
    for script in Self.scripts(tree) {
      if let value = JSONValue(script) { Self.collect(value, into: &nodes, depth: 0) }
    }
    let article = nodes.first(where: Self.isArticle)
    let page = nodes.first {
      Self.types($0).contains { $0.hasSuffix("WebPage") || $0 == "ItemPage" }
    }
    guard article != nil || page != nil else { return nil }
    headline = (article?["headline"]?.text ?? article?["name"]?.text).map(
      HTMLParser.withoutEntities)
    published = article?["datePublished"]?.text ?? article?["dateCreated"]?.text
    modified = article?["dateModified"]?.text ?? page?["dateModified"]?.text
    pagePublished = page?["datePublished"]?.text ?? page?["dateCreated"]?.text
    publisher = article?["publisher"].flatMap { Self.names($0, among: nodes).first }
    address =
      article?["url"]?.text ?? article?["mainEntityOfPage"]?.text
      ?? article?["mainEntityOfPage"]?["@id"]?.text
    language = article?["inLanguage"]?.text ?? page?["inLanguage"]?.text
    for update in (article?["liveBlogUpdate"]?.elements ?? []).prefix(Self.mostUpdates) {
      guard let published = update["datePublished"]?.text else { continue }
      updates.append(
        Update(
          headline: update["headline"]?.text.map(HTMLParser.withoutEntities),
          start: update["articleBody"]?.text.map {
            HTMLParser.withoutEntities(String($0.prefix(400)))
          },
          published: published))
    }
    let authors =
      (article?["author"] ?? article?["creator"] ?? page?["author"])?.elements ?? []
    for author in authors.prefix(Self.mostAuthors) {
      let names = Self.names(author, among: nodes)
      if Self.types(Self.resolved(author, among: nodes)).contains(where: {
        $0.hasSuffix("Organization")
      }) {
        organisations += names
      } else {
        people += names
      }
    }
  }

  private static func scripts(_ tree: HTMLTree) -> [[UInt8]] {
    tree.nodes.indices.lazy
      .filter { node in
        tree.nodes[node].tag == .script
          && (tree.value(.type, of: node)?[...].contains("ld+json") ?? false)
      }
      .prefix(mostScripts).map { tree.characters(under: $0) }.filter { $0.count <= longest }
  }

  /// All objects of a value that stand at its top, in arrays or in `@graph`.
  private static func collect(_ value: JSONValue, into nodes: inout [JSONValue], depth: Int) {
    guard depth < 8 else { return }
    for element in value.elements {
      guard case .object = element else { continue }
      nodes.append(element)
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = element[key] { collect(inner, into: &nodes, depth: depth + 1) }
      }
    }
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    types(value).contains { name in
      name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
        || name == "ClaimReview" || name == "Review" || name == "Recipe"
    }
  }

  private static func types(_ value: JSONValue) -> [String] {
    (value["@type"]?.elements ?? []).compactMap(\.text)
  }

  /// The object that a reference by `@id` stands for.
  private static func resolved(_ value: JSONValue, among nodes: [JSONValue]) -> JSONValue {
    guard value["name"] == nil, let id = value["@id"]?.text else { return value }
    return nodes.first {
      $0["@id"]?.text == id && ($0["name"] != nil || $0["familyName"] != nil)
    } ?? value
  }

  /// The names of a person or organisation, given as text, as an object, or by reference; a name may be a
  /// list, or in two parts.
  private static func names(_ value: JSONValue, among nodes: [JSONValue]) -> [String] {
    value.elements.flatMap { element -> [String] in
      if let text = element.text { return [text] }
      let object = resolved(element, among: nodes)
      let names = object["name"]?.elements.compactMap(\.text).filter { !$0.isEmpty } ?? []
      if !names.isEmpty { return names }
      let parts = ["givenName", "additionalName", "familyName"].compactMap { object[$0]?.text }
      return parts.isEmpty ? [] : [parts.joined(separator: " ")]
    }.map(HTMLParser.withoutEntities).filter { !$0.hasPrefix("http") }
  }
}
