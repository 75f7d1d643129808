import Files
import Glibc

/// The file of a store, and those that SQLite keeps beside it, as the system sees them.
///
/// What is written goes into the files that were opened, whatever their names lead to by then: a store
/// that was renamed or removed would take decisions that nobody finds again, and one with two names
/// would have two logs. So the names are looked at before each commit.
struct StoreFile {
  /// The path as the user wrote it.
  private let path: String
  private let store: FileIdentity
  /// The files beside it by their names; empty before `noteFilesBeside`.
  private var beside: [(name: String, identity: FileIdentity)] = []

  /// The store's own file, looked at before SQLite opens it; nil where there is none.
  init?(at path: String) {
    guard let store = FileIdentity(at: path) else { return nil }
    self.path = path
    self.store = store
  }

  /// Notes which files SQLite has opened beside the store, once it has read from it.
  mutating func noteFilesBeside() {
    beside = ["-wal", "-shm"].compactMap { suffix in
      FileIdentity(at: path + suffix).map { (path + suffix, $0) }
    }
  }

  /// Makes sure that what is written is what the user's name leads to.
  /// - Complexity: Three look-ups of a name, some microseconds.
  func requireInPlace() throws(JournalError) {
    guard let now = FileIdentity(at: path), now == store else { throw .moved(path, store: path) }
    guard now.links == 1 else { throw .severalNames(path) }
    for file in beside where FileIdentity(at: file.name) != file.identity {
      throw .moved(file.name, store: path)
    }
  }
}

// MARK: - Before it is opened

extension StoreFile {
  /// The group that shares a store; nil for a private one and where there is none.
  static func group(of path: String) -> gid_t? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IWGRP != 0 else { return nil }
    return status.st_gid
  }

  /// Makes an empty file, for SQLite would not say why it cannot.
  ///
  /// - Parameter isShared: Whether the group may read and write it, whatever the umask; nobody but the
  ///   user may otherwise. SQLite gives the files beside it the same rights.
  static func make(_ path: String, isShared: Bool) throws(JournalError) {
    guard !path.utf8.contains(0) else { return }  // refused where it is opened
    // Never a file that is there: closing one would drop the locks that SQLite has on it here.
    let descriptor: Int32
    do throws(FileRefusal) {
      descriptor = try SafeFile.open(path, for: .creating, mode: 0o600)
    } catch {
      if error == .system(EEXIST) { return }
      throw .cannotCreate(path, reason: error.description)
    }
    defer { close(descriptor) }
    guard isShared else { return }
    guard fchmod(descriptor, 0o660) == 0 else {
      throw .cannotCreate(path, reason: SystemError.current.description)
    }
  }

  /// Makes the folder that a new store lies in; the folders above it must be there.
  ///
  /// - Parameter isShared: Whether what the group makes in it is the group's again.
  static func makeFolder(of path: String, isShared: Bool) throws(JournalError) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard access(folder, F_OK) != 0 else { return }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw .cannotCreate(path, reason: SystemError.current.description)
    }
    if isShared { chmod(folder, 0o2770) }
  }

  /// Refuses names beside the store that lead elsewhere: SQLite would write there.
  static func checkFilesBeside(_ path: String) throws(JournalError) {
    guard !path.utf8.contains(0) else { return }  // refused where it is opened
    for suffix in ["-wal", "-shm", "-journal"] {
      do throws(FileRefusal) {
        try SafeFile.checkKind(path + suffix)
      } catch {
        throw .unsafeFile(path + suffix, reason: error.description)
      }
    }
  }
}
