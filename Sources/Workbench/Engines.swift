import ClaimEngine
import ClaimModel
import Encoder

/// The engines that look for claims, each made when it is first needed.
final class Engines {
  /// Which one to use.
  enum Choice: String, CaseIterable {
    /// Accurate: a small transformer reads the article.
    case encoder
    /// Fast: rules over part-of-speech tags.
    case rules

    /// The engine that made an analysis, by the name that it gives itself.
    init?(engineName: String) {
      self.init(rawValue: String(engineName.prefix { $0 != "/" }))
    }
  }

  private lazy var rules = RulesEngine()
  private var loadedEncoder: EncoderEngine?

  /// An engine, loaded if it was not before.
  func ready(_ choice: Choice) throws -> ReadyEngine {
    switch choice {
    case .rules: return .rules(rules)
    case .encoder:
      let encoder = try loadedEncoder ?? EncoderEngine()
      loadedEncoder = encoder
      return .encoder(encoder)
    }
  }
}

/// An engine that can work, on any number of threads at a time.
enum ReadyEngine: Sendable {
  case rules(RulesEngine)
  case encoder(EncoderEngine)

  /// Finds the claims of an article.
  ///
  /// - Parameters:
  ///   - cores: How many threads it may use for this one article.
  ///   - cancellation: What ends the analysis before it is done.
  /// - Returns: The analysis, and a sentence for the user where the article was too long to be read whole.
  func analyse<Failure>(
    _ article: Article, grain: Grain, cores: Int, cancellation: Cancellation<Failure>
  ) throws(Failure) -> (analysis: Analysis, notice: String?) {
    switch self {
    case .rules(let engine):
      return (try engine.analyse(article, grain: grain, cancellation: cancellation), nil)
    case .encoder(let engine):
      let (analysis, unread) = try engine.analyse(
        article, grain: grain, cores: cores, cancellation: cancellation)
      let notice = unread.map { _ in
        "the article is very long; who says what was looked for in its first part only: "
          + "'--engine rules' reads all of it"
      }
      return (analysis, notice)
    }
  }
}

extension CommandOption {
  /// The choice of engine, for verbs that look for claims.
  static let engine = CommandOption(
    "--engine", "ENGINE", choices: Engines.Choice.allCases.map(\.rawValue),
    "accurate (encoder, the default) or fast (rules, the default for streams)")
}

extension Invocation {
  /// The engine that was asked for.
  func engine(default standard: Engines.Choice) -> Engines.Choice {
    option(CommandOption.engine.name).flatMap { Engines.Choice(rawValue: $0) } ?? standard
  }
}
