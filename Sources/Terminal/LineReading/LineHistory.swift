import Files
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
    do throws(FileRefusal) {
      try SafeFile.checkKind(path)
    } catch {
      throw .unsafe(name: path, error)
    }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
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
    let descriptor: CInt
    do throws(FileRefusal) {
      descriptor = try SafeFile.open(path, for: .appending, mode: 0o600)
    } catch {
      throw Self.failure(path, error)
    }
    defer { close(descriptor) }
    do throws(SystemError) {
      try writeBytes(bytes(of: lines), to: descriptor)
    } catch {
      throw .cannotWrite(name: path, code: error.code)
    }
  }

  private static func failure(_ path: String, _ refusal: FileRefusal) -> TerminalError {
    if case .system(let code) = refusal { return .cannotWrite(name: path, code: code) }
    return .unsafe(name: path, refusal)
  }

  private static func bytes(of lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func rewrite(_ path: String) throws(TerminalError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let fresh: (path: String, descriptor: Int32)
    do throws(FileRefusal) {
      fresh = try PartialFile.make(in: folder, mode: 0o600)
    } catch {
      throw Self.failure(path, error)
    }
    defer { close(fresh.descriptor) }
    do throws(SystemError) {
      try writeBytes(Self.bytes(of: lines), to: fresh.descriptor)
      if rename(fresh.path, path) != 0 { throw SystemError(code: errno) }
    } catch {
      unlink(fresh.path)
      throw .cannotWrite(name: path, code: error.code)
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
