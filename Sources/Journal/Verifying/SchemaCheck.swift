/// Compares a store's tables, indexes, views and triggers with those that the migrations make.
struct SchemaCheck {
  let connection: Connection
  let migrations: [Migration]

  /// A row of `sqlite_schema`.
  struct SchemaObject: Hashable {
    let kind: String
    let name: String
    let table: String
    /// Nil for an index that SQLite makes for a constraint.
    let sql: String?
  }

  /// What is there and should not be, or the other way round.
  struct Difference {
    var missing: [SchemaObject] = []
    var changed: [SchemaObject] = []
    var foreign: [SchemaObject] = []
    var statistics: [String] = []
  }

  func difference() throws(JournalError) -> Difference {
    let model = try Connection(path: "", access: .memory, patience: 0)
    for migration in migrations {
      try model.execute(migration.sql)
      try migration.convert(model)
    }
    let wanted = try Self.objects(in: model)
    let found = try Self.objects(in: connection)
    var difference = Difference()
    for object in wanted where !found.contains(object) {
      if found.contains(where: { $0.kind == object.kind && $0.name == object.name }) {
        difference.changed.append(object)
      } else {
        difference.missing.append(object)
      }
    }
    for object in found
    where !wanted.contains(where: { $0.kind == object.kind && $0.name == object.name }) {
      if object.kind == "table", object.name.hasPrefix("sqlite_stat") {
        difference.statistics.append(object.name)
      } else {
        difference.foreign.append(object)
      }
    }
    return difference
  }

  /// What does not fit, and the tables of statistics.
  func problems() throws(JournalError) -> (problems: [Finding.Problem], remarks: [Remark]) {
    let difference = try difference()
    var problems: [Finding.Problem] = []
    problems += difference.missing.map { .schemaObjectMissing(kind: $0.kind, name: $0.name) }
    problems += difference.changed.map { .schemaObjectChanged(kind: $0.kind, name: $0.name) }
    problems += difference.foreign.map { .schemaObjectForeign(kind: $0.kind, name: $0.name) }
    var remarks: [Remark] = difference.statistics.map { .statistics($0) }
    let (names, areInOrder) = try listedMigrations()
    if names != migrations.map(\.name) { problems.append(.migrationsDiffer) }
    if !areInOrder { remarks.append(.migrationsOutOfOrder) }
    return (problems, remarks)
  }

  /// The names in the table `migration` by their versions, and whether their moments follow one another; nil
  /// for a name that stands at another version than its place.
  private func listedMigrations() throws(JournalError) -> (names: [String?], areInOrder: Bool) {
    var names: [String?] = []
    var latest = Int.min
    var areInOrder = true
    try connection.forEach("SELECT version, name, applied FROM migration ORDER BY version") { row in
      names.append(row.integer(0) == names.count + 1 ? row.text(1) : nil)
      if row.integer(2) < latest { areInOrder = false }
      latest = row.integer(2)
    }
    return (names, areInOrder)
  }

  private static func objects(in connection: Connection) throws(JournalError) -> [SchemaObject] {
    try connection.all("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid") {
      SchemaObject(
        kind: $0.text(0), name: $0.text(1), table: $0.text(2), sql: $0.optionalText(3))
    }
  }
}
