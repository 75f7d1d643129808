/// A part of an article that appeared at a moment of its own, as on a live page.
package struct Update: Hashable, Codable, Sendable {
  /// From its first block to its last.
  package let span: TextSpan
  /// When it appeared: what its "today" means.
  package let moment: PublicationDate

  package init(span: TextSpan, moment: PublicationDate) {
    self.span = span
    self.moment = moment
  }
}
