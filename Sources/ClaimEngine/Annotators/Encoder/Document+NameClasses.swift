import Encoder

extension Document {
  /// Gives each token the class of name that the encoder has for the first of its words.
  mutating func classifyNames(by encoded: EncodedText) {
    let classes = encoded.entity.labels.map(NameClass.init(label:))
    guard !classes.isEmpty else { return }
    var word = 0
    for token in tokens.indices where !tokens[token].isPunctuation {
      let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
      while word < encoded.words.count, encoded.words[word].start < start { word += 1 }
      guard word < encoded.words.count, encoded.words[word].start < end,
        start < encoded.unreadFrom ?? .max
      else { continue }
      tokens[token].named = classes[encoded.entity.best(word)]
    }
  }
}
