import Glibc

/// The whole terminal, for as long as this value lives: frames go out, keys come in.
///
/// The terminal's other screen is used, so that what stood there before is back at the end, in whatever
/// way that comes: an error, a signal that `next` tells of, or the end of the value's life. Text that is
/// pasted comes as one key.
package struct FullScreen: ~Copyable {
  private let output: Output
  private let size: () -> TerminalSize
  private var keys: RawKeys
  private var shown: Frame?

  /// - Parameters:
  ///   - output: The terminal; what it holds is sent first.
  ///   - size: The terminal's size now.
  package init(output: Output, size: @escaping () -> TerminalSize) throws(TerminalError) {
    output.flush()
    keys = try RawKeys()
    self.output = output
    self.size = size
    enter()
  }

  deinit { leave() }

  /// What can happen while a screen is shown.
  package enum Event: Hashable, Sendable {
    case key(Key)
    /// The time given to `next` went by.
    case timeout
    /// Another size, or all that was drawn is gone: draw again.
    case resized
    /// The process is asked to end, or the terminal went away; nil without a signal.
    case ended(signal: CInt?)
  }

  package var currentSize: TerminalSize { size() }

  /// Shows a frame, sending only what differs from the one before.
  package mutating func draw(_ frame: Frame) {
    output.send(frame.sequence(after: shown, rendition: output.rendition))
    output.flush()
    shown = frame
  }

  /// Waits for what happens next.
  ///
  /// - Parameter timeout: How long at most; nil waits for ever.
  package mutating func next(timeout: Duration? = nil) -> Event {
    switch keys.next(timeout: timeout) {
    case .key(.control("z")):
      leave()
      keys.suspend()
      enter()
      return .resized
    case .key(.control("l")):
      shown = nil
      return .resized
    case .key(let key): return .key(key)
    case .timeout: return .timeout
    case .resized:
      shown = nil
      output.send("\u{1B}[2J")
      return .resized
    case .terminated(let signal): return .ended(signal: signal)
    case .endOfInput: return .ended(signal: nil)
    }
  }

  private mutating func enter() {
    // The other screen, emptied; no wrapping at the right edge; pastes are told; no cursor.
    output.send("\u{1B}[?1049h\u{1B}[2J\u{1B}[?7l\u{1B}[?2004h\u{1B}[?25l")
    output.flush()
    shown = nil
  }

  private func leave() {
    output.send("\u{1B}[0m\u{1B}[?25h\u{1B}[?2004l\u{1B}[?7h\u{1B}[?1049l")
    output.flush()
  }
}
