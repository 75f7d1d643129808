package import ClaimModel
import Suggestions

/// What is suggested for the attributes of one claim, whether or not somebody has decided.
///
/// What they are read off is gathered once for all of them.
package struct ClaimSuggestions {
  private let open: OpenSession
  private let record: ClaimRecord
  private let proposals: ClaimProposals
  /// Nil where nothing was learned.
  private let situation: ClaimSituation?
  /// What another program suggests for the claim as it is, by attribute.
  private let program: [String: ProgramSuggestion]

  fileprivate init(_ open: OpenSession, _ record: ClaimRecord) {
    self.open = open
    self.record = record
    proposals = open.proposals
    situation = open.learning == nil ? nil : proposals.situation(of: record)
    let answered = open.programSuggestions[record.claim.id]
    program = answered?.spans == record.claim.spans ? answered?.byAttribute ?? [:] : [:]
  }

  package subscript(attribute: Codebook.Attribute) -> OfferedSuggestion? {
    let program = program[attribute.name]
    let learned = situation.flatMap {
      open.learning?.suggester.suggestion(for: attribute.name, in: $0, program: program?.estimate)
    }
    if let learned, learned.layer != .engine {
      let value = learned.layer == .program ? program?.value : .text(learned.value)
      let shown = Grounds.Suggestion(
        from: learned.layer.rawValue, value: value ?? .text(learned.value),
        confidence: learned.confidence, reason: learned.reason)
      return OfferedSuggestion(
        shown: shown, reason: learned.reason, chance: learned.chance,
        isConfident: learned.isConfident)
    }
    guard let proposal = proposals.proposal(for: attribute, of: record),
      attribute.kind != .number
    else { return nil }
    return OfferedSuggestion(
      shown: open.suggested(attribute.kind == .choices ? .list([proposal]) : .text(proposal)),
      reason: open.reason(for: attribute.name, of: record), chance: learned?.chance,
      isConfident: learned?.isConfident ?? true)
  }
}

/// A value that is shown for an attribute before anybody has decided.
package struct OfferedSuggestion: Hashable, Sendable {
  /// As the journal keeps it beside a decision.
  package let shown: Grounds.Suggestion
  /// In a few words; nil where nobody says.
  package let reason: String?
  /// How likely it is to be right, from 0 to 1; nil where nothing was learned.
  package let chance: Double?
  /// Whether a verdict's key takes it along; else it is shown and stays proposed.
  package let isConfident: Bool
}

extension OpenSession {
  package func suggestions(for record: ClaimRecord) -> ClaimSuggestions {
    ClaimSuggestions(self, record)
  }

  /// What is suggested for one attribute of a claim.
  package func suggestion(for attribute: Codebook.Attribute, of record: ClaimRecord)
    -> OfferedSuggestion?
  {
    suggestions(for: record)[attribute]
  }

  /// The statement that is proposed for a claim.
  package func suggestedStatement(of record: ClaimRecord) -> Grounds.Suggestion? {
    record.proposedStatement.map { suggested(.text($0)) }
  }

  fileprivate func suggested(_ value: LabelValue) -> Grounds.Suggestion {
    Grounds.Suggestion(from: state.analysis.engine, value: value)
  }
}
