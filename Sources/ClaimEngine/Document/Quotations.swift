/// A quotation: the tokens between two quote marks.
package struct Quotation: Hashable, Sendable {
  /// Without the marks.
  package let tokens: Range<Int>
  /// Whether a mark closes it; a quotation that runs on in the next paragraph has none.
  package let isClosed: Bool
}

/// The outermost quotations of a text in reading order, and which of them each token lies in.
struct Quotations: Sendable {
  let all: [Quotation]
  private var quotationOf: [Int32]

  /// None, in a text of any length.
  init() { self.init([], tokenCount: 0) }

  init(_ quotations: [Quotation], tokenCount: Int) {
    all = quotations
    quotationOf = Array(repeating: -1, count: tokenCount)
    for (index, quotation) in quotations.enumerated() {
      for token in quotation.tokens { quotationOf[token] = Int32(index) }
    }
  }

  /// The index of the quotation that a token lies in.
  func quotation(at token: Int) -> Int? {
    guard quotationOf.indices.contains(token), quotationOf[token] >= 0 else { return nil }
    return Int(quotationOf[token])
  }
}
