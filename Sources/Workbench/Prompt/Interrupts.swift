private import Glibc
import Terminal

/// Ctrl-C while a command runs: the command ends, the prompt stays.
final class Interrupts {
  private let watch: SignalWatch

  init() throws { watch = try SignalWatch([SIGINT]) }

  /// For a verb from the shell; nil where whoever started the program has Ctrl-C ignored, as for a job in the
  /// background.
  static func unlessIgnored() throws -> Interrupts? {
    var action = sigaction()
    sigaction(SIGINT, nil, &action)
    let address = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    return address == unsafeBitCast(SIG_IGN, to: Int.self) ? nil : try Interrupts()
  }

  /// Forgets an interrupt that came when nothing ran.
  func clear() { while watch.next() != nil {} }

  func check() throws {
    if watch.next() != nil { throw Interrupted() }
  }

  /// Ends the program as Ctrl-C does where nobody watches, so that a shell's loop around it ends too.
  func endProgram() -> Never {
    watch.letAct(SIGINT)
    exit(128 + SIGINT)
  }
}

/// The user ended a command before it was done.
struct Interrupted: Error, Equatable, CustomStringConvertible {
  var description: String { "interrupted" }
}
