package import ClaimModel

/// What came of reading one input.
package struct Reading: Hashable, Sendable {
  package let article: Article
  package let format: Format
  /// Sentences that the user should see, such as that the encoding had to be guessed; usually none.
  package let notices: [String]
  /// Where a page or document said each field of the metadata; empty for plain text and Markdown.
  ///
  /// The places are called `json-ld`, `h1`, `meta og:title`, `time`, `visible text`, `type` (the largest
  /// print), `pdf Title`, `mail From` and the like.
  package let provenance: [Field: String]

  package init(
    article: Article, format: Format, notices: [String], provenance: [Field: String] = [:]
  ) {
    self.article = article
    self.format = format
    self.notices = notices
    self.provenance = provenance
  }

  /// A field of an article's metadata that a page can state in several places.
  package enum Field: String, CaseIterable, Sendable {
    case title, published, byline, publisher, address, language
  }
}
