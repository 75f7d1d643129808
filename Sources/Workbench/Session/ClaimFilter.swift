import ClaimModel

/// Which claims of the open session are shown.
package enum ClaimFilter: Equatable, Sendable {
  case everything
  /// Those whose status-like first choice nobody has given.
  case undecided
  case decided
  case label(attribute: String, value: String)
  case source(String)
  case tag(String)
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
    case .words(let words): words
    }
  }
}
