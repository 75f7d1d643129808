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
    for (id, record) in claims where record.isLabelled(by: name) || record.isCarried(from: name) {
      _ = claims.change(id) { changed in
        if record.isLabelled(by: name) {
          changed.labels[Self.sourceAttribute] = .text(newName)
          changed.changed = moment
        }
        if record.isCarried(from: name) { changed.carried?.before.source = newName }
      }
    }
  }
}

extension ClaimRecord {
  /// Whether an annotator gave it this source.
  func isLabelled(by source: String) -> Bool {
    labels[SessionState.sourceAttribute] == .text(source)
  }

  /// Whether this source was proposed for it on an earlier text.
  func isCarried(from source: String) -> Bool { carried?.before.source == source }
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
