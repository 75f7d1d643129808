private import CSQLite

/// An open database: the only owner of a `sqlite3` handle, and of the statements compiled on it.
///
/// Values are bound, never pasted into SQL. Every failure is a `JournalError` that names the file.
final class Connection {
  /// The path as the user wrote it, for errors; empty for a database in memory.
  let path: String
  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  /// What is looked at before what was written is committed; nil for a database in memory.
  var file: StoreFile?

  /// How a database file is opened.
  enum Access {
    case memory
    case readOnly
    /// Never writes, not even the files beside it: for a folder that nobody can write to.
    case immutable
    case readWrite
  }

  /// Opens a database; whether the file is one shows at the first query.
  /// - Parameter patience: How many milliseconds to wait for another process's transaction.
  init(path: String, access: Access, patience: Int) throws(JournalError) {
    self.path = path
    guard !path.utf8.contains(0) else {
      throw .cannotOpen(path, reason: "a file name cannot hold a zero character")
    }
    // A relative name gets a folder, so that `:memory:` and an empty name are files like any other.
    let file = path.first == "/" ? path : "./" + path
    let (name, flags) =
      switch access {
      case .memory: (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      case .readOnly: (file, SQLITE_OPEN_READONLY)
      case .immutable:
        ("file:\(Self.escaped(file))?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      case .readWrite: (file, SQLITE_OPEN_READWRITE)
      }
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      let reason = Self.reason(code, errno: opened.map { sqlite3_system_errno($0) } ?? 0)
      sqlite3_close_v2(opened)
      throw .cannotOpen(path, reason: reason)
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, Int32(patience))
    csqlite_distrust_schema(handle)
  }

  deinit {
    statements.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Whether the file can only be read, whatever was asked for.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  private static func escaped(_ path: String) -> String {
    var escaped = ""
    for character in path.unicodeScalars {
      switch character {
      case "%": escaped += "%25"
      case "?": escaped += "%3f"
      case "#": escaped += "%23"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}

@available(*, unavailable) extension Connection: Sendable {}

// MARK: - Queries

extension Connection {
  /// Runs SQL of our own that has no values, one statement or several.
  func execute(_ sql: String) throws(JournalError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// Runs one statement, once.
  /// - Returns: How many rows it changed.
  @discardableResult
  func run(_ sql: String, _ values: [SQLValue] = []) throws(JournalError) -> Int {
    try forEach(sql, values) { _ in }
    return Int(sqlite3_changes(handle))
  }

  /// Hands over every row, in the order of the query.
  ///
  /// A row is only valid in `body`, which may run other statements but not the same SQL again.
  func forEach(
    _ sql: String, _ values: [SQLValue] = [],
    _ body: (borrowing Row) throws(JournalError) -> Void
  ) throws(JournalError) {
    let statement = try prepared(sql)
    defer { statement.reset() }
    let code = statement.bind(values)
    guard code == SQLITE_OK else { throw failure(code) }
    while true {
      switch sqlite3_step(statement.handle) {
      case SQLITE_ROW: try body(Row(statement.handle))
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  /// The rows as values.
  func all<Value>(
    _ sql: String, _ values: [SQLValue] = [],
    _ read: (borrowing Row) throws(JournalError) -> Value
  ) throws(JournalError) -> [Value] {
    var found: [Value] = []
    try forEach(sql, values) { (row) throws(JournalError) in found.append(try read(row)) }
    return found
  }

  /// The last row as a value, for queries that have at most one; nil where there is none.
  func first<Value>(
    _ sql: String, _ values: [SQLValue] = [],
    _ read: (borrowing Row) throws(JournalError) -> Value
  ) throws(JournalError) -> Value? {
    var found: Value?
    try forEach(sql, values) { (row) throws(JournalError) in found = try read(row) }
    return found
  }

  /// The integer of a query that has one, such as a pragma or a count; 0 without a row.
  func integer(_ sql: String, _ values: [SQLValue] = []) throws(JournalError) -> Int {
    try first(sql, values) { $0.integer(0) } ?? 0
  }

  /// The row number that the latest insertion gave.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }

  private func prepared(_ sql: String) throws(JournalError) -> Statement {
    if let statement = statements[sql] { return statement }
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, Int32(sql.utf8.count), UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled else { throw failure(code) }
    let statement = Statement(compiled)
    statements[sql] = statement
    return statement
  }
}

// MARK: - Transactions

extension Connection {
  /// Writes all that `body` writes, or nothing; on return it is on disk.
  func transaction<Value>(_ body: () throws(JournalError) -> Value) throws(JournalError) -> Value {
    try run("BEGIN IMMEDIATE")
    do throws(JournalError) {
      let value = try body()
      try file?.requireInPlace()
      try run("COMMIT")
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Reads all that `body` reads as of one moment, whatever others write meanwhile.
  func snapshot<Value>(_ body: () throws(JournalError) -> Value) throws(JournalError) -> Value {
    // A transaction sees one state already.
    guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
    try run("BEGIN")
    // A damaged page that was met fails the COMMIT too; what was read stands.
    defer { rollBack() }
    return try body()
  }

  /// Ends a transaction without writing; SQLite has done so already after some errors, and another
  /// failure here would hide the first.
  private func rollBack() {
    if sqlite3_get_autocommit(handle) == 0 { _ = try? run("ROLLBACK") }
  }
}

// MARK: - Copies

extension Connection {
  /// Writes the whole database, as of one moment, over another one; others may write to this one
  /// meanwhile (SQLite's online backup).
  func copy(into other: Connection) throws(JournalError) {
    guard let backup = sqlite3_backup_init(other.handle, "main", handle, "main") else {
      throw other.failure(sqlite3_extended_errcode(other.handle))
    }
    let stepped = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      throw other.failure(finished == SQLITE_OK ? stepped : finished)
    }
  }
}

// MARK: - Failures

extension Connection {
  private func failure(_ code: Int32) -> JournalError {
    let errno = sqlite3_system_errno(handle)
    let reason = String(cString: sqlite3_errmsg(handle))
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return .locked(path)
    case SQLITE_FULL: return .diskFull(path)
    case SQLITE_READONLY: return .readOnly(path)
    case SQLITE_NOTADB: return .notAStore(path)
    case SQLITE_CORRUPT: return .damaged(path, detail: reason)
    case SQLITE_CANTOPEN: return .cannotOpen(path, reason: Self.reason(code, errno: errno))
    case SQLITE_IOERR where Self.meansFull(errno): return .diskFull(path)
    case SQLITE_IOERR: return .ioFailed(path, reason: Self.reason(code, errno: errno))
    default: return .sqlite(path, code: Int(code), reason: reason)
    }
  }

  /// Running out of room shows as an I/O error where SQLite was growing the files beside the store.
  private static func meansFull(_ errno: Int32) -> Bool {
    let noSpace: Int32 = 28  // ENOSPC
    let quotaExceeded: Int32 = 122  // EDQUOT
    return errno == noSpace || errno == quotaExceeded
  }

  private static func reason(_ code: Int32, errno: Int32) -> String {
    errno == 0 ? String(cString: sqlite3_errstr(code)) : SystemError(errno).description
  }
}

// MARK: - Rows

/// The current row of a running query.
struct Row: ~Copyable {
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer) { self.handle = handle }

  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  /// The text of a column, also with zero bytes in it; empty for null.
  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  /// The bytes of a text or a blob; empty for null.
  func bytes(_ column: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func value(_ column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(bytes(column))
    default: .null
    }
  }
}

/// A compiled statement, kept for its next use.
private final class Statement {
  let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { sqlite3_finalize(handle) }

  func bind(_ values: [SQLValue]) -> Int32 {
    for (offset, value) in values.enumerated() {
      let code = bind(value, at: Int32(offset + 1))
      if code != SQLITE_OK { return code }
    }
    return SQLITE_OK
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let integer): return sqlite3_bind_int64(handle, index, integer)
    case .real(let real): return sqlite3_bind_double(handle, index, real)
    // An empty text may have no address, which SQLite would take for null.
    case .text(""): return csqlite_bind_text_copying(handle, index, "", 0)
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          csqlite_bind_text_copying(handle, index, $0.baseAddress, Int32($0.count))
        }
      }
    case .blob(let bytes):
      return bytes.withUnsafeBytes {
        $0.isEmpty
          ? sqlite3_bind_zeroblob(handle, index, 0)
          : csqlite_bind_blob_copying(handle, index, $0.baseAddress, Int32($0.count))
      }
    }
  }

  /// Ends the run and drops the values, so that the next user starts clean.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }
}
