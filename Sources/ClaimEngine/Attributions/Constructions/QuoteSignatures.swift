/// Finds quotes that a name after a dash signs: `"I am gutted." – Priya Nair, coach`; and paragraphs whose last line is
/// such a name, as block quotes and embedded posts have it.
struct QuoteSignatures {
  let text: Document
  let quotes: Quotations

  /// How many tokens a signature has at most.
  private static let limit = 16

  /// The quotes that open their line and are followed by nothing but a signature.
  func attributions() -> [FoundAttribution] {
    signedQuotes() + signedParagraphs()
  }

  /// Paragraphs that end with a line of a dash and a name, without quote marks around them:
  /// `Waiting lists fell by a third.` / `— Dara Venn (@daravenn) February 27, 2026`.
  private func signedParagraphs() -> [FoundAttribution] {
    text.tokens.indices.compactMap { dash in
      let token = text.tokens[dash]
      guard token.mark == .dash, token.shape.contains(.lineBefore),
        !token.shape.contains(.paragraphBefore), dash + 1 < text.tokens.count,
        let line = signature(from: dash + 1), endsParagraph(line.upperBound)
      else { return nil }
      var start = dash - 1
      while start > 0, !text.tokens[start].shape.contains(.paragraphBefore) { start -= 1 }
      var content = start..<dash
      while let last = content.last, text.tokens[last].isPunctuation, content.count > 1 {
        content.removeLast()
      }
      guard !quotes.all.contains(where: { $0.tokens.overlaps(content) }) else { return nil }
      let name = line.prefix { text.tokens[$0].mark == .none }
      guard let first = name.first, let last = name.last else { return nil }
      return FoundAttribution(
        source: first..<last + 1, cue: [dash..<dash + 1], content: [content], frame: .signed)
    }
  }

  /// Whether nothing but marks stands from a word on in its paragraph.
  private func endsParagraph(_ word: Int) -> Bool {
    var next = word
    while next < text.tokens.count, text.tokens[next].isPunctuation,
      !text.tokens[next].shape.contains(.paragraphBefore)
    {
      next += 1
    }
    return next == text.tokens.count || text.tokens[next].shape.contains(.paragraphBefore)
  }

  private func signedQuotes() -> [FoundAttribution] {
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
