package import ClaimModel

/// The rule-based engine: fast enough for streams, no weights but the tagger's.
package struct RulesEngine: Sendable {
  package static let name = "rules/1"

  private var times = TimeFinder()

  package init() {}

  /// The same engine, which reads dates in figures in an order that the user knows; nil leaves it to each text.
  package func with(dateOrder: DateOrder?) -> RulesEngine {
    var engine = self
    engine.times = TimeFinder(order: dateOrder)
    return engine
  }

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Complexity: O(*n*) in the text; sentences of more than 400 tokens give no claims.
  package func analyse(_ article: Article, grain: Grain = .clause) -> Analysis {
    Pipeline([], grain: grain, times: times).document(of: article).analysis(by: Self.name)
  }
}
