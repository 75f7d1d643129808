/// A word of a text: a run of letters and digits, or one mark of punctuation.
package struct EncodedWord: Equatable, Sendable {
  /// Half-open UTF-8 byte offsets into the text.
  package let start: Int
  package let end: Int
  /// The paragraph, counted from 0 in the order that the caller gave them.
  package let paragraph: Int
  package let isQuoted: Bool
}

/// Log-probabilities of a head's labels, one row a word.
package struct LabelScores: Equatable, Sendable {
  package let labels: [String]
  /// Row after row, each as long as `labels`.
  package internal(set) var values: [Float]

  package subscript(word: Int, label: Int) -> Float { values[word * labels.count + label] }

  /// The likeliest label of a word.
  package func best(_ word: Int) -> Int {
    var best = 0
    for label in labels.indices where self[word, label] > self[word, best] { best = label }
    return best
  }
}

/// What the encoder says of each word of a text.
package struct EncodedText: Equatable, Sendable {
  package let words: [EncodedWord]
  /// O, then B- and I- of source, cue and content.
  package internal(set) var attribution: LabelScores
  /// Tags of the Penn treebank, as the universal treebanks of English extend them.
  package internal(set) var penn: LabelScores
  package internal(set) var upos: LabelScores
  /// Classes of names, dates and amounts, without a mark for where one begins.
  package internal(set) var entity: LabelScores
  /// `inside` and `start`, for the first word of a sentence.
  package internal(set) var sentence: LabelScores
  /// The word that each word hangs on, -1 for a root.
  ///
  /// Within a sentence, as the `sentence` head has them, the best tree in which no two arcs cross; a sentence of over
  /// 200 words has each word's likeliest head, which together may hold a cycle.
  package internal(set) var heads: [Int]
  /// The relation to the head, an index into `relationLabels`.
  package internal(set) var relations: [Int]
  /// Universal relations, and `part` for a further word of one token ("don", "'", "t").
  package let relationLabels: [String]
  /// The byte at which reading stopped because the text has too many words; nil when all was read.
  package let unreadFrom: Int?
}

/// How far the encoder goes.
package enum EncoderDepth: Sendable {
  /// All layers, all heads.
  case whole
  /// Half the layers, half the time, and a little less accurate: only `attribution` is filled in.
  case attributionsOnly
}
