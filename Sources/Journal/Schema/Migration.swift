import ClaimModel

/// One step from a version of the schema to the next; never edited once a store has been made with it.
struct Migration: Sendable {
  /// What it does, as the table `migration` of a store records it.
  let name: String
  let sql: String
  /// What SQL cannot do, after `sql` and in the same transaction.
  var convert: @Sendable (Connection) throws(JournalError) -> Void = { _ throws(JournalError) in }

  /// All of them, in order; a store's version is how many of them it has seen.
  static let all: [Migration] = [.sessionsAndEvents, .fetchedPages, .readings]
}
