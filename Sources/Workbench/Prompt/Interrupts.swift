private import Glibc
import Terminal

/// Ctrl-C while a command runs: the command ends, the prompt stays.
final class Interrupts {
  private let watch: SignalWatch

  init() throws { watch = try SignalWatch([SIGINT]) }

  /// Forgets an interrupt that came when nothing ran.
  func clear() { while watch.next() != nil {} }

  func check() throws {
    if watch.next() != nil { throw Interrupted() }
  }
}

/// The user ended a command before it was done.
struct Interrupted: Error, Equatable, CustomStringConvertible {
  var description: String { "interrupted" }
}
