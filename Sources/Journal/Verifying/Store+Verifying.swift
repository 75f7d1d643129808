private import ClaimModel
private import Fingerprint

extension Store {
  /// Checks one session: its article and what that was fetched as, its hash chain, that its events fold,
  /// and that every projection is what they add up to.
  ///
  /// - Parameter progress: Told now and then how many events of how many are done.
  /// - Returns: What does not fit; of the events only the first that does not. Empty when all is well.
  package func verify(
    _ id: SessionID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    let article = ArticleID(rawValue: try header(of: id).article)
    return try verifySession(id, progress: progress)
      + changedPages(of: article).map { Finding(session: id, problem: $0) }
  }

  private func verifySession(
    _ id: SessionID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    try connection.snapshot { () throws(JournalError) in
      let header = try self.header(of: id)
      var problems: [Finding.Problem] = []
      let article = try checkedArticle(header, problems: &problems)
      try checkCodebook(header.codebook, problems: &problems)
      var reading = JournalReading(header: header, codec: codec)
      try connection.forEach(StoredEvent.query, [.integer(id.rawValue)]) {
        (row) throws(JournalError) in
        guard reading.problem == nil else { return }
        reading.take(StoredEvent(row))
        if reading.events.count % 4096 == 0 { progress(reading.events.count, header.events) }
      }
      problems += reading.finish()
      if let article, article.metadata.title != header.title,
        !problems.contains(.headerDiffers)
      {
        problems.append(.headerDiffers)
      }
      if let session = reading.session, let article {
        problems += try compareProjections(of: session, id: id, article: article)
      }
      progress(header.events, header.events)
      return problems.map { Finding(session: id, problem: $0) }
    }
  }

  /// Checks the file, the search index (unless the store is only read), what was fetched, and every
  /// session.
  ///
  /// - Parameter progress: Told how many sessions of how many are done.
  package func verify(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    var findings = try checkFile().map { Finding(session: nil, problem: $0) }
    findings += try changedPages().map { Finding(session: nil, problem: $0) }
    let sessions = try connection.all("SELECT id FROM session ORDER BY id") {
      SessionID(rawValue: $0.integer(0))
    }
    for (index, session) in sessions.enumerated() {
      do throws(JournalError) {
        findings += try verifySession(session)
      } catch {
        guard case .damaged(_, let detail) = error else { throw error }
        findings.append(Finding(session: session, problem: .damaged(detail)))
      }
      progress(index + 1, sessions.count)
    }
    return findings
  }

  /// What is wrong with the file as a whole.
  private func checkFile() throws(JournalError) -> [Finding.Problem] {
    var problems: [Finding.Problem] = []
    do throws(JournalError) {
      try connection.forEach("PRAGMA integrity_check(10)") { row in
        let report = row.text(0)
        if report != "ok" { problems.append(.damaged(report)) }
      }
      try connection.forEach("PRAGMA foreign_key_check") { row in
        problems.append(.damaged("a row of '\(row.text(0))' refers to nothing"))
      }
      if try !searchIndexIsWhole() { problems.append(.searchIndexDiffers) }
    } catch {
      guard case .damaged(_, let detail) = error else { throw error }
      problems.append(.damaged(detail))
    }
    return problems
  }

  /// Whether the index agrees with the claims and notes.
  ///
  /// FTS5 is asked by an insertion, so a store that is only read is not asked.
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

  /// The article as it was read for a session; nil where it cannot be read.
  private func checkedArticle(_ header: Header, problems: inout [Finding.Problem])
    throws(JournalError) -> Article?
  {
    let id = ArticleID(rawValue: header.article)
    let text = try connection.first("SELECT text FROM article WHERE id = ?", [.text(id.rawValue)]) {
      $0.text(0)
    }
    guard let text else {
      problems.append(.articleMissing(id))
      return nil
    }
    let isChanged = ArticleID(of: text) != id
    if isChanged { problems.append(.articleChanged(id)) }
    guard let reading = header.reading else {
      problems.append(.readingMissing(nil))
      return nil
    }
    do throws(JournalError) {
      let article = try article(reading)
      // A changed text changes every reading of it.
      if !isChanged, article.id != id || ReadingID(of: article) != reading {
        problems.append(.readingChanged(reading))
      }
      return article
    } catch {
      switch error {
      case .noSuchReading: problems.append(.readingMissing(reading))
      case .damaged: problems.append(.readingChanged(reading))
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
