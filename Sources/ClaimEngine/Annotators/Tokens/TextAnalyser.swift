package import ClaimModel

/// Cuts an article into tokens and sentences.
package struct TextAnalyser: Stage {

  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter

  package init(lexicon: Lexicon = .english, sentences: SentenceModel = .compiledIn()) {
    tokenizer = Tokenizer(lexicon: lexicon)
    splitter = SentenceSplitter(model: sentences)
  }

  package func annotate(_ document: inout Document) {
    document = self.document(document) { $0.holdsClaims }
  }

  /// Tokens and sentences of the blocks that hold claims.
  package func document(of article: Article) -> Document {
    document(Document(article)) { $0.holdsClaims }
  }

  /// Tokens and sentences of the blocks of some roles alone.
  func document(_ document: Document, where isRead: (Block.Role) -> Bool) -> Document {
    var text = Document(
      bytes: document.bytes, blocks: document.blocks, published: document.published,
      updates: document.updates)
    text.tokens.reserveCapacity(text.bytes.count / 5)
    var paragraph = -1
    for (blockIndex, block) in document.blocks.enumerated() where isRead(block.role) {
      append(block.span, block: blockIndex, to: &text, paragraph: &paragraph)
    }
    text.tree = ParseTree(tokensAlone: text.tokens.count)
    return text
  }

  /// Tokens and sentences of a text that is one block.
  package func document(ofBlock bytes: [UInt8]) -> Document {
    var text = Document(bytes: bytes)
    var paragraph = -1
    append(TextSpan(0, bytes.count), block: 0, to: &text, paragraph: &paragraph)
    text.tree = ParseTree(tokensAlone: text.tokens.count)
    return text
  }

  private func append(
    _ span: TextSpan, block: Int, to text: inout Document, paragraph: inout Int
  ) {
    let first = text.tokens.count
    tokenizer.tokenize(text.bytes, in: span, into: &text.tokens)
    readSpacedMarks(&text.tokens[first...])
    for range in splitter.sentences(of: text.tokens[first...], in: text.bytes) {
      if text.tokens[range.lowerBound].shape.contains(.paragraphBefore) { paragraph += 1 }
      text.sentences.append(
        Sentence(span: text.span(of: range), tokens: range, block: block, paragraph: paragraph))
    }
  }

  /// Reads lone hyphens as parts of words, and pairs of apostrophes as closing marks, where the text
  /// puts spaces before its commas and stops.
  private func readSpacedMarks(_ tokens: inout ArraySlice<Token>) {
    let spaced = tokens.dropFirst().contains {
      ($0.mark == .comma || $0.mark == .period) && $0.shape.contains(.spaceBefore)
    }
    guard spaced else { return }
    for index in tokens.indices {
      if tokens[index].mark == .dash, tokens[index].length == 1 { tokens[index].mark = .hyphen }
      // Two apostrophes only close there; two grave accents open.
      if tokens[index].mark == .straightDouble, tokens[index].length == 2 {
        tokens[index].mark = .closeDouble
      }
    }
  }
}
