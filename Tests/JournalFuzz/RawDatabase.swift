private import CSQLite

/// SQLite behind the program's back: what somebody has who edits a store.
final class RawDatabase {
  private let handle: OpaquePointer

  struct Failure: Error { let reason: String }

  enum Value: Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    var integer: Int64 { if case .integer(let number) = self { number } else { 0 } }
    var text: String { if case .text(let text) = self { text } else { "" } }
    var blob: [UInt8] { if case .blob(let bytes) = self { bytes } else { [] } }
  }

  init(_ path: String) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw Failure(reason: String(cString: sqlite3_errstr(code)))
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs one statement.
  /// - Returns: Its rows.
  @discardableResult
  func run(_ sql: String, _ values: [Value] = []) throws -> [[Value]] {
    var compiled: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &compiled, nil) == SQLITE_OK, let compiled else {
      throw failure
    }
    defer { sqlite3_finalize(compiled) }
    for (index, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .null: sqlite3_bind_null(compiled, index)
        case .integer(let number): sqlite3_bind_int64(compiled, index, number)
        case .real(let number): sqlite3_bind_double(compiled, index, number)
        case .text(let text):
          csqlite_bind_text_copying(compiled, index, text, Int32(text.utf8.count))
        case .blob(let bytes):
          bytes.withUnsafeBytes {
            csqlite_bind_blob_copying(compiled, index, $0.baseAddress, Int32($0.count))
          }
        }
      guard code == SQLITE_OK else { throw failure }
    }
    var rows: [[Value]] = []
    while true {
      switch sqlite3_step(compiled) {
      case SQLITE_ROW:
        rows.append((0..<sqlite3_column_count(compiled)).map { Self.value(of: compiled, $0) })
      case SQLITE_DONE: return rows
      default: throw failure
      }
    }
  }

  private static func value(of statement: OpaquePointer, _ column: Int32) -> Value {
    let bytes = { () -> [UInt8] in
      guard let start = sqlite3_column_blob(statement, column) else { return [] }
      let count = Int(sqlite3_column_bytes(statement, column))
      return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
    return switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT: .text(String(decoding: bytes(), as: UTF8.self))
    case SQLITE_BLOB: .blob(bytes())
    default: .null
    }
  }

  private var failure: Failure { Failure(reason: String(cString: sqlite3_errmsg(handle))) }
}
