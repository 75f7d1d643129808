package import ClaimEngine
package import ClaimModel

/// An engine under test, and what it makes of articles.
package enum FuzzedEngine: Sendable {
  case fast(FastEngine)
  case encoder(EncoderEngine)

  /// - Parameter name: As `--engine` has it; nil where no engine is called so.
  package init?(_ name: String) throws {
    switch name {
    case "fast": self = .fast(FastEngine())
    case "encoder": self = .encoder(try EncoderEngine())
    default: return nil
    }
  }

  package static let names = ["fast", "encoder"]

  package var name: String {
    switch self {
    case .fast: "fast"
    case .encoder: "encoder"
    }
  }

  /// What is wrong with the analysis of an article; nil where nothing is.
  package func fault(in article: Article, grain: Grain) -> String? {
    AnalysisCheck.fault(in: analysis(of: article, grain), of: article).map {
      "\($0), at the \(grain.rawValue) grain"
    }
  }

  private func analysis(of article: Article, _ grain: Grain) -> Analysis {
    switch self {
    case .fast(let engine): engine.analyse(article, grain: grain)
    case .encoder(let engine): engine.analyse(article, grain: grain).analysis
    }
  }
}
