import ClaimModel
import Encoder

/// Turns sentences and attributions into claims, whichever engine found the attributions.
struct ClaimFinder: Stage {
  private let lexicon = CueLexicon.english
  private let grain: Grain

  init(grain: Grain) { self.grain = grain }

  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    document.claims = try claims(in: document, cancellation: cancellation)
      .dated(by: document.times)
  }

  /// Finds the claims of a document with its attributions.
  ///
  /// - Parameter cancellation: Asked before each attribution and each sentence.
  /// - Returns: Claims in reading order, numbered from 1, without times, types and statements.
  func claims<Failure>(
    in text: Document, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> [Claim] {
    let (phrases, quotes, tree) = (text.chunks, text.quotations, text.tree)
    let layers = try AttributionLayers(of: text, lexicon: lexicon, cancellation: cancellation)
    var claims: [Claim] = []
    var firstSentence: [ArraySlice<UInt8>: (claims: Range<Int>, start: Int)] = [:]
    for (index, sentence) in text.sentences.enumerated()
    where !sentence.isNavigationList {
      try cancellation.check()
      let words = text.bytes[sentence.span.range]
      if let known = firstSentence[words] {
        for claim in known.claims {
          let shift = sentence.span.start - known.start
          claims[claim].occurrences.append(
            claims[claim].spans.map { TextSpan($0.start + shift, $0.end + shift) })
        }
        continue
      }
      let reader = SentenceReader(
        tokens: text.tokens, sentence: sentence.tokens, phrases: phrases[index], quotes: quotes,
        lexicon: lexicon)
      let cutter = ClauseCutter(
        tokens: text.tokens, phrases: phrases[index], reader: reader)
      let first = claims.count
      for found in SentenceClaims(
        text: text, sentence: sentence, layers: layers.layers(touchingSentence: index),
        reader: reader, cutter: cutter,
        treeCutter: TreeCutter(
          tokens: text.tokens, tree: tree, grain: grain, reader: reader, leftOut: text.leftOut),
        phrases: phrases[index]
      ).found() {
        claims.append(
          Claim(
            id: ClaimID(rawValue: 0), spans: found.spans, sentence: sentence.span,
            block: sentence.block, attributions: found.attributions))
      }
      firstSentence[words] = (first..<claims.count, sentence.span.start)
    }
    // A claim stands where its own words do; a shared subject may stand far before them.
    claims.sort {
      ($0.sentence.start, $0.spans.last?.start ?? 0) < (
        $1.sentence.start, $1.spans.last?.start ?? 0
      )
    }
    for index in claims.indices { claims[index].id = ClaimID(rawValue: index + 1) }
    return claims
  }
}
