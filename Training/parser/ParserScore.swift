import ClaimEngine
import TrainingSupport

/// How many words, marks apart, get the right head (UAS), and the right relation too (LAS).
struct ParserScore: CustomStringConvertible {
  private var words = 0
  private var heads = 0
  private var both = 0
  private let seconds: Duration

  init(_ parser: DependencyParser, _ tagger: Tagger, on sentences: [TreebankSentence]) {
    var tagged = sentences.map(\.text)
    for index in tagged.indices { tagger.tag(&tagged[index]) }
    let start = ContinuousClock.now
    let trees = tagged.map(parser.parse)
    seconds = ContinuousClock.now - start
    for (sentence, tree) in zip(sentences, trees) {
      for (index, token) in sentence.text.tokens.enumerated() where !token.isPunctuation {
        words += 1
        guard Int32(tree.heads[index] ?? -1) == sentence.heads[index] else { continue }
        heads += 1
        if tree.relations[index] == sentence.relations[index] { both += 1 }
      }
    }
  }

  var description: String {
    func percent(_ count: Int) -> Double { Double(1000 * count / max(words, 1)) / 10 }
    return "UAS \(percent(heads)) LAS \(percent(both)), \(words) words in \(seconds)"
  }
}
