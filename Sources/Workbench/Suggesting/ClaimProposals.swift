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
      // The proposed type belongs to the proposed name.
      case "source-type" where sourceName(of: record) != source?.name: nil
      case "source-type":
        source?.type.rawValue
          ?? (claim.attributions.isEmpty && !claim.spans.isEmpty
            ? SourceType.journalistVoice.rawValue : nil)
      case "stance": claim.stance
      case "claim-type": claim.type?.rawValue
      default: nil
      }
    guard let proposed else { return nil }
    return attribute.labels.isEmpty || attribute.label(named: proposed) != nil ? proposed : nil
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
