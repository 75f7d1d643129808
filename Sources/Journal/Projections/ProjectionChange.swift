import ClaimModel

/// The step of the projections from one state of a session to the next, touching no row that stays.
struct ProjectionChange {
  let session: SessionID
  let article: Article
  let old: SessionState
  let new: SessionState

  func write(to connection: Connection) throws(JournalError) {
    for id in changedClaims {
      try write(old.claims[id], new.claims[id], to: connection)
    }
    guard old.notes != new.notes else { return }
    try SearchEntry(sessionNotes: old.notes, in: session)?.delete(from: connection)
    try write(
      before.rows(ofSessionNotes: old.notes), after.rows(ofSessionNotes: new.notes),
      to: connection)
    try SearchEntry(sessionNotes: new.notes, in: session)?.insert(into: connection)
  }

  private var before: Projection {
    Projection(session: session, article: article, analysis: old.analysis)
  }
  private var after: Projection {
    Projection(session: session, article: article, analysis: new.analysis)
  }

  /// The claims that may have other rows, by their numbers.
  ///
  /// Proposals come with a new list of sources, and a source that has another name may be any claim's, so
  /// after these every claim is looked at.
  private var changedClaims: [ClaimID] {
    guard old.analysis == new.analysis else {
      return Set(old.claims.keys).union(new.claims.keys).sorted()
    }
    return new.claims.numbers(differingFrom: old.claims)
  }

  private func write(
    _ oldRecord: ClaimRecord?, _ newRecord: ClaimRecord?, to connection: Connection
  ) throws(JournalError) {
    let sameWords =
      oldRecord?.claim == newRecord?.claim && oldRecord?.statement == newRecord?.statement
      && oldRecord?.origin == newRecord?.origin && old.analysis == new.analysis
    if sameWords && oldRecord?.notes == newRecord?.notes {
      try writeDecisions(oldRecord, newRecord, to: connection)
      return
    }
    if let oldRecord {
      try SearchEntry(oldRecord, in: session, of: article).delete(from: connection)
    }
    if sameWords {
      try writeDecisions(oldRecord, newRecord, to: connection)
    } else {
      try write(
        oldRecord.map { before.rows(of: $0) } ?? [], newRecord.map { after.rows(of: $0) } ?? [],
        to: connection)
    }
    if let newRecord {
      try SearchEntry(newRecord, in: session, of: article).insert(into: connection)
    }
  }

  private func writeDecisions(
    _ oldRecord: ClaimRecord?, _ newRecord: ClaimRecord?, to connection: Connection
  ) throws(JournalError) {
    try write(
      oldRecord.map { before.decisionRows(of: $0) } ?? [],
      newRecord.map { after.decisionRows(of: $0) } ?? [], to: connection)
  }

  /// Turns one list of rows into another; both have parents before children.
  private func write(
    _ oldRows: [ProjectionRow], _ newRows: [ProjectionRow], to connection: Connection
  ) throws(JournalError) {
    let kept = Set(oldRows)
    let wanted = Set(newRows)
    let wantedKeys = Set(newRows.map(\.identity))
    for row in oldRows.reversed() where !wanted.contains(row) && !wantedKeys.contains(row.identity)
    {
      try row.delete(from: connection)
    }
    for row in newRows where !kept.contains(row) { try row.write(to: connection) }
  }
}

extension ProjectionRow {
  /// Its table and key.
  fileprivate var identity: [SQLValue] { [.text(table.rawValue)] + key }
}
