/// How often values of one layer were right so far, by how sure they were.
///
/// A decision is counted before it is learned, so that no layer is judged by what it was told.
struct TrackRecord: Sendable {
  private struct Tally {
    var right = 0.0
    var total = 0.0
  }

  /// By tenths of confidence.
  private var tenths = [Tally](repeating: Tally(), count: 10)
  /// What is taken to have been seen before the first decision.
  private let prior: (right: Double, total: Double)

  /// A value that is taken with a key for something else must be right twice in three times.
  static let needed = 2.0 / 3

  init(prior: (right: Double, total: Double)) { self.prior = prior }

  mutating func count(confidence: Double, isRight: Bool) {
    let tenth = Self.tenth(confidence)
    tenths[tenth].total += 1
    if isRight { tenths[tenth].right += 1 }
  }

  /// The lowest confidence from which on values were right often enough; nil where none were.
  var threshold: Double? {
    var (right, total) = prior
    var lowest: Double?
    for tenth in tenths.indices.reversed() {
      right += tenths[tenth].right
      total += tenths[tenth].total
      if right / total >= Self.needed { lowest = Double(tenth) / 10 }
    }
    return lowest
  }

  /// How often they were right, whatever their confidence.
  var accuracy: Double {
    let right = tenths.reduce(prior.right) { $0 + $1.right }
    return right / tenths.reduce(prior.total) { $0 + $1.total }
  }

  private static func tenth(_ confidence: Double) -> Int {
    max(0, min(Int(confidence * 10), 9))
  }
}
