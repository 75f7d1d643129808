package import ClaimModel

/// The rule-based engine: fast enough for streams, no weights but the tagger's.
package struct RulesEngine: Sendable {
  package static let name = "rules/1"

  private let steps = AnalysisSteps()
  private let attributionFinder = AttributionFinder()

  package init() {}

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Complexity: O(*n*) in the text; sentences of more than 400 tokens give no claims.
  package func analyse(_ article: Article, grain: Grain = .clause) -> Analysis {
    let prepared = steps.prepare(article, steps.taggedText(of: article))
    let found = attributionFinder.attributions(
      in: prepared.text, phrases: prepared.phrases, quotations: prepared.quotations,
      lists: prepared.lists)
    return steps.analysis(of: prepared, found: found, engine: Self.name, grain: grain)
  }
}
