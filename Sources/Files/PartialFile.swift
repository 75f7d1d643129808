package import Glibc

/// Files in the making, beside the place that they are moved to when they are whole.
///
/// Each is locked as long as it is written, so that one which a killed program left can be told from
/// one that another program is writing, and be removed.
package enum PartialFile {
  private static let prefix = ".assay-"
  private static let suffix = ".partial"

  /// Makes an empty file under a name that nobody has, and removes those that were left there.
  ///
  /// - Parameters:
  ///   - folder: With its slash; empty for the current one.
  ///   - mode: The permissions, less those that the umask takes.
  /// - Returns: A descriptor that the caller closes, which also gives up the lock.
  package static func make(
    in folder: String, mode: mode_t
  ) throws(FileRefusal) -> (path: String, descriptor: Int32) {
    sweep(folder)
    while true {
      let path =
        folder + prefix + String(UInt64.random(in: .min ... .max), radix: 36) + suffix
      let descriptor = try SafeFile.open(path, for: .creating, mode: mode)
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK {
        return (path, descriptor)
      }
      // Another program came between, took it for one that was left, and removes it.
      close(descriptor)
    }
  }

  /// Removes what killed programs of this user left in a folder.
  private static func sweep(_ folder: String) {
    for name in names(in: folder.isEmpty ? "." : folder) {
      remove(folder + name)
    }
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid()
    else { return }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Who writes it holds the lock.
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
  }

  /// The names of such files in a folder; none where it cannot be read.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name.hasPrefix(prefix) && name.hasSuffix(suffix) { names.append(name) }
    }
    return names
  }
}
