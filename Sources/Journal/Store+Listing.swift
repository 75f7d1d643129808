package import ClaimModel

/// A session as a list shows it.
package struct SessionSummary: Hashable, Sendable {
  package let id: SessionID
  package let article: ArticleID
  package let title: String?
  package let path: String?
  package let annotator: String
  package let opened: Timestamp
  /// When the latest event was stored.
  package let changed: Timestamp
  package let claims: Int
  /// Claims with at least one label of an annotator's.
  package let decided: Int
  package let events: Int
  /// The hashes of the first and the latest event: the name of the session, and of this branch of it.
  package let name: EventHash
  package let head: EventHash
  /// Where it parts from another branch of the same session; nil for the first of them.
  package var fork: SessionFork?
}

/// Where a branch of a session parts from another, which has a lower number.
package struct SessionFork: Hashable, Sendable {
  package let session: SessionID
  /// The last event that both have.
  package let commonEvents: Int
}

/// Which sessions a list holds; nil where it does not matter.
package struct SessionFilter: Hashable, Sendable {
  package var annotator: String?
  package var article: ArticleID?
  /// In the title or the path; ASCII letters match in either case.
  package var text: String?

  package init(annotator: String? = nil, article: ArticleID? = nil, text: String? = nil) {
    self.annotator = annotator
    self.article = article
    self.text = text
  }
}

extension Store {
  /// A page of sessions, the newest first.
  ///
  /// - Parameter last: The last one of the page before; nil for the first page.
  package func sessions(
    matching filter: SessionFilter = SessionFilter(), after last: SessionID? = nil,
    limit: Int = 50
  ) throws(JournalError) -> [SessionSummary] {
    var conditions: [String] = []
    var values: [SQLValue] = []
    if let annotator = filter.annotator {
      conditions.append("annotator = ?")
      values.append(.text(annotator))
    }
    if let article = filter.article {
      conditions.append("article = ?")
      values.append(.text(article.rawValue))
    }
    if let text = filter.text {
      conditions.append("(title LIKE ? ESCAPE '\\' OR path LIKE ? ESCAPE '\\')")
      values += Array(repeating: .text(Self.pattern(containing: text)), count: 2)
    }
    if let last {
      conditions.append("id < ?")
      values.append(.integer(last.rawValue))
    }
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    var page = try connection.all(
      """
      SELECT id, article, title, path, annotator, opened, changed, events,
        (SELECT count(*) FROM claim WHERE claim.session = session.id),
        (SELECT count(DISTINCT claim) FROM label WHERE label.session = session.id),
        (SELECT hash FROM event WHERE event.session = session.id AND seq = 1), last_hash
      FROM session \(condition) ORDER BY id DESC LIMIT ?
      """, values + [.integer(limit)]
    ) { row in
      SessionSummary(
        id: SessionID(rawValue: row.integer(0)), article: ArticleID(rawValue: row.text(1)),
        title: row.optionalText(2), path: row.optionalText(3), annotator: row.text(4),
        opened: Timestamp(milliseconds: Int64(row.integer(5))),
        changed: Timestamp(milliseconds: Int64(row.integer(6))), claims: row.integer(8),
        decided: row.integer(9), events: row.integer(7), name: EventHash(bytes: row.bytes(10)),
        head: EventHash(bytes: row.bytes(11)))
    }
    for index in page.indices { page[index].fork = try fork(of: page[index].id, page[index].name) }
    return page
  }

  /// Where a session parts from the branch with a lower number that goes with it the longest.
  private func fork(of id: SessionID, _ name: EventHash) throws(JournalError) -> SessionFork? {
    var fork: SessionFork?
    for other in try sessions(named: name) where other < id {
      let common = try commonEvents(id, other)
      if common > fork?.commonEvents ?? 0 {
        fork = SessionFork(session: other, commonEvents: common)
      }
    }
    return fork
  }

  /// How many sessions the store has.
  package func sessionCount() throws(JournalError) -> Int {
    try connection.integer("SELECT count(*) FROM session")
  }

  private static func pattern(containing text: String) -> String {
    var pattern = "%"
    for character in text.unicodeScalars {
      if character == "%" || character == "_" || character == "\\" { pattern += "\\" }
      pattern.unicodeScalars.append(character)
    }
    return pattern + "%"
  }
}
