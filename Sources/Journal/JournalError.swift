package import ClaimModel

/// Why the store could not do what was asked; nothing was changed.
package enum JournalError: Error, Equatable {
  case noSuchStore(String)
  case notAStore(String)
  /// An empty file or database.
  case unfinished(String)
  case newerStore(String, version: Int, known: Int)
  /// It would have to be migrated, and was opened to be read only.
  case olderStore(String, version: Int, known: Int)
  case cannotCreate(String, reason: String)
  case cannotOpen(String, reason: String)
  case readOnly(String)
  /// A log that was left beside a store where nothing can be written.
  case unreadLog(String)
  /// A file beside a store that leads elsewhere.
  case unsafeFile(String, reason: String)
  /// The lock file of a store, and why it cannot be used.
  case cannotLock(String, reason: String)
  /// A file of an open store is no longer where it was.
  case moved(String, store: String)
  /// An open store has hard links.
  case severalNames(String)
  case locked(String)
  case diskFull(String)
  case damaged(String, detail: String)
  case ioFailed(String, reason: String)
  case sqlite(String, code: Int, reason: String)

  case noSuchSession(SessionID)
  case noSuchArticle(ArticleID)
  case noSuchReading(ReadingID)
  case noSuchCodebook(String)
  /// A script would make a session that is there.
  case sessionExists(SessionID)
  case sessionHeld(SessionID, by: SessionHolder)
  /// Another process has appended to it since it was read.
  case sessionChanged(SessionID)
  /// An event of the store, or a part of a session, that cannot be read.
  case unreadable(SessionID, what: String)
  /// An event that does not fit what the session holds; nil for a session that is not stored yet.
  case doesNotFit(SessionID?, ReplayError)
  /// A session from elsewhere that contradicts itself.
  case notImportable(reason: String)
  case unstorable(reason: String)
}

extension JournalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchStore(let path):
      "there is no store '\(path)'; open an article to begin one, or name another with --store"
    case .notAStore(let path):
      "'\(path)' is not a store of this program; name another file with --store"
    case .unfinished(let path):
      "the store '\(path)' is empty: the program was stopped while it made the store, or something "
        + "emptied the file; open an article to begin it anew, or remove it"
    case .newerStore(let path, let version, let known):
      "the store '\(path)' has version \(version), and this program knows versions up to \(known); "
        + "use the newer program that wrote it"
    case .olderStore(let path, let version, let known):
      "the store '\(path)' has version \(version), and this program reads version \(known); "
        + "open it once with the right to write, and it is brought up to date"
    case .cannotCreate(let path, let reason):
      "cannot create the store '\(path)': \(reason); name another file with --store"
    case .cannotOpen(let path, let reason):
      "cannot open the store '\(path)': \(reason); check the name and the permissions"
    case .readOnly(let path):
      "cannot write to the store '\(path)': the file or its folder is read-only; "
        + "change the permissions or name another file with --store"
    case .unreadLog(let path):
      "the store '\(path)' was not closed: the log '\(path)-wal' holds decisions that are not in it "
        + "yet, and nothing can be written there; copy both files into another folder and open the copy"
    case .unsafeFile(let path, let reason):
      "cannot use '\(path)', which belongs to the store: \(reason); remove it and try again"
    case .cannotLock(let path, let reason):
      "cannot use the lock file '\(path)': \(reason); remove it and try again"
    case .moved(let path, let store) where path == store:
      "the store '\(path)' was renamed, removed or replaced while it was open; nothing was stored: "
        + "put it back under its name, or leave and open it anew"
    case .moved(let path, let store):
      "'\(path)', a part of the open store '\(store)', was removed or replaced; nothing was stored: "
        + "put it back, or leave and open the store anew"
    case .severalNames(let path):
      "the store '\(path)' has another name too (a hard link), and what is decided under the one is "
        + "lost under the other; nothing was stored: remove the other name, or work on a copy"
    case .locked(let path):
      "another program is writing to the store '\(path)' and does not finish; "
        + "close it and try again"
    case .diskFull(let path):
      "no room is left on the disk of the store '\(path)'; nothing was changed: "
        + "free some space and try again"
    case .damaged(let path, let detail):
      "the store '\(path)' is damaged (\(detail)); restore a copy of it, and keep this one"
    case .ioFailed(let path, let reason):
      "reading or writing the store '\(path)' failed: \(reason); check the disk and try again"
    case .sqlite(let path, let code, let reason):
      "the store '\(path)' refused (\(reason), code \(code)); run 'verify' to see whether it is whole"
    case .noSuchSession(let session):
      "there is no session \(session); 'sessions' lists those there are"
    case .noSuchArticle(let article):
      "the store has no article '\(article.rawValue)'; read its file first"
    case .noSuchReading(let reading):
      "the store has no reading '\(reading.rawValue)'; read its file first"
    case .noSuchCodebook(let codebook):
      "the store has no codebook '\(codebook)'; name its file with --codebook"
    case .sessionExists(let session):
      "the session that this would begin is there already, as session \(session); "
        + "rebuild it in another store with --store, or give another --id"
    case .sessionHeld(let session, let holder):
      "session \(session) is being worked on by \(holder); it can be read, "
        + "and changed when that program has left it"
    case .sessionChanged(let session):
      "another program has changed session \(session) meanwhile; open it again"
    case .unreadable(let session, let what):
      "\(what) of session \(session) cannot be read; run 'verify' to see what is wrong"
    case .doesNotFit(let session?, let error):
      "session \(session): \(error); run 'verify' to see what is wrong"
    case .doesNotFit(nil, let error):
      "\(error); the session was not stored"
    case .notImportable(let reason):
      "the session cannot be imported: \(reason); export it again"
    case .unstorable(let reason):
      "this cannot be stored: \(reason)"
    }
  }
}
