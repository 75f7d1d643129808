package import ClaimModel

/// An article with everything that the engine has found in it, layer upon layer.
///
/// Each layer is written by one stage and read by later ones; `Pipeline` has their order. Places in the layers are
/// tokens and sentences, counted from 0.
package struct Document: Sendable {
  /// The article's text in UTF-8.
  package let bytes: [UInt8]
  /// The blocks of the article, those without claims too.
  let blocks: [Block]
  /// The day of publication; without one, relative times have no place.
  let published: CalendarDay?
  /// The parts with a day of their own, which relative times there are placed by.
  let updates: [Update]

  /// In reading order, of the blocks that hold claims; every byte there that is no white space lies
  /// in exactly one.
  package internal(set) var tokens: [Token]
  /// In reading order; each token lies in exactly one.
  package internal(set) var sentences: [Sentence]
  /// What each token depends on; until a parser has read the sentences, every token stands alone.
  var tree = ParseTree(heads: [], relations: [])
  /// Who says what, as a tagger of sources, cues and contents found it; empty where the engine has none.
  var tagged: [TaggedAttribution] = []
  /// Whether the tagger is to be believed where a construction reads the same report otherwise.
  var taggerLeads = true
  /// The noun phrases and verb groups of each sentence.
  var chunks: [Chunks] = []
  /// What stands in quote marks.
  var quotations = Quotations()
  /// Who says what, as the constructions show it that the engine is sure of.
  var constructions: [FoundAttribution] = []
  /// The attributions that were chosen among the tagged ones and the constructions.
  var chosen: [FoundAttribution] = []
  /// The people, bodies and places that the article names.
  var names = Names()
  /// The chosen attributions with their numbers, parents and the names of their sources.
  package internal(set) var attributions: [Attribution] = []
  /// Whom and what pronouns stand for.
  var coreference = Coreference()
  /// The expressions of time of the title and of the blocks that hold claims.
  package internal(set) var times: [TimeExpression] = []
  package internal(set) var claims: [Claim] = []
  /// The steps that are not taken, to measure what they are worth.
  var leftOut: Set<EngineCheck> = []
  /// The byte from which on no tagger looked for attributions because the article has too many words.
  package internal(set) var unreadFrom: Int?

  /// - Parameter blocks: Of the whole text; tokens are made of those that hold claims.
  package init(
    bytes: [UInt8], blocks: [Block] = [], published: CalendarDay? = nil, updates: [Update] = []
  ) {
    self.bytes = bytes
    self.blocks = blocks
    self.published = published
    self.updates = updates
    tokens = []
    sentences = []
  }

  package init(_ article: Article) {
    self.init(
      bytes: Array(article.text.utf8), blocks: article.blocks,
      published: article.metadata.published?.day, updates: article.metadata.updates ?? [])
  }
}

/// One sentence: where it stands and which tokens it has.
package struct Sentence: Hashable, Sendable {
  package let span: TextSpan
  package let tokens: Range<Int>
  /// The index of its block in the article.
  package let block: Int
  /// Counts paragraphs over the whole article from 0; a block with empty lines has several.
  package let paragraph: Int

  package init(span: TextSpan, tokens: Range<Int>, block: Int, paragraph: Int) {
    self.span = span
    self.tokens = tokens
    self.block = block
    self.paragraph = paragraph
  }
}
