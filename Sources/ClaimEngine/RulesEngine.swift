package import ClaimModel

/// The rule-based engine: fast enough for streams, no weights but the tagger's.
package struct RulesEngine: Sendable {
  package static let name = "rules/1"

  private let analyser = TextAnalyser()
  private let tagger = Tagger()
  private let attributionFinder = AttributionFinder()
  private let claimFinder = ClaimFinder()
  private let timeFinder = TimeFinder()

  package init() {}

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Complexity: O(*n*) in the text; sentences of more than 400 tokens give no claims.
  package func analyse(_ article: Article, grain: Grain = .clause) -> Analysis {
    var text = analyser.tokenizedText(of: article)
    tagger.tag(&text)
    let phrases = text.sentences.map { sentence in
      SentencePhrases(
        sentence.tokens.count <= AttributionFinder.limit
          ? sentence.tokens : sentence.tokens.lowerBound..<sentence.tokens.lowerBound,
        of: text.tokens)
    }
    let quotations = QuoteFinder().quotations(in: text)
    let found = attributionFinder.attributions(in: text, phrases: phrases, quotations: quotations)
    let index = NameIndex(text)
    let attributions = SourceNamer(index: index).named(
      AttributionNumbering(text: text, quotations: quotations).attributions(found))
    let claims = claimFinder.claims(
      in: text, phrases: phrases, quotations: quotations, attributions: attributions, grain: grain)
    let times = timeFinder.expressions(in: article)
    return Analysis(
      engine: Self.name, sentences: text.sentences.map(\.span), attributions: attributions,
      claims: claims.dated(by: times)
        .described(index: index, attributions: attributions, times: times), times: times)
  }
}
