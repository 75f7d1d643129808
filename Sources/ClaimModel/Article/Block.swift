/// A run of an article's text with a role; blocks do not overlap and stand in reading order.
package struct Block: Hashable, Codable, Sendable {
  package let role: Role
  package let span: TextSpan

  package init(role: Role, span: TextSpan) {
    self.role = role
    self.span = span
  }

  /// What a block is on the page.
  ///
  /// The raw values are those of every file that we write.
  package enum Role: String, CaseIterable, Codable, Sendable {
    case title, date, byline, breadcrumb, heading, body, list, quote, caption, table, code
    case boilerplate

    /// Whether claims are looked for in it.
    package var holdsClaims: Bool {
      switch self {
      case .body, .list, .quote: true
      case .title, .date, .byline, .breadcrumb, .heading, .caption, .table, .code, .boilerplate:
        false
      }
    }
  }
}
