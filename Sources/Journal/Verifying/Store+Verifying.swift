import ClaimModel
private import Fingerprint

extension Store {
  /// Checks one session: its article and what that was fetched as, its hash chain, that its events fold,
  /// and that every projection is what they add up to.
  ///
  /// - Parameter progress: Told now and then how many events of how many are done.
  package func verification(
    of id: SessionID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> Verification {
    var verification = Verification()
    try connection.snapshot { () throws(JournalError) in
      let header = try header(of: id)
      var shared = SharedChecks(connection: connection, codec: codec)
      try verify(id, header, &shared, into: &verification, progress: progress)
      verification.gatherUnhashedReadings()
      let pages = try checkedPages(of: ArticleID(rawValue: header.article))
      verification.findings += pages.problems.map { Finding(session: id, problem: $0) }
    }
    return verification
  }

  /// Checks the file, its schema, the search index (unless the store is only read), every article,
  /// codebook and fetched page, and every session.
  ///
  /// - Parameters:
  ///   - places: Places in sessions, by the session's name, of which the hashes are wanted.
  ///   - reads: What a fetched page says, as the reader of this program has it now; nil where it cannot
  ///     be read, or nobody reads it.
  ///   - progress: Told how many sessions of how many are done.
  package func verification(
    hashesAt places: [EventHash: Set<Int>] = [:], reads: (FetchedPage) -> String? = { _ in nil },
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> Verification {
    var verification = Verification()
    try checkFile(into: &verification)
    try connection.snapshot { () throws(JournalError) in
      try checkArticles(into: &verification)
      try checkCodebooks(into: &verification)
      try checkPages(reads, into: &verification)
      let numbers = try connection.all("SELECT id FROM session ORDER BY id") { $0.integer(0) }
      verification.findings += Self.gaps(in: numbers).map {
        Finding(session: nil, problem: .sessionMissing($0))
      }
      var shared = SharedChecks(connection: connection, codec: codec)
      for (index, number) in numbers.enumerated() {
        let id = SessionID(rawValue: number)
        try tolerating(id, into: &verification) { (verification) throws(JournalError) in
          let header = try header(of: id)
          try verify(id, header, &shared, hashesAt: places, into: &verification)
        }
        progress(index + 1, numbers.count)
      }
      verification.gatherUnhashedReadings()
      verification.findEqualChains()
    }
    return verification
  }

  /// What does not fit in one session; see `verification(of:progress:)`.
  package func verify(
    _ id: SessionID, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    try verification(of: id, progress: progress).findings
  }

  /// What does not fit in the store; see `verification(hashesAt:progress:)`.
  package func verify(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [Finding] {
    try verification(progress: progress).findings
  }

  // MARK: - One session

  private func verify(
    _ id: SessionID, _ header: Header, _ shared: inout SharedChecks,
    hashesAt places: [EventHash: Set<Int>] = [:], into verification: inout Verification,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) {
    var problems: [Finding.Problem] = []
    let check = try shared.article(of: header)
    let codebook = try shared.codebook(header.codebook)
    problems += check.problems + codebook.problems
    var reading = JournalReading(
      header: header, codec: codec, labels: codebook.labels,
      places: try wantedPlaces(id, places))
    // The row may say anything, and whoever is told divides by it.
    let total = min(max(header.events, 0), 1 << 40)
    try connection.forEach(StoredEvent.query, [.integer(id.rawValue)]) { row in
      reading.take(StoredEvent(row))
      if reading.count % 4096 == 0 { progress(reading.count, total) }
    }
    problems += reading.finish()
    if let session = reading.session, let article = check.article {
      if header.title != article.metadata.title, !problems.contains(.headerDiffers) {
        problems.append(.headerDiffers)
      }
      if let claim = article.claimOutsideBlock(in: session.state.analysis) {
        problems.append(.claimOutsideBlock(claim))
      }
      problems += try projectionDifferences(of: session, id: id, article: article)
    }
    if let opening = reading.opening {
      if opening.reading == nil { verification.unhashedReadings.append(id) }
      if let event = reading.runsBack {
        // Only a session that was begun under 'clock', or by an older version, may go back.
        if opening.id != nil {
          problems.append(.momentRunsBack(event))
        } else {
          verification.remarks.append(.momentRunsBack(id, event: event))
        }
      }
      if try isPageMissing(opening, at: header.opened) {
        problems.append(.fetchedPageMissing(opening.path ?? ""))
      }
    }
    progress(total, total)
    verification.sessions.append(
      .init(
        id: id, head: reading.head, hasRandomID: reading.opening?.id != nil,
        reached: reading.reached))
    verification.findings += problems.map { Finding(session: id, problem: $0) }
  }

  /// Whether the reader of this store read a session's article from an address, and no page is kept.
  ///
  /// A session that was imported was opened before its reading came here, and its page did not come along.
  private func isPageMissing(_ opening: SessionOpening, at moment: Timestamp) throws(JournalError)
    -> Bool
  {
    guard let path = opening.path, path.hasPrefix("http://") || path.hasPrefix("https://"),
      let reading = opening.reading
    else { return false }
    return try connection.integer(
      """
      SELECT count(*) FROM reading WHERE id = ? AND read IS NOT NULL AND added <= ?
        AND NOT EXISTS (SELECT 1 FROM fetched WHERE fetched.article = reading.article)
      """, [.text(reading.rawValue), .integer(moment.milliseconds)]) > 0
  }

  /// The places whose hashes are wanted of a session, by the name that its first row has.
  private func wantedPlaces(_ id: SessionID, _ places: [EventHash: Set<Int>]) throws(JournalError)
    -> Set<Int>
  {
    guard !places.isEmpty else { return [] }
    let name = try connection.first(
      "SELECT hash FROM event WHERE session = ? AND seq = 1", [.integer(id.rawValue)]
    ) { EventHash(bytes: $0.bytes(0)) }
    return name.flatMap { places[$0] } ?? []
  }

  /// Does what may meet a page of the file that is damaged, and then goes on.
  private func tolerating(
    _ session: SessionID?, into verification: inout Verification,
    _ check: (inout Verification) throws(JournalError) -> Void
  ) throws(JournalError) {
    do throws(JournalError) {
      try check(&verification)
    } catch {
      guard case .damaged(_, let detail) = error else { throw error }
      verification.findings.append(Finding(session: session, problem: .damaged(detail)))
    }
  }

  /// The first difference of each table.
  func projectionDifferences(of session: Session, id: SessionID, article: Article)
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

  // MARK: - The store

  /// Checks the file as a whole.
  private func checkFile(into verification: inout Verification) throws(JournalError) {
    try tolerating(nil, into: &verification) { (verification) throws(JournalError) in
      var problems: [Finding.Problem] = []
      try connection.forEach("PRAGMA integrity_check(10)") { row in
        let report = row.text(0)
        if report != "ok" { problems.append(.damaged(report)) }
      }
      var orphans: [String: Int] = [:]
      try connection.forEach("PRAGMA foreign_key_check") { orphans[$0.text(0), default: 0] += 1 }
      problems += orphans.sorted { $0.key < $1.key }.map { .orphanedRows(table: $0.key, $0.value) }
      verification.findings += problems.map { Finding(session: nil, problem: $0) }
    }
    try tolerating(nil, into: &verification) { (verification) throws(JournalError) in
      let (problems, remarks) = try SchemaCheck(connection: connection, migrations: migrations)
        .problems()
      verification.findings += problems.map { Finding(session: nil, problem: $0) }
      verification.remarks += remarks
    }
    if mode == .readOnly {
      verification.remarks.append(.searchIndexUnchecked)
    } else if try !searchIndexIsWhole() {
      verification.findings.append(Finding(session: nil, problem: .searchIndexDiffers))
    }
  }

  /// Whether the index agrees with the claims and notes.
  ///
  /// FTS5 is asked by an insertion, so a store that is only read is not asked.
  func searchIndexIsWhole() throws(JournalError) -> Bool {
    do throws(JournalError) {
      try connection.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
      return true
    } catch {
      guard case .damaged = error else { throw error }
      return false
    }
  }

  /// Checks the articles and readings that no session is on; the others are checked with their sessions.
  ///
  /// A reading of this store's own reader is kept together with its session, or with the page that it came
  /// from; one from elsewhere may have come along with a merge.
  private func checkArticles(into verification: inout Verification) throws(JournalError) {
    try tolerating(nil, into: &verification) { (verification) throws(JournalError) in
      let readings = try connection.all(
        """
        SELECT article, id, read IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM fetched WHERE fetched.article = reading.article)
        FROM reading
        WHERE id NOT IN (SELECT reading FROM session WHERE reading IS NOT NULL) ORDER BY id
        """
      ) { (ArticleID(rawValue: $0.text(0)), ReadingID(rawValue: $0.text(1)), $0.integer(2) != 0) }
      for (article, reading, isAlwaysUsed) in readings {
        var problems = try ArticleCheck(article, reading, in: connection, codec: codec).problems
        if problems.isEmpty {
          if isAlwaysUsed {
            problems.append(.readingUnused(reading))
          } else {
            verification.remarks.append(.readingUnused(reading))
          }
        }
        verification.findings += problems.map { Finding(session: nil, problem: $0) }
      }
      let moved = try connection.all(
        """
        SELECT id FROM article WHERE NOT EXISTS
          (SELECT 1 FROM reading WHERE reading.article = article.id AND reading.added = article.added)
        ORDER BY id
        """
      ) { ArticleID(rawValue: $0.text(0)) }
      verification.findings += moved.map {
        Finding(session: nil, problem: .articleMomentChanged($0))
      }
      let bare = try connection.all(
        """
        SELECT id FROM article WHERE id NOT IN (SELECT article FROM session)
          AND id NOT IN (SELECT article FROM reading) ORDER BY id
        """
      ) { ArticleID(rawValue: $0.text(0)) }
      verification.findings += bare.map { Finding(session: nil, problem: .articleUnused($0)) }
    }
  }

  private func checkCodebooks(into verification: inout Verification) throws(JournalError) {
    try tolerating(nil, into: &verification) { (verification) throws(JournalError) in
      let unused = try connection.all(
        "SELECT id FROM codebook WHERE id NOT IN (SELECT codebook FROM session) ORDER BY id"
      ) { $0.text(0) }
      for id in unused {
        let problems = try CodebookCheck(id, in: connection, codec: codec).problems
        if problems.isEmpty { verification.remarks.append(.codebookUnused(id)) }
        verification.findings += problems.map { Finding(session: nil, problem: $0) }
      }
    }
  }

  private func checkPages(
    _ reads: (FetchedPage) -> String?, into verification: inout Verification
  ) throws(JournalError) {
    try tolerating(nil, into: &verification) { (verification) throws(JournalError) in
      let pages = try checkedPages(reads: reads)
      verification.remarks += pages.remarks
      verification.pages = pages.hashes
      verification.findings +=
        (pages.problems + Self.gaps(in: pages.rows).map { .fetchedRowMissing($0) })
        .map { Finding(session: nil, problem: $0) }
    }
  }

  /// The numbers from 1 that are left out among some in order.
  private static func gaps(in numbers: [Int]) -> [Int] {
    var gaps: [Int] = []
    var next = 1
    // What is hostile may leave out more than anybody wants to read.
    for number in numbers where gaps.count < 100 && number >= next {
      gaps += next..<min(number, next &+ 100)
      next = number &+ 1
    }
    return gaps
  }
}

extension ProjectionRow {
  /// The number of its claim; 0 for the session as a whole.
  fileprivate var claim: Int {
    guard case .integer(let number) = values[table == .claim ? 2 : 1] else { return 0 }
    return Int(number)
  }
}
