package import ClaimModel
private import Fingerprint
private import Glibc

/// The journal: one SQLite file with articles, codebooks, sessions, and every event of them.
///
/// What one call writes is one transaction, on disk when the call returns. A store is used from one
/// thread; any number of processes may have the same file open.
package final class Store {
  /// The path as the user wrote it; empty for a store in memory.
  package let path: String
  package let mode: Mode
  let connection: Connection
  /// Those that its schema comes from.
  let migrations: [Migration]
  /// The clock that events are stamped with.
  let now: () -> Timestamp
  let codec = EventCodec()
  /// The codebooks that were read, by their identities, which are hashes of what they say.
  var knownCodebooks: [String: Codebook] = [:]

  /// What a store is opened for.
  package enum Mode: Sendable {
    /// Made where there is none, together with the last folder of its path.
    case create
    case readWrite
    /// Works in a read-only folder too; everything that writes throws `JournalError.readOnly`.
    case readOnly
  }

  /// Opens a store, and brings one of an older version up to date after copying it to
  /// `<path>.backup-v<old version>`.
  ///
  /// - Parameters:
  ///   - path: A file of ours, or in `create` mode one that does not exist or is empty.
  ///   - isShared: Whether a store that is made is the group's; it is the user's alone otherwise.
  ///   - patience: How many milliseconds a call waits for another process's transaction.
  ///   - now: The clock.
  package convenience init(
    at path: String, mode: Mode, isShared: Bool = false, patience: Int = 5000,
    now: @escaping () -> Timestamp
  ) throws(JournalError) {
    try self.init(
      at: path, mode: mode, isShared: isShared, patience: patience, migrations: Migration.all,
      now: now)
  }

  init(
    at path: String, mode: Mode, isShared: Bool = false, patience: Int = 5000,
    migrations: [Migration], leavesNoTrace: Bool = false, now: @escaping () -> Timestamp
  ) throws(JournalError) {
    self.path = path
    self.mode = mode
    self.migrations = migrations
    self.now = now
    let exists = access(path, F_OK) == 0
    if mode == .create && !exists {
      try StoreFile.makeFolder(of: path, isShared: isShared)
      try StoreFile.make(path, isShared: isShared)
    }
    var file = StoreFile(at: path)
    try StoreFile.checkFilesBeside(path)
    switch mode {
    case .create:
      connection = try Connection(path: path, access: .readWrite, patience: patience)
    case .readWrite:
      guard exists else { throw .noSuchStore(path) }
      connection = try Connection(path: path, access: .readWrite, patience: patience)
    case .readOnly:
      guard exists else { throw .noSuchStore(path) }
      connection = try Self.openedForReading(
        path, patience: patience, leavesNoTrace: leavesNoTrace)
    }
    let schema = Schema(connection: connection, migrations: migrations)
    switch mode {
    case .create: try schema.prepareForWriting(creating: true, patience: patience, at: now())
    case .readWrite: try schema.prepareForWriting(creating: false, patience: patience, at: now())
    case .readOnly: try schema.checkForReading()
    }
    file?.noteFilesBeside()
    connection.file = file
  }

  /// Makes a store that lives as long as the object, for trying things out.
  package static func inMemory(now: @escaping () -> Timestamp) throws(JournalError) -> Store {
    try Store(inMemoryWith: Migration.all, now: now)
  }

  private init(inMemoryWith migrations: [Migration], now: @escaping () -> Timestamp)
    throws(JournalError)
  {
    path = ""
    mode = .create
    self.migrations = migrations
    self.now = now
    connection = try Connection(path: "", access: .memory, patience: 0)
    try Schema(connection: connection, migrations: migrations)
      .prepareForWriting(creating: true, patience: 0, at: now())
  }

  /// Copies the store, as of now, to a file that does not exist yet.
  package func backUp(to destination: String) throws(JournalError) {
    try Backup(of: connection).write(to: destination)
  }

  /// Whether the group of the file may write to it.
  package var isShared: Bool { StoreFile.group(of: path) != nil }

  func requireWritable() throws(JournalError) {
    guard mode != .readOnly else { throw .readOnly(path) }
  }
}

@available(*, unavailable) extension Store: Sendable {}

// MARK: - Opening

extension Store {
  /// A store in WAL mode needs files beside it even for reading; where they cannot be made and no
  /// writer has left any, the file is whole by itself and is read as it is.
  ///
  /// - Parameter leavesNoTrace: Whether no file is to be made beside a store that nobody has open.
  static func openedForReading(
    _ path: String, patience: Int, leavesNoTrace: Bool
  ) throws(JournalError) -> Connection {
    if leavesNoTrace, access(path + "-wal", F_OK) != 0 {
      return try Connection(path: path, access: .immutable, patience: patience)
    }
    let connection = try Connection(path: path, access: .readOnly, patience: patience)
    do throws(JournalError) {
      _ = try connection.integer("PRAGMA user_version")
      return connection
    } catch {
      var log = stat()
      let hasLog = stat(path + "-wal", &log) == 0 && log.st_size > 0
      switch error {
      case .cannotOpen, .readOnly:
        guard !hasLog else { throw .unreadLog(path) }
        return try Connection(path: path, access: .immutable, patience: patience)
      default: throw error
      }
    }
  }
}
