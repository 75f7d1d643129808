package import ClaimModel
package import Encoder

/// An attribution that the encoder found, in bytes of the text that it read.
package struct EncodedAttribution: Equatable, Sendable {
  /// Nil where the text names nobody.
  package let source: TextSpan?
  /// Nil where the content stands without words of saying.
  package let cue: TextSpan?
  /// In reading order, never empty.
  package let content: [TextSpan]
  /// By the share of the content's words that stand inside quote marks: up to a twentieth is indirect, all but a
  /// twentieth direct.
  package let mode: Attribution.Mode
}

extension EncodedText {
  /// The attributions: spans on the best path of labels, joined by the linker.
  package var attributions: [EncodedAttribution] {
    let spans = TagDecoder(labels: attribution.labels).spans(attribution)
    func of(_ label: String) -> [Range<Int>] { spans.filter { $0.label == label }.map(\.words) }
    let linker = AttributionLinker(
      sources: of("source"), cues: of("cue"), contents: of("content"),
      sentence: sentenceNumbers, paragraph: words.map(\.paragraph))
    return linker.linked().map {
      EncodedAttribution(
        source: $0.source.map(textSpan), cue: $0.cue.map(textSpan),
        content: $0.content.map(textSpan), mode: mode(of: $0.content))
    }
  }

  /// The number of each word's sentence; a paragraph begins a sentence in any case.
  var sentenceNumbers: [Int] {
    var number = 0
    return words.indices.map { word in
      let isFresh = word > 0 && words[word].paragraph != words[word - 1].paragraph
      if word > 0, isFresh || sentence.best(word) == 1 { number += 1 }
      return number
    }
  }

  private func mode(of content: [Range<Int>]) -> Attribution.Mode {
    let count = content.reduce(0) { $0 + $1.count }
    let quoted = content.reduce(0) { $0 + words[$1].count(where: \.isQuoted) }
    return quoted * 20 <= count ? .indirect : quoted * 20 >= count * 19 ? .direct : .mixed
  }

  private func textSpan(_ range: Range<Int>) -> TextSpan {
    TextSpan(words[range.lowerBound].start, words[range.upperBound - 1].end)
  }
}
