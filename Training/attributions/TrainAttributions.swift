import ClaimEngine
import ClaimModel
import Foundation
import LinearModels
import TestSupport
import TrainingSupport

/// Trains the attribution tagger: `train-attributions OUT ROWS EPOCHS TRAIN DEV PREDICTIONS`.
///
/// Folders are PolNeAR's; articles are tagged and parsed by what is compiled in. What is found in the development articles
/// is written for PolNeAR's scorer.
@main
struct TrainAttributions {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 6, let limit = Int(arguments[1]), let epochs = Int(arguments[2])
    else {
      print("usage: train-attributions OUT ROWS EPOCHS TRAIN DEV PREDICTIONS")
      exit(64)
    }
    let articles = try LabelledArticle.read(arguments[3])
    let cues = CueCounts(articles)
    var (trainer, paragraphs) = prepared(articles, cues)
    var generator = SeededGenerator(seed: 13)
    for epoch in 1...epochs {
      paragraphs.shuffle(using: &generator)
      let loss = paragraphs.reduce(0.0) { $0 + trainer.learn(from: $1) }
      print("epoch \(epoch): loss \(Int(loss))")
      fflush(nil)
    }
    let bytes = trainer.file(keeping: limit, levels: cues.levels())
    try Data(bytes).write(to: URL(fileURLWithPath: arguments[0]))
    guard let model = bytes.withUnsafeBytes({ AttributionModel($0) }) else { exit(1) }
    let dev = try LabelledArticle.read(arguments[4])
    let tagged = AttributionTagger(model: model)
    let start = ContinuousClock.now
    let lines = dev.map { Predictions(of: $0, by: tagged).line }
    print("\(dev.reduce(0) { $0 + $1.text.tokens.count }) tokens in \(ContinuousClock.now - start)")
    try lines.joined().write(toFile: arguments[5], atomically: true, encoding: .utf8)
  }

  private static func prepared(
    _ articles: [LabelledArticle], _ cues: CueCounts
  ) -> (AttributionTrainer, [AttributionTrainer.Paragraph]) {
    var counts = FeatureCounts()
    var keys = [UInt32](repeating: 0, count: AttributionFeatures.count)
    /// Calls for each token of what is learned from, first told of each paragraph.
    func walk(
      _ start: () -> Void, _ visit: (AttributionClues, Int, AttributionLabel) -> Void
    ) {
      for article in articles {
        // A word is known from the other articles, as it will be in a new one.
        let clues = AttributionClues(
          article.text, article.tree, quotations: article.quotations,
          levels: CueLevels(cues.levels(without: article)))
        for (number, range) in article.text.paragraphRanges.enumerated()
        where !article.ignored.contains(number) {
          start()
          for token in range { visit(clues, token, article.labels[token]) }
        }
      }
    }
    func write(_ clues: AttributionClues, _ token: Int) {
      keys.withUnsafeMutableBufferPointer { keys in
        if let keys = keys.baseAddress { AttributionFeatures.write(clues, token, into: keys) }
      }
    }
    walk({}) { clues, token, _ in
      write(clues, token)
      counts.add(keys)
    }
    var trainer = AttributionTrainer(rate: 0.1, decay: 1)
    var paragraphs: [AttributionTrainer.Paragraph] = []
    walk({ paragraphs.append(.init()) }) { clues, token, label in
      write(clues, token)
      trainer.admit(counts, keys)
      let last = paragraphs.count - 1
      paragraphs[last].rows.append(trainer.rows(of: keys))
      paragraphs[last].joints.append(AttributionFeatures.joint(clues, token))
      paragraphs[last].labels.append(label.rawValue)
    }
    print("\(paragraphs.count) paragraphs, \(paragraphs.reduce(0) { $0 + $1.labels.count }) tokens")
    return (trainer, paragraphs)
  }
}

/// How often each word is part of a cue.
struct CueCounts {
  private typealias Counts = [UInt32: (cues: Int, all: Int)]
  private var counts: Counts = [:]

  init(_ articles: [LabelledArticle]) {
    for article in articles {
      for (key, count) in Self.counts(of: article) {
        counts[key, default: (0, 0)].cues += count.cues
        counts[key, default: (0, 0)].all += count.all
      }
    }
  }

  private static func counts(of article: LabelledArticle) -> Counts {
    var counts: Counts = [:]
    for (token, label) in zip(article.text.tokens, article.labels) where !token.isPunctuation {
      let key = CueLevels.key(WordFacts(token, in: article.text.bytes).word, token.tag)
      counts[key, default: (0, 0)].all += 1
      if label == .cue || label == .moreCue { counts[key, default: (0, 0)].cues += 1 }
    }
    return counts
  }

  /// The levels of all words, as the articles but one have them.
  func levels(without article: LabelledArticle? = nil) -> [UInt32: UInt8] {
    var counts = counts
    for (key, count) in article.map(Self.counts) ?? Counts() {
      counts[key, default: (0, 0)].cues -= count.cues
      counts[key, default: (0, 0)].all -= count.all
    }
    return counts.mapValues { CueLevels.level(cues: $0.cues, of: $0.all) }
  }
}

/// What was found in an article, as PolNeAR's scorer reads it.
struct Predictions {
  let line: String

  init(of article: LabelledArticle, by tagger: AttributionTagger) {
    let text = article.text
    let spans = tagger.spans(in: text, tree: article.tree, quotations: article.quotations)
    let linked = spans.linked(in: text)
    var points = [Int](repeating: 0, count: text.bytes.count + 1)
    for (index, byte) in text.bytes.enumerated() {
      points[index + 1] = points[index] + (byte & 0xC0 == 0x80 ? 0 : 1)
    }
    func written(_ range: Range<Int>) -> String {
      let span = text.span(of: range)
      return "[\(points[span.start]), \(points[span.end])]"
    }
    func written(_ range: Range<Int>?) -> String { range.map { "[\(written($0))]" } ?? "null" }
    let attributions = linked.map { found in
      "{\"source\": \(written(found.source)), \"cue\": \(written(found.cue)), \"content\": ["
        + found.content.map(written).joined(separator: ", ") + "]}"
    }
    line =
      "{\"doc\": \"\(article.name)\", \"attributions\": ["
      + attributions.joined(separator: ", ") + "]}\n"
  }
}
