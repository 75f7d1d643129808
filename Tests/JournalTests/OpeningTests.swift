import ClaimModel
import Foundation
import Testing

@testable import Journal

@Suite("Opening a store")
struct OpeningTests {
  let folder: TemporaryFolder
  let clock = SteppingClock()
  var path: String { folder.file("store.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  func open(_ mode: Store.Mode, patience: Int = 5000) throws -> Store {
    try Store(at: path, mode: mode, patience: patience, now: clock.now)
  }

  /// Another program's connection to the store.
  func raw(_ path: String? = nil) throws -> Connection {
    let path = path ?? self.path
    if !FileManager.default.fileExists(atPath: path) {
      try Data().write(to: URL(fileURLWithPath: path))
    }
    return try Connection(path: path, access: .readWrite, patience: 0)
  }

  @Test("makes the file and the folder that it lies in, and no more")
  func creates() throws {
    let inside = folder.file("Sessions/store.sqlite")
    _ = try Store(at: inside, mode: .create, now: clock.now)
    #expect(FileManager.default.fileExists(atPath: inside))
    let deep = folder.file("a/b/store.sqlite")
    #expect(throws: JournalError.cannotCreate(deep, reason: "no such file or directory")) {
      try Store(at: deep, mode: .create, now: clock.now)
    }
  }

  @Test("is durable: write-ahead log, full synchronisation, our mark in the header")
  func settings() throws {
    let connection = try open(.create).connection
    #expect(try connection.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
    #expect(try connection.integer("PRAGMA synchronous") == 2)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
    #expect(try connection.integer("PRAGMA application_id") == 0x4153_5359)
    #expect(try connection.integer("PRAGMA user_version") == Migration.all.count)
  }

  @Test("says that there is none, except where it may make one", arguments: [false, true])
  func missing(readOnly: Bool) throws {
    #expect(throws: JournalError.noSuchStore(path)) {
      try open(readOnly ? .readOnly : .readWrite)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("takes an empty file for a store that is still to be made")
  func emptyFile() throws {
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: JournalError.unfinished(path)) { try open(.readOnly) }
    #expect(throws: JournalError.unfinished(path)) { try open(.readWrite) }
    _ = try open(.create).createSession()
    #expect(try open(.readWrite).sessionCount() == 1)
  }

  @Test("leaves a file alone that is no store of ours")
  func foreign() throws {
    let texts = ["just a text", String(repeating: "words and words\n", count: 1000)]
    for text in texts {
      try text.write(toFile: path, atomically: false, encoding: .utf8)
      for mode in [Store.Mode.create, .readWrite, .readOnly] {
        #expect(throws: JournalError.notAStore(path)) { try open(mode) }
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
    let other = folder.file("other.sqlite")
    try raw(other).execute("CREATE TABLE shopping(item)")
    #expect(throws: JournalError.notAStore(other)) {
      try Store(at: other, mode: .create, now: clock.now)
    }
    try raw(other).execute("PRAGMA application_id = 77; PRAGMA user_version = 1")
    #expect(throws: JournalError.notAStore(other)) {
      try Store(at: other, mode: .create, now: clock.now)
    }
  }

  @Test("says that a truncated store is damaged")
  func truncated() throws {
    do { _ = try open(.create).createSession() }
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for size in [whole.count / 2, 5000, 4096] {
      try whole.prefix(size).write(to: URL(fileURLWithPath: path))
      for mode in [Store.Mode.create, .readWrite, .readOnly] {
        let error = #expect(throws: JournalError.self) { try open(mode).sessions() }
        guard case .damaged(path, _)? = error else {
          Issue.record("\(size) bytes: \(String(describing: error))")
          continue
        }
      }
    }
  }

