import Encoder

extension Document {
  /// The tree over the encoder's words as one over tokens: a token takes the head of the first of its words that
  /// hangs on a word outside it.
  func parseTree(_ encoded: EncodedText) -> ParseTree {
    let kinds = encoded.relationLabels.map(Relation.init)
    let tokenOfWord = tokens(holding: encoded.words)
    var heads = [Int?](repeating: nil, count: tokens.count)
    var relations = [Relation](repeating: .other, count: tokens.count)
    var isSet = [Bool](repeating: false, count: tokens.count)
    for (word, token) in tokenOfWord.enumerated() {
      guard let token, !isSet[token] else { continue }
      let head = encoded.heads[word]
      let above = head < 0 ? nil : tokenOfWord[head]
      guard above != token else { continue }
      isSet[token] = true
      heads[token] = above
      relations[token] = kinds[encoded.relations[word]]
    }
    // A token that no word begins in, "n't" of "don't", belongs to the one before it; where the
    // encoder has not read, every token is a root.
    let end = encoded.unreadFrom ?? bytes.count
    for token in tokens.indices.dropFirst()
    where !isSet[token] && Int(tokens[token].start) < end {
      heads[token] = token - 1
    }
    return ParseTree(heads: heads, relations: relations)
  }

  /// The token that holds the first byte of each word.
  private func tokens(holding words: [EncodedWord]) -> [Int?] {
    var token = 0
    return words.map { word in
      while token < tokens.count, Int(tokens[token].end) <= word.start { token += 1 }
      guard token < tokens.count, Int(tokens[token].start) <= word.start else { return nil }
      return token
    }
  }
}
