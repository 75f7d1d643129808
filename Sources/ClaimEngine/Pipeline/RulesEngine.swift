package import ClaimModel

/// The rule-based engine: fast enough for streams, no weights but the tagger's.
package struct RulesEngine: Sendable {
  package static let name = "rules/1"

  private let times = TimeFinder()

  package init() {}

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Complexity: O(*n*) in the text; sentences of more than 400 tokens give no claims.
  package func analyse(_ article: Article, grain: Grain = .clause) -> Analysis {
    Pipeline([], grain: grain, times: times).document(of: article).analysis(by: Self.name)
  }
}
