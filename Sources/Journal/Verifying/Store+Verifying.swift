private import ClaimModel
private import Fingerprint

extension Store {
  /// Checks one session: its hash chain, that its events fold, and that every projection is what they
  /// add up to.
  ///
  /// - Parameter progress: Told now and then how many events of how many are done.
  /// - Returns: What does not fit; of the events only the first that does not. Empty when all is well.
  package func verify(
    _ id: SessionID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    try connection.snapshot { () throws(JournalError) in
      let header = try self.header(of: id)
      var problems: [Finding.Problem] = []
      let article = try checkedArticle(
        ArticleID(rawValue: header.article), problems: &problems)
      try checkCodebook(header.codebook, problems: &problems)
      var reading = JournalReading(header: header, codec: codec)
      try connection.forEach(StoredEvent.query, [.integer(id.rawValue)]) {
        (row) throws(JournalError) in
        guard reading.problem == nil else { return }
        reading.take(StoredEvent(row))
        if reading.events.count % 4096 == 0 { progress(reading.events.count, header.events) }
      }
      problems += reading.finish()
      if let session = reading.session, let article {
        problems += try compareProjections(of: session, id: id, article: article)
      }
      progress(header.events, header.events)
      return problems.map { Finding(session: id, problem: $0) }
    }
  }

  /// Checks the file, the search index and every session.
  ///
  /// - Parameter progress: Told how many sessions of how many are done.
  package func verify(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    var findings: [Finding] = []
    for report in try connection.all("PRAGMA integrity_check(10)", [], { $0.text(0) })
    where report != "ok" {
      findings.append(Finding(session: nil, problem: .damaged(report)))
    }
    for table in try connection.all("PRAGMA foreign_key_check", [], { $0.text(0) }) {
      findings.append(
        Finding(session: nil, problem: .damaged("a row of '\(table)' refers to nothing")))
    }
    if try !searchIndexIsWhole() {
      findings.append(Finding(session: nil, problem: .searchIndexDiffers))
    }
    let sessions = try connection.all("SELECT id FROM session ORDER BY id") {
      SessionID(rawValue: $0.integer(0))
    }
    for (index, session) in sessions.enumerated() {
      findings += try verify(session)
      progress(index + 1, sessions.count)
    }
    return findings
  }

  /// Whether the index agrees with the claims and notes; SQLite wants to write for asking, so where
  /// the store is only read, a copy of it in memory cannot be asked and the question is left out.
  private func searchIndexIsWhole() throws(JournalError) -> Bool {
    guard mode != .readOnly else { return true }
    do throws(JournalError) {
      try connection.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
      return true
    } catch {
      guard case .damaged = error else { throw error }
      return false
    }
  }

  private func checkedArticle(_ id: ArticleID, problems: inout [Finding.Problem])
    throws(JournalError) -> Article?
  {
    do throws(JournalError) {
      let article = try article(id)
      if ArticleID(of: article.text) != id { problems.append(.articleChanged(id)) }
      return article
    } catch {
      switch error {
      case .noSuchArticle: problems.append(.articleMissing(id))
      case .damaged: problems.append(.articleChanged(id))
      default: throw error
      }
      return nil
    }
  }

  private func checkCodebook(_ id: String, problems: inout [Finding.Problem])
    throws(JournalError)
  {
    let json = try connection.first("SELECT json FROM codebook WHERE id = ?", [.text(id)]) {
      $0.bytes(0)
    }
    guard let json else {
      problems.append(.codebookMissing(id))
      return
    }
    if SHA256.name(json) != id { problems.append(.codebookChanged(id)) }
  }

  /// The first difference of each table.
  private func compareProjections(of session: Session, id: SessionID, article: Article)
    throws(JournalError) -> [Finding.Problem]
  {
    let projection = Projection(
      session: id, article: article, analysis: session.state.analysis)
    let expected = Dictionary(
      grouping: projection.rows(of: session.state), by: \.table
    ).mapValues { Set($0) }
    var problems: [Finding.Problem] = []
    for table in ProjectionTable.allCases {
      let found = Set(try table.rows(of: id, in: connection))
      let differing = found.symmetricDifference(expected[table] ?? [])
      guard let claim = differing.map(\.claim).min() else { continue }
      problems.append(
        .projectionDiffers(
          table: table.rawValue, claim: claim == 0 ? nil : ClaimID(rawValue: claim)))
    }
    return problems
  }
}

extension ProjectionRow {
  /// The number of its claim; 0 for the session as a whole.
  fileprivate var claim: Int {
    guard case .integer(let number) = values[table == .claim ? 2 : 1] else { return 0 }
    return Int(number)
  }
}
