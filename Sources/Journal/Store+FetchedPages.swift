package import ClaimModel

extension Store {
  /// Keeps an article with the page that it was read from.
  ///
  /// A page is kept when its address gives the article for the first time, or again after it gave
  /// another: what is kept is how the address changed, not how often it was asked for.
  ///
  /// - Returns: The article as the store has it; see `add(_:)`.
  @discardableResult
  package func add(_ article: Article, fetched page: FetchedPage) throws(JournalError) -> Article {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in
      let stored = try keep(article)
      let latest = try connection.first(
        "SELECT article FROM fetched WHERE asked = ? ORDER BY id DESC LIMIT 1",
        [.text(page.asked)]
      ) { $0.text(0) }
      guard latest != article.id.rawValue else { return stored }
      try connection.run(
        """
        INSERT INTO fetched(article, asked, final, at, content_type, sha256, hash, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(article.id.rawValue), .text(page.asked), .text(page.final),
          .integer(page.at.milliseconds), .text(orNull: page.contentType), .blob(page.digest),
          .blob(page.hash(article: article.id)), .blob(page.bytes),
        ])
      return stored
    }
  }

  /// The pages that an article was read from, in the order they were fetched; none for one that came
  /// from a file.
  package func fetchedPages(of article: ArticleID) throws(JournalError) -> [FetchedPage] {
    try connection.all(
      "SELECT \(Self.pageColumns) FROM fetched WHERE article = ? ORDER BY id",
      [.text(article.rawValue)]
    ) { Self.page($0) }
  }

  /// The article that an address gave last, whether it was asked for or redirected to, and when that
  /// was fetched.
  package func latestArticle(from address: String) throws(JournalError) -> (
    article: Article, at: Timestamp
  )? {
    let found = try connection.first(
      "SELECT article, at FROM fetched WHERE asked = ?1 OR final = ?1 ORDER BY id DESC LIMIT 1",
      [.text(address)]
    ) { (ArticleID(rawValue: $0.text(0)), Timestamp(milliseconds: Int64($0.integer(1)))) }
    guard let (id, at) = found else { return nil }
    return (try article(id), at)
  }

  /// The pages that are not what they were when they were fetched; nil asks about all of them.
  func changedPages(of article: ArticleID? = nil) throws(JournalError) -> [Finding.Problem] {
    var problems: [Finding.Problem] = []
    try connection.forEach(
      "SELECT \(Self.pageColumns), article, sha256, hash FROM fetched "
        + (article == nil ? "" : "WHERE article = ? ") + "ORDER BY id",
      article.map { [.text($0.rawValue)] } ?? []
    ) { (row) throws(JournalError) in
      let page = Self.page(row)
      let hash = page.hash(article: ArticleID(rawValue: row.text(5)))
      if page.digest != row.bytes(6) || hash != row.bytes(7) {
        problems.append(.fetchedPageChanged(page.asked))
      }
    }
    return problems
  }

  private static let pageColumns = "asked, final, at, content_type, bytes"

  private static func page(_ row: borrowing Row) -> FetchedPage {
    FetchedPage(
      asked: row.text(0), final: row.text(1),
      at: Timestamp(milliseconds: Int64(row.integer(2))), contentType: row.optionalText(3),
      bytes: row.bytes(4))
  }
}
