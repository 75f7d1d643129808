private import Files
private import Glibc

/// Where something is written to.
package enum OutputTarget: Hashable, Sendable {
  case standardOutput
  /// - Parameter isReplacing: Whether a file of that name may go.
  case file(path: String, isReplacing: Bool)
}

/// What any file that is written must heed.
package struct OutputRules: Sendable {
  /// What is never replaced.
  package var spared = SparedFiles()
  /// Makes whole lines harmless to a terminal; what does not go to one stays as it is.
  package var terminalForm: (@Sendable ([UInt8]) -> [UInt8])?

  package init() {}
}

/// A file in the making: written beside its place under another name, and moved there when whole.
///
/// Whatever goes wrong before `commit` returns, the old file stays as it was and nothing is left
/// behind. A target that is no regular file (a device, a named pipe) is written to directly.
package final class OutputFile {
  /// A good number of bytes to collect before writing.
  package static let chunk = 1 << 16

  /// How the target is called in messages.
  private let name: String
  private let path: String
  private let isReplacing: Bool
  private var descriptor: Int32
  /// The file being written; nil for standard output and for what is written directly.
  private var temporaryPath: String?
  /// What is done to bytes that go to a terminal; nil where none is written to.
  private var terminalForm: (@Sendable ([UInt8]) -> [UInt8])?

  /// Opens a target.
  ///
  /// - Throws: `InterchangeError`: the file exists, its folder does not, or the system's reason.
  package init(_ target: OutputTarget, rules: OutputRules) throws(InterchangeError) {
    switch target {
    case .standardOutput:
      name = "standard output"
      path = ""
      isReplacing = false
      descriptor = STDOUT_FILENO
      if isatty(descriptor) == 1 { terminalForm = rules.terminalForm }
    case .file(let path, let isReplacing):
      name = path
      let existing = Self.status(of: path)
      if existing?.isFolder == true { throw .isFolder(path: path) }
      if rules.spared.contains(path) { throw .isStore(path: path) }
      if let existing, !existing.isRegularFile {
        self.path = path
        self.isReplacing = true
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
        if isatty(descriptor) == 1 { terminalForm = rules.terminalForm }
        return
      }
      guard existing == nil || isReplacing else { throw .exists(path: path) }
      // A link stays a link: what it points to is replaced.
      self.path = existing == nil ? path : Self.resolved(path)
      self.isReplacing = isReplacing
      do throws(FileRefusal) {
        (temporaryPath, descriptor) = try PartialFile.make(
          in: Self.split(self.path).folder, mode: existing?.mode ?? 0o666)
      } catch {
        throw Self.failure(path, error)
      }
      if let existing { fchmod(descriptor, existing.mode) }
    }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
    if let temporaryPath { unlink(temporaryPath) }
  }

  /// Whether it will be a file in a folder, next to which others can stand.
  package var isRegularFile: Bool { temporaryPath != nil }

  /// Writes bytes behind those written before, whole lines at a time.
  package func write(_ bytes: [UInt8]) throws(InterchangeError) {
    let bytes = terminalForm?(bytes) ?? bytes
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        if code == EPIPE && descriptor == STDOUT_FILENO { throw .readerGone }
        throw Self.failure(name, code)
      }
      written += count
    }
  }

  /// Puts the file into its place, durably; nothing can be written after.
  ///
  /// - Throws: `InterchangeError.exists` where another program has made the file meanwhile.
  package func commit() throws(InterchangeError) {
    guard let temporaryPath else { return }
    guard fsync(descriptor) == 0 else { throw Self.failure(name, errno) }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw Self.failure(name, errno) }
    try move(temporaryPath)
    self.temporaryPath = nil
    syncFolder()
  }

  private func move(_ temporaryPath: String) throws(InterchangeError) {
    if isReplacing {
      guard rename(temporaryPath, path) == 0 else { throw Self.failure(name, errno) }
      return
    }
    // Unlike rename, link never takes the place of a file.
    if link(temporaryPath, path) == 0 {
      unlink(temporaryPath)
      return
    }
    switch errno {
    case EEXIST: throw .exists(path: path)
    case EPERM, EOPNOTSUPP, ENOSYS, EMLINK:
      // A file system without links: the name is taken first, then filled.
      let reserved = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard reserved >= 0 else {
        throw errno == EEXIST ? .exists(path: path) : Self.failure(name, errno)
      }
      close(reserved)
      guard rename(temporaryPath, path) == 0 else {
        let code = errno
        unlink(path)
        throw Self.failure(name, code)
      }
    case let code: throw Self.failure(name, code)
    }
  }

  /// Makes the new name durable, where the file system can.
  private func syncFolder() {
    let folder = Self.split(path).folder
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

@available(*, unavailable) extension OutputFile: Sendable {}

// MARK: - Paths

extension OutputFile {
  /// The folder of a path with its slash, empty for the current one, and the name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    let start = path.utf8.index(after: slash)
    return (String(path[..<start]), String(path[start...]))
  }

  /// The bytes of a small file under a name that the program chose; nil where there is none.
  ///
  /// A link is refused, for the name may have been planted.
  static func contents(of path: String) throws(InterchangeError) -> [UInt8]? {
    do throws(FileRefusal) {
      try SafeFile.checkKind(path)
    } catch {
      throw failure(path, error)
    }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(path, errno)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, errno) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Puts a small file back as it was; nil where there was none.
  static func restore(_ bytes: [UInt8]?, at path: String) throws(InterchangeError) {
    guard let bytes else {
      unlink(path)
      return
    }
    let file = try OutputFile(.file(path: path, isReplacing: true), rules: OutputRules())
    try file.write(bytes)
    try file.commit()
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func status(of path: String)
    -> (isFolder: Bool, isRegularFile: Bool, mode: mode_t)?
  {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    return (kind == S_IFDIR, kind == S_IFREG, status.st_mode & 0o777)
  }

  private static func failure(_ path: String, _ refusal: FileRefusal) -> InterchangeError {
    if case .system(let code) = refusal { return failure(path, code) }
    return .cannotWrite(path: path, reason: refusal.description)
  }

  private static func failure(_ path: String, _ code: Int32) -> InterchangeError {
    switch code {
    case ENOSPC, EDQUOT: .diskFull(path: path)
    case ENOENT, ENOTDIR: .noSuchFolder(path: path)
    default: .cannotWrite(path: path, reason: String(cString: strerror(code)).lowercased())
    }
  }
}
