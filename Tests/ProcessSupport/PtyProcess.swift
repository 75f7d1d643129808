import CPty
import Glibc

/// A program in a session of its own on a pseudo-terminal, driven as a user would.
///
/// What it writes grows one transcript; `expect` moves a cursor through it, so that each
/// expectation looks behind the one before. A program still running at the end of this object is
/// killed.
package final class PtyProcess {
  package let processID: Int32
  private let controller: CInt
  private var received: [UInt8] = []
  private var cursor = 0
  private var status: ExitStatus?
  private var isClosed = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: Set over the fixed variables that every child gets; see `childEnvironment`.
  ///   - folder: The folder it starts in; nil for that of the test.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    folder: String? = nil, columns: Int = 80, rows: Int = 24
  ) throws {
    var name = [CChar](repeating: 0, count: 128)
    controller = cpty_open(CInt(columns), CInt(rows), &name, UInt(name.count))
    if controller < 0 { throw ProcessError.system(call: "cpty_open", code: errno) }
    var child: pid_t = 0
    let code = withCStrings([program] + arguments) { arguments in
      withCStrings(childEnvironment(environment)) { environment in
        cpty_spawn(&child, program, arguments, environment, folder, name)
      }
    }
    processID = child
    if code != 0 {
      close(controller)
      status = .exited(127)
      throw ProcessError.system(call: "starting \(program)", code: code)
    }
  }

  deinit {
    if status == nil {
      kill(processID, SIGKILL)
      var waitStatus: CInt = 0
      waitpid(processID, &waitStatus, 0)
    }
    close(controller)
  }

  /// Everything the program wrote so far, as far as it was read.
  package var transcript: String { String(decoding: received, as: UTF8.self) }

  /// Types text; `\r` is the Enter key, `\u{3}` Ctrl-C, `\u{4}` Ctrl-D.
  package func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw ProcessError.system(call: "write", code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the program writes a text behind the cursor, and moves the cursor behind it.
  ///
  /// - Returns: What stands between the former cursor and the text.
  @discardableResult
  package func expect(_ text: String, within limit: Duration = .seconds(120)) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + limit
    while true {
      if let start = received[cursor...].firstRange(of: wanted)?.lowerBound {
        defer { cursor = start + wanted.count }
        return String(decoding: received[cursor..<start], as: UTF8.self)
      }
      let seen = String(decoding: received[cursor...], as: UTF8.self).debugDescription
      if isClosed { throw ProcessError.ended(before: text, seen: seen) }
      if ContinuousClock.now >= deadline { throw ProcessError.notSeen(text: text, seen: seen) }
      try receive(until: deadline)
    }
  }

  package func resize(columns: Int, rows: Int) throws {
    if cpty_resize(controller, CInt(columns), CInt(rows)) != 0 {
      throw ProcessError.system(call: "cpty_resize", code: errno)
    }
  }

  /// Sends a signal to the program alone.
  package func signal(_ number: CInt) throws {
    if kill(processID, number) != 0 { throw ProcessError.system(call: "kill", code: errno) }
  }

  /// Closes the terminal's other end, as a terminal window that is closed does.
  ///
  /// The system sends SIGHUP; nothing can be sent or expected any more.
  package func hangUp() {
    // The descriptor's number stays taken, so that `deinit` closes no one else's.
    let nowhere = open("/dev/null", O_RDWR | O_CLOEXEC)
    dup2(nowhere, controller)
    close(nowhere)
    isClosed = true
  }

  /// Whether the terminal is in the mode of a shell: whole lines, echoed.
  package func isInLineMode() -> Bool {
    var mode = termios()
    return tcgetattr(controller, &mode) == 0
      && mode.c_lflag & tcflag_t(ICANON | ECHO) == ICANON | ECHO
  }

  /// Reads what the program still writes until it ends.
  @discardableResult
  package func waitForExit(within limit: Duration = .seconds(120)) throws -> ExitStatus {
    let deadline = ContinuousClock.now + limit
    while true {
      if let status { return status }
      var waitStatus: CInt = 0
      if waitpid(processID, &waitStatus, isClosed ? 0 : WNOHANG) == processID {
        // What it wrote at last is still in the terminal.
        while !isClosed, waitFor(milliseconds: 0) { try receive(until: .now) }
        let status = ExitStatus(waitStatus: waitStatus)
        self.status = status
        return status
      }
      if ContinuousClock.now >= deadline {
        throw ProcessError.stillRunning(
          seen: String(decoding: received[cursor...], as: UTF8.self).debugDescription)
      }
      try receive(until: min(deadline, .now + .milliseconds(50)))
    }
  }

  /// Reads once, or finds out that the far end is closed.
  private func receive(until deadline: ContinuousClock.Instant) throws {
    let rest = (deadline - .now) / .milliseconds(1)
    guard waitFor(milliseconds: CInt(min(max(rest.rounded(.up), 0), 1e6))) else { return }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(controller, &bytes, bytes.count)
    if count > 0 {
      received += bytes.prefix(count)
    } else if count == 0 || errno == EIO {
      isClosed = true
    } else if errno != EINTR {
      throw ProcessError.system(call: "read", code: errno)
    }
  }

  private func waitFor(milliseconds: CInt) -> Bool {
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }
}
