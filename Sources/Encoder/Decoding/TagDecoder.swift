/// A run of words under one role.
package struct LabelledSpan: Equatable, Sendable {
  /// The label without its `B-` or `I-`.
  package let label: String
  package let words: Range<Int>

  package init(label: String, words: Range<Int>) {
    self.label = label
    self.words = words
  }
}

/// Reads begin-inside-outside labels as spans, by the best sequence in which every inside label continues its own role.
package struct TagDecoder {
  private struct Tag: Equatable {
    let role: Substring
    let isInside: Bool
  }

  private let tags: [Tag]
  /// For each label, the labels that may stand before it.
  private let predecessors: [[Int]]

  /// - Parameter labels: Outside is `O`; others are `B-role` and `I-role`.
  package init(labels: [String]) {
    let tags = labels.map { Tag(role: $0.dropFirst(2), isInside: $0.hasPrefix("I-")) }
    predecessors = tags.map { tag in
      tags.indices.filter { !tag.isInside || tags[$0].role == tag.role }
    }
    self.tags = tags
  }

  /// The label of each word on the best path through log-probabilities (Viterbi, no score but the hard constraint).
  package func path(_ scores: LabelScores) -> [Int] {
    let width = tags.count
    precondition(scores.labels.count == width)
    let count = scores.values.count / width
    guard count > 0 else { return [] }
    var best = (0..<width).map { tags[$0].isInside ? -Float.infinity : scores[0, $0] }
    var back: [Int] = []
    back.reserveCapacity(count * width)
    for word in 1..<max(count, 1) {
      var next = [Float](repeating: 0, count: width)
      for tag in 0..<width {
        var from = predecessors[tag][0]
        for candidate in predecessors[tag] where best[candidate] > best[from] { from = candidate }
        back.append(from)
        next[tag] = best[from] + scores[word, tag]
      }
      best = next
    }
    var path = [best.indices.reduce(0) { best[$1] > best[$0] ? $1 : $0 }]
    for word in stride(from: count - 1, to: 0, by: -1) {
      path.append(back[(word - 1) * width + path[path.count - 1]])
    }
    return path.reversed()
  }

  /// The spans of the best path, in order.
  package func spans(_ scores: LabelScores) -> [LabelledSpan] {
    var spans: [LabelledSpan] = []
    for (word, index) in path(scores).enumerated() where !tags[index].role.isEmpty {
      if tags[index].isInside, let open = spans.last {
        spans[spans.count - 1] = LabelledSpan(
          label: open.label, words: open.words.lowerBound..<(word + 1))
      } else {
        spans.append(LabelledSpan(label: String(tags[index].role), words: word..<(word + 1)))
      }
    }
    return spans
  }
}
