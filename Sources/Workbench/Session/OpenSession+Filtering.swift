package import ClaimModel

/// Which claims pass a filter.
extension OpenSession {
  var filterReader: ClaimFilterReader {
    ClaimFilterReader(codebook: codebook, isCarried: state.origin != nil)
  }

  package func passes(_ record: ClaimRecord, _ filter: ClaimFilter) -> Bool {
    switch filter {
    case .everything: true
    case .undecided: !hasVerdict(record)
    case .decided: hasVerdict(record)
    case .proposed: isProposed(record)
    case .noEvidence: record.evidence.isEmpty
    case .label(let attribute, let value): values(attribute, of: record).contains(value)
    case .labelHolding(let attribute, let text):
      values(attribute, of: record).contains { $0.holds(text) }
    case .source(let name): sourceName(of: record)?.lowercased() == name?.lowercased()
    case .sourceHolding(let text): sourceName(of: record)?.holds(text) ?? false
    case .tag(let tag): record.tags.contains { $0.lowercased() == tag.lowercased() }
    case .tagHolding(let text): record.tags.contains { $0.holds(text) }
    case .verdict(let verdict): record.carried?.verdict == verdict
    case .standing(let standing): record.standing == standing
    case .words(let words): holds(words, record)
    case .not(let filter): !passes(record, filter)
    case .both(let left, let right): passes(record, left) && passes(record, right)
    case .either(let left, let right): passes(record, left) || passes(record, right)
    }
  }

  private func holds(_ words: String, _ record: ClaimRecord) -> Bool {
    guard let pattern = VerbatimWords(words, ignoresCase: true) else { return true }
    let bytes = Array(self.words(of: record).utf8)
    return !pattern.places(in: bytes, within: TextSpan(0, bytes.count)).isEmpty
  }

  private func isProposed(_ record: ClaimRecord) -> Bool {
    let suggestions = suggestions(for: record)
    return codebook.attributes.contains {
      record.labels[$0.name] == nil && suggestions[$0] != nil
    }
  }

  /// The values that count for an attribute, each label of several by itself: given, else where it starts.
  private func values(_ attribute: String, of record: ClaimRecord) -> [String] {
    if case .list(let labels)? = record.labels[attribute] { return labels }
    return [value(attribute, of: record)].compactMap { $0 }
  }
}

extension String {
  /// Whether it has a text in it, in letters of either case.
  fileprivate func holds(_ text: String) -> Bool { lowercased().contains(text.lowercased()) }
}
