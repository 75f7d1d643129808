package import ClaimModel

/// What came of reading one input.
package struct Reading: Hashable, Sendable {
  package let article: Article
  package let format: Format
  /// Sentences that the user should see, such as that the encoding had to be guessed; usually none.
  package let notices: [String]

  package init(article: Article, format: Format, notices: [String]) {
    self.article = article
    self.format = format
    self.notices = notices
  }
}
