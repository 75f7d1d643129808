private import ClaimModel

extension Store {
  /// Makes everything anew that is made from the events, where it differs; events stay as they are.
  ///
  /// In one transaction: triggers, indexes and views of the schema; the projections and the row of every
  /// session whose events fit; the search index. A session whose events do not fit is left alone.
  ///
  /// - Parameter progress: Told how many sessions of how many are done.
  /// - Returns: What was done; empty where nothing differed.
  package func repair(
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> [RepairStep] {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in
      // First, for a foreign trigger could change events while the rest is done.
      var steps = try repairSchema()
      for table in ProjectionTable.allCases.reversed() {
        let rows = try connection.run(
          "DELETE FROM \(table.rawValue) WHERE session NOT IN (SELECT id FROM session)")
        if rows > 0 { steps.append(.orphansRemoved(table: table.rawValue, rows: rows)) }
      }
      let sessions = try connection.all("SELECT id FROM session ORDER BY id") {
        SessionID(rawValue: $0.integer(0))
      }
      for (index, session) in sessions.enumerated() {
        steps += try repair(session)
        progress(index + 1, sessions.count)
      }
      if try !searchIndexIsWhole() {
        try connection.run("INSERT INTO search(search) VALUES ('rebuild')")
        steps.append(.searchIndexRebuilt)
      }
      return steps
    }
  }

  private func repair(_ id: SessionID) throws(JournalError) -> [RepairStep] {
    let header = try header(of: id)
    var reading = JournalReading(header: header, codec: codec, labels: nil)
    try connection.forEach(StoredEvent.query, [.integer(id.rawValue)]) { row in
      reading.take(StoredEvent(row))
    }
    let problems = reading.finish()
    guard let session = reading.session, let first = session.events.first,
      let last = session.events.last, case .sessionOpened(let opening) = first.event
    else {
      return [.leftAlone(id, problems.first ?? .eventMissing(1))]
    }
    // A session of an older version has no reading and no path in its events: those of its row stay.
    let readingID = opening.reading ?? header.reading
    let check = try ArticleCheck(opening.article, readingID, in: connection, codec: codec)
    guard let article = check.article else {
      return [.leftAlone(id, check.problems.first ?? .readingMissing(readingID))]
    }
    var steps: [RepairStep] = []
    if problems.contains(.headerDiffers) || header.title != article.metadata.title {
      try connection.run(
        """
        UPDATE session SET article = ?, reading = ?, codebook = ?, annotator = ?, title = ?, path = ?,
          opened = ?, changed = ? WHERE id = ?
        """,
        [
          .text(opening.article.rawValue), .text(orNull: readingID?.rawValue),
          .text(opening.codebook), .text(opening.annotator),
          .text(orNull: article.metadata.title),
          .text(orNull: opening.reading == nil ? header.path : opening.path),
          .integer(first.at.milliseconds), .integer(last.at.milliseconds), .integer(id.rawValue),
        ])
      steps.append(.listedAnew(id))
    }
    let differing = try projectionDifferences(of: session, id: id, article: article)
    guard !differing.isEmpty else { return steps }
    for table in ProjectionTable.allCases.reversed() {
      try table.deleteRows(of: id, in: connection)
    }
    let projection = Projection(
      session: id, article: article, analysis: session.state.analysis)
    for row in projection.rows(of: session.state) { try row.write(to: connection) }
    let tables = differing.compactMap { problem in
      if case .projectionDiffers(let table, _) = problem { table } else { nil }
    }
    return steps + [.rebuilt(id, tables: tables)]
  }

  // MARK: - Schema

  /// Takes out foreign triggers, and makes what is missing or was changed; tables that hold what cannot be
  /// made from events are left as they are.
  private func repairSchema() throws(JournalError) -> [RepairStep] {
    let difference = try SchemaCheck(connection: connection, migrations: migrations).difference()
    var steps: [RepairStep] = []
    for object in difference.foreign where object.kind == "trigger" {
      try connection.execute("DROP TRIGGER \(Self.quoted(object.name))")
      steps.append(.removed(kind: object.kind, name: object.name))
    }
    for object in difference.changed where object.isMadeAgain {
      let kind = object.kind.uppercased()
      try connection.execute("DROP \(kind) IF EXISTS \(Self.quoted(object.name))")
      steps += try make(object)
    }
    for object in difference.missing where object.isMadeAgain || object.isProjection {
      steps += try make(object)
    }
    return steps
  }

  private func make(_ object: SchemaCheck.SchemaObject) throws(JournalError) -> [RepairStep] {
    guard let sql = object.sql else { return [] }
    try connection.execute(sql)
    return [.madeAgain(kind: object.kind, name: object.name)]
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}

extension SchemaCheck.SchemaObject {
  /// Whether it holds no rows of its own.
  fileprivate var isMadeAgain: Bool { ["trigger", "index", "view"].contains(kind) }

  fileprivate var isProjection: Bool {
    kind == "table" && ProjectionTable(rawValue: name) != nil
  }
}
