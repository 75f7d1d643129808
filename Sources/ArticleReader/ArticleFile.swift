private import Glibc

/// The bytes of an input, fetched with the limit checked before and while they are read.
package enum ArticleFile {
  /// Reads a file or a named pipe.
  ///
  /// - Throws: `missing`, `isDirectory`, `notRegular` (a device), `notReadable` or `tooLarge`.
  package static func load(
    path: String, limits: Limits = .standard
  ) throws(ReaderError) -> [UInt8] {
    let (descriptor, size) = try opened(path, limit: limits.bytes)
    defer { close(descriptor) }
    return try read(descriptor, path: path, expected: size, limits: limits)
  }

  /// Opens a file or a named pipe.
  private static func opened(
    _ path: String, limit: Int = .max
  ) throws(ReaderError) -> (descriptor: Int32, size: Int) {
    guard !path.utf8.contains(0) else { throw .missing(path: path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFIFO: break
    case S_IFDIR: throw .isDirectory(path: path)
    default: throw .notRegular(path: path)
    }
    guard status.st_size <= limit else { throw .tooLarge(path: path, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    return (descriptor, Int(status.st_size))
  }

  /// Reads an open descriptor to its end, as for standard input (0); the caller keeps it.
  package static func load(
    descriptor: Int32, limits: Limits = .standard
  ) throws(ReaderError) -> [UInt8] {
    try read(descriptor, path: nil, expected: 0, limits: limits)
  }

  /// Reads an open descriptor as far as there is something, for what is longer than an article.
  ///
  /// - Returns: At most 64 KB; nil at the end.
  package static func chunk(
    of descriptor: Int32, path: String? = nil
  ) throws(ReaderError) -> [UInt8]? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count > 0 { return Array(chunk[..<count]) }
      if count == 0 { return nil }
      if errno != EINTR { throw .notReadable(path: path, reason: reason(errno)) }
    }
  }

  /// Reads a file or a named pipe a chunk at a time, however long it is.
  ///
  /// - Throws: As `load(path:)`, without a limit; and whatever `body` throws.
  package static func withChunks<Result>(
    of path: String, _ body: (_ next: () throws -> [UInt8]?) throws -> Result
  ) throws -> Result {
    let (descriptor, _) = try opened(path)
    defer { close(descriptor) }
    return try body { try chunk(of: descriptor, path: path) }
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
