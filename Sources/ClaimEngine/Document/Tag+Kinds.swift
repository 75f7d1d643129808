extension Tag {
  package var isVerb: Bool {
    switch self {
    case .md, .vb, .vbd, .vbg, .vbn, .vbp, .vbz: true
    default: false
    }
  }

  /// A verb that has a tense, or a modal.
  var hasTense: Bool {
    switch self {
    case .vbd, .vbz, .vbp, .md: true
    default: false
    }
  }

  package var isNoun: Bool {
    switch self {
    case .nn, .nns, .nnp, .nnps: true
    default: false
    }
  }

  /// A proper noun.
  var isName: Bool { self == .nnp || self == .nnps }
}
