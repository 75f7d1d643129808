package import ClaimModel
package import Encoder

/// The rule-based engine: fast enough for streams, no weights but the tagger's.
package struct RulesEngine: Sendable {
  package static let name = "rules/1"

  private let times = TimeFinder()

  package init() {}

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Parameter cancellation: What ends the analysis before it is done.
  /// - Complexity: O(*n*) in the text; sentences of more than 400 tokens give no claims.
  package func analyse<Failure>(
    _ article: Article, grain: Grain = .clause, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> Analysis {
    try Pipeline([], grain: grain, times: times)
      .document(of: article, cancellation: cancellation).analysis(by: Self.name)
  }
}
