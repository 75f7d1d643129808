private import CSQLite

/// SQLite with nothing around it: what a row of the journal is measured against.
final class BareDatabase {
  private let path: String
  private let handle: OpaquePointer

  /// Opens a file, or makes it.
  init(_ path: String) throws {
    self.path = path
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw BenchError.sqlite(path, reason: String(cString: sqlite3_errstr(code)))
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs SQL without values.
  func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure }
  }

  /// Compiles one statement.
  func statement(_ sql: String) throws -> BareStatement {
    var compiled: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &compiled, nil) == SQLITE_OK, let compiled else {
      throw failure
    }
    return BareStatement(compiled, of: self)
  }

  fileprivate var failure: BenchError {
    .sqlite(path, reason: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A compiled statement, to be run any number of times.
final class BareStatement {
  private let database: BareDatabase
  private let handle: OpaquePointer

  fileprivate init(_ handle: OpaquePointer, of database: BareDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs it and fetches every column of every row.
  /// - Returns: How many rows there were.
  @discardableResult
  func run(_ values: [Value] = []) throws -> Int {
    defer { sqlite3_reset(handle) }
    for (index, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .integer(let number): sqlite3_bind_int64(handle, index, Int64(number))
        case .text(let text): csqlite_bind_text_copying(handle, index, text, Int32(text.utf8.count))
        }
      guard code == SQLITE_OK else { throw database.failure }
    }
    var rows = 0
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW:
        rows += 1
        for column in 0..<sqlite3_column_count(handle) {
          if sqlite3_column_type(handle, column) == SQLITE_INTEGER {
            _ = sqlite3_column_int64(handle, column)
          } else {
            _ = sqlite3_column_blob(handle, column)
          }
        }
      case SQLITE_DONE: return rows
      default: throw database.failure
      }
    }
  }

  enum Value {
    case integer(Int)
    case text(String)
  }
}
