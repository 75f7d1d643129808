import ClaimModel
import FoundationEssentials
import Testing

/// The figures of both engines on the gold set keep their floors.
///
/// `ASSAY_QUALITY=table` prints them, `ASSAY_QUALITY=errors` every difference as well, `ASSAY_QUALITY=ablation`
/// how they change without each step of the engine, and `ASSAY_QUALITY=raise` rewrites the floors after a
/// gain, which fails once so that somebody looks at the change.
@Suite("GoldGate")
struct GoldGateTests {
  @Test("keeps every floor", arguments: Figure.allCases)
  func floor(_ figure: Figure) throws {
    let measurement = try GoldMeasurement.result.get()
    let floors = try Floors.kept()
    for engine in MeasuredEngine.allCases {
      let value = figure.value(in: measurement.tally(engine))
      let complaint = floors.complaint(figure, engine, value)
      #expect(complaint == nil, "\(complaint ?? "")")
    }
  }

  @Test(
    "prints what is asked for",
    .enabled(if: ProcessInfo.processInfo.environment["ASSAY_QUALITY"] != nil))
  func printed() throws {
    let measurement = try GoldMeasurement.result.get()
    switch ProcessInfo.processInfo.environment["ASSAY_QUALITY"] {
    case "table":
      print(QualityTable(measurement: measurement, floors: try Floors.kept()).text)
    case "errors":
      for engine in MeasuredEngine.allCases {
        print("== \(engine.rawValue)")
        for row in measurement.rows[engine] ?? [] { print(Differences(row: row).text) }
      }
    case "ablation":
      for engine in MeasuredEngine.allCases {
        print(try engine.ablation(of: GoldArticle.all()).joined(separator: "\n"))
      }
    case "raise":
      let kept = try Floors.kept()
      let raised = kept.raised { $0.value(in: measurement.tally($1)) }
      try Data(raised.text.utf8).write(to: Floors.file)
      #expect(raised == kept, "the floors were raised; look at the change and keep it")
    case let other:
      Issue.record("ASSAY_QUALITY is '\(other ?? "")'; write table, errors, ablation or raise")
    }
  }

  @Test("reads every article as its annotations say")
  func dates() throws {
    for article in try GoldArticle.all() {
      #expect(article.article.metadata.published?.day == article.published, "\(article.name)")
      #expect(!article.gold.claims.isEmpty)
    }
  }

  @Test("finds nothing wrong with the annotations themselves")
  func itself() throws {
    for article in try GoldArticle.all() {
      var gold = article.gold
      gold.attributions.removeAll(where: \.isOptional)
      gold.claims.removeAll(where: \.isOptional)
      gold.times.removeAll(where: \.isOptional)
      let tally = Tally(gold: article.gold, found: gold)
      for figure in Figure.allCases {
        let value = figure.value(in: tally)
        #expect(value == (figure.isFault ? 0 : 100), "\(figure.rawValue) of \(article.name)")
      }
    }
  }
}
