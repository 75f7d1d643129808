package import ClaimModel
package import Encoder

/// The engine with the small transformer: it finds who says what, completed by the rules where they are sure of a
/// quote, and parses the sentences that claims are cut from; times come from the rules.
package struct EncoderEngine: Sendable {
  package static let name = "encoder/1"

  private let model: EncoderModel
  private let steps = AnalysisSteps()
  private let attributionFinder = AttributionFinder()

  /// Loads the weights that are compiled in, which takes about 25 ms.
  package init() throws(EncoderError) { model = try EncoderModel() }

  /// Finds sentences, attributions, claims and times of an article.
  ///
  /// - Parameter cores: How many threads read windows of the article side by side.
  /// - Returns: The analysis, and the byte from which on no attributions were looked for because the article has too
  ///   many words; nil when all was read.
  /// - Complexity: O(*n*) in the text, about 0.25 ms a word on one core.
  package func analyse(
    _ article: Article, grain: Grain = .clause, cores: Int = 1
  ) -> (analysis: Analysis, unreadFrom: Int?) {
    var text = steps.taggedText(of: article)
    let encoded = model.read(text, cores: cores)
    text.retag(by: encoded)
    text.classifyNames(by: encoded)
    let tree = text.parseTree(encoded)
    text.retagPredicates(by: tree)
    let prepared = steps.prepare(article, text)
    let rules = attributionFinder.attributions(
      in: prepared.text, phrases: prepared.phrases, quotations: prepared.quotations,
      lists: prepared.lists)
    let check = ReportCheck(
      text: prepared.text, tree: tree,
      quotes: QuoteIndex(prepared.quotations, tokenCount: prepared.text.tokens.count), rules: rules)
    let found = RulesSupplement(text: prepared.text, rules: check.rules).completed(
      check.checked(
        encoded.attributions.compactMap { prepared.text.foundAttribution($0, tree: tree) })
    ).filter(check.allowsMissingSource)
    return (
      steps.analysis(
        of: prepared, found: found, tree: tree, engine: Self.name,
        grain: grain),
      encoded.unreadFrom
    )
  }
}

extension TokenizedText {
  /// The tokens of an attribution that the encoder found, without the marks at its ends; nil when no content is left.
  func foundAttribution(_ encoded: EncodedAttribution, tree: ParseTree) -> FoundAttribution? {
    var found = ContentPieces(
      text: self, tree: tree, source: encoded.source.flatMap(wordsOnly),
      cue: encoded.cue.flatMap(wordsOnly), pieces: encoded.content.compactMap(wordsOnly))
    found.tidy()
    guard !found.pieces.isEmpty, !found.pieces.contains(where: \.isEmpty) else { return nil }
    return FoundAttribution(
      source: found.source, cue: found.cue.map { [$0] } ?? [],
      content: found.pieces, frame: .clause)
  }

  /// The tokens under a span from its first word to its last, without a "that" that only introduces them.
  ///
  /// A bracket or an ellipsis at an end stays, and so does a quote mark whose partner lies inside; a pair
  /// around all of it goes.
  private func wordsOnly(_ span: TextSpan) -> Range<Int>? {
    guard var range = tokens(under: span) else { return nil }
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
