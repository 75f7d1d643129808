import ClaimEngine
import ClaimModel
import Encoder

/// The engines that look for claims, each made when it is first needed.
final class Engines {
  /// Which one to use.
  enum Choice: String, CaseIterable {
    /// Accurate: a small transformer reads the article.
    case encoder
    /// Fast: linear models.
    case fast

    /// What `fast` was called before it had models; old scripts and stores name it so.
    static let formerNames = ["rules": Choice.fast]

    /// The engine that made an analysis, by the name that it gives itself; for that of former times the one in its place.
    init?(engineName: String) {
      let name = String(engineName.prefix { $0 != "/" })
      guard let choice = Choice(rawValue: name) ?? Self.formerNames[name] else { return nil }
      self = choice
    }
  }

  private lazy var fast = FastEngine()
  private var loadedEncoder: EncoderEngine?

  /// An engine, loaded if it was not before.
  func ready(_ choice: Choice) throws -> ReadyEngine {
    switch choice {
    case .fast: return .fast(fast)
    case .encoder:
      let encoder = try loadedEncoder ?? EncoderEngine()
      loadedEncoder = encoder
      return .encoder(encoder)
    }
  }
}

/// An engine that can work, on any number of threads at a time.
enum ReadyEngine: Sendable {
  case fast(FastEngine)
  case encoder(EncoderEngine)

  /// The same engine for texts whose dates in figures are of a known order; nil leaves it to each text.
  func with(dateOrder: DateOrder?) -> ReadyEngine {
    guard let dateOrder else { return self }
    switch self {
    case .fast(let engine): return .fast(engine.with(dateOrder: dateOrder))
    case .encoder(let engine): return .encoder(engine.with(dateOrder: dateOrder))
    }
  }

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
    case .fast(let engine):
      return (try engine.analyse(article, grain: grain, cancellation: cancellation), nil)
    case .encoder(let engine):
      let (analysis, unread) = try engine.analyse(
        article, grain: grain, cores: cores, cancellation: cancellation)
      let notice = unread.map { _ in
        "the article is very long; who says what was looked for in its first part only: "
          + "'--engine fast' reads all of it"
      }
      return (analysis, notice)
    }
  }
}

extension CommandOption {
  /// The choice of engine, for verbs that look for claims.
  static let engine = CommandOption(
    "--engine", "ENGINE", choices: Engines.Choice.allCases.map(\.rawValue),
    formerChoices: Array(Engines.Choice.formerNames.keys),
    "accurate (encoder, the default) or fast (the default for streams)")
}

extension CommandOption {
  /// The order of dates such as 02/03/2025, for verbs that look for claims.
  static let dateOrder = CommandOption(
    "--date-order", "ORDER", choices: DateOrder.allCases.map(\.rawValue),
    "whether 02/03/2025 is 2 March (dmy) or 3 February (mdy)")
}

extension Invocation {
  /// The order of dates that was given.
  var dateOrder: DateOrder? {
    option(CommandOption.dateOrder.name).flatMap { DateOrder(rawValue: $0) }
  }
}

extension Workbench {
  /// The engine that was asked for; says so where it was by a former name.
  func engine(
    of invocation: Invocation, default standard: Engines.Choice
  ) -> Engines.Choice {
    guard let name = invocation.option(CommandOption.engine.name) else { return standard }
    guard let former = Engines.Choice.formerNames[name] else {
      return Engines.Choice(rawValue: name) ?? standard
    }
    warn("the engine '\(name)' is now '\(former.rawValue)', which is taken")
    return former
  }
}
