package import ClaimModel

/// A session on another text that may be an earlier one of the same article.
package struct VersionCandidate: Hashable, Sendable {
  package let session: SessionID
  package let article: ArticleID
  /// Whether its article has the same address.
  package let hasSameAddress: Bool
}

extension Store {
  /// Sessions on other texts with the same address, title or file, or with claims that hold some of
  /// the words; whoever asks has to compare the texts.
  ///
  /// - Parameter phrases: Some runs of words of the article, as claims have them; a few are enough.
  /// - Returns: Those of the same address first, each group with the newest first.
  /// - Complexity: One pass over the rows of sessions, one over those of readings where the article
  ///   has an address, and one search a phrase.
  package func sessions(
    thatMayPrecede article: Article, saying phrases: [String]
  ) throws(JournalError) -> [VersionCandidate] {
    var candidates: [VersionCandidate] = []
    func take(_ sql: String, _ values: [SQLValue], hasSameAddress: Bool = false)
      throws(JournalError)
    {
      let found = try connection.all(sql, values + [.integer(Self.mostCandidates)]) { row in
        VersionCandidate(
          session: SessionID(rawValue: row.integer(0)), article: ArticleID(rawValue: row.text(1)),
          hasSameAddress: hasSameAddress)
      }
      for candidate in found
      where candidate.article != article.id
        && !candidates.contains(where: { $0.session == candidate.session })
      {
        candidates.append(candidate)
      }
    }
    if let address = article.metadata.address {
      try take(
        """
        SELECT id, article FROM session WHERE article IN
          (SELECT article FROM reading WHERE json_extract(metadata, '$.address') = ?)
        ORDER BY id DESC LIMIT ?
        """, [.text(address)], hasSameAddress: true)
    }
    for phrase in phrases {
      guard let query = FullTextQuery("\"" + phrase.replacing("\"", with: " ") + "\"") else {
        continue
      }
      try take(
        """
        SELECT id, article FROM session WHERE id IN
          (SELECT rowid >> 32 FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 40)
        ORDER BY id DESC LIMIT ?
        """, [.text("{text} : " + query.expression)])
    }
    if article.metadata.title != nil || article.metadata.path != nil {
      try take(
        "SELECT id, article FROM session WHERE title = ? OR path = ? ORDER BY id DESC LIMIT ?",
        [.text(orNull: article.metadata.title), .text(orNull: article.metadata.path)])
    }
    return candidates
  }

  /// No more sessions are taken for one reason.
  private static let mostCandidates = 40
}
