import ClaimModel

extension Tally {
  /// Pairs times that overlap, those that share most first; right are pairs with the right days.
  ///
  /// What overlaps only an optional time is not counted.
  mutating func countTimes(_ gold: [Findings.Time], _ found: [Findings.Time]) {
    let required = gold.filter { !$0.isOptional }
    let optional = gold.filter(\.isOptional)
    // Ties go to equal spans.
    let pairs = Matching.greedy(
      required.map { one in
        found.map { Double(one.span.shared(with: $0.span)) + (one.span == $0.span ? 0.5 : 0) }
      }, from: 1)
    let paired = Set(pairs.map(\.column))
    let ignored = found.indices.filter { index in
      !paired.contains(index) && optional.contains { $0.span.overlaps(found[index].span) }
    }
    self[.goldTimes] += Double(required.count)
    self[.foundTimes] += Double(found.count - ignored.count)
    for (row, column) in pairs
    where !Set(required[row].values).isDisjoint(with: found[column].values) {
      self[.rightTimes] += 1
    }
  }
}

extension TextSpan {
  fileprivate func shared(with other: TextSpan) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }
}
