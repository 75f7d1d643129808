import Glibc

/// Another program that is given lines and gives lines back.
///
/// Whoever uses it waits no longer than they say: what it does not take is kept until it does, and what it
/// writes is read when it is asked for. It ends with this value.
package final class LineProgram {
  private var process: pid_t
  private let input: CInt
  private let output: CInt
  private let errors: CInt
  private var isInputOpen = true
  private var areErrorsOpen = true
  private var unsent: [UInt8] = []
  private var received: [UInt8] = []
  private var complaints: [UInt8] = []
  /// Nil while it runs.
  package private(set) var end: End?

  /// How it ended.
  package enum End: Hashable, Sendable {
    case exited(CInt)
    case killed(signal: CInt)
    /// It was stopped because it wrote a line that is too long.
    case wroteTooLong
    /// It was stopped by `stop`.
    case stopped
  }

  /// The bytes of the longest line that is read.
  package static let longestLine = 1 << 16
  /// The bytes that are read in one call, so that a program that never stops writing stops nobody.
  private static let mostAtOnce = 1 << 20
  private static let keptComplaints = 4096

  /// Starts it in a process group of its own, where the terminal's keys do not reach it.
  ///
  /// - Parameter command: For the shell.
  package init(command: String, environment: [String: String]) throws(TerminalError) {
    do throws(SystemError) {
      let input = try makePipe()
      let output = try makePipe()
      let errors = try makePipe()
      process = 0
      self.input = input.write
      self.output = output.read
      self.errors = errors.read
      let code = Self.spawn(
        command, environment, input: input.read, output: output.write, errors: errors.write,
        process: &process)
      for end in [input.read, output.write, errors.write] { close(end) }
      for end in [self.input, self.output, self.errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
      if code != 0 {
        end = .exited(127)
        throw SystemError(code: code)
      }
    } catch {
      throw .cannotStart(command: command, code: error.code)
    }
  }

  deinit {
    stop()
    if isInputOpen { close(input) }
    close(output)
    if areErrorsOpen { close(errors) }
  }

  /// The last line that it wrote to its standard error; nil without one.
  package var complaint: String? {
    let lines = String(decoding: complaints, as: UTF8.self).split(separator: "\n")
    return lines.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
  }

  // MARK: - Lines

  /// Gives it a line, as soon as it takes it.
  package func send(_ line: [UInt8]) {
    unsent += line
    unsent.append(UInt8(ascii: "\n"))
    sendUnsent()
  }

  /// The lines that it has written since the last time, without their ends.
  ///
  /// - Parameter patience: How long to wait for the first of them.
  package func lines(within patience: Duration = .zero) -> [[UInt8]] {
    let deadline = ContinuousClock.now + patience
    while true {
      sendUnsent()
      readComplaints()
      let isAtEnd = readOutput()
      let lines = takeLines()
      if isAtEnd, end == nil { end = ending() }
      let left = (deadline - .now) / .milliseconds(1)
      if !lines.isEmpty || end != nil || left <= 0 { return lines }
      waitForIt(milliseconds: CInt(min(left.rounded(.up), 1e6)))
    }
  }

  private func sendUnsent() {
    while isInputOpen, !unsent.isEmpty {
      let count = unsent.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count >= 0 {
        unsent.removeFirst(count)
      } else if errno != EINTR {
        // One that reads no more may still answer what it has read.
        if errno != EAGAIN { closeInput() }
        return
      }
    }
  }

  private func closeInput() {
    if isInputOpen { close(input) }
    isInputOpen = false
    unsent = []
  }

  /// - Returns: Whether it will write no more.
  private func readOutput() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    var read = 0
    while read < Self.mostAtOnce {
      let count = Glibc.read(output, &chunk, chunk.count)
      if count == 0 { return true }
      if count < 0 {
        if errno == EINTR { continue }
        return errno != EAGAIN
      }
      received += chunk[..<count]
      read += count
    }
    return false
  }

  private func readComplaints() {
    var chunk = [UInt8](repeating: 0, count: Self.keptComplaints)
    var rounds = 0
    while areErrorsOpen, rounds < 64 {
      rounds += 1
      let count = Glibc.read(errors, &chunk, chunk.count)
      if count > 0 {
        complaints = Array((complaints + chunk[..<count]).suffix(Self.keptComplaints))
      } else if count == 0 {
        close(errors)
        areErrorsOpen = false
      } else if errno != EINTR {
        return
      }
    }
  }

  private func takeLines() -> [[UInt8]] {
    var lines = received.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let rest = lines.popLast() else { return [] }
    let isTooLong =
      rest.count > Self.longestLine || lines.contains { $0.count > Self.longestLine }
    let whole = lines.map { Array($0) }
    received = Array(rest)
    if isTooLong {
      kill(as: .wroteTooLong)
      return []
    }
    return whole
  }

  private func waitForIt(milliseconds: CInt) {
    var requests = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
    if areErrorsOpen { requests.append(pollfd(fd: errors, events: Int16(POLLIN), revents: 0)) }
    if isInputOpen, !unsent.isEmpty {
      requests.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
    }
    _ = poll(&requests, nfds_t(requests.count), milliseconds)
  }

  // MARK: - Its end

  /// Ends it: it is told by the end of its input, then asked, then killed.
  package func stop() {
    if end != nil { return }
    closeInput()
    if status(within: .milliseconds(100)) == nil {
      Glibc.kill(-process, SIGTERM)
      if status(within: .milliseconds(100)) == nil { kill(as: .stopped) }
    }
    end = .stopped
  }

  private func kill(as end: End) {
    Glibc.kill(-process, SIGKILL)
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    self.end = end
  }

  /// How it ended, once it has closed its output; one that goes on without is killed.
  private func ending() -> End {
    guard let status = status(within: .milliseconds(200)) else {
      kill(as: .stopped)
      return .stopped
    }
    // What it said last may have come after its output ended.
    readComplaints()
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }

  private func status(within patience: Duration) -> CInt? {
    let deadline = ContinuousClock.now + patience
    var status: CInt = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status }
      if ended < 0, errno != EINTR { return 0 }
      if ContinuousClock.now >= deadline { return nil }
      usleep(1000)
    }
  }

  // MARK: - Its start

  /// Copies for C, ended by a null; the caller frees them.
  private static func copies(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }

  /// - Returns: An error number, or 0.
  private static func spawn(
    _ command: String, _ environment: [String: String], input: CInt, output: CInt, errors: CInt,
    process: inout pid_t
  ) -> CInt {
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
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGXFSZ] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
    let words = copies(["sh", "-c", command])
    let variables = copies(environment.map { "\($0)=\($1)" })
    defer { for word in words + variables { free(word) } }
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, words, variables)
  }
}

@available(*, unavailable)
extension LineProgram: Sendable {}
