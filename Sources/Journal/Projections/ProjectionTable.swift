/// A table that is computed from events; the first `keyLength` columns are its key.
enum ProjectionTable: String, CaseIterable, Sendable {
  /// Parents first: the others refer to `claim`.
  case claim, label, evidence, note, tag

  var columns: [String] {
    switch self {
    case .claim:
      [
        "key", "session", "id", "position", "text", "statement", "source", "source_type", "stance",
        "type", "checkworthiness", "block", "spans", "origin",
      ]
    case .label: ["session", "claim", "attribute", "value"]
    case .evidence:
      [
        "session", "claim", "number", "location", "quote", "relation", "accessed", "snapshot",
      ]
    case .note: ["session", "claim", "number", "text"]
    case .tag: ["session", "claim", "number", "tag"]
    }
  }

  var keyLength: Int {
    switch self {
    case .claim: 1
    case .label: 4
    case .evidence, .note, .tag: 3
    }
  }
}

/// One row of a projection, column by column.
struct ProjectionRow: Hashable, Sendable {
  let table: ProjectionTable
  let values: [SQLValue]

  var key: ArraySlice<SQLValue> { values.prefix(table.keyLength) }
}

// MARK: - In the database

extension ProjectionTable {
  /// The SQL of each table, made once: names are ours, values are bound.
  private struct Statements {
    let write: String
    let delete: String
    let select: String
    let count: String

    init(_ table: ProjectionTable) {
      let columns = table.columns
      let key = columns.prefix(table.keyLength)
      let changes = columns.dropFirst(table.keyLength).map { "\($0) = excluded.\($0)" }
      let names = columns.joined(separator: ", ")
      let places = columns.map { _ in "?" }.joined(separator: ", ")
      let conflict =
        changes.isEmpty ? "NOTHING" : "UPDATE SET " + changes.joined(separator: ", ")
      write =
        "INSERT INTO \(table.rawValue)(\(names)) VALUES (\(places)) "
        + "ON CONFLICT(\(key.joined(separator: ", "))) DO \(conflict)"
      let isRow = key.map { "\($0) = ?" }.joined(separator: " AND ")
      delete = "DELETE FROM \(table.rawValue) WHERE \(isRow)"
      select = "SELECT \(names) FROM \(table.rawValue) WHERE session = ?"
      count = "SELECT count(*) FROM \(table.rawValue) WHERE session = ?"
    }
  }

  private static let statements = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, Statements($0)) })

  private var statements: Statements { Self.statements[self] ?? Statements(self) }

  /// Every row of a session, in no order.
  func rows(of session: SessionID, in connection: Connection) throws(JournalError)
    -> [ProjectionRow]
  {
    let width = columns.count
    return try connection.all(statements.select, [.integer(session.rawValue)]) { row in
      ProjectionRow(table: self, values: (0..<width).map { row.value($0) })
    }
  }

  func deleteRows(of session: SessionID, in connection: Connection) throws(JournalError) {
    try connection.run(
      "DELETE FROM \(rawValue) WHERE session = ?", [.integer(session.rawValue)])
  }
}

extension ProjectionRow {
  /// Puts the row in place of the one with the same key, or where there is none.
  func write(to connection: Connection) throws(JournalError) {
    try connection.run(table.writeSQL, values)
  }

  func delete(from connection: Connection) throws(JournalError) {
    try connection.run(table.deleteSQL, Array(key))
  }
}

extension ProjectionTable {
  fileprivate var writeSQL: String { statements.write }
  fileprivate var deleteSQL: String { statements.delete }
}
