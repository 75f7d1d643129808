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
    try copy(to: destination)
    try synchronize(destination)
  }

  /// Writes the copy in place of an earlier one, which stays until the new one is whole.
  func replace(_ destination: String) throws(JournalError) {
    let unfinished = destination + ".unfinished"
    unlink(unfinished)
    try copy(to: unfinished)
    try synchronize(unfinished)
    guard rename(unfinished, destination) == 0 else {
      throw .cannotCreate(destination, reason: SystemError.current.description)
    }
  }

  /// Leaves no half of a copy behind.
  private func copy(to destination: String) throws(JournalError) {
    // Made before it is filled, with the rights of the store; what is planted there is no empty file.
    try StoreFile.make(destination, isShared: StoreFile.group(of: connection.path) != nil)
    let file = destination.first == "/" ? destination : "./" + destination
    do throws(JournalError) {
      try connection.run("VACUUM INTO ?", [.text(file)])
    } catch {
      unlink(destination)
      switch error {
      case .diskFull: throw .cannotCreate(destination, reason: "no room is left on the disk")
      case .cannotOpen(_, let reason): throw .cannotCreate(destination, reason: reason)
      default: throw error
      }
    }
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
