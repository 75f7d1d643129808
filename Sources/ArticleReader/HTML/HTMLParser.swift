private import CXML2

/// HTML by libxml2, copied out of its tree at once; no pointer leaves this file.
///
/// It parses and walks, and asks libxml2 for nothing else: no network, no external entity, no XPath.
enum HTMLParser {
  /// The longest attribute value that is kept, in bytes.
  private static let longestValue = 8192

  /// Sets libxml2 up, once: two threads that are the first to parse would wait for each other for ever,
  /// as its own set-up is not safe (`xmlInitParser` in its reference).
  private static let setUp: Void = xmlInitParser()

  /// Parses a page.
  ///
  /// - Parameter bytes: Well-formed UTF-8; what the page says about its encoding is ignored.
  /// - Returns: The tree; empty where libxml2 finds none.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    setUp
    guard let context = htmlNewParserCtxt() else { return HTMLTree() }
    defer { htmlFreeParserCtxt(context) }
    let options =
      Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue)
      | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
      | Int32(HTML_PARSE_COMPACT.rawValue) | Int32(HTML_PARSE_IGNORE_ENC.rawValue)
    // Without this, libxml2 drops what lies deeper than 256 elements; its HTML options lack the name.
    context.pointee.options |= Int32(XML_PARSE_HUGE.rawValue)
    let document = bytes.withUnsafeBytes { buffer in
      htmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        "UTF-8", options | Int32(XML_PARSE_HUGE.rawValue))
    }
    guard let document else { return HTMLTree() }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return HTMLTree() }
    return copy(root, expectedText: bytes.count / 4)
  }

  /// A text with the references that stand in it resolved, as `&eacute;` and `&#39;`.
  ///
  /// Data that pages embed is often encoded once more than it should be.
  static func withoutEntities(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(longestReference).firstIndex(of: ";"),
        let scalar = scalar(rest[rest.index(after: start)..<end])
      else {
        result.append("&")
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static let longestReference = 12

  /// The character of a reference without its `&` and `;`.
  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    guard let entity = htmlEntityLookup(String(name)) else { return nil }
    return Unicode.Scalar(entity.pointee.value)
  }

  /// Walks in document order without recursion.
  private static func copy(_ root: xmlNodePtr, expectedText: Int) -> HTMLTree {
    var tree = HTMLTree()
    var names = NameCache()
    tree.text.reserveCapacity(expectedText)
    var open: [Int32] = []
    var node: xmlNodePtr? = root
    while let current = node {
      var descends = false
      switch current.pointee.type {
      case XML_ELEMENT_NODE:
        let index = Int32(tree.nodes.count)
        let first = Int32(tree.attributes.count)
        copyAttributes(of: current, into: &tree.attributes, &names)
        tree.nodes.append(
          HTMLTree.Node(
            tag: names.tag(current.pointee.name), parent: open.last ?? -1, end: index + 1,
            text: 0..<0,
            attributes: first..<Int32(tree.attributes.count)))
        if current.pointee.children != nil {
          open.append(index)
          descends = true
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ENTITY_REF_NODE:
        let start = Int32(tree.text.count)
        append(current.pointee.content, to: &tree.text)
        let index = Int32(tree.nodes.count)
        if start < tree.text.count {
          tree.nodes.append(
            HTMLTree.Node(
              tag: .text, parent: open.last ?? -1, end: index + 1,
              text: start..<Int32(tree.text.count), attributes: 0..<0))
        }
      default: break
      }
      if descends {
        node = current.pointee.children
        continue
      }
      var last = current
      while last != root, last.pointee.next == nil, let parent = last.pointee.parent {
        last = parent
        if let closed = open.popLast() { tree.nodes[Int(closed)].end = Int32(tree.nodes.count) }
        if last == root { break }
      }
      node = last == root ? nil : last.pointee.next
    }
    for index in open { tree.nodes[Int(index)].end = Int32(tree.nodes.count) }
    return tree
  }

  private static func copyAttributes(
    of node: xmlNodePtr, into attributes: inout [HTMLTree.Attribute], _ names: inout NameCache
  ) {
    var attribute = node.pointee.properties
    while let current = attribute {
      if let name = names.attribute(current.pointee.name) {
        var value: [UInt8] = []
        var child = current.pointee.children
        while let text = child, value.count < longestValue {
          append(text.pointee.content, to: &value)
          child = text.pointee.next
        }
        if value.count > longestValue { value.removeSubrange(longestValue...) }
        attributes.append(HTMLTree.Attribute(name: name, value: value))
      }
      attribute = current.pointee.next
    }
  }

  /// Appends a C string, with the control characters U+0080 to U+009F read as windows-1252, as browsers
  /// do for numeric references.
  private static func append(_ characters: UnsafePointer<xmlChar>?, to bytes: inout [UInt8]) {
    guard let characters else { return }
    let count = Int(xmlStrlen(characters))
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: characters, count: count))
    guard let first = bytes[start...].firstIndex(of: 0xC2) else { return }
    let rest = Array(bytes[first...])
    bytes.removeSubrange(first...)
    var index = 0
    while index < rest.count {
      if rest[index] == 0xC2, index + 1 < rest.count, (0x80...0x9F).contains(rest[index + 1]) {
        bytes.append(
          contentsOf: UTF8.encode(Windows1252.scalar(rest[index + 1]))
            ?? UTF8.encodedReplacementCharacter)
        index += 2
      } else {
        bytes.append(rest[index])
        index += 1
      }
    }
  }
}

/// Tags and attributes by the address of their name: libxml2 keeps each name of a page once.
private struct NameCache {
  private var tags: [UnsafePointer<xmlChar>: HTMLTag] = [:]
  private var attributes: [UnsafePointer<xmlChar>: HTMLAttribute?] = [:]

  mutating func tag(_ name: UnsafePointer<xmlChar>?) -> HTMLTag {
    guard let name else { return .other }
    if let known = tags[name] { return known }
    let tag = HTMLTag.byName[String(cString: name)] ?? .other
    tags[name] = tag
    return tag
  }

  mutating func attribute(_ name: UnsafePointer<xmlChar>?) -> HTMLAttribute? {
    guard let name else { return nil }
    if let known = attributes[name] { return known }
    let attribute = HTMLAttribute.byName[String(cString: name)]
    attributes[name] = .some(attribute)
    return attribute
  }
}
