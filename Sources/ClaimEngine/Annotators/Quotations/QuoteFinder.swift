/// Pairs quote marks over a whole article.
///
/// Double marks alone open at the outermost level; a quotation that is not closed by the end of its
/// paragraph runs on where the next paragraph opens with a mark, and otherwise ends there. Curled marks within
/// straight ones are a quotation inside it. A mark that opens a paragraph opens a quotation, whichever way it is curled.
package struct QuoteFinder: Stage {
  package init() {}

  package func annotate(_ document: inout Document) {
    document.quotations = Quotations(
      quotations(in: document), tokenCount: document.tokens.count)
  }

  /// Finds the outermost quotations in reading order; one that goes over several paragraphs gives
  /// one range for each.
  ///
  /// - Complexity: O(*n*) in the tokens.
  package func quotations(in text: Document) -> [Quotation] {
    var found: [Quotation] = []
    var start: Int?
    /// How many curled marks are open within a quotation that a straight one opened; nil in another.
    var inner: Int?
    let usesDouble = paragraphsWithDouble(text)
    var paragraph = -1
    var sentenceIndex = 0
    for index in text.tokens.indices {
      while sentenceIndex < text.sentences.count,
        text.sentences[sentenceIndex].tokens.upperBound <= index
      {
        sentenceIndex += 1
      }
      let current = text.sentences[sentenceIndex].paragraph
      if current != paragraph {
        if let open = start { finish(open, index, closed: false, text, &found) }
        start = nil
        paragraph = current
      }
      let token = text.tokens[index]
      switch token.mark {
      case .openDouble:
        if start == nil {
          start = index + 1
          inner = nil
        } else if let depth = inner {
          inner = depth + 1
        }
      case .closeDouble where start == nil && opensAgain(text, index):
        start = index + 1
        inner = nil
      case .closeDouble where start != nil && (inner ?? 0) > 0:
        inner = (inner ?? 0) - 1
      case .closeDouble:
        let sentence = text.sentences[sentenceIndex].tokens
        if let open = start {
          finish(open, index, closed: true, text, &found)
        } else if index > sentence.lowerBound, text.tokens[index - 1].mark == .comma,
          (found.last?.tokens.upperBound ?? 0) <= sentence.lowerBound,
          !text.tokens[sentence.lowerBound..<index].contains(where: \.mark.isQuote)
        {
          // The opening mark was lost: the sentence began with the quote.
          finish(sentence.lowerBound, index, closed: true, text, &found)
        }
        start = nil
      case .straightDouble:
        if let open = start {
          if opensAgain(text, index) {
            finish(open, index, closed: false, text, &found)
            start = index + 1
            inner = 0
          } else {
            finish(open, index, closed: true, text, &found)
            start = nil
          }
        } else if opens(text, index) {
          start = index + 1
          inner = 0
        }
      case .openSingle, .straightSingle:
        if start == nil, !usesDouble.contains(current), opens(text, index),
          let close = singleClose(text, index)
        {
          finish(index + 1, close, closed: true, text, &found)
        }
      default: break
      }
    }
    if let open = start { finish(open, text.tokens.count, closed: false, text, &found) }
    return found
  }

  private func finish(
    _ start: Int, _ end: Int, closed: Bool, _ text: Document, _ found: inout [Quotation]
  ) {
    guard end > start else { return }
    // An unclosed mark counts only at the start of a paragraph, where it opens a speech, or where the
    // next paragraph opens with a mark and goes on with it.
    if !closed, start > 1, !text.tokens[start - 1].shape.contains(.paragraphBefore),
      !runsOn(from: start, at: end, text)
    {
      return
    }
    found.append(Quotation(tokens: start..<end, isClosed: closed))
  }

  /// Whether a quotation at the end of a paragraph goes on in the next: it opens a sentence, and that a mark.
  private func runsOn(from start: Int, at end: Int, _ text: Document) -> Bool {
    guard end < text.tokens.count, text.tokens[end].shape.contains(.paragraphBefore) else {
      return false
    }
    let next = text.tokens[end].mark
    guard next == .openDouble || next == .straightDouble, start > 1 else { return false }
    let before = text.tokens[start - 2].mark
    return before.endsSentence || before == .colon || before == .comma
  }

  /// A straight mark opens when it follows space or an opening mark and no space follows it.
  private func opens(_ text: Document, _ index: Int) -> Bool {
    let token = text.tokens[index]
    guard index + 1 < text.tokens.count else { return false }
    if token.mark == .openSingle { return true }
    let next = text.tokens[index + 1]
    if token.shape.contains(.spaceBefore) { return true }
    let before = index > 0 ? text.tokens[index - 1].mark : .none
    return !next.shape.contains(.spaceBefore)
      && (before == .openBracket || before == .dash || before == .colon || before.isQuote)
  }

  /// Whether a mark can only open, as the first of its paragraph; inside an open quotation a lost closing mark came
  /// before.
  private func opensAgain(_ text: Document, _ index: Int) -> Bool {
    guard index + 1 < text.tokens.count else { return false }
    return text.tokens[index].shape.contains(.paragraphBefore)
  }

  /// The mark that closes a single quotation in the same paragraph.
  private func singleClose(_ text: Document, _ index: Int) -> Int? {
    var place = index + 1
    while place < text.tokens.count, place - index < 120 {
      let token = text.tokens[place]
      if token.shape.contains(.paragraphBefore) { return nil }
      if token.mark == .closeSingle || token.mark == .straightSingle,
        !token.shape.contains(.spaceBefore),
        place + 1 == text.tokens.count || text.tokens[place + 1].shape.contains(.spaceBefore)
          || text.tokens[place + 1].isPunctuation
      {
        // "the workers' plan" is a possessive, not the end.
        let before = text.tokens[place - 1]
        let next = place + 1 < text.tokens.count ? text.tokens[place + 1] : token
        if before.isPunctuation || next.isPunctuation || place - index <= 8 { return place }
      }
      place += 1
    }
    return nil
  }

  private func paragraphsWithDouble(_ text: Document) -> Set<Int> {
    var found: Set<Int> = []
    for sentence in text.sentences
    where text.tokens[sentence.tokens].contains(where: {
      $0.mark == .openDouble || $0.mark == .straightDouble
    }) {
      found.insert(sentence.paragraph)
    }
    return found
  }
}
