/// What was counted in one article or several; every figure is a ratio of sums of these.
struct Tally: Equatable, Sendable {
  enum Count: Hashable, Sendable {
    case goldAttributions, foundAttributions, sharedContents, sharedSources
    case names, rightNames, kinds, rightKinds
    case goldClaims, foundClaims, claimsAtHalf, claimsAtFourFifths, totalLikeness
    case reported, keptApart, reportedFound, leaking
    case doubled, claimWords, foreignWords
    case types, rightTypes, pairsInOrder, pairs
    case goldSentences, foundSentences, sharedSentences
    case goldTimes, foundTimes, rightTimes
  }

  private var counts: [Count: Double] = [:]

  subscript(count: Count) -> Double {
    get { counts[count] ?? 0 }
    set { counts[count] = newValue }
  }

  static func + (left: Tally, right: Tally) -> Tally {
    var sum = left
    sum.counts.merge(right.counts) { $0 + $1 }
    return sum
  }

  /// Of a share of what was found and a share of what should be; 0 where both are.
  func f1(_ hits: Count, found: Count, gold: Count) -> Double {
    let all = self[found] + self[gold]
    return all == 0 ? 0 : 2 * self[hits] / all
  }

  func share(_ part: Count, of whole: Count) -> Double {
    self[whole] == 0 ? 0 : self[part] / self[whole]
  }
}

extension Tally {
  /// Compares what an engine found in an article with what it holds.
  init(gold: Findings, found: Findings) {
    countAttributions(gold.attributions, found.attributions)
    countClaims(gold.claims, found.claims)
    countTimes(gold.times, found.times)
    self[.goldSentences] = Double(gold.sentences.count)
    self[.foundSentences] = Double(found.sentences.count)
    self[.sharedSentences] = Double(Set(gold.sentences).intersection(found.sentences).count)
  }
}
