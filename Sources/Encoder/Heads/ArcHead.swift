/// Finds the head of each word of a window by a biaffine score, and the relation between the two.
struct ArcHead: Sendable {
  private let arcDependent: Linear
  private let arcHead: Linear
  private let arcWeight: Matrix
  private let arcBias: [Float]
  private let relationDependent: Linear
  private let relationHead: Linear
  private let relationWeight: Matrix
  private let relationLinear: Linear
  private let relations: Int

  init(relations: Int, in file: WeightsFile) throws(EncoderError) {
    let (width, arc, relation) = (EncoderShape.width, EncoderShape.arc, EncoderShape.relation)
    arcDependent = try Linear("arcs.dependent", inputs: width, outputs: arc, in: file)
    arcHead = try Linear("arcs.head", inputs: width, outputs: arc, in: file)
    arcWeight = try file.matrix("arcs.weight", rows: arc, columns: arc)
    arcBias = try file.vector("arcs.bias", count: arc)
    relationDependent = try Linear(
      "relations.dependent", inputs: width, outputs: relation, in: file)
    relationHead = try Linear("relations.head", inputs: width, outputs: relation, in: file)
    relationWeight = try file.matrix(
      "relations.weight", rows: relations * relation, columns: relation)
    relationLinear = try Linear(
      "relations.linear", inputs: 2 * relation, outputs: relations, in: file)
    self.relations = relations
  }

  /// The head of each word, 0 for the root and n + 1 for word n: the best tree over each sentence.
  ///
  /// - Parameters:
  ///   - candidates: The state of [CLS], which stands for the root, and then of every word.
  ///   - sentences: Ranges of words that together cover all of them.
  func heads(words: Matrix, candidates: Matrix, sentences: [Range<Int>]) -> [Int] {
    let (dependent, head) = (
      Self.rectified(arcDependent(words)), Self.rectified(arcHead(candidates))
    )
    var turned = Matrix(
      rows: words.rows, columns: EncoderShape.arc, values: Self.repeated(arcBias, times: words.rows)
    )
    multiply(dependent, by: arcWeight, adding: true, into: &turned)
    var scores = Matrix(rows: words.rows, columns: candidates.rows)
    multiply(turned, by: head, adding: false, into: &scores)
    return sentences.flatMap { sentence in
      let rows = sentence.flatMap { word -> [Float] in
        let first = word * scores.columns
        let own = first + 1 + sentence.lowerBound
        return [scores.values[first]] + scores.values[own..<own + sentence.count]
      }
      return TreeDecoder(count: sentence.count, scores: rows).heads()
        .map { $0 < 0 ? 0 : $0 + sentence.lowerBound + 1 }
    }
  }

  /// The likeliest relation of each word to its head.
  func relations(words: Matrix, candidates: Matrix, heads: [Int]) -> [Int] {
    let size = EncoderShape.relation
    let dependent = Self.rectified(relationDependent(words))
    let head = Self.rectified(relationHead(candidates)).gathered(heads)
    var turned = Matrix(rows: words.rows, columns: relations * size)
    multiply(dependent, by: relationWeight, adding: false, into: &turned)
    var both: [Float] = []
    for word in 0..<words.rows { both += dependent.row(word) + head.row(word) }
    let linear = relationLinear(Matrix(rows: words.rows, columns: 2 * size, values: both))
    return (0..<words.rows).map { word in
      var (best, most) = (0, -Float.infinity)
      for relation in 0..<relations {
        var score = linear.values[word * relations + relation]
        let offset = (word * relations + relation) * size
        for index in 0..<size {
          score += turned.values[offset + index] * head.values[word * size + index]
        }
        if score > most { (best, most) = (relation, score) }
      }
      return best
    }
  }

  /// `out = a * bᵀ`, or added to what `out` holds.
  private func multiply(_ a: Matrix, by b: Matrix, adding: Bool, into out: inout Matrix) {
    MatrixProduct.multiply(
      a.values, .init(stride: a.columns), b.values, .init(stride: b.columns), transposed: true,
      rows: a.rows, columns: b.rows, inner: a.columns, adding: adding,
      into: &out.values, .init(stride: out.columns))
  }

  private static func rectified(_ x: Matrix) -> Matrix {
    Matrix(rows: x.rows, columns: x.columns, values: x.values.map { max($0, 0) })
  }

  private static func repeated(_ row: [Float], times: Int) -> [Float] {
    (0..<times).flatMap { _ in row }
  }
}
