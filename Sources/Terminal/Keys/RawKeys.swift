import Glibc

/// Reads single keys from a terminal, which is back in its former mode when this value's life ends.
///
/// Ctrl-C and Ctrl-Z arrive as keys. While it lives, SIGINT, SIGTERM, SIGHUP and SIGWINCH arrive as
/// events, so that the program leaves in order; SIGTSTP from outside stops the process with the
/// terminal in its former mode. Output to the terminal works as before.
package struct RawKeys: ~Copyable {
  private let descriptor: CInt
  private let former: termios
  private let signals: SignalWatch
  private var decoder = KeyDecoder()
  private var decoded: [Key] = []

  package enum Event: Hashable, Sendable {
    case key(Key)
    /// The time given to `next` went by.
    case timeout
    /// The terminal has another size now.
    case resized
    /// A signal asks the process to end.
    case terminated(signal: CInt)
    /// The terminal went away.
    case endOfInput
  }

  /// How long an escape waits for the rest of a sequence.
  private static let escapeMilliseconds: CInt = 50

  package init(descriptor: CInt = STDIN_FILENO) throws(TerminalError) {
    var mode = termios()
    guard tcgetattr(descriptor, &mode) == 0 else {
      throw .notATerminal(name: descriptor == STDIN_FILENO ? "standard input" : "the input")
    }
    let signals = try SignalWatch([SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP])
    guard Self.switchToKeys(descriptor, from: mode) else { throw .cannotSwitch(code: errno) }
    self.descriptor = descriptor
    former = mode
    self.signals = signals
  }

  deinit { Self.set(former, on: descriptor) }

  /// Waits for the next key.
  ///
  /// - Parameter timeout: How long at most; nil waits for ever.
  package mutating func next(timeout: Duration? = nil) -> Event {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if !decoded.isEmpty { return .key(decoded.removeFirst()) }
      if let signal = signals.next() {
        if let event = act(on: signal) { return event }
        continue
      }
      var limit: CInt = -1
      if let deadline {
        // Rounded up, or the last millisecond would be spent in a busy loop.
        let rest = (deadline - ContinuousClock.now) / .milliseconds(1)
        limit = CInt(min(max(rest.rounded(.up), 0), 1e9))
      }
      if decoder.isInsideKey { limit = Self.escapeMilliseconds }
      switch wait(milliseconds: limit) {
      case .input:
        if !readKeys() { return .endOfInput }
      case .signal: continue
      case .nothing where decoder.isInsideKey: decoded = decoder.takePause()
      case .nothing: return .timeout
      }
    }
  }

  /// Stops the process as Ctrl-Z does outside of raw mode; returns when it goes on, and then all
  /// that was drawn should be drawn again.
  package func suspend() {
    Self.set(former, on: descriptor)
    signals.letAct(SIGTSTP)
    _ = Self.switchToKeys(descriptor, from: former)
  }

  private func act(on signal: CInt) -> Event? {
    switch signal {
    case SIGWINCH: return .resized
    case SIGTSTP:
      suspend()
      return .resized
    default: return .terminated(signal: signal)
    }
  }

  private mutating func readKeys() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { (try? readBytes(from: descriptor, into: $0)) ?? 0 }
    for byte in bytes.prefix(count) { decoded += decoder.take(byte) }
    return count > 0
  }
}

// MARK: - Waiting

extension RawKeys {
  private enum Readiness {
    case input, signal, nothing
  }

  private func wait(milliseconds: CInt) -> Readiness {
    var requests = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&requests, 2, milliseconds)
    if count == 0 { return .nothing }
    return count < 0 || requests[0].revents != 0 ? .signal : .input
  }
}

// MARK: - The terminal's mode

extension RawKeys {
  private static func switchToKeys(_ descriptor: CInt, from former: termios) -> Bool {
    var mode = former
    mode.c_iflag &= ~tcflag_t(BRKINT | ICRNL | IGNCR | INLCR | INPCK | ISTRIP | IXON)
    mode.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | IEXTEN | ISIG)
    mode.c_cc.6 = 1  // VMIN: a read waits for one byte
    mode.c_cc.5 = 0  // VTIME: and no longer
    return set(mode, on: descriptor)
  }

  @discardableResult
  private static func set(_ mode: termios, on descriptor: CInt) -> Bool {
    var mode = mode
    // Waits for what was written, and keeps what was typed ahead.
    while tcsetattr(descriptor, TCSADRAIN, &mode) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
