import ClaimModel
private import Glibc

/// The version that a database has and the one it should have.
struct Schema {
  let connection: Connection
  let migrations: [Migration]

  /// `ASSY`, in the header of every store, so that `file` and we tell ours from others.
  static let applicationID = 0x4153_5359

  /// Sets the connection up, and creates or migrates the schema where that is due.
  func prepareForWriting(creating: Bool, patience: Int, at moment: Timestamp)
    throws(JournalError)
  {
    // First, for where nothing can be written beside the file, nothing can be read of it this way.
    guard !connection.isReadOnly else { throw .readOnly(connection.path) }
    let version = try checkedVersion()
    guard version > 0 || creating else { throw .unfinished(connection.path) }
    if version == 0 { try useWriteAheadLog(patience: patience) }
    try setUp()
    guard version < migrations.count else { return }
    if version > 0 {
      try Backup(of: connection).replace(connection.path + ".backup-v\(version)")
    }
    try migrate(at: moment)
  }

  /// Sets the connection up for a store that is only read; one of an older version is not changed.
  func checkForReading() throws(JournalError) {
    let version = try checkedVersion()
    guard version > 0 else { throw .unfinished(connection.path) }
    guard version == migrations.count else {
      throw .olderStore(connection.path, version: version, known: migrations.count)
    }
    try setUp()
  }

  private func setUp() throws(JournalError) {
    try connection.execute(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA cache_size = -16384;
      PRAGMA temp_store = FILE;
      """)
  }

  /// The version of the database; 0 for an empty one.
  private func checkedVersion() throws(JournalError) -> Int {
    let version = try connection.integer("PRAGMA user_version")
    guard try connection.integer("PRAGMA application_id") == Self.applicationID else {
      let isEmpty = try connection.integer("SELECT count(*) FROM sqlite_schema") == 0
      guard isEmpty && version == 0 else { throw .notAStore(connection.path) }
      return 0
    }
    guard version > 0 else { throw .notAStore(connection.path) }
    guard version <= migrations.count else {
      throw .newerStore(connection.path, version: version, known: migrations.count)
    }
    return version
  }

  /// Two processes that make the same store at the same moment are refused without being made to
  /// wait, so the waiting is here.
  private func useWriteAheadLog(patience: Int) throws(JournalError) {
    let pause = 10
    var waited = 0
    while true {
      do throws(JournalError) {
        _ = try connection.first("PRAGMA journal_mode = WAL") { $0.text(0) }
        return
      } catch {
        guard case .locked = error, waited < patience else { throw error }
        usleep(UInt32(pause * 1000))
        waited += pause
      }
    }
  }

  private func migrate(at moment: Timestamp) throws(JournalError) {
    try connection.transaction { () throws(JournalError) in
      // Another process may have been faster.
      let version = try connection.integer("PRAGMA user_version")
      guard version < migrations.count else { return }
      for (index, migration) in migrations.enumerated().dropFirst(version) {
        try connection.execute(migration.sql)
        try migration.convert(connection)
        try connection.run(
          "INSERT INTO migration(version, name, applied) VALUES (?, ?, ?)",
          [.integer(index + 1), .text(migration.name), .integer(moment.milliseconds)])
      }
      try connection.execute(
        """
        PRAGMA application_id = \(Self.applicationID);
        PRAGMA user_version = \(migrations.count);
        """)
    }
  }
}
