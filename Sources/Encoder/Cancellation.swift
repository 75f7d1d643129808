/// Whether to go on with an analysis: asked before each window, sentence and attribution, so that
/// an analysis that takes too long, or that nobody waits for any more, ends between two of them.
package struct Cancellation<Failure: Error>: Sendable {
  private let ask: @Sendable () throws(Failure) -> Void

  /// - Parameter ask: Called on any thread, some thousand times a second; throws to end the analysis.
  package init(_ ask: @escaping @Sendable () throws(Failure) -> Void) { self.ask = ask }

  package func check() throws(Failure) { try ask() }
}

extension Cancellation<Never> {
  /// For an analysis that runs to its end.
  package static var never: Self { Self {} }
}
