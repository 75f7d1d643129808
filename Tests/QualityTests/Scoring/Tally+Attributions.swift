import ClaimModel

extension Tally {
  /// Pairs attributions by their contents, the likest first; a pair shares at least half of its words.
  ///
  /// What is like an optional attribution and no other is not counted.
  mutating func countAttributions(
    _ gold: [Findings.Attribution], _ found: [Findings.Attribution]
  ) {
    let required = gold.filter { !$0.isOptional }
    let pairs = Matching.greedy(
      required.map { one in found.map { jaccard(one.content, $0.content) } }, from: 0.5)
    let paired = Set(pairs.map(\.column))
    let optional = gold.filter(\.isOptional)
    let ignored = found.indices.filter { index in
      !paired.contains(index)
        && optional.contains { jaccard($0.content, found[index].content) >= 0.5 }
    }
    self[.goldAttributions] += Double(required.count)
    self[.foundAttributions] += Double(found.count - ignored.count)
    self[.sharedContents] += Double(pairs.count)
    for (row, column) in pairs {
      let (wanted, given) = (required[row], found[column])
      let isRight =
        wanted.source.isEmpty || given.source.isEmpty
        ? wanted.source.isEmpty && given.source.isEmpty
        : jaccard(wanted.source, given.source) >= 0.5
      if isRight { self[.sharedSources] += 1 }
      guard !wanted.names.isEmpty else { continue }
      self[.names] += 1
      self[.kinds] += 1
      let name = given.names.first.map(Self.comparable)
      if wanted.names.contains(where: { Self.comparable($0) == name }) { self[.rightNames] += 1 }
      if !Set(wanted.kinds).isDisjoint(with: given.kinds) { self[.rightKinds] += 1 }
    }
  }

  /// A name in small letters without the article before it.
  private static func comparable(_ name: String) -> String {
    let words = name.lowercased().split(separator: " ")
    return words.drop { ["the", "a", "an"].contains($0) }.joined(separator: " ")
  }
}
