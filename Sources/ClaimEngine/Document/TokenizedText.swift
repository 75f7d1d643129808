package import ClaimModel

/// An article's text cut into tokens and sentences.
package struct TokenizedText: Sendable {
  package let bytes: [UInt8]
  /// In reading order, of the blocks that hold claims; every byte there that is no white space lies
  /// in exactly one.
  package internal(set) var tokens: [Token]
  /// In reading order; each token lies in exactly one.
  package internal(set) var sentences: [Sentence]

  package init(bytes: [UInt8], tokens: [Token] = [], sentences: [Sentence] = []) {
    self.bytes = bytes
    self.tokens = tokens
    self.sentences = sentences
  }

  /// The bytes from the first to the last token of a range.
  package func span(of range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[first].start), Int(tokens[last].end))
  }

  package func bytes(of token: Token) -> ArraySlice<UInt8> {
    bytes[Int(token.start)..<Int(token.end)]
  }

  package func string(of token: Token) -> String {
    String(decoding: bytes(of: token), as: UTF8.self)
  }

  package func string(of span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
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
