import ClaimModel

/// The publication date that the user knows, where the article's file does not say it.
extension CommandOption {
  static let published = CommandOption(
    "--published", "DATE",
    "when the article was published, as 2026-03-01, whatever its file says")
}

extension Invocation {
  /// The date that was given.
  ///
  /// - Throws: `UsageError` where it is none.
  func published() throws -> PublicationDate? {
    guard let text = option(CommandOption.published.name) else { return nil }
    guard let date = PublicationDate(text) else { throw UsageError.notADate(text) }
    return date
  }
}

extension Article {
  /// The article with what its sender knows of it; what is nil stays as it was read.
  func with(title: String? = nil, published: PublicationDate?) -> Article {
    guard title != nil || published != nil else { return self }
    var metadata = metadata
    metadata.title = title ?? metadata.title
    metadata.published = published ?? metadata.published
    return Article(id: id, text: text, blocks: blocks, metadata: metadata)
  }
}
