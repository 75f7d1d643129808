package import ClaimModel
package import Encoder

/// The engine with the small transformer: it tags, parses, and finds who says what; constructions complete it where
/// they are sure of a quote.
package struct EncoderEngine: Sendable {
  package static let name = "encoder/1"

  private let model: EncoderModel
  private var times = TimeFinder()

  /// Loads the weights that are compiled in, which takes about 25 ms.
  package init() throws(EncoderError) { model = try EncoderModel() }

  /// The same engine, which reads dates in figures in an order that the user knows; nil leaves it to each text.
  package func with(dateOrder: DateOrder?) -> EncoderEngine {
    var engine = self
    engine.times = TimeFinder(order: dateOrder)
    return engine
  }

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Parameters:
  ///   - cores: How many threads read windows of the article side by side.
  ///   - cancellation: What ends the analysis before it is done.
  /// - Returns: The analysis, and the byte from which on no attributions were looked for because the article has too
  ///   many words; nil when all was read.
  /// - Complexity: O(*n*) in the text, about 0.25 ms a word on one core.
  package func analyse<Failure>(
    _ article: Article, grain: Grain = .clause, cores: Int = 1,
    cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> (analysis: Analysis, unreadFrom: Int?) {
    let document = try Pipeline(
      [EncoderAnnotator(model: model, cores: cores)], grain: grain, times: times
    ).document(of: article, cancellation: cancellation)
    return (document.analysis(by: Self.name), document.unreadFrom)
  }

  /// What is found in an article when steps are left out, for each set of them; to measure what they are worth.
  package func analyses(
    of article: Article, grain: Grain = .clause, without sets: [Set<EngineCheck>]
  ) -> [Analysis] {
    Pipeline([EncoderAnnotator(model: model, cores: 1)], grain: grain, times: times)
      .documents(of: article, without: sets).map { $0.analysis(by: Self.name) }
  }
}
