import Glibc

/// The lines a user entered, oldest first, and the private file that remembers them.
///
/// A line is kept once, at its latest place; blank lines and lines that begin with a space are not
/// kept. The file holds one line each and has mode 0600. A new line is appended at once, so that a
/// killed program forgets nothing, and the file is rewritten when it is opened with too many lines.
struct LineHistory {
  private(set) var lines: [String] = []
  /// Why the file cannot be used; the lines are then remembered until the program ends.
  private(set) var failure: TerminalError?
  private let path: String?
  private let limit: Int

  /// What adding a line changes, for one who keeps a copy of the list.
  struct Change: Equatable {
    /// Where the same line stood before.
    var removed: Int?
    /// Whether the oldest line fell out.
    var dropsOldest = false
    let added: String
  }

  /// Reads the file, which may be missing; its folder is made with mode 0700 where that is missing.
  init(path: String?, limit: Int) {
    self.path = path
    self.limit = max(limit, 1)
    guard let path else { return }
    do throws(TerminalError) {
      let stored = try Self.read(path)
      for line in stored { _ = remember(line) }
      if stored.count > lines.count { try rewrite(path) }
    } catch {
      failure = error
    }
  }

  /// Adds a line and writes it to the file.
  ///
  /// - Returns: nil where the line is not kept.
  mutating func add(_ line: String) -> Change? {
    guard let change = remember(line) else { return nil }
    if let path, failure == nil {
      do throws(TerminalError) {
        try Self.append([change.added], to: path)
      } catch {
        failure = error
      }
    }
    return change
  }

  private mutating func remember(_ line: String) -> Change? {
    let line = String(line.map { $0.isNewline ? " " : $0 })
    guard line.contains(where: { !$0.isWhitespace }), line.first != " " else { return nil }
    var change = Change(added: line)
    if let index = lines.lastIndex(of: line) {
      lines.remove(at: index)
      change.removed = index
    }
    lines.append(line)
    if lines.count > limit {
      lines.removeFirst()
      change.dropsOldest = true
    }
    return change
  }
}

// MARK: - The file

extension LineHistory {
  private static func read(_ path: String) throws(TerminalError) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      if errno == ENOENT { return [] }
      throw .cannotRead(name: path, code: errno)
    }
    defer { close(descriptor) }
    // A file of another program or an older version may be readable by others.
    fchmod(descriptor, 0o600)
    var reader = ScriptReader(descriptor: descriptor, name: path)
    var lines: [String] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  private static func append(_ lines: [String], to path: String) throws(TerminalError) {
    makeFolder(of: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw .cannotWrite(name: path, code: errno) }
    defer { close(descriptor) }
    do throws(SystemError) {
      try writeBytes(Array(lines.map { $0 + "\n" }.joined().utf8), to: descriptor)
    } catch {
      throw .cannotWrite(name: path, code: error.code)
    }
  }

  private func rewrite(_ path: String) throws(TerminalError) {
    let fresh = "\(path).\(getpid())"
    unlink(fresh)
    try Self.append(lines, to: fresh)
    if rename(fresh, path) != 0 {
      let code = errno
      unlink(fresh)
      throw .cannotWrite(name: path, code: code)
    }
  }

  private static func makeFolder(of path: String) {
    var folder = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += part + "/"
      mkdir(folder, 0o700)
    }
  }
}
