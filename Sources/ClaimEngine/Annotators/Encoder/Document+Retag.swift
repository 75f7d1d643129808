import Encoder

extension Document {
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
  /// "the state practises …", "the meeting improved ties"; and makes a "that" which is a subject no conjunction.
  mutating func retagPredicates(by tree: ParseTree) {
    var hasSubject: Set<Int> = []
    var isHelped: Set<Int> = []
    for (token, head) in tree.heads.enumerated() {
      guard let head else { continue }
      switch tree.relations[token] {
      case .subject:
        hasSubject.insert(head)
        if tokens[token].word == .that, tokens[token].tag == .in,
          tree.relations[head] != .relativeClause
        {
          tokens[token].tag = .dt
        }
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
      case .vbn where isClause(token, tree): tokens[token].tag = .vbd
      default: break
      }
    }
  }

  /// Whether the parse has a token where a participle alone cannot stand: "his hands tied" hangs on a verb without a word
  /// that introduces it.
  private func isClause(_ token: Int, _ tree: ParseTree) -> Bool {
    switch tree.relations[token] {
    case .root, .parataxis, .relativeClause, .complement: true
    default: false
    }
  }
}
