import ClaimModel
private import Fingerprint

extension Store {
  /// The fetched pages that are there, and what is wrong with them.
  struct CheckedPages {
    /// The numbers of their rows.
    var rows: [Int] = []
    /// Computed from what the rows say.
    var hashes: [[UInt8]] = []
    var problems: [Finding.Problem] = []
    var remarks: [Remark] = []
  }

  /// Checks the pages of an article; nil asks about all of them.
  ///
  /// - Parameter reads: What a page says, as the reader of this program has it now; nil where it cannot be
  ///   read, or nobody reads it.
  func checkedPages(
    of article: ArticleID? = nil, reads: (FetchedPage) -> String? = { _ in nil }
  ) throws(JournalError) -> CheckedPages {
    var checked = CheckedPages()
    try connection.forEach(
      "SELECT \(Self.pageColumns), article, sha256, hash, id FROM fetched "
        + (article == nil ? "" : "WHERE article = ? ") + "ORDER BY id",
      article.map { [.text($0.rawValue)] } ?? []
    ) { (row) throws(JournalError) in
      let page = Self.page(row)
      let hash = page.hash(article: ArticleID(rawValue: row.text(5)))
      if page.digest != row.bytes(6) || hash != row.bytes(7) {
        checked.problems.append(.fetchedPageChanged(page.asked))
      } else if let text = reads(page) {
        try compare(text, of: page, with: ArticleID(rawValue: row.text(5)), into: &checked)
      }
      checked.hashes.append(hash)
      checked.rows.append(row.integer(8))
    }
    return checked
  }

  /// Compares what a page says now with the article that it was read as.
  private func compare(
    _ text: String, of page: FetchedPage, with article: ArticleID, into checked: inout CheckedPages
  ) throws(JournalError) {
    guard ArticleID(of: text) != article else { return }
    let kept = try connection.first(
      "SELECT text FROM article WHERE id = ?", [.text(article.rawValue)]
    ) { $0.text(0) }
    guard let kept else { return }
    // A newer reader may cut a page otherwise, and of a few words nothing can be told; but the greater
    // part of an article stays what it was.
    if kept.utf8.count > 200, TextResemblance(kept).share(with: TextResemblance(text)) < 0.5 {
      checked.problems.append(.fetchedPageReadsOtherwise(page.asked))
    } else {
      checked.remarks.append(.pageReadsOtherwise(page.asked))
    }
  }
}
