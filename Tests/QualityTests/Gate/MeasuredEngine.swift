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

  /// A line of figures for each step of the engine without which they differ: all that changed, and by how much.
  func ablation(of articles: [GoldArticle]) throws -> [String] {
    let steps = EngineCheck.allCases
    let sets = [[]] + steps.map { Set([$0]) }
    let analyses: [[Analysis]]
    switch self {
    case .encoder:
      let engine = try EncoderEngine()
      analyses = articles.map { engine.analyses(of: $0.article, without: sets) }
    case .fast:
      let engine = FastEngine()
      analyses = articles.map { engine.analyses(of: $0.article, without: sets) }
    }
    let tallies = sets.indices.map { set in
      zip(articles, analyses).reduce(Tally()) { sum, row in
        sum + Tally(gold: row.0.gold, found: Findings(row.1[set], words: row.0.words))
      }
    }
    return zip(steps, tallies.dropFirst()).map { step, tally in
      let changes = Figure.allCases.compactMap { figure -> String? in
        let (whole, without) = (figure.value(in: tallies[0]), figure.value(in: tally))
        let change = ((without - whole) * 10).rounded() / 10
        return change == 0 ? nil : "\(figure.rawValue) \(change)"
      }
      return "\(rawValue) without \(step.rawValue): \(changes.joined(separator: ", "))"
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
