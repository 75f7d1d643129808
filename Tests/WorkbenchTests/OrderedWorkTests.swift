import Dispatch
import Synchronization
import Testing

@testable import Workbench

@Suite("Ordered work", .timeLimit(.minutes(20)))
struct OrderedWorkTests {
  /// Counts up to a limit; any thread may ask.
  final class Counter: Sendable {
    private let count = Mutex(0)
    let limit: Int

    init(limit: Int) { self.limit = limit }

    var taken: Int { count.withLock { $0 } }

    func next() -> Int? {
      count.withLock { count in
        if count == limit { return nil }
        count += 1
        return count - 1
      }
    }
  }

  struct Failure: Error, Equatable {}

  private func all<Item, Outcome>(_ work: OrderedWork<Item, Outcome>) throws -> [Outcome] {
    var outcomes: [Outcome] = []
    while let outcome = try work.next(check: {}) { outcomes.append(outcome) }
    return outcomes
  }

  @Test("hands outcomes out in the order of the items", arguments: [1, 2, 3, 8, 64])
  func order(jobs: Int) throws {
    for limit in [0, 1, 5, 1000] {
      let counter = Counter(limit: limit)
      let work = OrderedWork(jobs: jobs, next: counter.next) { $0 * $0 }
      #expect(try all(work) == (0..<limit).map { $0 * $0 })
      work.stop()
    }
  }

  @Test("takes no more than four items a thread before the first is handed out", arguments: [2, 5])
  func bounded(jobs: Int) throws {
    let counter = Counter(limit: 1000)
    let gate = DispatchSemaphore(value: 0)
    let others = DispatchSemaphore(value: 0)
    let work = OrderedWork(jobs: jobs, next: counter.next) { item in
      if item == 0 { gate.wait() } else { others.signal() }
      return item
    }
    for _ in 1..<(4 * jobs) { others.wait() }
    #expect(counter.taken == 4 * jobs)
    gate.signal()
    #expect(try all(work) == Array(0..<1000))
  }

  @Test("works on an item that is alone")
  func alone() throws {
    let lines = DispatchSemaphore(value: 0)
    let counter = Counter(limit: 3)
    let work = OrderedWork(jobs: 4) {
      lines.wait()
      return counter.next()
    } work: {
      $0
    }
    for expected in 0..<3 {
      lines.signal()
      #expect(try work.next(check: {}) == expected)
    }
    lines.signal()
    #expect(try work.next(check: {}) == nil)
  }

  @Test("tells why there are no more items, after the outcomes of those before")
  func failure() throws {
    let counter = Counter(limit: 10)
    let work = OrderedWork(jobs: 3) {
      guard let item = counter.next() else { throw Failure() }
      return item
    } work: {
      $0
    }
    for expected in 0..<10 { #expect(try work.next(check: {}) == expected) }
    #expect(throws: Failure()) { try work.next(check: {}) }
  }

  @Test("begins nothing after it was stopped, and waits for what was begun")
  func stop() throws {
    let counter = Counter(limit: 100_000)
    let finished = Mutex(0)
    let work = OrderedWork(jobs: 4, next: counter.next) { item in
      finished.withLock { $0 += 1 }
      return item
    }
    #expect(try work.next(check: {}) == 0)
    work.stop()
    let count = finished.withLock { $0 }
    #expect(count <= 17)
    #expect(finished.withLock { $0 } == count)
  }

  @Test("ends the waiting when the check says so")
  func check() throws {
    let gate = DispatchSemaphore(value: 0)
    let counter = Counter(limit: 1)
    let work = OrderedWork(jobs: 1, next: counter.next) { item in
      gate.wait()
      return item
    }
    var checks = 0
    #expect(throws: Failure()) {
      try work.next {
        checks += 1
        if checks == 2 { throw Failure() }
      }
    }
    gate.signal()
    work.stop()
  }
}
