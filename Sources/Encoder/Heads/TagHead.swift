/// Scores the labels of each word by one linear layer.
struct TagHead: Sendable {
  let labels: [String]
  private let linear: Linear

  init(_ name: String, labels: [String], in file: WeightsFile) throws(EncoderError) {
    self.labels = labels
    linear = try Linear(name, inputs: EncoderShape.width, outputs: labels.count, in: file)
  }

  /// Log-probabilities, one row a word.
  func callAsFunction(_ words: Matrix) -> Matrix {
    var scores = linear(words)
    Activation.logSoftmax(&scores)
    return scores
  }

  /// Scores of no word yet, with room for `words` of them.
  func unfilled(words: Int) -> LabelScores {
    LabelScores(labels: labels, values: [Float](repeating: 0, count: words * labels.count))
  }
}
