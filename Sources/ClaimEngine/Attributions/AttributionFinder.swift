/// Finds who says what: reporting verbs and nouns with their frames, quotes, "according to".
struct AttributionFinder: Sendable {
  let lexicon = CueLexicon.english

  /// Finds the attributions of an article in reading order of their cues.
  ///
  /// - Complexity: O(*n*) in the tokens for sentences of bounded length.
  func attributions(
    in text: TokenizedText, phrases: [SentencePhrases], quotations: [Quotation]
  ) -> [FoundAttribution] {
    let quotes = QuoteIndex(quotations, tokenCount: text.tokens.count)
    var found: [FoundAttribution] = []
    for (index, sentence) in text.sentences.enumerated() where sentence.tokens.count <= Self.limit {
      let reader = SentenceReader(
        tokens: text.tokens, sentence: sentence.tokens, phrases: phrases[index], quotes: quotes,
        lexicon: lexicon)
      var here = reader.attributions()
      here.sort { ($0.cue.first?.lowerBound ?? 0) < ($1.cue.first?.lowerBound ?? 0) }
      found += here
    }
    return SpeakerCarrier(text: text, quotes: quotes).carried(found)
  }

  /// Sentences of more tokens are lists or noise and are not read.
  static let limit = 400
}

/// Which quotation each token lies in.
struct QuoteIndex: Sendable {
  let quotations: [Quotation]
  private var quotationOf: [Int32]

  init(_ quotations: [Quotation], tokenCount: Int) {
    self.quotations = quotations
    quotationOf = Array(repeating: -1, count: tokenCount)
    for (index, quotation) in quotations.enumerated() {
      for token in quotation.tokens { quotationOf[token] = Int32(index) }
    }
  }

  func quotation(at token: Int) -> Int? {
    guard quotationOf.indices.contains(token), quotationOf[token] >= 0 else { return nil }
    return Int(quotationOf[token])
  }
}
