package import ClaimModel
package import Encoder

/// The engine for streams: linear models over hashed features tag, parse and find who says what, in the layers that the
/// encoder fills, too.
package struct FastEngine: Sendable {
  package static let name = "fast/1"

  private let annotator = LinearAnnotator()
  private var times = TimeFinder()

  /// Reads the weights that are compiled in, which takes about 20 ms.
  package init() {}

  /// The same engine, which reads dates in figures in an order that the user knows; nil leaves it to each text.
  package func with(dateOrder: DateOrder?) -> FastEngine {
    var engine = self
    engine.times = TimeFinder(order: dateOrder)
    return engine
  }

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Parameter cancellation: What ends the analysis before it is done.
  /// - Complexity: O(*n*) in the text; sentences of more than 400 tokens give no claims.
  package func analyse<Failure>(
    _ article: Article, grain: Grain = .clause, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> Analysis {
    try Pipeline([annotator], grain: grain, times: times)
      .document(of: article, cancellation: cancellation).analysis(by: Self.name)
  }

  /// What is found in an article when steps are left out, for each set of them; to measure what they are worth.
  package func analyses(
    of article: Article, grain: Grain = .clause, without sets: [Set<EngineCheck>]
  ) -> [Analysis] {
    Pipeline([annotator], grain: grain, times: times)
      .documents(of: article, without: sets).map { $0.analysis(by: Self.name) }
  }
}
