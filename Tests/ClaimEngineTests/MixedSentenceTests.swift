import ClaimEngine
import ClaimModel
import EngineFuzz
import TestSupport
import Testing

/// Five thousand sentences mixed out of the project's own; `engine-fuzz` does a million.
@Suite("Mixed-up sentences")
struct MixedSentenceTests {
  /// For each engine at each grain.
  private static let articles: UInt64 = 63
  private static let sentences = 20

  @Test("come to an end and keep every promise", arguments: FuzzedEngine.names, Grain.allCases)
  func promises(name: String, grain: Grain) throws {
    let engine = try #require(try FuzzedEngine(name))
    let mixer = SentenceMixer(try Samples.own())
    // What goes round for ever can only be ended with the whole process.
    let watchdog = Watchdog()
    let first = grain == .clause ? 0 : Self.articles
    for seed in first..<(first + Self.articles) {
      let article = mixer.article(seed: seed, sentences: Self.sentences)
      let fault = watchdog.watch("\(name), \(grain), seed \(seed)") {
        engine.fault(in: article, grain: grain)
      }
      #expect(fault == nil, "seed \(seed)")
    }
  }

  /// Each broke a promise once: a report whose verb begins before its words, a source in another sentence.
  @Test(
    "keep every promise where they are cut in odd places",
    arguments: [
      "is discussion, he has said a is",
      "He said it cannot be mistaken.'' – be mistaken.'' , and cannot",
    ])
  func oddCuts(text: String) throws {
    let article = Article(paragraphs: text)
    for name in FuzzedEngine.names {
      let engine = try #require(try FuzzedEngine(name))
      for grain in Grain.allCases {
        #expect(engine.fault(in: article, grain: grain) == nil, "\(name), \(grain)")
      }
    }
  }

  @Test("a seed gives the same sentences again")
  func repeats() throws {
    let samples = try Samples.own()
    let one = SentenceMixer(samples).article(seed: 7, sentences: 20)
    #expect(one == SentenceMixer(samples).article(seed: 7, sentences: 20))
    #expect(one.text != SentenceMixer(samples).article(seed: 8, sentences: 20).text)
  }

  @Test("a fault is told in words")
  func faults() throws {
    let article = SentenceMixer(["It rained."]).article(seed: 0, sentences: 1)
    var analysis = FastEngine().analyse(article)
    #expect(AnalysisCheck.fault(in: analysis, of: article) == nil)
    let sentence = TextSpan(0, 3)
    analysis.claims = [
      Claim(id: ClaimID(rawValue: 1), spans: [TextSpan(2, 4)], sentence: sentence, block: 0)
    ]
    analysis.sentences = [sentence]
    #expect(AnalysisCheck.fault(in: analysis, of: article) == "claim 1 leaves its sentence")
    analysis.claims[0].spans = [TextSpan(0, 900)]
    #expect(
      AnalysisCheck.fault(in: analysis, of: article)
        == "the spans of claim 1 are empty, or out of order or bounds")
  }
}
