import Glibc

/// Why a program could not be driven as a test wanted.
package enum ProcessError: Error, CustomStringConvertible {
  case system(call: String, code: CInt)
  /// The text did not come in time; with what came instead, made visible.
  case notSeen(text: String, seen: String)
  /// The program ended, or closed its terminal, before the text came.
  case ended(before: String, seen: String)
  case stillRunning(seen: String)

  package var description: String {
    switch self {
    case .system(let call, let code): "\(call) failed: \(String(cString: strerror(code)))"
    case .notSeen(let text, let seen): "waited in vain for \(text.debugDescription); saw \(seen)"
    case .ended(let text, let seen): "ended before \(text.debugDescription); saw \(seen)"
    case .stillRunning(let seen): "did not end in time; saw \(seen)"
    }
  }
}

/// How a program ended.
package enum ExitStatus: Equatable, Sendable {
  case exited(CInt)
  case killed(signal: CInt)

  init(waitStatus: CInt) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .killed(signal: signal)
  }
}
