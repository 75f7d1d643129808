import ClaimModel

extension Tally {
  /// Pairs claims by their words: as many pairs as can be at a half and at four fifths of shared words, and the
  /// pairing of greatest total likeness.
  ///
  /// What is like an optional claim and no other is not counted.
  mutating func countClaims(_ gold: [Findings.Claim], _ all: [Findings.Claim]) {
    let required = gold.filter { !$0.isOptional }
    let found = Self.counted(all, required, optional: gold.filter(\.isOptional))
    let likeness = required.map { one in found.map { jaccard(one.words, $0.words) } }
    let pairs = Matching.greatest(likeness, from: 0.5)
    self[.goldClaims] += Double(required.count)
    self[.foundClaims] += Double(found.count)
    self[.claimsAtHalf] += Double(pairs.count)
    self[.claimsAtFourFifths] += Double(Matching.greatest(likeness, from: 0.8).count)
    self[.totalLikeness] += Matching.greatestTotal(likeness)
    let matched = pairs.map { (gold: required[$0.row], found: found[$0.column]) }
    for (gold, found) in matched { countPair(gold, found) }
    countOrder(matched)
    countWords(found)
    self[.reported] += Double(required.count { !$0.reportingAlone.isEmpty })
  }

  /// What was found, without what only an optional claim is like.
  private static func counted(
    _ found: [Findings.Claim], _ required: [Findings.Claim], optional: [Findings.Claim]
  ) -> [Findings.Claim] {
    let likeness = required.map { one in found.map { jaccard(one.words, $0.words) } }
    let paired = Set(Matching.greatest(likeness, from: 0.5).map(\.column))
    return found.indices.filter { index in
      paired.contains(index)
        || !optional.contains { jaccard($0.words, found[index].words) >= 0.5 }
    }.map { found[$0] }
  }

  /// Whether the words of the report stayed out of the claim and stand in its attribution, and whether its
  /// type is right.
  private mutating func countPair(_ gold: Findings.Claim, _ found: Findings.Claim) {
    self[.types] += 1
    if !Set(gold.types).isDisjoint(with: found.types) { self[.rightTypes] += 1 }
    let report = gold.reportingAlone
    guard !report.isEmpty else { return }
    self[.reportedFound] += 1
    let leaks = report.intersection(found.words).count * 2 >= report.count
    if leaks {
      self[.leaking] += 1
      return
    }
    let rest = gold.words.subtracting(gold.reporting)
    if report.intersection(found.reporting).count * 2 >= report.count,
      rest.intersection(found.reporting).count * 2 < rest.count
    {
      self[.keptApart] += 1
    }
  }

  /// Of the pairs of a claim of the highest and one of the lowest rank, those that the scores put right; equal
  /// scores count half.
  private mutating func countOrder(_ matched: [(gold: Findings.Claim, found: Findings.Claim)]) {
    let scored = matched.compactMap { pair in
      pair.gold.worth.flatMap { gold in pair.found.worth.map { (gold: gold, found: $0) } }
    }
    for high in scored where high.gold == 1 {
      for low in scored where low.gold == 0 {
        self[.pairs] += 1
        self[.pairsInOrder] += high.found > low.found ? 1 : high.found == low.found ? 0.5 : 0
      }
    }
  }

  private mutating func countWords(_ found: [Findings.Claim]) {
    for (index, claim) in found.enumerated() {
      self[.claimWords] += Double(claim.words.count)
      self[.foreignWords] += Double(claim.words.subtracting(claim.sentence).count)
      let isDoubled = found.indices.contains {
        $0 != index && jaccard(claim.words, found[$0].words) >= 0.8
      }
      if isDoubled { self[.doubled] += 1 }
    }
  }
}

extension Findings.Claim {
  /// The words of the report that are none of the claim's own.
  fileprivate var reportingAlone: Set<Int> { reporting.subtracting(words) }
}
