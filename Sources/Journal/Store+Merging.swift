package import ClaimModel
private import Fingerprint
private import FoundationEssentials
private import Glibc

/// What became of another store's sessions.
package struct MergeReport: Sendable {
  /// By the number in the other store.
  package var arrivals: [(session: SessionID, arrival: Arrival)] = []
  /// What could not be taken because it contradicts itself; the rest was taken all the same.
  package var refused: [(what: String, reason: String)] = []

  package init() {}
}

extension Store {
  /// Takes in all that another store holds, by the one rule for what comes in, in one transaction.
  ///
  /// Any order of merging the same stores gives the same sessions, branches and heads. Articles, their
  /// readings, codebooks and fetched pages come along by their hashes; a reading that came from elsewhere
  /// stays one.
  ///
  /// - Parameters:
  ///   - held: The sessions that the caller has the right to change already.
  ///   - progress: Told how many sessions of how many are done.
  /// - Throws: `JournalError.sessionHeld` where one that would move forward is worked on elsewhere.
  package func merge(
    _ other: Store, held: Set<SessionID> = [],
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(JournalError) -> MergeReport {
    try requireWritable()
    return try connection.transaction { () throws(JournalError) in
      try other.connection.snapshot { () throws(JournalError) in
        var report = MergeReport()
        try takeReadings(of: other, report: &report)
        try takeCodebooks(of: other, report: &report)
        try takePages(of: other, report: &report)
        let sessions = try other.connection.all("SELECT id FROM session ORDER BY id") {
          SessionID(rawValue: $0.integer(0))
        }
        for (index, session) in sessions.enumerated() {
          let arriving: ArrivingSession
          do throws(JournalError) {
            arriving = try checked(other.outgoing(session))
          } catch {
            report.refused.append(("session \(session)", try Self.refusal(error)))
            continue
          }
          report.arrivals.append((session, try place(arriving, held: held)))
          progress(index + 1, sessions.count)
        }
        return report
      }
    }
  }

  /// A session as it leaves for another store.
  func outgoing(_ id: SessionID) throws(JournalError) -> IncomingSession {
    let stored = try session(id)
    return IncomingSession(
      article: stored.article, codebook: stored.codebook, events: Array(stored.session.events),
      hashes: try hashes(of: id))
  }

  /// Why something of the other store is refused; an error that is not about that thing is thrown on.
  private static func refusal(_ error: JournalError) throws(JournalError) -> String {
    switch error {
    case .notImportable(let reason): reason
    case .unreadable(_, let what): "\(what) cannot be read"
    case .doesNotFit(_, let reason): reason.description
    case .noSuchArticle, .noSuchReading: "its article is missing"
    case .noSuchCodebook: "its codebook is missing"
    case .damaged(_, let detail): detail
    default: throw error
    }
  }

  // MARK: - What sessions rest on

  private func takeReadings(of other: Store, report: inout MergeReport) throws(JournalError) {
    let readings = try other.connection.all("SELECT id FROM reading ORDER BY added, id") {
      ReadingID(rawValue: $0.text(0))
    }
    for reading in readings where try !has(reading) {
      do throws(JournalError) {
        let article = try other.article(reading)
        guard ReadingID(of: article) == reading, ArticleID(of: article.text) == article.id else {
          throw .notImportable(reason: "it is not what it was hashed from")
        }
        _ = try keep(article, origin: .imported)
      } catch {
        report.refused.append(("reading '\(reading.rawValue)'", try Self.refusal(error)))
      }
    }
  }

  private func has(_ reading: ReadingID) throws(JournalError) -> Bool {
    try connection.first("SELECT 1 FROM reading WHERE id = ?", [.text(reading.rawValue)]) { _ in
      true
    } ?? false
  }

  private func takeCodebooks(of other: Store, report: inout MergeReport) throws(JournalError) {
    let codebooks = try other.connection.all("SELECT id FROM codebook ORDER BY rowid") {
      $0.text(0)
    }
    for id in codebooks {
      do throws(JournalError) {
        let codebook = try other.codebook(id)
        guard try identity(of: codebook) == id else {
          throw .notImportable(reason: "it is not what it was hashed from")
        }
        _ = try keep(codebook)
      } catch {
        report.refused.append(("codebook '\(id)'", try Self.refusal(error)))
      }
    }
  }

  private func takePages(of other: Store, report: inout MergeReport) throws(JournalError) {
    var changed: [String] = []
    try other.forEachPage { (page, article, isWhole) throws(JournalError) in
      let hasArticle = try connection.first(
        "SELECT 1 FROM article WHERE id = ?", [.text(article.rawValue)]
      ) { _ in true }
      if isWhole, hasArticle != nil {
        try keep(page, of: article)
      } else {
        changed.append(page.asked)
      }
    }
    for address in changed {
      report.refused.append(
        (what: "what was fetched from '\(address)'", reason: "it is not what it was hashed from"))
    }
  }
}

// MARK: - The other store

extension Store {
  /// Opens another store for reading as long as `body` runs.
  ///
  /// The file is not changed. One of an older version is copied to a folder for temporary files, and the
  /// copy is brought up to date.
  package static func reading<Value>(
    at path: String, now: @escaping () -> Timestamp,
    _ body: (Store) throws(JournalError) -> Value
  ) throws(JournalError) -> Value {
    do throws(JournalError) {
      return try body(
        try Store(
          at: path, mode: .readOnly, migrations: Migration.all, leavesNoTrace: true, now: now))
    } catch {
      guard case .olderStore(path, _, _) = error else { throw error }
    }
    let folder = try TemporaryFolder()
    let copy = folder.path + "/store.sqlite"
    let connection = try Self.openedForReading(path, patience: 5000, leavesNoTrace: true)
    try Backup(of: connection).write(to: copy)
    return try withExtendedLifetime(folder) { () throws(JournalError) in
      try body(try Store(at: copy, mode: .readWrite, now: now))
    }
  }

  /// Whether a path leads to the file of this store.
  package func isFile(at other: String) -> Bool {
    var mine = stat()
    var theirs = stat()
    return stat(path, &mine) == 0 && stat(other, &theirs) == 0 && mine.st_ino == theirs.st_ino
      && mine.st_dev == theirs.st_dev
  }
}

/// A folder of this process alone, which goes with the object.
private final class TemporaryFolder {
  let path: String

  init() throws(JournalError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/assay-merge.XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .cannotCreate(parent, reason: SystemError.current.description)
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@available(*, unavailable) extension TemporaryFolder: Sendable {}
