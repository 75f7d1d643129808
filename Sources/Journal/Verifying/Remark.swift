package import ClaimModel

/// Something that `verify` cannot know or that is unusual, but that no honest use rules out.
package enum Remark: Equatable, Sendable {
  /// Moments run back in sessions that do not say whether they were begun under `clock`.
  case momentRunsBack(SessionID, event: Int)
  /// No session is on this reading: it was fetched by a program that was then killed, came along with a
  /// merge, or was left by an older version when a load was given up.
  case readingUnused(ReadingID)
  case codebookUnused(String)
  /// The first session has the very events of the second; older versions imported a file twice.
  case sessionTwice(SessionID, SessionID)
  /// Sessions of older versions, whose first event holds no hash of the reading.
  case readingsUnhashed(sessions: [SessionID])
  /// What was fetched from this address reads a little differently now; a newer reader may be why.
  case pageReadsOtherwise(String)
  /// The index is asked by writing, and the store can only be read.
  case searchIndexUnchecked
  /// A later migration has an earlier moment; a clock that was set back, or a script's, gives that too.
  case migrationsOutOfOrder
  /// Tables that SQLite's ANALYZE leaves.
  case statistics(String)
}

extension Remark: CustomStringConvertible {
  package var description: String {
    switch self {
    case .momentRunsBack(let session, let event):
      "session \(session): event \(event) has an earlier moment than the event before it; "
        + "it does not say whether it was made under 'clock'"
    case .readingUnused(let reading):
      "no session is on reading '\(reading.rawValue)': it came along with a merge, it was fetched and given "
        + "up, or its session is gone"
    case .codebookUnused(let codebook):
      "no session has codebook '\(codebook)': it came along with a merge, or its session is gone"
    case .sessionTwice(let session, let other):
      "session \(session) has the very events of session \(other); older versions imported a file twice"
    case .readingsUnhashed(let sessions):
      "\(sessions.count == 1 ? "session" : "sessions") "
        + sessions.prefix(10).map(\.description).joined(separator: ", ")
        + (sessions.count > 10 ? " and \(sessions.count - 10) more" : "")
        + ": opened by an older version, which recorded the article's text alone; whether its title, date, "
        + "byline, address, blocks and file are those of then cannot be told"
    case .pageReadsOtherwise(let address):
      "what was fetched from '\(address)' reads a little differently now than its article; "
        + "a newer reader may cut a page otherwise"
    case .searchIndexUnchecked:
      "the search index was not checked, for the store can only be read"
    case .migrationsOutOfOrder:
      "the list of migrations has moments that run back; a clock that was set back may be why"
    case .statistics(let table):
      "the table '\(table)' holds statistics of SQLite, which change no result"
    }
  }
}
