/// Gives each word of a sentence its Penn tag, left to right, by an averaged perceptron.
package struct Tagger: Stage {
  package func annotate(_ document: inout Document) { tag(&document) }

  private let model: TaggerModel

  package init(model: TaggerModel = .compiledIn()) { self.model = model }

  /// Tags every sentence of a text.
  ///
  /// - Complexity: O(*n*) in the tokens.
  package func tag(_ text: inout Document) {
    var features = [UInt32](repeating: 0, count: TagFeatures.count)
    for sentence in text.sentences {
      var (two, one) = (WordFacts.outside, WordFacts.outside)
      var here = facts(sentence.tokens.lowerBound, sentence, text)
      var next = facts(sentence.tokens.lowerBound + 1, sentence, text)
      var previous: (UInt32, UInt32) = (99, 99)
      for index in sentence.tokens {
        let after = facts(index + 2, sentence, text)
        let tag: Tag
        if text.tokens[index].isPunctuation {
          tag = .punctuation
        } else if Self.isShortModal(text.tokens[index], before: index + 1, in: text, sentence) {
          tag = .md
        } else if let known = model.tag(ofWord: here.word) {
          tag = known
        } else {
          TagFeatures.write(
            two, one, here, next, after, previousTags: previous, into: &features)
          tag = best(features)
        }
        text.tokens[index].tag = tag
        previous = (Self.context(of: tag, text.tokens[index]), previous.0)
        (two, one, here, next) = (one, here, next, after)
      }
    }
  }

  /// What a tag is to the words after it; marks count by their kind.
  package static func context(of tag: Tag, _ token: Token) -> UInt32 {
    tag == .punctuation ? 100 + UInt32(token.mark.rawValue) : UInt32(tag.rawValue)
  }

  /// "wo" and "ca" of "won't" and "can't".
  private static func isShortModal(
    _ token: Token, before next: Int, in text: Document, _ sentence: Sentence
  ) -> Bool {
    (token.word == .wo || token.word == .ca) && next < sentence.tokens.upperBound
      && text.tokens[next].word == .nt
  }

  private func facts(_ index: Int, _ sentence: Sentence, _ text: Document) -> WordFacts {
    index < sentence.tokens.upperBound ? WordFacts(text.tokens[index], in: text.bytes) : .outside
  }

  private func best(_ features: [UInt32]) -> Tag {
    var sum = SIMD32<Int16>(repeating: 0)
    for feature in features {
      if let row = model.row(feature) { sum &+= SIMD32<Int16>(truncatingIfNeeded: row) }
    }
    var best = 0
    for tag in 1..<32 where sum[tag] > sum[best] { best = tag }
    return Tag(rawValue: UInt8(best)) ?? .nn
  }
}
