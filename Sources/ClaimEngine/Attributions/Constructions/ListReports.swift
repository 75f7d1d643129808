/// Finds reports whose content is a list: "It found that:" before its items.
struct ListReports {
  let text: Document
  let phrases: [Chunks]
  let lexicon: CueLexicon
  /// The blocks that are items of lists.
  let lists: Set<Int>

  /// One attribution for each sentence of each item.
  func attributions(reader: (Int) -> SentenceReader) -> [FoundAttribution] {
    guard !lists.isEmpty else { return [] }
    var found: [FoundAttribution] = []
    for sentence in text.sentences.indices.dropLast()
    where !lists.contains(text.sentences[sentence].block)
      && lists.contains(text.sentences[sentence + 1].block)
    {
      guard let verb = introduction(sentence) else { continue }
      let source = reader(sentence).source(of: verb)
      var item = sentence + 1
      while item < text.sentences.count, lists.contains(text.sentences[item].block) {
        if let content = content(of: item) {
          found.append(
            FoundAttribution(source: source, cue: [verb.tokens], content: [content], frame: .listed)
          )
        }
        item += 1
      }
    }
    return found
  }

  /// The verb of a sentence that ends "… found that:", "… called on the state to:" or "… said:".
  private func introduction(_ sentence: Int) -> VerbGroup? {
    let tokens = text.tokens
    let range = text.sentences[sentence].tokens
    guard range.count > 2, tokens[range.upperBound - 1].mark == .colon else { return nil }
    var end = range.upperBound - 1
    let before = tokens[end - 1]
    let isOpen = before.word == .that || before.word == .to
    if isOpen { end -= 1 }
    guard
      let verb = phrases[sentence].verbs.last(where: { $0.end <= end && $0.form == .finite }),
      end - verb.end <= (isOpen ? 8 : 0), !verb.isPassive,
      let frames = lexicon.entry(tokens[verb.head].hash)?.frames
    else { return nil }
    if before.word == .to { return frames.contains(.addressee) ? verb : nil }
    return frames.isDisjoint(with: [.clause, .thatClause, .addressee, .speech]) ? nil : verb
  }

  private func content(of sentence: Int) -> Range<Int>? {
    var content = text.sentences[sentence].tokens
    while let first = content.first, text.tokens[first].isPunctuation,
      !text.tokens[first].mark.isQuote
    {
      content.removeFirst()
    }
    while let last = content.last, text.tokens[last].isPunctuation,
      text.tokens[last].mark != .closeBracket, !text.tokens[last].mark.isQuote
    {
      content.removeLast()
    }
    return content.isEmpty ? nil : content
  }
}
