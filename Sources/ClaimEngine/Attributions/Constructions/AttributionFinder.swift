import ClaimModel
import Encoder

/// Finds who says what: reporting verbs and nouns with their frames, quotes, "according to".
struct AttributionFinder: Stage {
  let lexicon = CueLexicon.english

  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    document.constructions = try attributions(in: document, cancellation: cancellation)
  }

  /// Finds the attributions of an article in reading order of their cues.
  ///
  /// - Parameter cancellation: Asked before each sentence.
  /// - Complexity: O(*n*) in the tokens for sentences of bounded length.
  func attributions<Failure>(
    in text: Document, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> [FoundAttribution] {
    let (phrases, quotes) = (text.chunks, text.quotations)
    let lists = Set(text.blocks.indices.filter { text.blocks[$0].role == .list })
    var found: [FoundAttribution] = []
    func reader(_ index: Int) -> SentenceReader {
      SentenceReader(
        tokens: text.tokens, sentence: text.sentences[index].tokens, phrases: phrases[index],
        quotes: quotes, lexicon: lexicon)
    }
    for (index, sentence) in text.sentences.enumerated() where !sentence.isNavigationList {
      try cancellation.check()
      var here = reader(index).attributions()
      here.sort { ($0.cue.first?.lowerBound ?? 0) < ($1.cue.first?.lowerBound ?? 0) }
      found += here
    }
    let listed =
      !text.takes(.listReports)
      ? []
      : ListReports(text: text, phrases: phrases, lexicon: lexicon, lists: lists)
        .attributions(reader: reader)
    let cues = Set(listed.flatMap(\.cue).joined())
    found.removeAll { $0.cue.joined().contains(where: cues.contains) }
    let speeches =
      (text.takes(.quoteSignatures)
        ? QuoteSignatures(text: text, quotes: quotes).attributions() : [])
      + (!text.takes(.introducedQuotes)
        ? []
        : IntroducedQuotes(text: text, phrases: phrases, quotes: quotes, lexicon: lexicon)
          .attributions(reader: reader))
    var heard = listed + speeches
    for other in found {
      try cancellation.check()
      if !speeches.contains(where: { $0.speaks(other, in: text) }) { heard.append(other) }
    }
    found = heard
    found.sort { ($0.cue.first?.lowerBound ?? 0) < ($1.cue.first?.lowerBound ?? 0) }
    if text.takes(.quoteSpeakerPropagation) {
      found = QuoteSpeakerPropagation(text: text, quotes: quotes).carried(found)
    }
    let turns = text.takes(.transcripts) ? TranscriptReader(text: text).turns() : []
    return turns.isEmpty ? found : withTurns(turns, found, text)
  }

  /// Puts the turns of a transcript in place of what its labels and its speakers' own "I think" gave.
  private func withTurns(
    _ turns: [TranscriptReader.Turn], _ found: [FoundAttribution], _ text: Document
  ) -> [FoundAttribution] {
    let kept = found.filter { attribution in
      guard let start = attribution.cue.first?.lowerBound,
        let turn = turns.last(where: { $0.speaker.lowerBound <= start }),
        start < turn.content.upperBound
      else { return true }
      let isOwn = attribution.source.map { text.isFirstPerson($0) } ?? false
      let isInside = (attribution.content + [attribution.source].compactMap(\.self)).allSatisfy {
        turn.content.lowerBound <= $0.lowerBound && $0.upperBound <= turn.content.upperBound
      }
      return isInside && !isOwn && attribution.frame != .carriedOver
    }
    let spoken = turns.compactMap { turn -> FoundAttribution? in
      guard let content = text.withoutOuterMarks(turn.content) else { return nil }
      return FoundAttribution(
        source: turn.speaker, cue: [turn.colon..<turn.colon + 1], content: [content], frame: .turn)
    }
    return (kept + spoken).sorted {
      ($0.cue.first?.lowerBound ?? 0) < ($1.cue.first?.lowerBound ?? 0)
    }
  }
}

extension Document {
  /// Whether words are "I" or "we" alone.
  func isFirstPerson(_ words: Range<Int>) -> Bool {
    guard words.count == 1 else { return false }
    return tokens[words.lowerBound].word == .i || tokens[words.lowerBound].word == .we
  }

  /// Some tokens without the marks around them, brackets apart; nil where nothing is left.
  fileprivate func withoutOuterMarks(_ words: Range<Int>) -> Range<Int>? {
    var words = words
    while let first = words.first, tokens[first].isPunctuation, tokens[first].mark != .openBracket {
      words.removeFirst()
    }
    while let last = words.last, tokens[last].isPunctuation, tokens[last].mark != .closeBracket {
      words.removeLast()
    }
    return words.isEmpty ? nil : words
  }
}
