/// How the value of a decision came.
package enum Basis: String, CaseIterable, Codable, Sendable {
  /// Given by the annotator, by words or by a key.
  case typed
  /// A suggestion that was shown, taken as it was.
  case accepted
  /// Given on an earlier text or reading, and come over from there.
  case carried
  /// Come from another tool's file.
  case imported
}

/// What a decision rests on: its basis, and what was shown when it was made.
///
/// Of the size of a pointer, for a long journal is labels for the most part.
package enum Grounds: Hashable, Sendable {
  /// A decision of an older version: it was typed, and what was shown was not recorded.
  case unrecorded
  case typed
  case accepted
  case carried
  case imported
  indirect case shown(Suggestion, Basis)

  /// What was suggested for a value when it was given.
  package struct Suggestion: Hashable, Codable, Sendable {
    /// Who suggested it, such as the engine's name.
    package let from: String
    package let value: LabelValue
    /// How sure that was, from 0 to 1; nil where there is no figure.
    package let confidence: Double?
    /// Why, as it was shown; nil where the suggestion alone was recorded.
    package let reason: String?

    package init(
      from: String, value: LabelValue, confidence: Double? = nil, reason: String? = nil
    ) {
      self.from = from
      self.value = value
      self.confidence = confidence
      self.reason = reason
    }
  }

  package init(_ basis: Basis, shown: Suggestion? = nil) {
    if let shown {
      self = .shown(shown, basis)
      return
    }
    self =
      switch basis {
      case .typed: .typed
      case .accepted: .accepted
      case .carried: .carried
      case .imported: .imported
      }
  }

  package var basis: Basis {
    switch self {
    case .unrecorded, .typed: .typed
    case .accepted: .accepted
    case .carried: .carried
    case .imported: .imported
    case .shown(_, let basis): basis
    }
  }

  package var shown: Suggestion? {
    if case .shown(let suggestion, _) = self { suggestion } else { nil }
  }

  /// The basis as it stands in the journal; nil in an event of an older version.
  var recordedBasis: Basis? { self == .unrecorded ? nil : basis }
}
