/// What keys were pressed for, and how right what was suggested was.
struct KeyTally {
  /// What a key is pressed for, as the table of keys has it.
  enum Kind: String, CaseIterable {
    case verdict
    case group = "one verdict for an attribution"
    case stance
    case source
    case kind = "source-type"
    case type = "claim-type"
    case unsure = "accepting what is unsure"
    case drop
    case words = "merging, cutting, moving ends"
    case typed = "typing names"
  }

  private(set) var keys: [Kind: Int] = [:]
  /// Claims that got all their labels.
  var judged = 0
  /// Those of them whose words are not quite the final ones.
  var roughly = 0
  var dropped = 0
  /// Claims of the final sessions that none of the article's came to be.
  var missed = 0
  private(set) var judgements: [Suggested] = []

  /// What was suggested for an attribute when a claim came up.
  struct Suggested {
    let attribute: String
    /// How many claims were judged before.
    let after: Int
    let isRight: Bool
    /// Whether a verdict's key would have taken it.
    let isOffered: Bool
  }

  mutating func count(_ kind: Kind, keys count: Int = 1) { keys[kind, default: 0] += count }

  mutating func note(_ attribute: String, isRight: Bool, isOffered: Bool) {
    judgements.append(
      Suggested(attribute: attribute, after: judged, isRight: isRight, isOffered: isOffered))
  }

  func perClaim(_ kind: Kind) -> Double { Double(keys[kind] ?? 0) / Double(max(judged, 1)) }

  var perClaim: Double { Kind.allCases.reduce(0) { $0 + perClaim($1) } }

  /// How many of a hundred suggestions for an attribute were right.
  ///
  /// - Parameters:
  ///   - quarter: Of the claims, from 0; nil for all.
  ///   - offered: Those that a verdict's key would have taken alone.
  func accuracy(of attribute: String, quarter: Int? = nil, offered: Bool = false) -> Double {
    let counted = judgements.filter { suggested in
      suggested.attribute == attribute && (!offered || suggested.isOffered)
        && quarter.map { suggested.after * 4 / max(judged, 1) == $0 } ?? true
    }
    return 100 * Double(counted.count { $0.isRight }) / Double(max(counted.count, 1))
  }
}
