private import Dispatch
import Synchronization

/// Work that several threads share, whose outcomes come in the order of its items.
///
/// Each thread takes the next item as soon as it is free, so an item that is alone is worked on at once. At most
/// `4 * jobs` items are taken and not yet handed out: memory stays bounded however many there are and however slow the
/// reader is. A thread that waits for an item (for the next line of a pipe) is left waiting at the end.
final class OrderedWork<Item: Sendable, Outcome: Sendable>: Sendable {
  private let source: Mutex<Source>
  private let state = Mutex(State())
  private let work: @Sendable (Item) -> Outcome
  /// How many more items may be taken.
  private let room = DispatchSemaphore(value: 0)
  /// Counts outcomes, and the end.
  private let arrivals = DispatchSemaphore(value: 0)
  /// Threads that are at work.
  private let busy = DispatchGroup()

  private struct Source: Sendable {
    let next: @Sendable () throws -> Item?
    var taken = 0
    var isAtEnd = false
  }

  private enum Progress {
    case outcome(Outcome)
    case over((any Error)?)
    case nothing
  }

  private struct State: Sendable {
    var outcomes: [Int: Outcome] = [:]
    var handedOut = 0
    /// How many items there are, once that is known, and why there are no more.
    var end: (count: Int, failure: (any Error)?)?
    var isStopped = false
  }

  /// Starts the threads.
  ///
  /// - Parameters:
  ///   - next: Gives the items, nil after the last; called by one thread at a time. An error ends them.
  ///   - work: Called by `jobs` threads at a time.
  init(
    jobs: Int, next: @escaping @Sendable () throws -> Item?,
    work: @escaping @Sendable (Item) -> Outcome
  ) {
    source = Mutex(Source(next: next))
    self.work = work
    for _ in 0..<(4 * jobs) { room.signal() }
    for number in 0..<jobs {
      DispatchQueue(label: "work \(number)").async { self.run() }
    }
  }

  /// The next outcome, when it is there; nil after the last.
  ///
  /// - Parameter check: Called ten times a second while there is nothing; an error ends the waiting.
  /// - Throws: What `check` throws, or what the source of the items threw, after the outcomes before it.
  func next(check: () throws -> Void) throws -> Outcome? {
    while true {
      try check()
      let progress = state.withLock { state -> Progress in
        if let outcome = state.outcomes.removeValue(forKey: state.handedOut) {
          state.handedOut += 1
          return .outcome(outcome)
        }
        guard let end = state.end, end.count == state.handedOut else { return .nothing }
        return .over(end.failure)
      }
      switch progress {
      case .outcome(let outcome):
        room.signal()
        return outcome
      case .over(let failure?): throw failure
      case .over(nil): return nil
      case .nothing: _ = arrivals.wait(timeout: .now() + .milliseconds(100))
      }
    }
  }

  /// Ends the work: what was begun is finished, nothing else is begun.
  func stop() {
    state.withLock { $0.isStopped = true }
    busy.wait()
  }

  // MARK: - The threads

  private func run() {
    while let (number, item) = take() {
      guard begin() else { return }
      let outcome = work(item)
      state.withLock { $0.outcomes[number] = outcome }
      busy.leave()
      arrivals.signal()
    }
  }

  private func take() -> (Int, Item)? {
    room.wait()
    return source.withLock { source in
      if source.isAtEnd || state.withLock({ $0.isStopped }) { return nil }
      var failure: (any Error)?
      do {
        if let item = try source.next() {
          source.taken += 1
          return (source.taken - 1, item)
        }
      } catch {
        failure = error
      }
      source.isAtEnd = true
      let end = (source.taken, failure)
      state.withLock { $0.end = end }
      arrivals.signal()
      return nil
    }
  }

  private func begin() -> Bool {
    state.withLock { state in
      if state.isStopped { return false }
      busy.enter()
      return true
    }
  }
}
