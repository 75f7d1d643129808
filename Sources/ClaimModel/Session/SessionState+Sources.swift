/// Who makes the claims, by the names that stand.
extension SessionState {
  /// The codebook's attribute for who makes a claim.
  package static let sourceAttribute = "source"

  /// Gives a source another name: in what was proposed, and in the labels that annotators gave.
  ///
  /// Only claims whose label changes count as decided about; a proposal stays one.
  mutating func rename(_ name: String, to newName: String, at moment: Timestamp) {
    analysis.attributions = analysis.attributions.map { attribution in
      guard let source = attribution.source, source.name == name else { return attribution }
      return attribution.attributed(to: source.named(newName))
    }
    for index in claims.indices {
      if claims.values[index].labels[Self.sourceAttribute] == .text(name) {
        claims.values[index].labels[Self.sourceAttribute] = .text(newName)
        claims.values[index].changed = moment
      }
      if claims.values[index].carried?.before.source == name {
        claims.values[index].carried?.before.source = newName
      }
    }
  }
}

extension Attribution.Source {
  /// The same source under another name.
  fileprivate func named(_ name: String) -> Attribution.Source {
    Attribution.Source(spans: spans, name: name, type: type)
  }
}

extension Attribution {
  /// The same attribution to another source.
  fileprivate func attributed(to source: Source) -> Attribution {
    Attribution(
      id: id, parent: parent, mode: mode, source: source, cue: cue, content: content)
  }
}
