import Dispatch
import Glibc
import Synchronization

/// Ends the process when what it watches does not get on: a walk that goes round for ever can be
/// stopped in no other way.
package final class Watchdog: Sendable {
  private struct State {
    var name = "nothing"
    var deadline: DispatchTime?
  }

  private let state = Mutex(State())
  private let patience: Int
  private let queue = DispatchQueue(label: "watchdog")

  /// - Parameter seconds: How long one thing may take.
  package init(seconds: Int = 60) {
    patience = seconds
    lookLater()
  }

  /// Looks once a second for as long as the watchdog lives.
  private func lookLater() {
    queue.asyncAfter(deadline: .now() + 1) { [weak self] in
      self?.look()
      self?.lookLater()
    }
  }

  /// Does something that should come to an end.
  ///
  /// - Parameter name: What standard error says was being done when the process is ended.
  package func watch<Answer>(_ name: String, _ work: () throws -> Answer) rethrows -> Answer {
    state.withLock { $0 = State(name: name, deadline: .now() + .seconds(patience)) }
    defer { state.withLock { $0.deadline = nil } }
    return try work()
  }

  private func look() {
    let late = state.withLock { state in
      state.deadline.map { $0 < .now() } == true ? state.name : nil
    }
    guard let late else { return }
    let line = Array("\(late): no end after \(patience) s\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    abort()
  }
}
