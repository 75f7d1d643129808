package import ClaimModel
package import Encoder

/// Links each claim of an article that says the same as an earlier one to that.
///
/// Exact repeats of a sentence are occurrences of one claim already; these are repeats in other words.
package enum RepeatFinder {
  /// Sets `repeats` of each claim to the earliest claim before it that it says the same as.
  ///
  /// - Parameter cancellation: Asked before each claim.
  /// - Complexity: O(*n*) in the claims: each is compared with at most `mostCompared` others that share
  ///   words with it, and words that many claims have lead to the latest of them only.
  package static func link<Failure>(
    _ claims: inout [Claim], in text: Document, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) {
    var read: [ClaimWords] = []
    read.reserveCapacity(claims.count)
    var claimsByWord: [String: [Int]] = [:]
    for index in claims.indices {
      try cancellation.check()
      let words = ClaimWords(claims[index].statement ?? text.words(of: claims[index].spans))
      let stems = Set(words.content)
      var common: [Int: Int] = [:]
      for stem in stems {
        for earlier in (claimsByWord[stem] ?? []).suffix(mostClaims) {
          common[earlier, default: 0] += 1
        }
        claimsByWord[stem, default: []].append(index)
      }
      let candidates = common.filter { 3 * $0.value >= stems.count }.keys.sorted()
      if let same = candidates.prefix(mostCompared).first(where: { earlier in
        !claims[earlier].shares(wordsWith: claims[index])
          && ClaimLikeness.isRepeat(read[earlier], words)
      }) {
        claims[index].repeats = claims[same].id
      }
      read.append(words)
    }
  }

  /// Claims that one word leads to.
  private static let mostClaims = 50
  private static let mostCompared = 50
}

extension Claim {
  /// Whether both hold words of the same place, as a claim does that lies in another.
  fileprivate func shares(wordsWith other: Claim) -> Bool {
    guard let last = spans.last, let otherLast = other.spans.last else { return false }
    return last.overlaps(otherLast)
  }
}

extension Document {
  fileprivate func words(of spans: [TextSpan]) -> String {
    spans.map { string(of: $0) }.joined(separator: " ")
  }
}
