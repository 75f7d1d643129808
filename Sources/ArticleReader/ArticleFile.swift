private import Glibc

/// The bytes of an input, fetched with the limit checked before and while they are read.
package enum ArticleFile {
  /// Reads a file or a named pipe.
  ///
  /// - Throws: `missing`, `isDirectory`, `notRegular` (a device), `notReadable` or `tooLarge`.
  package static func load(
    path: String, limits: Limits = .standard
  ) throws(ReaderError) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw .missing(path: path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFIFO: break
    case S_IFDIR: throw .isDirectory(path: path)
    default: throw .notRegular(path: path)
    }
    guard status.st_size <= limits.bytes else { throw .tooLarge(path: path, limit: limits.bytes) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    return try read(descriptor, path: path, expected: Int(status.st_size), limits: limits)
  }

  /// Reads an open descriptor to its end, as for standard input (0); the caller keeps it.
  package static func load(
    descriptor: Int32, limits: Limits = .standard
  ) throws(ReaderError) -> [UInt8] {
    try read(descriptor, path: nil, expected: 0, limits: limits)
  }

  private static func read(
    _ descriptor: Int32, path: String?, expected: Int, limits: Limits
  ) throws(ReaderError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .notReadable(path: path, reason: reason(errno))
      }
      guard bytes.count + count <= limits.bytes else {
        throw .tooLarge(path: path, limit: limits.bytes)
      }
      bytes += chunk[..<count]
    }
  }

  private static func failure(_ path: String) -> ReaderError {
    switch errno {
    case ENOENT, ENOTDIR: .missing(path: path)
    default: .notReadable(path: path, reason: reason(errno))
    }
  }

  /// Whether the first 4 KB of a file are text; one that cannot be read counts, so that reading it says why.
  static func beginsAsText(path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return true }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &head, head.count)
    return count < 0 || BinaryCheck.kind(of: Array(head.prefix(count))) == nil
  }

  /// What the system says about an error number, such as "permission denied".
  static func reason(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text).lowercased()
  }
}
