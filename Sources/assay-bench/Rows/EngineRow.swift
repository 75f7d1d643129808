import ArticleReader
import ClaimEngine
import ClaimModel
import Encoder
import EngineFuzz
import Fingerprint

/// The engines inside one process: a stream of articles by each, and odd sentences; by the fast one, texts of
/// growing length and hostile ones.
struct EngineRow {
  private let setting: BenchSetting
  private let engine = FastEngine()

  private static let wordsPerSecond = 30_000.0

  init(_ setting: BenchSetting) { self.setting = setting }

  func measure() throws -> [Measurement] {
    [try streaming(), try encoding(), try growth()] + hostile() + (try slowestSentence())
  }

  /// Reading and analysing one article after the other.
  private func streaming() throws -> Measurement {
    let articles = (0..<setting.size(600)).map { NewsArticle($0) }
    let words = articles.reduce(0) { $0 + $1.words }
    var claims = 0
    var analysing: [Double] = []
    var reading: [Double] = []
    for _ in 0..<3 {
      reading.append(try milliseconds { for article in articles { _ = try article.read() } })
      analysing.append(
        try milliseconds {
          for article in articles { claims += engine.analyse(try article.read()).claims.count }
        })
    }
    return Measurement(
      row: .engine, name: "stream of \(articles.count) articles, \(words) words",
      figure: Quantity(Double(words) / analysing.best * 1000, .wordsPerSecond),
      yardstick: .init(
        name: "reading them only",
        figure: Quantity(Double(words) / reading.best * 1000, .wordsPerSecond)),
      target: .atLeast(Self.wordsPerSecond))
  }

  /// The encoder's engine on one core, beside what the network takes when it stops at its early exit.
  private func encoding() throws -> Measurement {
    let articles = try (0..<setting.size(20)).map { try NewsArticle($0).read() }
    let words = (0..<articles.count).reduce(0) { $0 + NewsArticle($1).words }
    let engine = try EncoderEngine()
    let model = try EncoderModel()
    let texts = articles.map { TextAnalyser().document(of: $0) }
    var analysing: [Double] = []
    var exiting: [Double] = []
    for _ in 0..<3 {
      analysing.append(
        milliseconds { for article in articles { _ = engine.analyse(article, cores: 1) } })
      exiting.append(
        milliseconds { for text in texts { _ = model.read(text, depth: .attributionsOnly) } })
    }
    return Measurement(
      row: .engine, name: "the encoder on \(articles.count) articles, \(words) words, one core",
      figure: Quantity(Double(words) / analysing.best * 1000, .wordsPerSecond),
      yardstick: .init(
        name: "half of its layers alone",
        figure: Quantity(Double(words) / exiting.best * 1000, .wordsPerSecond)),
      target: .atLeast(3000))
  }

  /// One text against one ten times as long.
  private func growth() throws -> Measurement {
    let count = setting.isQuick ? 2 : 10
    let short = try (0..<count).map { try NewsArticle($0).read() }
    let long = try (0..<count * 10).map { try NewsArticle($0).read() }
    func joined(_ articles: [Article]) -> Article {
      body(articles.map(\.text).joined(separator: "\n\n"))
    }
    let (shortText, longText) = (joined(short), joined(long))
    var shortTimes: [Double] = []
    var longTimes: [Double] = []
    for _ in 0..<3 {
      shortTimes.append(milliseconds { _ = engine.analyse(shortText) })
      longTimes.append(milliseconds { _ = engine.analyse(longText) })
    }
    return Measurement(
      row: .engine, name: "one text of \(count * 10) articles",
      figure: Quantity(longTimes.best, .milliseconds),
      yardstick: .init(
        name: "one of \(count)", figure: Quantity(shortTimes.best, .milliseconds)),
      target: .ratioAtMost(12))
  }

  /// Texts that are one sentence, or that open quotes without end, may take as long as the stream's
  /// pace would give their words.
  private func hostile() -> [Measurement] {
    let length = setting.size(1_000_000)
    let texts = [
      ("a sentence of \(length) bytes", repeated("the river said that the council ", length)),
      ("\(length) bytes without a space", repeated("x", length)),
      ("\(length / 10) quotes that open", repeated("\u{201C}he said ", length)),
      ("\(length) bytes of commas", repeated("said, ", length)),
    ]
    return texts.map { name, text in
      let article = body(text)
      // At least one word for six bytes, the length of an English word with its space.
      let words = Double(length) / 6
      return Measurement(
        row: .engine, name: name,
        figure: Quantity(milliseconds { _ = engine.analyse(article) }, .milliseconds),
        target: .atMost(words / Self.wordsPerSecond * 1000))
    }
  }

  /// The sentence that took longest of many odd ones, by each engine.
  private func slowestSentence() throws -> [Measurement] {
    let mixer = SentenceMixer(
      try (0..<20).flatMap {
        try NewsArticle($0).read().text.split(separator: "\n").map(String.init)
      })
    let articles =
      (0..<UInt64(setting.size(2000))).map { mixer.article(seed: $0, sentences: 1) }
      + HostileSentence.all.map(body)
    let encoder = try EncoderEngine()
    let engines: [(name: String, analyse: (Article) -> Void)] = [
      ("the fast engine", { _ = engine.analyse($0, grain: .fine) }),
      ("the encoder, one core", { _ = encoder.analyse($0, grain: .fine) }),
    ]
    return engines.map { name, analyse in
      let times = articles.map { article in
        (0..<3).map { _ in milliseconds { analyse(article) } }.best
      }.sorted()
      return Measurement(
        row: .engine, name: "the slowest of \(articles.count) odd sentences, \(name)",
        figure: Quantity(times.last ?? 0, .milliseconds),
        yardstick: .init(
          name: "the median one", figure: Quantity(times[times.count / 2], .milliseconds)),
        target: .atMost(Self.longestSentence))
    }
  }

  /// Milliseconds for one sentence of at most 400 tokens.
  private static let longestSentence = 500.0

  private func repeated(_ words: String, _ length: Int) -> String {
    String(repeating: words, count: length / words.utf8.count + 1)
  }

  /// The text as an article that is one body block a paragraph.
  private func body(_ text: String) -> Article {
    var blocks: [Block] = []
    var start = 0
    for paragraph in text.split(separator: "\n\n", omittingEmptySubsequences: false) {
      let end = start + paragraph.utf8.count
      if end > start { blocks.append(Block(role: .body, span: TextSpan(start, end))) }
      start = end + 2
    }
    return Article(id: ArticleID(of: text), text: text, blocks: blocks, metadata: .init())
  }
}
