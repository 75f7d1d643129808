import ClaimModel

/// What the search index holds of a claim, or of the notes on a session as a whole.
///
/// The index keeps no copy of its texts, so what is taken out must be told exactly as it was put in.
struct SearchEntry: Hashable {
  let key: Int64
  let text: String?
  let statement: String?
  let notes: String?

  /// The entry of a claim.
  init(_ record: ClaimRecord, in session: SessionID, of article: Article) {
    key = session.key(ofClaim: record.claim.id.rawValue)
    text = article.words(of: record)
    statement = record.wording
    notes = record.notes.isEmpty ? nil : record.notes.joined(separator: "\n")
  }

  /// The entry of the notes on a session as a whole; nil without any.
  init?(sessionNotes notes: [String], in session: SessionID) {
    guard !notes.isEmpty else { return nil }
    key = session.key(ofClaim: 0)
    text = nil
    statement = nil
    self.notes = notes.joined(separator: "\n")
  }

  func insert(into connection: Connection) throws(JournalError) {
    try connection.run(
      "INSERT INTO search(rowid, text, statement, notes) VALUES (?, ?, ?, ?)", values)
  }

  func delete(from connection: Connection) throws(JournalError) {
    try connection.run(
      """
      INSERT INTO search(search, rowid, text, statement, notes) VALUES ('delete', ?, ?, ?, ?)
      """, values)
  }

  private var values: [SQLValue] {
    [.integer(key), .text(orNull: text), .text(orNull: statement), .text(orNull: notes)]
  }
}
