package import ClaimModel
import Interchange
import Journal
import Suggestions

/// Which suggestions a command takes.
package enum Acceptance: Hashable, Sendable {
  case nothing
  /// All that are undecided, but for those that are too unsure.
  case everything
  /// Those of these attributes, however unsure; `statement` stands for the statement.
  case only([String])

  func holds(_ name: String) -> Bool {
    switch self {
    case .nothing: false
    case .everything: true
    case .only(let names): names.contains(name)
    }
  }
}

/// What one command decides about claims: suggestions that are taken and labels that are given, whole or
/// not at all.
package struct Judgement: Sendable {
  package var events: [Event] = []
  /// The suggestions that it takes, by claim: attributes, and `statement`.
  package var accepted: [ClaimID: [String]] = [:]
  /// Rules of the codebook that it brings into play and does not meet.
  package var unmet: [(claim: ClaimID, rule: Codebook.Rule)] = []
}

extension OpenSession {
  /// What is to be journalled when suggestions are taken and labels are given, in one command.
  ///
  /// A label that is given stands before the suggestion for its attribute, and what is decided already
  /// stays as it is.
  ///
  /// - Parameters:
  ///   - accepting: Which suggestions are taken where nobody has decided.
  ///   - giving: Attributes of the codebook with the values that the annotator typed.
  ///   - isRecorded: Whether the basis is recorded; not so where a script rebuilds what an earlier version
  ///     did.
  /// - Throws: `LabelError.ruleRefuses`.
  package func judgement(
    on records: [ClaimRecord], accepting: Acceptance = .nothing,
    giving: [(attribute: Codebook.Attribute, value: LabelValue)] = [], isRecorded: Bool = true
  ) throws(LabelError) -> Judgement {
    var judgement = Judgement()
    for record in records {
      let id = record.claim.id
      let suggestions = suggestions(for: record)
      var judged = record
      var decided: Set<String> = []
      for attribute in codebook.attributes
      where accepting.holds(attribute.name) && record.labels[attribute.name] == nil
        && !giving.contains(where: { $0.attribute.name == attribute.name })
      {
        guard let offered = suggestions[attribute],
          offered.isConfident || accepting != .everything
        else { continue }
        let suggestion = offered.shown
        judged.labels[attribute.name] = suggestion.value
        decided.insert(attribute.name)
        judgement.accepted[id, default: []].append(attribute.name)
        judgement.events.append(
          .labelled(
            id, attribute: attribute.name, suggestion.value, Grounds(.accepted, shown: suggestion)))
      }
      if accepting.holds(ClaimReading.statementName), record.statement == nil,
        let suggestion = suggestedStatement(of: record)
      {
        judgement.accepted[id, default: []].append(ClaimReading.statementName)
        judgement.events.append(
          .statementWritten(
            id, record.proposedStatement, Grounds(.accepted, shown: suggestion)))
      }
      for (attribute, value) in giving {
        judged.labels[attribute.name] = value
        decided.insert(attribute.name)
        let grounds =
          isRecorded
          ? Grounds(.typed, shown: suggestions[attribute]?.shown) : .unrecorded
        judgement.events.append(.labelled(id, attribute: attribute.name, value, grounds))
      }
      let before = codebook.unmetRules(of: record)
      for rule in codebook.unmetRules(of: judged) where decided.contains(rule.attribute) {
        if rule.enforcement == .refuse {
          let label = judged.labels[rule.attribute]?.description ?? ""
          throw .ruleRefuses(id, label: label, needs: rule.needs)
        }
        if !before.contains(rule) { judgement.unmet.append((id, rule)) }
      }
    }
    return judgement
  }

  /// What the annotator's own wording of a claim is journalled as.
  package func wording(_ text: String, of record: ClaimRecord, isRecorded: Bool = true) -> Event {
    .statementWritten(
      record.claim.id, text,
      isRecorded ? Grounds(.typed, shown: suggestedStatement(of: record)) : .unrecorded)
  }
}
