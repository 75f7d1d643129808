package import ClaimModel
package import Suggestions

/// What the engine proposes for claims of a session as it stands.
package struct ClaimProposals {
  let article: Article
  let codebook: Codebook
  let state: SessionState

  /// What the engine proposes for an attribute; nil where it proposes nothing that the codebook has.
  func proposal(for attribute: Codebook.Attribute, of record: ClaimRecord) -> String? {
    let claim = record.claim
    let source = state.analysis.source(of: claim)
    let proposed: String? =
      switch attribute.name {
      case "source": source?.name
      case "source-type": sourceType(of: record)?.rawValue
      case "stance": claim.stance
      case "claim-type": claim.type?.rawValue
      default: nil
      }
    guard let proposed else { return nil }
    return attribute.labels.isEmpty || attribute.label(named: proposed) != nil ? proposed : nil
  }

  /// The type that was found for whoever says it, here or, where the annotator named somebody else, elsewhere
  /// in the article; a claim that nobody makes is the article's own.
  private func sourceType(of record: ClaimRecord) -> SourceType? {
    let source = state.analysis.source(of: record.claim)
    switch record.labels["source"] {
    case .nobody?: return .journalistVoice
    case let given? where given.description != source?.name:
      return state.analysis.attributions.lazy.compactMap(\.source)
        .first { $0.name == given.description }?.type
    default: break
    }
    guard source != nil || sourceName(of: record) == nil else { return nil }
    return source?.type
      ?? (record.claim.attributions.isEmpty && !record.claim.spans.isEmpty ? .journalistVoice : nil)
  }

  /// Who says it: the annotator's label, else the innermost attribution's source.
  func sourceName(of record: ClaimRecord) -> String? {
    record.labels["source"]?.description ?? state.analysis.source(of: record.claim)?.name
      ?? (record.standing == .here ? nil : record.carried?.before.source)
  }

  /// What suggestions for a claim can be read off.
  package func situation(of record: ClaimRecord) -> ClaimSituation {
    var proposals: [String: String] = [:]
    for attribute in codebook.attributes {
      if let proposal = proposal(for: attribute, of: record) {
        proposals[attribute.name] = proposal
      }
    }
    let cue = record.claim.attributions.last.flatMap { state.analysis.attribution($0)?.cue }
    return ClaimSituation(
      text: record.standingStatement ?? article.words(of: record),
      source: sourceName(of: record),
      cue: cue.flatMap { $0.isEmpty ? nil : article.words(of: $0) }, proposals: proposals)
  }
}
