import Glibc

/// Where text goes: a file descriptor, through a buffer, or memory, for a test.
///
/// Writing never throws. A reader that went away (`head`, a closed pager) makes `isClosed` true,
/// and the rest is dropped without a word; any other failure is kept in `failure` for the one who
/// ends the command. A terminal's program flushes before it waits for input. The descriptor is not
/// closed.
package final class Output {
  /// Whether styled text is written with its styles.
  package let rendition: Rendition
  /// Whether the reader went away, so that more work for this output is in vain.
  package private(set) var isClosed = false
  /// The first failure to write; what came after it is lost.
  package private(set) var failure: TerminalError?
  /// Whether what is written still arrives somewhere.
  package var isOpen: Bool { !isClosed && failure == nil }
  /// Everything that was written and is not sent; for an output in memory that is all.
  private var buffer: [UInt8] = []
  private let destination: Destination

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
    self.rendition = rendition
  }

  /// Makes an output that keeps what is written; see `captured`.
  package init(capturing rendition: Rendition = .plain) {
    destination = .memory
    self.rendition = rendition
  }

  deinit { flush() }

  /// Everything written so far to an output in memory.
  package var captured: String { String(decoding: buffer, as: UTF8.self) }

  /// Whether a person sees what is written.
  package var isOnTerminal: Bool {
    if case .descriptor(let descriptor, _, _) = destination {
      isTerminal(descriptor)
    } else {
      false
    }
  }

  /// Writes text as it is.
  ///
  /// Text that came from outside goes through ``StyledText`` when the output is read by a person.
  package func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    flushIfFull()
  }

  package func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    flushIfFull()
  }

  package func write(_ text: StyledText) { write(text.rendered(rendition)) }

  package func writeLine(_ text: String = "") {
    buffer.append(contentsOf: text.utf8)
    buffer.append(0x0A)
    flushIfFull()
  }

  package func writeLine(_ text: StyledText) { writeLine(text.rendered(rendition)) }

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
