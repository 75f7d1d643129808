import Glibc

/// Where text goes: a file descriptor, through a buffer, or memory, for a test.
///
/// Writing never throws. A reader that went away (`head`, a closed pager) makes `isClosed` true,
/// and the rest is dropped without a word; any other failure is kept in `failure` for the one who
/// ends the command. A terminal's program flushes before it waits for input. The descriptor is not
/// closed.
package final class Output {
  /// Whether styled text is written with its styles; never while it is captured.
  package var rendition: Rendition { capture == nil ? ownRendition : .plain }
  private let ownRendition: Rendition
  /// What is written while `capturing` runs; nil outside of it.
  private var capture: [UInt8]?
  /// Whether the reader went away, so that more work for this output is in vain.
  package private(set) var isClosed = false
  /// The first failure to write; what came after it is lost.
  package private(set) var failure: TerminalError?
  /// Whether what is written still arrives somewhere.
  package var isOpen: Bool { !isClosed && failure == nil }
  /// Everything that was written and is not sent; for an output in memory that is all.
  private var buffer: [UInt8] = []
  private let destination: Destination
  /// Whether nothing but styles may steer what reads it.
  private let escapesAll: Bool

  private enum Destination {
    case memory
    case descriptor(CInt, name: String, bufferSize: Int)
  }

  /// Makes an output to a descriptor.
  ///
  /// - Parameters:
  ///   - name: What an error message calls it.
  ///   - bufferSize: The bytes that are gathered before they are sent; 0 sends every write at once.
  package init(
    descriptor: CInt, name: String, rendition: Rendition = .plain, bufferSize: Int = 32_768
  ) {
    destination = .descriptor(descriptor, name: name, bufferSize: bufferSize)
    escapesAll = isTerminal(descriptor)
    ownRendition = rendition
  }

  /// Makes an output that keeps what is written; see `captured`.
  package init(capturing rendition: Rendition = .plain) {
    destination = .memory
    escapesAll = false
    ownRendition = rendition
  }

  deinit { flush() }

  /// Everything written so far to an output in memory.
  package var captured: String { String(decoding: buffer, as: UTF8.self) }

  /// Whether a person sees what is written.
  package var isOnTerminal: Bool { escapesAll }

  /// Writes text as it is; on a terminal, with its control characters written out.
  package func write(_ text: String) { send(escapesAll ? EscapedText.lines(text) : text) }

  /// Writes whole lines for a machine, as `write` of text does.
  package func write(_ bytes: some Sequence<UInt8>) {
    if escapesAll && capture == nil {
      keep(EscapedText.lines(Array(bytes)))
    } else {
      keep(bytes)
    }
  }

  package func write(_ text: StyledText) { send(text.rendered(rendition)) }

  package func writeLine(_ text: String = "") { write(text + "\n") }

  package func writeLine(_ text: StyledText) { send(text.rendered(rendition) + "\n") }

  /// Writes text that may steer a terminal.
  func send(_ text: String) { keep(text.utf8) }

  private func keep(_ bytes: some Sequence<UInt8>) {
    if capture != nil {
      capture?.append(contentsOf: bytes)
    } else {
      buffer.append(contentsOf: bytes)
      flushIfFull()
    }
  }

  /// Runs something and keeps what it writes, as plain text, instead of sending it.
  ///
  /// - Returns: What it gave, and what it wrote; where it throws, what it wrote is dropped.
  package func capturing<Result>(_ body: () throws -> Result) rethrows -> (Result, String) {
    let outer = capture
    capture = []
    defer { capture = outer }
    let result = try body()
    return (result, String(decoding: capture ?? [], as: UTF8.self))
  }

  /// Sends what the buffer holds.
  package func flush() {
    guard case .descriptor(let descriptor, let name, _) = destination, !buffer.isEmpty else {
      return
    }
    defer { buffer.removeAll(keepingCapacity: true) }
    if isClosed || failure != nil { return }
    do throws(SystemError) {
      try writeBytes(buffer, to: descriptor)
    } catch {
      if error.code == EPIPE {
        isClosed = true
      } else {
        failure = .cannotWrite(name: name, code: error.code)
      }
    }
  }

  private func flushIfFull() {
    if case .descriptor(_, _, let size) = destination, buffer.count >= size { flush() }
  }
}

@available(*, unavailable)
extension Output: Sendable {}
