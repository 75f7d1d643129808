/// Cuts the tokens of a block into sentences: a linear model judges each gap between two tokens, but for a few
/// that rules decide.
///
/// An empty line always ends a sentence; a line end alone is white space.
package struct SentenceSplitter: Sendable {
  private let model: SentenceModel

  package init(model: SentenceModel) { self.model = model }

  /// Finds the sentences of a block.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the block alone.
  ///   - bytes: The text that they are of.
  /// - Returns: Ranges of tokens in reading order, which together cover all of them.
  /// - Complexity: O(*n*) in the tokens.
  package func sentences(of tokens: ArraySlice<Token>, in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var features = [UInt32](repeating: 0, count: SentenceGaps.featureCount)
    var start = tokens.startIndex
    while start < tokens.endIndex {
      let end =
        tokens[(start + 1)...].firstIndex { $0.shape.contains(.paragraphBefore) } ?? tokens.endIndex
      let gaps = SentenceGaps(tokens[start..<end], in: bytes)
      for gap in start + 1..<end where isBoundary(gap, from: start, gaps, &features) {
        found.append(start..<gap)
        start = gap
      }
      found.append(start..<end)
      start = end
    }
    return found
  }

  private func isBoundary(
    _ gap: Int, from start: Int, _ gaps: SentenceGaps, _ features: inout [UInt32]
  ) -> Bool {
    switch gaps.verdict(gap, from: start) {
    case .always: return true
    case .never: return false
    case .open:
      gaps.write(gap, from: start, into: &features)
      return model.score(features) > 0
    }
  }
}
