private import Glibc

/// A copy of a whole database, as of one moment, while others may go on writing to it.
struct Backup {
  private let connection: Connection

  init(of connection: Connection) { self.connection = connection }

  /// Writes the copy to a file that does not exist yet; on return it is on disk.
  func write(to destination: String) throws(JournalError) {
    guard access(destination, F_OK) != 0 else {
      throw .cannotCreate(destination, reason: "it exists")
    }
    let unfinished = try copy(beside: destination)
    // Unlike rename, link never takes the place of a file.
    let code = link(unfinished, destination) == 0 ? 0 : errno
    unlink(unfinished)
    guard code == 0 else {
      throw .cannotCreate(destination, reason: SystemError(code).description)
    }
  }

  /// Writes the copy in place of an earlier one, which stays until the new one is whole.
  func replace(_ destination: String) throws(JournalError) {
    let unfinished = try copy(beside: destination)
    guard rename(unfinished, destination) == 0 else {
      throw .cannotCreate(destination, reason: SystemError.current.description)
    }
  }

  /// Writes the copy under another name, and leaves no half of one behind.
  private func copy(beside destination: String) throws(JournalError) -> String {
    let unfinished = destination + ".unfinished"
    unlink(unfinished)
    // Made before it is filled, with the rights of the store; what is planted there is no empty file.
    do throws(JournalError) {
      try StoreFile.make(unfinished, isShared: StoreFile.group(of: connection.path) != nil)
    } catch {
      guard case .cannotCreate(_, let reason) = error else { throw error }
      throw .cannotCreate(destination, reason: reason)
    }
    do throws(JournalError) {
      try connection.copy(
        into: Connection(path: unfinished, access: .readWrite, patience: 0))
      try synchronize(unfinished)
    } catch {
      unlink(unfinished)
      switch error {
      case .diskFull: throw .cannotCreate(destination, reason: "no room is left on the disk")
      case .cannotOpen(_, let reason): throw .cannotCreate(destination, reason: reason)
      default: throw error
      }
    }
    return unfinished
  }

  private func synchronize(_ file: String) throws(JournalError) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotCreate(file, reason: SystemError.current.description)
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .cannotCreate(file, reason: SystemError.current.description)
    }
  }
}
