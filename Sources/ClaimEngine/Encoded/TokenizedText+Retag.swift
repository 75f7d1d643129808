import Encoder

extension TokenizedText {
  /// Gives each token that is one of the encoder's words the tag that the encoder has for it.
  ///
  /// Words with marks in them, clitics and what the encoder did not read keep theirs.
  mutating func retag(by encoded: EncodedText) {
    let tags = encoded.penn.labels.map(Tag.init(penn:))
    var word = 0
    for token in tokens.indices where !tokens[token].isPunctuation && tokens[token].word != .to {
      let (start, end) = (Int(tokens[token].start), Int(tokens[token].end))
      while word < encoded.words.count, encoded.words[word].start < start { word += 1 }
      guard word < encoded.words.count, encoded.words[word].start == start,
        encoded.words[word].end == end
      else { continue }
      tokens[token].tag = tags[encoded.penn.best(word)]
    }
  }

  /// Gives a tense to what has a subject and neither an auxiliary nor "to", where the tag and the parse do not agree:
  /// "the state practises …".
  mutating func retagPredicates(by tree: ParseTree) {
    var hasSubject: Set<Int> = []
    var isHelped: Set<Int> = []
    for (token, head) in tree.heads.enumerated() {
      guard let head else { continue }
      switch tree.relations[token] {
      case .subject: hasSubject.insert(head)
      case .copula, .auxiliary: isHelped.insert(head)
      case .marker where tokens[token].tag == .to: isHelped.insert(head)
      default: break
      }
    }
    for token in hasSubject.subtracting(isHelped) {
      switch tokens[token].tag {
      case .nn, .nns, .vb:
        let last = bytes[Int(tokens[token].end) - 1]
        tokens[token].tag = last == UInt8(ascii: "s") ? .vbz : .vbp
      default: break
      }
    }
  }
}
