private import CProcess
private import Glibc

/// A program run to its end on some bytes, without a shell, with limits of time, memory and output.
struct ChildProcess {
  /// Where the program is; see `path(of:searching:)`.
  let path: String
  /// Fixed words: nothing that a user wrote goes in here.
  let arguments: [String]
  let limits: Limits

  struct Limits {
    var seconds: Int
    var outputBytes: Int
    var memoryBytes: Int
  }

  /// How a run ended.
  enum End: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It was killed because it met a limit.
    case tookTooLong, wroteTooMuch
  }

  struct Run {
    let end: End
    /// Standard output.
    let output: [UInt8]
    /// The start of standard error.
    let errors: String
  }

  /// Of standard error so many bytes are kept; the rest is read and dropped.
  private static let keptErrors = 8192

  /// Finds a program in the folders of `PATH`; those that are not absolute are passed over, so that a
  /// folder with articles cannot bring its own program.
  ///
  /// - Parameter folders: As `PATH` has them; nil for the system's own.
  static func path(of name: String, searching folders: String?) -> String? {
    for folder in (folders ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":") {
      let path = "\(folder)/\(name)"
      if folder.hasPrefix("/"), access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// The folders in which this process looks for programs.
  static var searchedFolders: String? { getenv("PATH").map { String(cString: $0) } }

  /// Runs it; the bytes are its standard input.
  ///
  /// - Throws: The error number of the call that failed.
  func run(on input: [UInt8]) throws(Failure) -> Run {
    let document = cprocess_memory_file()
    guard document >= 0 else { throw Failure(code: errno) }
    defer { close(document) }
    try Self.write(input, to: document)
    let output = try Pipe()
    let errors = try Pipe()
    let child = try start(input: document, output: output.writing, errors: errors.writing)
    cprocess_limit(child, UInt(limits.seconds), UInt(limits.memoryBytes))
    output.closeWriting()
    errors.closeWriting()
    return collect(child, output, errors)
  }

  struct Failure: Error {
    let code: Int32

    var reason: String {
      strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
  }

  // MARK: - Running

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno != EINTR { throw Failure(code: errno) }
      written += max(0, count)
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  /// Starts it with nothing of this process's environment and with the usual signals.
  private func start(input: Int32, output: Int32, errors: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE, SIGXFSZ] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8")]
    defer { for word in words + variables { free(word) } }
    words.append(nil)
    variables.append(nil)
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, &attributes, words, variables)
    guard code == 0 else { throw Failure(code: code) }
    return child
  }

  /// Reads what it writes until it ends or meets a limit, which ends it.
  private func collect(_ child: pid_t, _ output: Pipe, _ errors: Pipe) -> Run {
    let deadline = ContinuousClock.now + .seconds(limits.seconds)
    var written: [UInt8] = []
    var complaints: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var open = [output.reading, errors.reading]
    var broken: End?
    while !open.isEmpty, broken == nil {
      var requests = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else {
        broken = .tookTooLong
        break
      }
      guard poll(&requests, nfds_t(requests.count), Int32(left.rounded(.up))) > 0 else { continue }
      for request in requests where request.revents != 0 {
        let count = read(request.fd, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          open.removeAll { $0 == request.fd }
        } else if request.fd == output.reading {
          written += chunk[..<count]
          if written.count > limits.outputBytes { broken = .wroteTooMuch }
        } else {
          complaints += chunk[..<min(count, Self.keptErrors - complaints.count)]
        }
      }
    }
    let end = Self.end(of: child, before: deadline, broken)
    return Run(end: end, output: written, errors: String(decoding: complaints, as: UTF8.self))
  }

  /// Waits for its end; it is killed where it met a limit, or goes on past the deadline with its
  /// output closed.
  private static func end(
    of child: pid_t, before deadline: ContinuousClock.Instant, _ broken: End?
  ) -> End {
    var broken = broken
    var status: Int32 = 0
    while broken == nil {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { break }
      if ended < 0, errno != EINTR { return .exited(0) }
      if ContinuousClock.now >= deadline { broken = .tookTooLong } else { usleep(500) }
    }
    if let broken {
      kill(child, SIGKILL)
      while waitpid(child, &status, 0) < 0, errno == EINTR {}
      return broken
    }
    let signal = status & 0x7F
    if signal == SIGXCPU { return .tookTooLong }
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}

/// Both ends of a pipe, closed with it.
private final class Pipe {
  let reading: Int32
  let writing: Int32
  private var isWritingClosed = false

  init() throws(ChildProcess.Failure) {
    var ends: [Int32] = [-1, -1]
    if cprocess_pipe(&ends) != 0 { throw ChildProcess.Failure(code: errno) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeWriting() {
    if !isWritingClosed { close(writing) }
    isWritingClosed = true
  }

  deinit {
    closeWriting()
    close(reading)
  }
}
