/// One thing that `repair` did, or could not do.
package enum RepairStep: Equatable, Sendable {
  /// A trigger, an index, a view or a table of projections that was missing or changed.
  case madeAgain(kind: String, name: String)
  /// A trigger that this program did not make; it would run when rows are written.
  case removed(kind: String, name: String)
  case rebuilt(SessionID, tables: [String])
  /// Its row in the list of sessions.
  case listedAnew(SessionID)
  /// Rows of sessions that are not there.
  case orphansRemoved(table: String, rows: Int)
  case searchIndexRebuilt
  /// Its events do not fit, so nothing can be made from them.
  case leftAlone(SessionID, Finding.Problem)

  /// Whether something stays as it was that should not.
  package var isFailure: Bool {
    if case .leftAlone = self { true } else { false }
  }
}

extension RepairStep: CustomStringConvertible {
  package var description: String {
    switch self {
    case .madeAgain(let kind, let name): "made the \(kind) '\(name)' again"
    case .removed(let kind, let name):
      "removed the \(kind) '\(name)', which this program did not make"
    case .rebuilt(let session, let tables):
      "session \(session): rebuilt \(tables.joined(separator: ", ")) from its events"
    case .listedAnew(let session):
      "session \(session): wrote its entry in the list of sessions anew"
    case .orphansRemoved(let table, let rows):
      "removed \(rows) \(rows == 1 ? "row" : "rows") of '\(table)' that belong to no session"
    case .searchIndexRebuilt: "rebuilt the search index"
    case .leftAlone(let session, let problem):
      "session \(session) was left alone: \(problem)"
    }
  }
}
