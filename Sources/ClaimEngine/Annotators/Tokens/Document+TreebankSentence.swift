import ClaimModel

extension Document {
  /// Cuts the whole text into tokens of one sentence, as training on a treebank wants it.
  package mutating func tokenizeWhole(with tokenizer: Tokenizer) {
    tokens = []
    tokenizer.tokenize(bytes, in: TextSpan(0, bytes.count), into: &tokens)
    sentences =
      tokens.isEmpty
      ? []
      : [Sentence(span: span(of: tokens.indices), tokens: tokens.indices, block: 0, paragraph: 0)]
  }
}