  @Test("leaves a store of a newer version alone")
  func newer() throws {
    do { _ = try open(.create).createSession() }
    try raw().execute("PRAGMA user_version = 9")
    for mode in [Store.Mode.create, .readWrite, .readOnly] {
      #expect(throws: JournalError.newerStore(path, version: 9, known: Migration.all.count)) {
        try open(mode)
      }
    }
  }

  @Test("gives up on a store that another program keeps locked, and goes on afterwards")
  func locked() throws {
    let store = try open(.create, patience: 20)
    var stored = try store.createSession()
    let before = stored.session
    let other = try raw()
    try other.execute("BEGIN IMMEDIATE")
    #expect(throws: JournalError.locked(path)) {
      try store.append([.status(1, "open")], to: &stored)
    }
    #expect(stored.session == before)
    #expect(try store.session(stored.id).session == before)
    try other.execute("ROLLBACK")
    try store.append([.status(1, "open")], to: &stored)
    #expect(try store.session(stored.id).session == stored.session)
  }

  @Test("loses nothing when the disk is full, and goes on when there is room again")
  func diskFull() throws {
    let store = try open(.create)
    var stored = try store.createSession()
    let pages = try store.connection.integer("PRAGMA page_count")
    _ = try store.connection.integer("PRAGMA max_page_count = \(pages)")
    let before = stored.session
    let long = String(repeating: "a long note ", count: 5000)
    #expect(throws: JournalError.diskFull(path)) {
      try store.append([.noted(1, long)], to: &stored)
    }
    #expect(stored.session == before)
    #expect(throws: JournalError.diskFull(path)) {
      try store.createSession(Sample(1, sentences: Array(repeating: long, count: 3)))
    }
    #expect(try store.session(stored.id).session == before)
    #expect(try store.verify() == [])
    _ = try store.connection.integer("PRAGMA max_page_count = 1000000")
    try store.append([.noted(1, long)], to: &stored)
    #expect(try open(.readOnly).session(stored.id).session == stored.session)
  }

  @Test("reads in a read-only folder, and says why it cannot write there")
  func readOnlyFolder() throws {
    let id: SessionID
    do {
      let store = try open(.create)
      id = try store.createSession().id
    }
    try withoutWriting(to: [folder.path, path]) {
      let store = try open(.readOnly)
      #expect(try store.session(id).session.state.claims.count == 5)
      #expect(try store.search(SearchQuery("harbour")).count == 1)
      #expect(try store.verify() == [])
      #expect(throws: JournalError.readOnly(path)) { try open(.readWrite) }
      #expect(throws: JournalError.readOnly(path)) { try open(.create) }
      let new = folder.file("new.sqlite")
      #expect(throws: JournalError.cannotCreate(new, reason: "permission denied")) {
        try Store(at: new, mode: .create, now: clock.now)
      }
      let newFolder = folder.file("new/store.sqlite")
      #expect(throws: JournalError.cannotCreate(newFolder, reason: "permission denied")) {
        try Store(at: newFolder, mode: .create, now: clock.now)
      }
    }
  }

  @Test("says that it cannot write where only the folder is read-only")
  func readOnlyFolderOnly() throws {
    let stored: StoredSession
    do { stored = try open(.create).createSession() }
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    try withoutWriting(to: [folder.path]) {
      #expect(throws: JournalError.readOnly(path)) {
        let store = try open(.readWrite)
        var stored = stored
        try store.append([.status(1, "open")], to: &stored)
      }
    }
  }

  @Test("refuses to write to a store that was opened for reading")
  func readOnlyMode() throws {
    let stored = try open(.create).createSession()
    let store = try open(.readOnly)
    let sample = Sample(1)
    #expect(throws: JournalError.readOnly(path)) {
      var stored = stored
      try store.append([.status(1, "open")], to: &stored)
    }
    #expect(throws: JournalError.readOnly(path)) { try store.add(sample.article) }
    #expect(throws: JournalError.readOnly(path)) { try store.add(Sample.codebook()) }
    #expect(throws: JournalError.readOnly(path)) { try store.createSession(sample) }
    #expect(throws: JournalError.readOnly(path)) { try store.hold(stored.id, annotator: "a") }
    #expect(throws: JournalError.readOnly(path)) { try store.repair() }
  }

  @Test("takes odd names for file names, and a folder for no store")
  func oddNames() throws {
    for name in ["with space?#%20.sqlite", "'quoted'.sqlite", "ümläut-🦢.sqlite"] {
      let odd = folder.file(name)
      do { _ = try Store(at: odd, mode: .create, now: clock.now).createSession() }
      #expect(FileManager.default.fileExists(atPath: odd))
      let connection = try Connection(path: odd, access: .immutable, patience: 0)
      #expect(try connection.integer("SELECT count(*) FROM session") == 1)
    }
    #expect(throws: JournalError.noSuchStore(":memory:")) {
      try Store(at: ":memory:", mode: .readWrite, now: clock.now)
    }
    let error = #expect(throws: JournalError.self) {
      try Store(at: folder.path, mode: .create, now: clock.now)
    }
    guard case .cannotOpen(folder.path, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(throws: JournalError.self) {
      try Store(at: folder.file("a\u{0}b"), mode: .create, now: clock.now)
    }
  }

  /// Runs `body` as somebody who may not write to some files.
  ///
  /// Root may write everywhere, so for root the thread looks at files as another user meanwhile.
  private func withoutWriting(to paths: [String], _ body: () throws -> Void) throws {
    let manager = FileManager.default
    for path in paths {
      var isFolder: ObjCBool = false
      _ = manager.fileExists(atPath: path, isDirectory: &isFolder)
      try manager.setAttributes(
        [.posixPermissions: isFolder.boolValue ? 0o555 : 0o444], ofItemAtPath: path)
    }
    defer {
      for path in paths {
        try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      }
    }
    guard geteuid() == 0 else { return try body() }
    typealias SetFileUser = @convention(c) (UInt32) -> Int32
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setFileUser = unsafeBitCast(symbol, to: SetFileUser.self)
    _ = setFileUser(65534)
    defer { _ = setFileUser(0) }
    try body()
  }
}
