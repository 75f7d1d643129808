import ClaimModel

/// What every engine does before and after it looks for attributions.
struct AnalysisSteps: Sendable {
  private let analyser = TextAnalyser()
  private let tagger = Tagger()
  private let claimFinder = ClaimFinder()
  private let timeFinder = TimeFinder()

  /// An article with the tokens, tags, phrases and quotations that attributions are found in.
  struct Prepared {
    let article: Article
    let text: TokenizedText
    let phrases: [Chunks]
    let quotations: [Quotation]

    /// The blocks that are items of lists.
    var lists: Set<Int> { Set(article.blocks.indices.filter { article.blocks[$0].role == .list }) }
  }

  /// The tokens of an article with the tagger's tags.
  func taggedText(of article: Article) -> TokenizedText {
    var text = analyser.tokenizedText(of: article)
    tagger.tag(&text)
    return text
  }

  /// - Parameter text: The article's tokens, tagged.
  func prepare(_ article: Article, _ text: TokenizedText) -> Prepared {
    let phrases = text.sentences.map { sentence in
      Chunks(
        sentence.tokens.count <= AttributionFinder.limit
          ? sentence.tokens : sentence.tokens.lowerBound..<sentence.tokens.lowerBound,
        of: text.tokens)
    }
    return Prepared(
      article: article, text: text, phrases: phrases,
      quotations: QuoteFinder().quotations(in: text))
  }

  /// Names the sources of what was found, and finds claims, times and statements with it.
  ///
  /// - Parameters:
  ///   - tree: The parse of the text, where the engine has one.
  ///   - engine: The name of the engine that found the attributions.
  func analysis(
    of prepared: Prepared, found: [FoundAttribution], tree: ParseTree? = nil, engine: String,
    grain: Grain
  ) -> Analysis {
    let text = prepared.text
    let introductions = Introductions(prepared.article)
    let index = NameIndex(text, tree: tree, introductions: introductions)
    let attributions = SourceNamer(index: index, introductions: introductions).named(
      AttributionNumbering(text: text, quotations: prepared.quotations).attributions(found))
    let claims = claimFinder.claims(
      in: text, phrases: prepared.phrases, tree: tree, quotations: prepared.quotations,
      attributions: attributions, grain: grain)
    let times = timeFinder.expressions(in: prepared.article)
    var described = claims.dated(by: times)
      .described(index: index, attributions: attributions, times: times)
    RepeatFinder.link(&described, in: text)
    return Analysis(
      engine: engine, sentences: text.sentences.map(\.span), attributions: attributions,
      claims: described, times: times)
  }
}
