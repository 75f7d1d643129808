/// One value of a row, of the five types that SQLite stores.
enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
  static func text(orNull text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
}
