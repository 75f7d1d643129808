import Encoder
import Synchronization
import Testing

@testable import Workbench

@Suite("The time limit of an analysis", .timeLimit(.minutes(20)))
struct AnalysisLimitTests {
  /// A clock that stands still until it is moved.
  final class Clock: Sendable {
    private let elapsed = Mutex(Duration.zero)
    private let start = ContinuousClock.now

    func now() -> ContinuousClock.Instant { elapsed.withLock { start + $0 } }

    func move(by seconds: Double) { elapsed.withLock { $0 += .seconds(seconds) } }
  }

  @Test("lets each article have the whole of its time")
  func timeout() throws {
    let clock = Clock()
    let limit = AnalysisLimit(seconds: 2, now: clock.now)
    let first = limit.begin()
    clock.move(by: 1.5)
    let second = limit.begin()
    try first.check()
    clock.move(by: 0.5)
    #expect(throws: AnalysisTimeout(seconds: 2)) { try first.check() }
    try second.check()
    clock.move(by: 1.5)
    #expect(throws: AnalysisTimeout(seconds: 2)) { try second.check() }
  }

  @Test("has no end where none was asked for")
  func noLimit() throws {
    let clock = Clock()
    let analysis = AnalysisLimit(seconds: nil, now: clock.now).begin()
    clock.move(by: 1e9)
    try analysis.check()
  }

  @Test("ends every analysis once it is cancelled, those that begin later too")
  func cancelled() {
    let limit = AnalysisLimit(seconds: nil)
    let running = limit.begin()
    limit.cancel()
    #expect(throws: Interrupted()) { try running.check() }
    #expect(throws: Interrupted()) { try limit.begin().check() }
  }

  @Test("hands on what the work beside it gives or throws")
  func run() throws {
    let limit = AnalysisLimit(seconds: nil)
    #expect(try limit.run(checking: {}) { 7 } == 7)
    #expect(throws: AnalysisTimeout(seconds: 1)) {
      try limit.run(checking: {}) { throw AnalysisTimeout(seconds: 1) }
    }
    // One article that took too long ends no other.
    #expect(try limit.run(checking: {}) { 8 } == 8)
  }

  @Test("ends work that never would, when the waiting is broken off")
  func brokenOff() {
    let limit = AnalysisLimit(seconds: nil)
    #expect(throws: Interrupted()) {
      try limit.run(checking: { throw Interrupted() }) {
        let analysis = limit.begin()
        while true { try analysis.check() }
      }
    }
    // The thread may have been too late to begin at all; then nothing is left to end.
    #expect(throws: Interrupted()) { try limit.begin().check() }
  }

  @Test(
    "takes seconds, whole or not", arguments: [("60", "60"), ("0.5", "0.5"), ("1e2", "100")])
  func sentence(option: String, shown: String) throws {
    let seconds = try #require(Double(option))
    #expect(
      AnalysisTimeout(seconds: seconds).description
        == "looking for its claims took longer than \(shown) s; allow more with "
        + "'--time-limit SECONDS'")
  }
}
