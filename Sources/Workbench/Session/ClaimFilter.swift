package import ClaimModel

/// Which claims of the open session are shown.
package indirect enum ClaimFilter: Equatable, Sendable {
  case everything
  /// Those without a verdict.
  case undecided
  case decided
  /// Those with a suggestion, of any attribute, that nobody has decided on.
  case proposed
  case noEvidence
  /// Those with this label among the values that count.
  case label(attribute: String, value: String)
  /// Those where the value that counts holds this text, in letters of either case.
  case labelHolding(attribute: String, String)
  /// Those of this source, in letters of either case; nil for those of nobody that is named.
  case source(String?)
  case sourceHolding(String)
  case tag(String)
  case tagHolding(String)
  /// Those that came over from an earlier text in this way.
  case verdict(CarryOver.Verdict)
  /// Those that have no words in this text, or wait to be settled.
  case standing(ClaimRecord.Standing)
  /// Those with these words in them.
  case words(String)
  case not(ClaimFilter)
  /// Those that pass both.
  case both(ClaimFilter, ClaimFilter)
  /// Those that pass one or the other.
  case either(ClaimFilter, ClaimFilter)

  /// As it would be typed after `filter`.
  package var description: String {
    switch self {
    case .everything: "none"
    case .undecided: "undecided"
    case .decided: "decided"
    case .proposed: "proposed"
    case .noEvidence: "no-evidence"
    case .label(let attribute, let value): "\(attribute)=\(value)"
    case .labelHolding(let attribute, let text): "\(attribute)~\(text)"
    case .source(let name): "source=\(name ?? "nobody")"
    case .sourceHolding(let text): "source~\(text)"
    case .tag(let tag): "tag=\(tag)"
    case .tagHolding(let text): "tag~\(text)"
    case .verdict(let verdict): verdict.rawValue
    case .standing(let standing): standing.rawValue
    case .words(let words): words
    case .not(let filter): "not \(filter.part(in: self))"
    case .both(let left, let right): "\(left.part(in: self)) and \(right.part(in: self))"
    case .either(let left, let right): "\(left.part(in: self)) or \(right.part(in: self))"
    }
  }

  /// How closely its parts hold together; a part that holds less closely stands in parentheses.
  private var closeness: Int {
    switch self {
    case .either: 0
    case .both: 1
    case .not: 2
    default: 3
    }
  }

  private func part(in whole: ClaimFilter) -> String {
    closeness < whole.closeness ? "(\(description))" : description
  }
}
