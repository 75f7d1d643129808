package import ClaimModel

/// What came of reading one input.
package struct Reading: Hashable, Sendable {
  package let article: Article
  package let format: Format
  /// Sentences that the user should see, such as that the encoding had to be guessed; usually none.
  package let notices: [String]
  /// Where a web page said each field of the metadata; empty for other formats.
  ///
  /// The places are called `json-ld`, `h1`, `meta og:title`, `time`, `visible text` and the like, and
  /// `fetched` for what is known from fetching it, in every format.
  package let provenance: [Field: String]

  package init(
    article: Article, format: Format, notices: [String], provenance: [Field: String] = [:]
  ) {
    self.article = article
    self.format = format
    self.notices = notices
    self.provenance = provenance
  }

  static let fetchedPlace = "fetched"

  /// A field of an article's metadata that a page can state in several places.
  package enum Field: String, CaseIterable, Sendable {
    case title, published, byline, publisher, address, language
  }
}

extension Reading {
  /// The reading of an input that was fetched: without an address of its own, it has that one.
  func fetched(from address: String) -> Reading {
    guard article.metadata.address == nil else { return self }
    var metadata = article.metadata
    metadata.address = address
    var provenance = provenance
    provenance[.address] = Self.fetchedPlace
    return Reading(
      article: Article(
        id: article.id, text: article.text, blocks: article.blocks, metadata: metadata),
      format: format, notices: notices, provenance: provenance)
  }
}
