/// Cuts the tokens of a block into sentences by marks, abbreviations and the word that follows.
///
/// Quotes and brackets that close stay with the sentence before them. Linear in the tokens.
package struct SentenceSplitter: Sendable {
  package init() {}

  /// Finds the sentences of a block.
  ///
  /// - Parameter tokens: The tokens of the block alone.
  /// - Returns: Ranges of tokens in reading order, which together cover all of them.
  package func sentences(of tokens: ArraySlice<Token>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = tokens.startIndex
    let brackets = closingBrackets(of: tokens)
    var openUntil = tokens.startIndex
    var index = start
    while index < tokens.endIndex {
      let token = tokens[index]
      if index > start,
        token.shape.contains(.paragraphBefore) || opensListItem(tokens, index, start)
      {
        found.append(start..<index)
        start = index
      }
      if token.mark == .openBracket, index > start, let close = brackets[index], close - index <= 60
      {
        openUntil = max(openUntil, close)
      }
      if token.mark.endsSentence || token.shape.contains(.endsInPeriod) {
        let after = afterClosers(tokens, index)
        if index >= openUntil || after > openUntil,
          isBoundary(tokens, at: index, next: after, sentenceStart: start)
        {
          found.append(start..<after)
          start = after
        }
        index = after
      } else {
        index += 1
      }
    }
    if start < tokens.endIndex { found.append(start..<tokens.endIndex) }
    return found
  }

  /// The place after a sentence mark, the marks that repeat it, and the quotes and brackets it closes.
  private func afterClosers(_ tokens: ArraySlice<Token>, _ index: Int) -> Int {
    var next = index + 1
    while next < tokens.endIndex {
      let token = tokens[next]
      if token.shape.contains(.paragraphBefore) { break }
      if token.mark == .openBracket, next + 2 < tokens.endIndex,
        tokens[next + 1].shape.contains(.number), tokens[next + 2].mark == .closeBracket
      {
        // A note's number: "in 1805. [6]".
        next += 3
        continue
      }
      switch token.mark {
      case .period, .question, .exclamation, .ellipsis, .closeBracket: break
      case .closeDouble: break
      case .closeSingle, .straightSingle, .straightDouble:
        guard closes(tokens, next) else { return next }
      default: return next
      }
      next += 1
    }
    return next
  }

  /// Whether a straight quote mark after a sentence mark closes: nothing between them, or space on
  /// both sides and as many opened as closed before it.
  private func closes(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard tokens[index].shape.contains(.spaceBefore) else { return true }
    let next = index + 1
    guard next < tokens.endIndex, tokens[next].shape.contains(.spaceBefore) else {
      return next == tokens.endIndex
    }
    var open = false
    var back = index - 1
    while back >= tokens.startIndex, index - back < 120,
      !tokens[back + 1].shape.contains(.paragraphBefore)
    {
      if tokens[back].mark == tokens[index].mark { open.toggle() }
      back -= 1
    }
    return open
  }

  private func isBoundary(
    _ tokens: ArraySlice<Token>, at index: Int, next: Int, sentenceStart: Int
  ) -> Bool {
    guard next < tokens.endIndex, !tokens[next].shape.contains(.paragraphBefore) else {
      return true
    }
    let token = tokens[index]
    let following = firstWord(tokens, next)
    let hasClosers = next > index + 1
    guard
      tokens[next].shape.contains(.spaceBefore) || hasClosers
        || following.map({
          tokens[$0].shape.contains(.capitalized)
        }) == true
    else { return false }
    guard let following else { return !token.shape.contains(.endsInPeriod) }
    let word = tokens[following]
    if isListMarker(tokens, sentenceStart, upTo: index) { return false }
    if token.shape.contains(.endsInPeriod), !hasClosers {
      return endsAbbreviated(tokens, at: index, next: following, isFirst: index == sentenceStart)
    }
    if word.shape.contains(.hasLetter), !word.shape.contains(.capitalized), following == next {
      if hasClosers { return false }
      switch token.mark {
      case .ellipsis: return false
      case .exclamation, .question:
        return index > sentenceStart && !tokens[index - 1].shape.contains(.capitalized)
      default:
        return index > sentenceStart && tokens[index - 1].length >= 3
          && !tokens[index - 1].shape.contains(.capitalized) || word.shape.contains(.address)
      }
    }
    if token.mark == .question || token.mark == .exclamation, hasClosers,
      tokens[index + 1].mark.isQuote, speakerFollows(tokens, following)
    {
      return false
    }
    if token.mark == .ellipsis, !hasClosers {
      return word.shape.contains(.capitalized) && word.word != .i || tokens[next].mark.isQuote
    }
    return true
  }

  /// Whether an abbreviation or initial ends its sentence, judged by the word after it.
  private func endsAbbreviated(
    _ tokens: ArraySlice<Token>, at index: Int, next: Int, isFirst: Bool
  ) -> Bool {
    let token = tokens[index]
    let word = tokens[next]
    if token.classes.contains(.title) || token.classes.contains(.innerAbbreviation) { return false }
    guard word.shape.contains(.capitalized) else { return false }
    if token.classes.contains(.clockAbbreviation) { return !word.shape.contains(.allCapitals) }
    let opener = word.classes.contains(.opener) && !word.shape.contains(.endsInPeriod)
    if token.shape.contains(.initial) {
      return opener && !isFirst && !(word.word == .i || word.word == .a)
    }
    return opener || word.classes.contains(.title)
  }

  /// The first word after opening quotes and brackets.
  private func firstWord(_ tokens: ArraySlice<Token>, _ index: Int) -> Int? {
    var place = index
    while place < tokens.endIndex, place - index < 4 {
      if tokens[place].mark == .none { return place }
      place += 1
    }
    return nil
  }

  /// `John said`, `the man asked`: the teller of the quote before, not a new sentence.
  private func speakerFollows(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    var place = index
    while place < tokens.endIndex, place - index < 5, tokens[place].mark == .none {
      if tokens[place].classes.contains(.speechVerb) { return place > index }
      place += 1
    }
    return false
  }

  // MARK: Lists

  /// `1.` or `a)` alone since the sentence began.
  private func isListMarker(_ tokens: ArraySlice<Token>, _ start: Int, upTo index: Int) -> Bool {
    var place = start
    while place < index, tokens[place].mark == .bullet { place += 1 }
    guard index - place <= 1 else { return false }
    let marker = tokens[place]
    return marker.shape.contains(.number) && marker.length <= 3
      || marker.shape.contains(.initial) && index + 1 < tokens.endIndex
        && tokens[place].shape.contains(.paragraphBefore)
  }

  /// Whether a bullet or a numbered marker begins here in the middle of a block.
  private func opensListItem(_ tokens: ArraySlice<Token>, _ index: Int, _ start: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.spaceBefore) else { return false }
    if token.mark == .bullet { return tokens[start].mark == .bullet }
    guard token.shape.contains(.number), token.length <= 2, index + 2 < tokens.endIndex,
      tokens[index + 1].mark == .period || tokens[index + 1].mark == .closeBracket,
      !tokens[index + 1].shape.contains(.spaceBefore)
    else { return false }
    let first = tokens[start]
    return first.shape.contains(.number) && first.length <= 2 && start + 1 < index
      && tokens[start + 1].mark == tokens[index + 1].mark
  }

  /// For each opening bracket the place of the one that closes it.
  private func closingBrackets(of tokens: ArraySlice<Token>) -> [Int: Int] {
    var open: [Int] = []
    var closing: [Int: Int] = [:]
    for index in tokens.indices {
      if tokens[index].mark == .openBracket {
        open.append(index)
      } else if tokens[index].mark == .closeBracket, let start = open.popLast() {
        closing[start] = index
      }
    }
    return closing
  }
}
