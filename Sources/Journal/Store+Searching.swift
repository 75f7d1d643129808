package import ClaimModel

/// What is looked for in the claims of a store.
package struct SearchQuery: Hashable, Sendable {
  /// Words that must all be there, in any form of the word; empty for any claim.
  ///
  /// Several words in double quotes must stand together. A word that ends in `*` is the beginning of one,
  /// and so is the last word where nothing is found that holds it whole.
  package var text: String
  /// Labels that a claim must have.
  package var labels: [LabelFilter]
  /// Nil for every session.
  package var session: SessionID?

  package init(_ text: String = "", labels: [LabelFilter] = [], session: SessionID? = nil) {
    self.text = text
    self.labels = labels
    self.session = session
  }

  /// An attribute and the label that it must have; of several labels, one.
  package struct LabelFilter: Hashable, Sendable {
    package let attribute: String
    package let value: String

    package init(attribute: String, value: String) {
      self.attribute = attribute
      self.value = value
    }
  }
}

/// A claim that was found, or the notes on a session as a whole.
package struct SearchHit: Hashable, Sendable {
  package let session: SessionID
  /// Nil for the notes on the session.
  package let claim: ClaimID?
  package let annotator: String
  /// The title of the article.
  package let title: String?
  /// The claim's own words; empty for notes on the session.
  package let text: String
  /// The standalone wording that stands.
  package let statement: String?
  /// The proposed source.
  package let source: String?
  /// Oldest first.
  package let notes: [String]
}

extension Store {
  /// A page of claims, those of the newest session first, within a session from the last claim up.
  ///
  /// The text is anybody's: nothing in it is an operator but the double quote.
  /// - Parameter last: The last hit of the page before; nil for the first page.
  package func search(
    _ query: SearchQuery, after last: SearchHit? = nil, limit: Int = 50
  ) throws(JournalError) -> [SearchHit] {
    guard query.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      var labels = query.labels[...]
      let source = labels.popFirst().map { SearchSource.label($0) } ?? .claims
      return try hits(from: source, labels: labels, in: query.session, after: last, limit: limit)
    }
    guard let match = FullTextQuery(query.text) else { return [] }
    let hits = { (expression: String, last: SearchHit?, limit: Int) throws(JournalError) in
      try self.hits(
        from: .words(expression), labels: query.labels[...], in: query.session, after: last,
        limit: limit)
    }
    let found = try hits(match.expression, last, limit)
    guard found.isEmpty, let unfinished = match.unfinished else { return found }
    // The pages of what holds the last word whole may have come to their end.
    if last != nil, try !hits(match.expression, nil, 1).isEmpty { return [] }
    return try hits(unfinished, last, limit)
  }

  private func hits(
    from source: SearchSource, labels: ArraySlice<SearchQuery.LabelFilter>, in session: SessionID?,
    after last: SearchHit?, limit: Int
  ) throws(JournalError) -> [SearchHit] {
    let all = session?.keys ?? 0...Int64.max
    let highest = last.map { $0.session.key(ofClaim: $0.claim?.rawValue ?? 0) - 1 }
    var values = source.values(
      between: all.lowerBound, and: min(highest ?? all.upperBound, all.upperBound))
    var sql = source.sql
    for label in labels {
      sql += """
         AND EXISTS (SELECT 1 FROM label AS more WHERE more.session = \(source.key) >> 32
        AND more.claim = \(source.key) & 4294967295 AND more.attribute = ? AND more.value = ?)
        """
      values += [.text(label.attribute), .text(label.value)]
    }
    let keys = try connection.all(
      sql + " ORDER BY \(source.order) LIMIT ?", values + [.integer(limit)]
    ) { Int64($0.integer(0)) }
    var hits: [SearchHit] = []
    for key in keys { if let hit = try hit(key) { hits.append(hit) } }
    return hits
  }

  func hit(_ key: Int64) throws(JournalError) -> SearchHit? {
    let session = Int(key >> 32)
    let claim = Int(key & 0xFFFF_FFFF)
    let notes = try connection.all(
      "SELECT text FROM note WHERE session = ? AND claim = ? ORDER BY number",
      [.integer(session), .integer(claim)]
    ) { $0.text(0) }
    return try connection.first(
      """
      SELECT annotator, title, text, statement, source
      FROM session LEFT JOIN claim ON claim.key = ? WHERE session.id = ?
      """, [.integer(key), .integer(session)]
    ) { row in
      SearchHit(
        session: SessionID(rawValue: session), claim: claim == 0 ? nil : ClaimID(rawValue: claim),
        annotator: row.text(0), title: row.optionalText(1), text: row.text(2),
        statement: row.optionalText(3), source: row.optionalText(4), notes: notes)
    }
  }
}

/// Where a search takes its claims from; the other conditions are looked up claim by claim.
private enum SearchSource {
  /// An FTS5 expression.
  case words(String)
  case label(SearchQuery.LabelFilter)
  case claims

  var key: String {
    switch self {
    case .words: "search.rowid"
    case .label: "(label.session << 32 | label.claim)"
    case .claims: "claim.key"
    }
  }

  var sql: String {
    switch self {
    case .words:
      "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?"
    case .label:
      """
      SELECT session << 32 | claim FROM label WHERE attribute = ? AND value = ? \
      AND (session, claim) >= (?, ?) AND (session, claim) <= (?, ?)
      """
    case .claims:
      "SELECT key FROM claim WHERE key BETWEEN ? AND ?"
    }
  }

  var order: String {
    switch self {
    case .words: "search.rowid DESC"
    case .label: "label.session DESC, label.claim DESC"
    case .claims: "claim.key DESC"
    }
  }

  func values(between low: Int64, and high: Int64) -> [SQLValue] {
    switch self {
    case .words(let expression): [.text(expression), .integer(low), .integer(high)]
    case .label(let label):
      [.text(label.attribute), .text(label.value)]
        + [low, high].flatMap { [.integer($0 >> 32), .integer($0 & 0xFFFF_FFFF)] }
    case .claims: [.integer(low), .integer(high)]
    }
  }
}
