/// An attribution as a tagger of sources, cues and contents found it, in tokens.
struct TaggedAttribution: Hashable, Sendable {
  /// Nil where the text names nobody.
  let source: Range<Int>?
  /// Nil where the content stands without words of saying.
  let cue: Range<Int>?
  /// In reading order; marks and a "that" at the ends may be in it.
  let content: [Range<Int>]
}

extension Document {
  /// A tagged attribution without the marks at its ends; nil when no content is left.
  func foundAttribution(_ tagged: TaggedAttribution, tree: ParseTree) -> FoundAttribution? {
    var found = ContentPieces(
      text: self, tree: tree, source: tagged.source.flatMap(wordsOnly),
      cue: tagged.cue.flatMap(wordsOnly), pieces: tagged.content.compactMap(wordsOnly))
    found.tidy()
    guard !found.pieces.isEmpty, !found.pieces.contains(where: \.isEmpty) else { return nil }
    return FoundAttribution(
      source: found.source, cue: found.cue.map { [$0] } ?? [],
      content: found.pieces, frame: .clause)
  }

  /// A range from its first word to its last, without a "that" that only introduces them.
  ///
  /// A bracket or an ellipsis at an end stays, and so does a quote mark whose partner lies inside; a pair
  /// around all of it goes.
  private func wordsOnly(_ range: Range<Int>) -> Range<Int>? {
    var range = range
    if range.count > 2, isAddressee(range.lowerBound), introduces(range.lowerBound + 1) {
      range.removeFirst()
    }
    while let first = range.first, isLoose(first, in: range) || introduces(first) {
      range.removeFirst()
    }
    while let last = range.last,
      isLoose(last, in: range) || range.count > 1 && tokens[last].tag == .cc
    {
      range.removeLast()
    }
    if range.count > 2, tokens[range.lowerBound].mark.isQuote,
      tokens[range.upperBound - 1].mark.isQuote,
      range.filter({ tokens[$0].mark.isQuote }).count == 2
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return range.isEmpty ? nil : range
  }

  private func isLoose(_ token: Int, in range: Range<Int>) -> Bool {
    guard tokens[token].mark.isQuote else { return tokens[token].isTrimmed }
    return !range.filter { tokens[$0].mark.isQuote }.count.isMultiple(of: 2)
  }

  /// "us" of "told us that", which hears the content and is no part of it.
  private func isAddressee(_ token: Int) -> Bool {
    switch tokens[token].word {
    case .me, .us, .him, .her, .them, .you: true
    default: false
    }
  }

  private func introduces(_ token: Int) -> Bool {
    tokens[token].word == .that && tokens[token].tag == .in
  }
}

extension Token {
  /// Whether it is a mark that belongs to the reporting and not to what is reported.
  fileprivate var isTrimmed: Bool {
    switch mark {
    case .comma, .semicolon, .colon, .period, .dash: true
    default: false
    }
  }
}
