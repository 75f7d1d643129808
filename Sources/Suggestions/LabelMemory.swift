/// What a value was in earlier decisions that were alike in one respect: the same source, the same cue, the
/// same claim.
struct LabelMemory: Sendable {
  /// A respect in which decisions are alike.
  enum Respect: Int, CaseIterable, Sendable {
    case claim, source, cue

    /// The share of a value below which nothing is read off it: a cue is used by many sources.
    var least: Double { self == .cue ? 0.85 : 0.6 }

    /// Decisions that are needed before anything is read off them.
    var fewest: Int {
      switch self {
      case .claim: 1
      case .source: 2
      case .cue: 3
      }
    }
  }

  /// How often each value was given.
  private var counts: [Key: [String: Int]] = [:]

  private struct Key: Hashable {
    let respect: Respect
    let text: String
    /// What the engine proposed, where it read more than the cue: "said" may go with any stance.
    let proposal: String?

    init(_ respect: Respect, _ text: String, proposal: String?) {
      self.respect = respect
      self.text = text
      self.proposal = respect == .cue ? proposal : nil
    }
  }

  /// - Parameters:
  ///   - respects: Those that tell something of the attribute, the most telling first.
  ///   - proposal: What the engine proposes.
  func recall(_ situation: ClaimSituation, by respects: [Respect], proposal: String?) -> Estimate? {
    for respect in respects {
      guard let text = situation.text(of: respect),
        let values = counts[Key(respect, text, proposal: proposal)]
      else { continue }
      let total = values.values.reduce(0, +)
      // The first in the alphabet of those that were given equally often, so that it is always the same.
      guard total >= respect.fewest,
        let most = values.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
      else { continue }
      let share = (Double(most.value) + 0.5) / (Double(total) + 1)
      guard share >= respect.least else { continue }
      let what: String =
        switch respect {
        case .claim: "said before"
        case .source, .cue: "“\(text)”"
        }
      return Estimate(
        value: most.key, confidence: share,
        reason: "\(what): \(most.value) of \(total) times")
    }
    return nil
  }

  mutating func learn(_ value: String, in situation: ClaimSituation, proposal: String?) {
    for respect in Respect.allCases {
      guard let text = situation.text(of: respect) else { continue }
      counts[Key(respect, text, proposal: proposal), default: [:]][value, default: 0] += 1
    }
  }
}

extension ClaimSituation {
  fileprivate func text(of respect: LabelMemory.Respect) -> String? {
    switch respect {
    case .claim: likeness
    case .source: source
    case .cue: cue
    }
  }
}

/// A value with how sure it is, from 0 to 1, and why, in a few words.
struct Estimate: Hashable, Sendable {
  let value: String
  let confidence: Double
  let reason: String?
}
