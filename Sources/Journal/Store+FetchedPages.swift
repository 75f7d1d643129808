package import ClaimModel

extension Store {
  /// Keeps an article with the page that it was read from.
  ///
  /// A page is kept when its address gives the article for the first time, or again after it gave
  /// another: what is kept is how the address changed, not how often it was asked for.
  ///
  package func add(_ article: Article, fetched page: FetchedPage) throws(JournalError) {
    try requireWritable()
    try connection.transaction { () throws(JournalError) in
      _ = try keep(article, origin: .own)
      let latest = try connection.first(
        "SELECT article FROM fetched WHERE asked = ? ORDER BY at DESC, id DESC LIMIT 1",
        [.text(page.asked)]
      ) { $0.text(0) }
      guard latest != article.id.rawValue else { return }
      try keep(page, of: article.id)
    }
  }

  /// Keeps a page inside a transaction, unless this very one is there.
  /// - Returns: Whether it was not.
  @discardableResult
  func keep(_ page: FetchedPage, of article: ArticleID) throws(JournalError) -> Bool {
    let hash = page.hash(article: article)
    let isThere = try connection.first(
      "SELECT 1 FROM fetched WHERE article = ? AND hash = ?",
      [.text(article.rawValue), .blob(hash)]
    ) { _ in true }
    guard isThere == nil else { return false }
    try connection.run(
      """
      INSERT INTO fetched(article, asked, final, at, content_type, sha256, hash, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(article.rawValue), .text(page.asked), .text(page.final),
        .integer(page.at.milliseconds), .text(orNull: page.contentType), .blob(page.digest),
        .blob(hash), .blob(page.bytes),
      ])
    return true
  }

  /// The pages that an article was read from, in the order they were fetched; none for one that came
  /// from a file.
  package func fetchedPages(of article: ArticleID) throws(JournalError) -> [FetchedPage] {
    try connection.all(
      "SELECT \(Self.pageColumns) FROM fetched WHERE article = ? ORDER BY at, id",
      [.text(article.rawValue)]
    ) { Self.page($0) }
  }

  /// The article that an address gave last, whether it was asked for or redirected to, and when that
  /// was fetched.
  package func latestArticle(from address: String) throws(JournalError) -> (
    article: Article, at: Timestamp
  )? {
    let found = try connection.first(
      "SELECT article, at FROM fetched WHERE asked = ?1 OR final = ?1 ORDER BY at DESC, id DESC LIMIT 1",
      [.text(address)]
    ) { (ArticleID(rawValue: $0.text(0)), Timestamp(milliseconds: Int64($0.integer(1)))) }
    guard let (id, at) = found else { return nil }
    return (try article(id).at(path: address), at)
  }

  static let pageColumns = "asked, final, at, content_type, bytes"

  /// Hands over every page with its article, and whether it is what it was hashed from.
  func forEachPage(
    _ body: (FetchedPage, ArticleID, _ isWhole: Bool) throws(JournalError) -> Void
  ) throws(JournalError) {
    try connection.forEach(
      "SELECT \(Self.pageColumns), article, sha256, hash FROM fetched ORDER BY at, id"
    ) { (row) throws(JournalError) in
      let page = Self.page(row)
      let article = ArticleID(rawValue: row.text(5))
      try body(
        page, article, page.digest == row.bytes(6) && page.hash(article: article) == row.bytes(7))
    }
  }

  static func page(_ row: borrowing Row) -> FetchedPage {
    FetchedPage(
      asked: row.text(0), final: row.text(1),
      at: Timestamp(milliseconds: Int64(row.integer(2))), contentType: row.optionalText(3),
      bytes: row.bytes(4))
  }
}
