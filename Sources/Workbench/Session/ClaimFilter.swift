package import ClaimModel

/// Which claims of the open session are shown.
package enum ClaimFilter: Equatable, Sendable {
  case everything
  /// Those without a verdict.
  case undecided
  case decided
  case label(attribute: String, value: String)
  case source(String)
  case tag(String)
  /// Those that came over from an earlier text in this way.
  case verdict(CarryOver.Verdict)
  /// Those that have no words in this text, or wait to be settled.
  case standing(ClaimRecord.Standing)
  /// Those with these words in them.
  case words(String)

  /// As it would be typed after `filter`.
  package var description: String {
    switch self {
    case .everything: "none"
    case .undecided: "undecided"
    case .decided: "decided"
    case .label(let attribute, let value): "\(attribute)=\(value)"
    case .source(let name): "source=\(name)"
    case .tag(let tag): "tag=\(tag)"
    case .verdict(let verdict): verdict.rawValue
    case .standing(let standing): standing.rawValue
    case .words(let words): words
    }
  }
}
