/// How much of one text another has, by the runs of words that they share.
package struct TextResemblance: Sendable {
  private let runs: Set<UInt64>

  /// Words that make up a run; single words would make all articles alike.
  private static let length = 4
  /// With fewer runs a text is too short to be told from others.
  private static let fewest = 12

  /// - Complexity: O(*n*) in the bytes of the text.
  package init(_ text: String) {
    let words = WordSequence(text)
    var hashes: [UInt64] = []
    hashes.reserveCapacity(words.spans.count)
    for span in words.spans {
      var hash: UInt64 = 14_695_981_039_346_656_037
      for byte in words.bytes[span.range] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
      hashes.append(hash)
    }
    var runs: Set<UInt64> = []
    if hashes.count >= Self.length {
      for start in 0...(hashes.count - Self.length) {
        var run: UInt64 = 0
        for hash in hashes[start..<(start + Self.length)] {
          run = (run &* 6_364_136_223_846_793_005) &+ hash
        }
        runs.insert(run)
      }
    }
    self.runs = runs
  }

  /// The part of the shorter text's runs that the other has, from 0 to 1; 0 for texts too short to say.
  ///
  /// It is of the shorter one, so that an article which has doubled since still resembles itself.
  package func share(with other: TextResemblance) -> Double {
    let (small, large) =
      runs.count <= other.runs.count ? (runs, other.runs) : (other.runs, runs)
    guard small.count >= Self.fewest else { return 0 }
    return Double(small.count { large.contains($0) }) / Double(small.count)
  }
}
