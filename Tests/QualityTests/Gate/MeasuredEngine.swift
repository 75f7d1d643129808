import ClaimEngine
import ClaimModel

/// One of the two engines, and what it finds in the gold set.
enum MeasuredEngine: String, CaseIterable, Sendable {
  case encoder, fast

  /// What it finds in each article, in the order given.
  func findings(in articles: [GoldArticle]) throws -> [Findings] {
    switch self {
    case .encoder:
      let engine = try EncoderEngine()
      return articles.map { Findings(engine.analyse($0.article).analysis, words: $0.words) }
    case .fast:
      let engine = FastEngine()
      return articles.map { Findings(engine.analyse($0.article), words: $0.words) }
    }
  }
}

/// The gold set, read and measured once for all tests.
struct GoldMeasurement: Sendable {
  struct Row: Sendable {
    let article: GoldArticle
    let found: Findings
    var tally: Tally { Tally(gold: article.gold, found: found) }
  }

  let rows: [MeasuredEngine: [Row]]

  static let result = Result { try GoldMeasurement() }

  private init() throws {
    let articles = try GoldArticle.all()
    var rows: [MeasuredEngine: [Row]] = [:]
    for engine in MeasuredEngine.allCases {
      rows[engine] = zip(articles, try engine.findings(in: articles)).map {
        Row(article: $0, found: $1)
      }
    }
    self.rows = rows
  }

  /// What was counted with an engine in all articles, or in those of one style.
  func tally(_ engine: MeasuredEngine, style: String? = nil) -> Tally {
    (rows[engine] ?? []).filter { style == nil || $0.article.style == style }
      .reduce(Tally()) { $0 + $1.tally }
  }

  /// In the order of the articles.
  var styles: [String] {
    var styles: [String] = []
    for row in rows[.fast] ?? [] where !styles.contains(row.article.style) {
      styles.append(row.article.style)
    }
    return styles
  }
}
