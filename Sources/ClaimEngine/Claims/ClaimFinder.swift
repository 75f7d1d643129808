package import ClaimModel

/// Turns sentences and attributions into claims, whichever engine found the attributions.
package struct ClaimFinder: Sendable {
  private let lexicon = CueLexicon()

  package init() {}

  /// Finds the claims of an article.
  ///
  /// - Parameters:
  ///   - phrases: One for each sentence of the text.
  ///   - attributions: With the numbers of their parents; in any order.
  /// - Returns: Claims in reading order, numbered from 1, without types and statements.
  package func claims(
    in text: TokenizedText, phrases: [SentencePhrases], quotations: [Quotation],
    attributions: [Attribution], grain: Grain
  ) -> [Claim] {
    let nesting = Nesting(attributions: attributions, text: text)
    let quotes = QuoteIndex(quotations, tokenCount: text.tokens.count)
    var claims: [Claim] = []
    var firstSentence: [ArraySlice<UInt8>: (claims: Range<Int>, start: Int)] = [:]
    for (index, sentence) in text.sentences.enumerated()
    where sentence.tokens.count <= AttributionFinder.limit {
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
        tokens: text.tokens, phrases: phrases[index], reader: reader, grain: grain)
      let first = claims.count
      for found in SentenceClaims(
        text: text, sentence: sentence, nesting: nesting, reader: reader, cutter: cutter,
        phrases: phrases[index]
      ).found() {
        claims.append(
          Claim(
            id: ClaimID(rawValue: 0), spans: found.spans, sentence: sentence.span,
            block: sentence.block, attributions: found.attributions))
      }
      firstSentence[words] = (first..<claims.count, sentence.span.start)
    }
    claims.sort { ($0.sentence, $0.spans[0]) < ($1.sentence, $1.spans[0]) }
    for index in claims.indices { claims[index].id = ClaimID(rawValue: index + 1) }
    return claims
  }
}

/// Which attributions lie in which, and which words each one covers.
struct Nesting {
  struct Layer {
    let id: AttributionID
    /// Token ranges.
    let content: [Range<Int>]
    let reporting: [Range<Int>]
    let asserts: Bool
    /// This one and those it lies in, outermost first.
    var chain: [AttributionID]
    var depth: Int { chain.count }
  }

  /// In order of the first token of their content or cue.
  private(set) var layers: [Layer] = []
  /// For each token range start the layers that may touch a sentence.
  private let order: [Int]

  init(attributions: [Attribution], text: TokenizedText) {
    let byID = Dictionary(attributions.map { ($0.id, $0) }) { first, _ in first }
    for attribution in attributions {
      var chain = [attribution.id]
      var parent = attribution.parent
      while let id = parent, chain.count < 8, !chain.contains(id) {
        chain.insert(id, at: 0)
        parent = byID[id]?.parent
      }
      let content = attribution.content.compactMap { text.tokens(under: $0) }
      let cue = attribution.cue.compactMap { text.tokens(under: $0) }
      let source = (attribution.source?.spans ?? []).compactMap { text.tokens(under: $0) }
      let asserts = content.contains { range in
        text.tokens[range].contains { $0.tag.isVerb && $0.tag != .vbg }
      }
      layers.append(
        Layer(
          id: attribution.id, content: content, reporting: cue + source, asserts: asserts,
          chain: chain))
    }
    order = layers.indices.sorted {
      (Nesting.first(of: attributions[$0], text)) < (Nesting.first(of: attributions[$1], text))
    }
  }

  private static func first(of attribution: Attribution, _ text: TokenizedText) -> Int {
    (attribution.content + attribution.cue).map(\.start).min() ?? 0
  }

  /// The layers whose content or cue shares a token with a sentence.
  func layers(touching sentence: Range<Int>) -> [Layer] {
    layers.filter { layer in
      (layer.content + layer.reporting).contains { $0.overlaps(sentence) }
    }
  }
}

extension TokenizedText {
  /// The tokens that a span covers wholly or in part; nil where there are none.
  package func tokens(under span: TextSpan) -> Range<Int>? {
    func firstToken(endingAfter offset: Int) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = firstToken(endingAfter: span.start)
    var last = firstToken(endingAfter: max(span.end - 1, span.start))
    if last < tokens.count, Int(tokens[last].start) < span.end { last += 1 }
    return first < last ? first..<last : nil
  }
}
