import Encoder
import Synchronization

/// Ends the analyses of a command: each one that takes too long, and all of them when nobody waits
/// for them any more.
final class AnalysisLimit: Sendable {
  /// How many seconds the analysis of one article may take; nil for any number.
  private let seconds: Double?
  private let now: @Sendable () -> ContinuousClock.Instant
  private let isCancelled = Atomic(false)

  /// What an article gets where nothing else is asked for: far more than any of a sane length needs.
  static let standardSeconds = 60.0

  init(
    seconds: Double? = standardSeconds,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.seconds = seconds
    self.now = now
  }

  /// What ends the analysis of an article that begins now.
  func begin() -> Cancellation<any Error> {
    let end = seconds.map { now() + .seconds($0) }
    return Cancellation { [self] in
      if isCancelled.load(ordering: .relaxed) { throw Interrupted() }
      if let seconds, let end, now() >= end { throw AnalysisTimeout(seconds: seconds) }
    }
  }

  /// Does work that `begin` can end on another thread, while this one looks out for Ctrl-C.
  ///
  /// - Parameter check: Called ten times a second; what it throws cancels the work, which is over
  ///   when this returns.
  func run<Answer: Sendable>(
    checking check: () throws -> Void, _ work: @escaping @Sendable () throws -> Answer
  ) throws -> Answer {
    let isTaken = Atomic(false)
    let thread = OrderedWork(jobs: 1) {
      isTaken.exchange(true, ordering: .relaxed) ? nil : ()
    } work: {
      Result { try work() }
    }
    defer { thread.stop() }
    let outcome: Result<Answer, any Error>?
    do {
      outcome = try thread.next(check: check)
    } catch {
      cancel()
      throw error
    }
    guard let outcome else { preconditionFailure("one piece of work has one outcome") }
    return try outcome.get()
  }

  /// Ends all analyses of the command that are under way.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }
}

/// An article was given up because looking for its claims took too long.
struct AnalysisTimeout: Error, Equatable, CustomStringConvertible {
  let seconds: Double

  var description: String {
    "looking for its claims took longer than \(Self.text(seconds)) s; allow more with "
      + "'--time-limit SECONDS'"
  }

  /// Seconds as one writes them: 60, 0.5.
  static func text(_ seconds: Double) -> String {
    let whole = Int(exactly: seconds)
    return whole.map(String.init) ?? String(seconds)
  }
}

extension CommandOption {
  /// For verbs that look for claims.
  static let timeLimit = CommandOption(
    "--time-limit", "SECONDS",
    "give an article up when looking for its claims takes longer "
      + "(\(AnalysisTimeout.text(AnalysisLimit.standardSeconds)); 0 for no limit)")
}

extension Invocation {
  /// The time that each article may take.
  ///
  /// - Throws: `UsageError` where it is no number of seconds.
  func analysisLimit() throws -> AnalysisLimit {
    guard let text = option(CommandOption.timeLimit.name) else { return AnalysisLimit() }
    guard let seconds = Double(text), (0...Self.mostSeconds).contains(seconds) else {
      throw UsageError.notATimeLimit(text)
    }
    return AnalysisLimit(seconds: seconds == 0 ? nil : seconds)
  }

  /// A year, which no clock overflows on.
  private static var mostSeconds: Double { 31_536_000 }
}
