/// A parsed page: its elements and texts in document order, in flat arrays.
///
/// A node's descendants follow it, up to `end`, so that a subtree is a range and no walk recurses.
struct HTMLTree {
  struct Node {
    let tag: HTMLTag
    /// The index of the element that holds it; -1 for the first.
    let parent: Int32
    /// The index after its last descendant.
    var end: Int32
    /// The characters of a text node in `text`; empty for elements.
    let text: Range<Int32>
    /// Its attributes in `attributes`.
    let attributes: Range<Int32>
  }

  struct Attribute {
    let name: HTMLAttribute
    let value: [UInt8]
  }

  /// Whether what `noscript` holds is text of the page: where nothing else is.
  var showsNoScript = false
  var nodes: [Node] = []
  var text: [UInt8] = []
  var attributes: [Attribute] = []

  /// The value of an attribute; nil where the element has none.
  func value(_ name: HTMLAttribute, of node: Int) -> [UInt8]? {
    let range = nodes[node].attributes
    for index in range where attributes[Int(index)].name == name {
      return attributes[Int(index)].value
    }
    return nil
  }

  func parent(of node: Int) -> Int? {
    let parent = nodes[node].parent
    return parent < 0 ? nil : Int(parent)
  }

  /// The node and all that it holds.
  func subtree(_ node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  /// The characters under a node, white space as it was written.
  func characters(under node: Int) -> [UInt8] {
    var characters: [UInt8] = []
    for index in subtree(node) where nodes[index].tag == .text {
      let range = nodes[index].text
      characters += text[Int(range.lowerBound)..<Int(range.upperBound)]
    }
    return characters
  }
}

/// The elements that the reader tells apart.
enum HTMLTag: String, CaseIterable {
  case text = "#text"
  case other = "#other"
  case html, head, body, title, meta, link, base, script, style, noscript, template, svg, math
  case iframe, object, embed, canvas, video, audio, map, img, picture, source
  case main, article, section, nav, aside, header, footer, div, center, hgroup, address
  case p, br, hr, h1, h2, h3, h4, h5, h6, blockquote, q, pre, code, figure, figcaption
  case ul, ol, li, dl, dt, dd, menu
  case table, caption, thead, tbody, tfoot, tr, td, th
  case form, fieldset, input, button, select, option, textarea, label, details, summary, dialog
  case a, span, b, strong, i, em, time, small, sup, sub, cite, u, s, strike, font, mark, abbr, ins
  case del

  static let byName: [String: HTMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// Whether it starts and ends a paragraph of its own.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .main, .article, .section, .nav, .aside, .header, .footer, .div,
      .center, .hgroup, .address, .p, .hr, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .figure,
      .figcaption, .ul, .ol, .li, .dl, .dt, .dd, .menu, .table, .caption, .thead, .tbody, .tfoot,
      .tr, .td, .th, .form, .fieldset, .details, .summary, .dialog, .title, .option, .button,
      .select, .textarea:
      true
    default: false
    }
  }

  /// Whether what it holds is no text of the page.
  var isOpaque: Bool {
    switch self {
    case .head, .script, .style, .noscript, .template, .svg, .math, .iframe, .object, .embed,
      .canvas, .video, .audio, .map, .select, .textarea, .title:
      true
    default: false
    }
  }

  /// 1 for `h1`; nil for what is no heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

/// The attributes that the reader keeps.
enum HTMLAttribute: String, CaseIterable {
  case `class`, id, name, property, content, itemprop, itemtype, itemscope, rel, href, datetime,
    lang, type, charset
  case role, style, hidden, ariaHidden = "aria-hidden", ariaLabel = "aria-label", httpEquiv =
    "http-equiv"
  case dataTestID = "data-testid", dataComponent = "data-component", pubdate, title

  static let byName: [String: HTMLAttribute] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
