package import Glibc

/// Opens files that the program writes to under names that others can guess: locks, histories, stores,
/// what lies beside them.
///
/// In a folder where others may write, such a name can be planted beforehand: as a symbolic or a hard
/// link to a file that only the user may write, or as a pipe that waits for ever. So a link is never
/// followed, and only a regular file of the user's own, with one name, is opened.
package enum SafeFile {
  /// What a file is opened for.
  package enum Purpose: Sendable {
    /// Written at its end; made where there is none.
    case appending
    /// Read and written anywhere; made where there is none.
    case updating
    /// Written from its beginning; refused where something of that name is there already.
    case creating
  }

  /// Opens a file that is closed when the program runs another.
  ///
  /// - Parameters:
  ///   - mode: The permissions of a file that is made, less those that the umask takes.
  ///   - group: A group whose members own such files together; nil where only the user's own will do.
  /// - Returns: A descriptor that the caller closes.
  package static func open(
    _ path: String, for purpose: Purpose, mode: mode_t, sharedWith group: gid_t? = nil
  ) throws(FileRefusal) -> Int32 {
    guard !path.utf8.contains(0) else { throw .system(EINVAL) }
    let flags: Int32 =
      switch purpose {
      case .appending: O_WRONLY | O_APPEND | O_CREAT
      case .updating: O_RDWR | O_CREAT
      case .creating: O_WRONLY | O_CREAT | O_EXCL
      }
    // Non-blocking, for a pipe would wait for its reader; regular files do not care.
    let descriptor = Glibc.open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      switch errno {
      case ELOOP: throw .symbolicLink
      case ENXIO: throw .notRegular
      case let code: throw .system(code)
      }
    }
    do throws(FileRefusal) {
      try check(descriptor, sharedWith: group)
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Refuses a name that is there and leads to anything but a regular file of one name, whoever owns it.
  ///
  /// For files that another library opens, such as the log beside a store, and for those that are read
  /// before they are replaced.
  package static func checkKind(_ path: String) throws(FileRefusal) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    try checkKind(status)
  }

  private static func check(_ descriptor: Int32, sharedWith group: gid_t?) throws(FileRefusal) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    try check(status, sharedWith: group)
  }

  private static func check(_ status: stat, sharedWith group: gid_t?) throws(FileRefusal) {
    try checkKind(status)
    let isOwn = status.st_uid == geteuid()
    guard isOwn || group.map({ status.st_gid == $0 }) ?? false else { throw .foreign }
  }

  private static func checkKind(_ status: stat) throws(FileRefusal) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw .symbolicLink
    default: throw .notRegular
    }
    // Where somebody is removing it, it has none.
    guard status.st_nlink <= 1 else { throw .severalNames }
  }
}

/// Why a file is not opened.
package enum FileRefusal: Error, Equatable {
  /// The system's `errno`.
  case system(Int32)
  case symbolicLink
  case notRegular
  /// It has hard links.
  case severalNames
  /// It belongs to another user.
  case foreign
}

extension FileRefusal: CustomStringConvertible {
  /// The rest of a sentence that names the file: `it is a symbolic link`.
  package var description: String {
    switch self {
    case .system(let code): Self.words(code)
    case .symbolicLink: "it is a symbolic link, and the program writes to none"
    case .notRegular: "it is no regular file"
    case .severalNames: "the file has another name too (a hard link)"
    case .foreign: "it belongs to another user"
    }
  }

  private static func words(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "system error \(code)" }
    return String(cString: text).lowercased()
  }
}
