/// Finds quotes that a name after a dash signs: `"I am gutted." – Priya Nair, coach`.
struct QuoteSignatures {
  let text: Document
  let quotes: Quotations

  /// How many tokens a signature has at most.
  private static let limit = 16

  /// The quotes that open their line and are followed by nothing but a signature.
  func attributions() -> [FoundAttribution] {
    quotes.all.compactMap { quotation in
      let dash = quotation.tokens.upperBound + 1
      guard quotation.isClosed, opensLine(quotation.tokens.lowerBound),
        dash + 1 < text.tokens.count,
        text.tokens[dash].mark == .dash, let name = signature(from: dash + 1)
      else { return nil }
      var content = quotation.tokens
      while let last = content.last, text.tokens[last].isPunctuation, content.count > 1 {
        content.removeLast()
      }
      return FoundAttribution(
        source: name, cue: [dash..<dash + 1], content: [content], frame: .signed)
    }
  }

  /// Whether only a quote mark, or a bullet too, stands before a word in its line.
  private func opensLine(_ word: Int) -> Bool {
    (max(0, word - 2)..<word).contains {
      !text.tokens[$0].shape.isDisjoint(with: [.paragraphBefore, .lineBefore])
    }
      && (word < 2 || text.tokens[word - 1].shape.contains(.paragraphBefore)
        || text.tokens[word - 1].shape.contains(.lineBefore)
        || text.tokens[word - 2].mark == .bullet)
  }

  /// A name up to the end of the line, with what describes its bearer; nil where the words tell something.
  private func signature(from start: Int) -> Range<Int>? {
    let first = text.tokens[start]
    guard first.shape.contains(.capitalized), first.shape.contains(.hasLetter),
      first.shape.isDisjoint(with: [.paragraphBefore, .lineBefore])
    else { return nil }
    var end = start
    while end < text.tokens.count {
      let token = text.tokens[end]
      if end > start, !token.shape.isDisjoint(with: [.paragraphBefore, .lineBefore]) { break }
      switch token.tag {
      case .vbd, .vbz, .md: return nil
      default: end += 1
      }
      if end - start > Self.limit { return nil }
    }
    while end > start, text.tokens[end - 1].isPunctuation,
      text.tokens[end - 1].mark != .closeBracket
    {
      end -= 1
    }
    return end > start ? start..<end : nil
  }
}
