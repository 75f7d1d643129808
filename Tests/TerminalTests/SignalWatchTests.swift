import Glibc
import Terminal
import Testing

/// Signals that nothing else in the tests uses.
@Suite("SignalWatch", .serialized)
struct SignalWatchTests {
  /// A test's thread blocks signals, so that a raised one would wait.
  init() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGUSR1)
    sigaddset(&signals, SIGUSR2)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  @Test("turns signals into readable ones, in order")
  func watches() throws {
    let watch = try SignalWatch([SIGUSR1, SIGUSR2])
    #expect(watch.next() == nil)
    raise(SIGUSR2)
    raise(SIGUSR1)
    var request = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&request, 1, 0) == 1)
    #expect(watch.next() == SIGUSR2)
    #expect(watch.next() == SIGUSR1)
    #expect(watch.next() == nil)
  }

  @Test("gives a signal to the innermost watch, and then to the outer one again")
  func nests() throws {
    let outer = try SignalWatch([SIGUSR1])
    try watchInside()
    raise(SIGUSR1)
    #expect(outer.next() == SIGUSR1)
    #expect(outer.next() == nil)
  }

  @Test("passes on what nobody took, if it is told to", arguments: [true, false])
  func passesOn(isTold: Bool) throws {
    let outer = try SignalWatch([SIGUSR1, SIGUSR2])
    try leaveInside(passing: isTold ? [SIGUSR1] : [])
    #expect(outer.next() == (isTold ? SIGUSR1 : nil))
    #expect(outer.next() == nil)
  }

  /// Takes none of the signals.
  private func leaveInside(passing signals: [CInt]) throws {
    var inner = try SignalWatch([SIGUSR1, SIGUSR2])
    inner.passedOn = signals
    raise(SIGUSR2)
    raise(SIGUSR1)
  }

  private func watchInside() throws {
    let inner = try SignalWatch([SIGUSR1])
    raise(SIGUSR1)
    #expect(inner.next() == SIGUSR1)
  }
}
