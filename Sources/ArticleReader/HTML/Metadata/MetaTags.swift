/// The `meta` and `link` elements of a page, and its microdata, by lower-case name.
struct MetaTags {
  private var values: [String: [String]] = [:]
  /// The authors of microdata, in the page's order.
  private(set) var microdataAuthors: [String] = []
  private(set) var canonicalAddress: String?
  private(set) var pageTitle: String?
  private(set) var pageLanguage: String?
  private var properties: [String: String] = [:]

  init(_ tree: HTMLTree) {
    for node in tree.nodes.indices {
      switch tree.nodes[node].tag {
      case .meta: readMeta(node, tree)
      case .link:
        if canonicalAddress == nil,
          tree.value(.rel, of: node)?.elementsEqual("canonical".utf8) == true
        {
          canonicalAddress = Self.text(tree.value(.href, of: node))
        }
      case .title:
        if pageTitle == nil { pageTitle = Self.line(tree.characters(under: node)) }
      case .html: pageLanguage = Self.text(tree.value(.lang, of: node))
      case .text: break
      default: readProperty(node, tree)
      }
    }
  }

  /// The first of the names that the page gives a value to, with the name.
  func first(_ names: [String]) -> (value: String, name: String)? {
    for name in names {
      if let value = values[name]?.first, !value.isEmpty { return (value, name) }
    }
    return nil
  }

  /// All values that the page gives a name, in its order.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The value of a microdata property outside `meta`.
  func property(_ name: String) -> String? { properties[name] }

  /// Authors of a paper stand in a `meta` each.
  private static let mostValues = 20

  private mutating func readMeta(_ node: Int, _ tree: HTMLTree) {
    guard let content = Self.text(tree.value(.content, of: node)) else { return }
    for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
      guard let name = Self.text(tree.value(attribute, of: node))?.lowercased() else { continue }
      if values[name, default: []].count < Self.mostValues {
        values[name, default: []].append(content)
      }
    }
  }

  private mutating func readProperty(_ node: Int, _ tree: HTMLTree) {
    guard let name = Self.text(tree.value(.itemprop, of: node)),
      ["author", "datePublished", "headline", "name"].contains(name),
      tree.subtree(node).count <= 60
    else { return }
    let isAuthor = name == "author" || name == "name" && Self.standsInAuthor(node, tree)
    if name == "name", !isAuthor { return }
    let value =
      Self.text(tree.value(.datetime, of: node)) ?? Self.text(tree.value(.content, of: node))
      ?? Self.line(tree.characters(under: node))
    guard !value.isEmpty, value.utf8.count <= 200 else { return }
    if isAuthor {
      // An author with a name inside is named by that.
      let holdsName = tree.subtree(node).dropFirst().contains {
        tree.value(.itemprop, of: $0)?.elementsEqual("name".utf8) == true
      }
      if !holdsName, microdataAuthors.count < Self.mostValues, !microdataAuthors.contains(value) {
        microdataAuthors.append(value)
      }
    } else if properties[name] == nil {
      properties[name] = value
    }
  }

  /// Whether a `name` belongs to an author and not to a publisher or picture.
  private static func standsInAuthor(_ node: Int, _ tree: HTMLTree) -> Bool {
    var current = node
    for _ in 0..<16 {
      guard let parent = tree.parent(of: current) else { return false }
      if let property = tree.value(.itemprop, of: parent) {
        return property.elementsEqual("author".utf8)
      }
      current = parent
    }
    return false
  }

  private static func text(_ value: [UInt8]?) -> String? {
    guard let value else { return nil }
    let line = line(value)
    return line.isEmpty ? nil : line
  }

  /// The characters with single spaces for white space and control characters.
  static func line(_ characters: [UInt8]) -> String {
    var line: [UInt8] = []
    var position = 0
    let bytes = characters[...]
    while position < bytes.count {
      let isControl = bytes[position] < 0x20 || bytes[position] == 0x7F
      if let width = isControl ? 1 : bytes.widthOfSpace(at: position) {
        if let last = line.last, last != 0x20 { line.append(0x20) }
        position += width
      } else {
        line.append(bytes[position])
        position += 1
      }
    }
    if line.last == 0x20 { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
