import Glibc
import Synchronization

/// Turns signals into bytes of a pipe for as long as it lives, so that a loop can wait for them
/// together with its input; the former actions come back at its end.
///
/// Watches nest: the innermost gets the signals that it asked for. Signals are those of the
/// process, so one thread alone makes watches.
package struct SignalWatch: ~Copyable {
  /// Readable while a signal waits to be taken with `next()`.
  package let descriptor: CInt
  /// The signals that, where they came and nobody took them, are raised again when the watch has ended, so
  /// that none is lost that comes between the last look and the end.
  package var passedOn: [CInt] = []
  private let writeDescriptor: CInt
  private let outerWriteDescriptor: CInt
  private let formerActions: [(signal: CInt, action: sigaction)]

  package init(_ signals: [CInt]) throws(TerminalError) {
    let ends: (read: CInt, write: CInt)
    do throws(SystemError) {
      ends = try makePipe()
    } catch {
      throw .cannotWatch(code: error.code)
    }
    // A handler must never wait, nor must the one who asks whether a signal came.
    _ = fcntl(ends.read, F_SETFL, O_NONBLOCK)
    _ = fcntl(ends.write, F_SETFL, O_NONBLOCK)
    descriptor = ends.read
    writeDescriptor = ends.write
    outerWriteDescriptor = wakeDescriptor.exchange(ends.write, ordering: .sequentiallyConsistent)
    formerActions = signals.map { ($0, replaceAction(of: $0, with: noteSignal)) }
  }

  deinit {
    for (signal, action) in formerActions {
      var action = action
      sigaction(signal, &action, nil)
    }
    wakeDescriptor.store(outerWriteDescriptor, ordering: .sequentiallyConsistent)
    var left: [CInt] = []
    while let signal = next() { left.append(signal) }
    close(writeDescriptor)
    close(descriptor)
    for signal in left where passedOn.contains(signal) { raise(signal) }
  }

  /// Takes the signal that came first; nil where none waits.
  package func next() -> CInt? {
    var signal: UInt8 = 0
    return read(descriptor, &signal, 1) == 1 ? CInt(signal) : nil
  }

  /// Lets the system act on a signal as if it were not watched, such as stopping the process at
  /// Ctrl-Z; returns when the process goes on.
  package func letAct(_ signal: CInt) {
    var own = replaceAction(of: signal, with: SIG_DFL)
    raise(signal)
    sigaction(signal, &own, nil)
  }
}

/// The pipe's end that the signal handler writes to, -1 where nothing is watched.
///
/// A handler gets no context, so this must be global; it is atomic, and set before a handler that
/// reads it is installed.
private let wakeDescriptor = Atomic<CInt>(-1)

/// The handler: calls only what is safe in one.
private let noteSignal: @convention(c) (CInt) -> Void = { signal in
  let code = errno
  var byte = UInt8(truncatingIfNeeded: signal)
  write(wakeDescriptor.load(ordering: .sequentiallyConsistent), &byte, 1)
  errno = code
}

/// Sets a signal's action and returns the former one.
private func replaceAction(
  of signal: CInt, with handler: (@convention(c) (CInt) -> Void)?
) -> sigaction {
  var new = sigaction()
  new.__sigaction_handler.sa_handler = handler
  var former = sigaction()
  sigaction(signal, &new, &former)
  return former
}

/// Makes writing to a closed pipe an error of the call instead of the end of the process.
package func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
}
