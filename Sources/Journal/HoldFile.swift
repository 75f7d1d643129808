import Files
private import Glibc

/// The file `<store>.holds`, opened: stretches of it are locked for sessions, and it is there only while
/// somebody has it open.
///
/// Whoever has it open shares a lock on its first stretch, which belongs to no session. Whoever lets go
/// of it takes that lock alone, if it is free: then nobody else has the file, and it is removed. Whoever
/// opens it looks, once the lock is shared, whether the path still leads to this file, and opens it again
/// where a removal came between; from then on nobody can remove it. A process that dies leaves the file
/// but no lock, and the next one to let go removes it.
final class HoldFile {
  private let path: String
  private let descriptor: Int32

  /// The length of a stretch, in bytes.
  static let stretch = 256

  /// The locks that the Glibc module hides, `F_OFD_SETLK` and the one that waits, `F_OFD_SETLKW`: they
  /// belong to the open file, not to the process, so that they also hold between two stores of one
  /// process.
  private enum Lock {
    static let set: Int32 = 37
    static let setWaiting: Int32 = 38
  }

  /// Opens the file, and makes it where it is not there.
  ///
  /// - Parameter group: The group that shares the store; nil for a private one.
  init(_ path: String, sharedWith group: UInt32?) throws(FileRefusal) {
    self.path = path
    while true {
      let opened = try SafeFile.open(path, for: .updating, mode: 0o600, sharedWith: group)
      if let group { Self.share(opened, with: group) }
      // Waits no longer than somebody takes to remove the file.
      guard Self.lock(opened, Int32(F_RDLCK), stretch: 0, command: Lock.setWaiting) else {
        let error = errno
        close(opened)
        throw .system(error)
      }
      if Self.leads(path, to: opened) {
        descriptor = opened
        return
      }
      close(opened)
    }
  }

  deinit {
    // Given up before it is taken alone: of two that let go at once, each would else see the other's share.
    _ = Self.lock(descriptor, Int32(F_UNLCK), stretch: 0, command: Lock.set)
    if Self.lock(descriptor, Int32(F_WRLCK), stretch: 0, command: Lock.set),
      Self.leads(path, to: descriptor)
    {
      unlink(path)
    }
    close(descriptor)
  }

  // MARK: - Stretches

  /// Takes a stretch, from 1 up, for this opening of the file alone, until it is closed.
  func lock(_ stretch: Int) throws(SystemError) {
    guard Self.lock(descriptor, Int32(F_WRLCK), stretch: stretch, command: Lock.set) else {
      throw SystemError.current
    }
  }

  func read(_ stretch: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.stretch)
    let count = pread(descriptor, &bytes, bytes.count, off_t(stretch * Self.stretch))
    return Array(bytes.prefix(max(0, count)))
  }

  /// Fills a stretch with bytes, padded with spaces.
  ///
  /// That it cannot be written is not told: what stands there is a courtesy, and the lock holds all the
  /// same.
  func write(_ bytes: [UInt8], to stretch: Int) {
    let space = UInt8(ascii: " ")
    let padded =
      bytes.prefix(Self.stretch) + repeatElement(space, count: max(0, Self.stretch - bytes.count))
    _ = padded.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(stretch * Self.stretch))
    }
  }

  // MARK: - System calls

  private static func lock(_ descriptor: Int32, _ type: Int32, stretch: Int, command: Int32) -> Bool
  {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(stretch * Self.stretch)
    lock.l_len = off_t(Self.stretch)
    while fcntl(descriptor, command, &lock) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }

  /// Gives a file that was just made the rights of a shared store; the others' is theirs to give.
  private static func share(_ descriptor: Int32, with group: UInt32) {
    fchown(descriptor, uid_t.max, group)
    fchmod(descriptor, 0o660)
  }

  private static func leads(_ path: String, to descriptor: Int32) -> Bool {
    guard let opened = FileIdentity(descriptor: descriptor) else { return false }
    return FileIdentity(at: path) == opened
  }
}

@available(*, unavailable) extension HoldFile: Sendable {}
