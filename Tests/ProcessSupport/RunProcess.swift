import CPty
import Glibc

/// What a program left behind.
package struct ProcessResult: Equatable, Sendable {
  package let standardOutput: [UInt8]
  package let standardError: [UInt8]
  package let status: ExitStatus

  package var output: String { String(decoding: standardOutput, as: UTF8.self) }
  package var errors: String { String(decoding: standardError, as: UTF8.self) }
  /// The exit code; 128 and the signal's number for one that was killed, as a shell counts.
  package var exitCode: CInt {
    switch status {
    case .exited(let code): code
    case .killed(let signal): 128 + signal
    }
  }
}

/// Runs a program without a terminal to its end.
///
/// - Parameters:
///   - input: Everything it can read from standard input.
///   - environment: Set over the fixed variables that every child gets.
///   - folder: The folder it starts in; nil for that of the test.
///   - limit: After this time it is killed.
package func runProcess(
  _ program: String, _ arguments: [String] = [], input: [UInt8] = [],
  environment: [String: String] = [:], folder: String? = nil, within limit: Duration = .seconds(240)
) throws -> ProcessResult {
  signal(SIGPIPE, SIG_IGN)
  let streams = try (0..<3).map { _ in try Pipe() }
  var child: pid_t = 0
  let code = withCStrings([program] + arguments) { arguments in
    withCStrings(childEnvironment(environment)) { environment in
      cpty_spawn_plain(
        &child, program, arguments, environment, folder, streams[0].readEnd, streams[1].writeEnd,
        streams[2].writeEnd)
    }
  }
  if code != 0 { throw ProcessError.system(call: "starting \(program)", code: code) }
  streams[0].closeReadEnd()
  streams[1].closeWriteEnd()
  streams[2].closeWriteEnd()
  var status: ExitStatus?
  defer {
    if status == nil {
      kill(child, SIGKILL)
      _ = waitForEnd(of: child)
    }
  }

  var rest = input[...]
  var received: [[UInt8]] = [[], []]
  let deadline = ContinuousClock.now + limit
  if rest.isEmpty { streams[0].closeWriteEnd() }
  while streams[1].readEnd >= 0 || streams[2].readEnd >= 0 {
    var requests = [
      pollfd(fd: streams[0].writeEnd, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: streams[1].readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: streams[2].readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let limit = ((deadline - .now) / .milliseconds(1)).rounded(.up)
    if limit <= 0 {
      throw ProcessError.stillRunning(
        seen: received.map { String(decoding: $0, as: UTF8.self) }.joined())
    }
    _ = poll(&requests, 3, CInt(min(limit, 1e6)))
    if requests[0].revents != 0 {
      // A pipe that is ready takes this much without blocking.
      let count = rest.prefix(4096).withUnsafeBytes {
        write(streams[0].writeEnd, $0.baseAddress, $0.count)
      }
      rest = rest.dropFirst(max(count, 0))
      if rest.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR {
        streams[0].closeWriteEnd()
      }
    }
    for index in 1...2 where requests[index].revents != 0 {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = read(streams[index].readEnd, &bytes, bytes.count)
      if count > 0 {
        received[index - 1] += bytes.prefix(count)
      } else if count == 0 || errno != EINTR {
        streams[index].closeReadEnd()
      }
    }
  }
  let end = waitForEnd(of: child)
  status = end
  return ProcessResult(standardOutput: received[0], standardError: received[1], status: end)
}

private func waitForEnd(of child: pid_t) -> ExitStatus {
  var status: CInt = 0
  while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  return ExitStatus(waitStatus: status)
}

/// A pipe whose ends are closed once each; a closed end is -1, which `poll` passes over.
private final class Pipe {
  private(set) var readEnd: CInt
  private(set) var writeEnd: CInt

  init() throws {
    var ends: [CInt] = [-1, -1]
    if pipe(&ends) != 0 { throw ProcessError.system(call: "pipe", code: errno) }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    closeReadEnd()
    closeWriteEnd()
  }

  func closeReadEnd() {
    if readEnd >= 0 { close(readEnd) }
    readEnd = -1
  }

  func closeWriteEnd() {
    if writeEnd >= 0 { close(writeEnd) }
    writeEnd = -1
  }
}
