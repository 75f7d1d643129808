/// What a page says of its article in JSON-LD, by schema.org's names.
struct LinkedData {
  let headline: String?
  let published: String?
  let authors: [String]
  let publisher: String?
  let address: String?
  let language: String?

  /// The most scripts that are read, and the most bytes of one.
  private static let mostScripts = 20
  private static let longest = 1 << 20

  /// Reads all scripts of type `application/ld+json`; nil where none describes an article.
  init?(_ tree: HTMLTree) {
    var nodes: [JSONValue] = []
    for script in Self.scripts(tree) {
      if let value = JSONValue(script) { Self.collect(value, into: &nodes, depth: 0) }
    }
    guard let article = nodes.first(where: Self.isArticle) else { return nil }
    headline = article["headline"]?.text ?? article["name"]?.text
    published = article["datePublished"]?.text ?? article["dateCreated"]?.text
    let names = (article["author"] ?? article["creator"])?.elements ?? []
    authors = names.prefix(10).compactMap { Self.name($0, among: nodes) }
    publisher = article["publisher"].flatMap { Self.name($0, among: nodes) }
    address =
      article["url"]?.text ?? article["mainEntityOfPage"]?.text
      ?? article["mainEntityOfPage"]?["@id"]?.text
    language = article["inLanguage"]?.text
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
    (value["@type"]?.elements ?? []).contains { type in
      guard let name = type.text else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report"
        || name == "ClaimReview" || name == "Review"
    }
  }

  /// The name of a person or organisation, given as text, as an object, or by reference.
  private static func name(_ value: JSONValue, among nodes: [JSONValue]) -> String? {
    for element in value.elements {
      if let text = element.text { return text }
      if let name = element["name"]?.elements.first?.text { return name }
      if let id = element["@id"]?.text,
        let named = nodes.first(where: { $0["@id"]?.text == id && $0["name"] != nil })
      {
        return named["name"]?.text
      }
    }
    return nil
  }
}
