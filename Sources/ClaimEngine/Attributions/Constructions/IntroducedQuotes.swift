/// Finds quotes in paragraphs of their own that the paragraph before them introduces: "The port's paper reports:".
struct IntroducedQuotes {
  let text: Document
  let phrases: [Chunks]
  let quotes: Quotations
  let lexicon: CueLexicon

  /// How many tokens stand at most between the verb and the colon: "said in a statement on Monday:".
  private static let adjuncts = 14

  /// One attribution for each introduction, with the quotation of every paragraph that it introduces.
  func attributions(reader: (Int) -> SentenceReader) -> [FoundAttribution] {
    text.sentences.indices.dropLast().compactMap { sentence in
      guard text.sentences[sentence + 1].paragraph == text.sentences[sentence].paragraph + 1,
        let verb = introduction(sentence)
      else { return nil }
      let content = content(from: sentence + 1)
      guard !content.isEmpty, let source = reader(sentence).source(of: verb) else { return nil }
      return FoundAttribution(
        source: source, cue: [verb.tokens], content: content, frame: .introduced)
    }
  }

  /// The verb of a sentence that ends "… reports:" or "… said in a statement:", outside quote marks.
  private func introduction(_ sentence: Int) -> VerbGroup? {
    let range = text.sentences[sentence].tokens
    guard range.count > 2, text.tokens[range.upperBound - 1].mark == .colon,
      let verb = phrases[sentence].verbs.last(where: { $0.form == .finite }), !verb.isPassive,
      range.upperBound - 1 - verb.end <= Self.adjuncts, quotes.quotation(at: verb.head) == nil,
      let frames = lexicon.entry(text.tokens[verb.head].hash)?.frames
    else { return nil }
    return frames.isDisjoint(with: [.speech, .clause, .question]) ? nil : verb
  }

  /// The quotation that opens the paragraph of a sentence, and those of the next paragraphs while nothing closes them
  /// and each opens with the same mark.
  private func content(from sentence: Int) -> [Range<Int>] {
    var content: [Range<Int>] = []
    var next = sentence
    let mark = text.tokens[text.sentences[sentence].tokens.lowerBound].mark
    guard mark == .openDouble || mark == .straightDouble || mark == .closeDouble else { return [] }
    while next < text.sentences.count {
      let first = text.sentences[next].tokens.lowerBound
      guard text.tokens[first].mark == mark, let index = quotes.quotation(at: first + 1) else {
        break
      }
      let quotation = quotes.all[index]
      if quotation.isClosed, !fillsParagraph(quotation, from: next) { break }
      content.append(withoutEnd(quotation.tokens))
      if quotation.isClosed { break }
      let paragraph = text.sentences[next].paragraph
      while next < text.sentences.count, text.sentences[next].paragraph == paragraph { next += 1 }
    }
    return content
  }

  /// Whether no word of the reporter's follows a quotation in its paragraph.
  private func fillsParagraph(_ quotation: Quotation, from sentence: Int) -> Bool {
    let paragraph = text.sentences[sentence].paragraph
    let last = text.sentences[sentence...].prefix { $0.paragraph == paragraph }.last
    guard let end = last?.tokens.upperBound, quotation.tokens.upperBound <= end else {
      return false
    }
    return text.tokens[quotation.tokens.upperBound..<end].allSatisfy(\.isPunctuation)
  }

  private func withoutEnd(_ words: Range<Int>) -> Range<Int> {
    var words = words
    while words.count > 1, let last = words.last,
      text.tokens[last].mark == .period
        || text.tokens[last].mark == .comma
    {
      words.removeLast()
    }
    return words
  }
}

extension FoundAttribution {
  /// Whether another attribution in these words only says again that their speaker speaks: it reaches out of
  /// them or of the sentence of its cue, or is "I think".
  func speaks(_ other: FoundAttribution, in text: Document) -> Bool {
    let spans = other.cue + other.content + [other.source].compactMap(\.self)
    func isInside(_ span: Range<Int>) -> Bool {
      content.contains { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }
    }
    guard other.content.contains(where: { part in content.contains { $0.overlaps(part) } }) else {
      return false
    }
    guard let source = other.source, let cue = other.cue.first, spans.allSatisfy(isInside),
      other.content.allSatisfy({ text.sentences(touching: $0) == text.sentences(touching: cue) })
    else { return true }
    return text.isFirstPerson(source) || other.frame == .carriedOver
  }
}
