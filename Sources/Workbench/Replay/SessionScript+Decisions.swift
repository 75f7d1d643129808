import ClaimModel
import Interchange
import Journal

extension SessionScript {
  /// The command that gives these labels and statements with their grounds, when the session is as it was
  /// then: `label`, `statement` or `accept`, else `record`.
  func decisionLine(_ events: [Event], after session: Session) throws -> String {
    let open = OpenSession(stored, at: session)
    for candidate in [
      labelLine(events, open), statementLine(events, open), acceptLine(events, open),
    ] {
      if let candidate, candidate.events == events { return candidate.line }
    }
    return "record " + PromptWord.quoted(try DecisionsJSON.encode(events))
  }

  /// A command with what it would do.
  private typealias Candidate = (line: String, events: [Event])

  private func labelLine(_ events: [Event], _ open: OpenSession) -> Candidate? {
    guard case .labelled(_, let name, let value, let grounds)? = events.first,
      let attribute = open.codebook.attribute(named: name)
    else { return nil }
    let records = records(of: events, open)
    let judgement = try? open.judgement(
      on: records, giving: [(attribute, value)], isRecorded: grounds != .unrecorded)
    return judgement.map { judgement in
      ("label \(list(records)) \(name) " + free(value.typed), judgement.events)
    }
  }

  private func statementLine(_ events: [Event], _ open: OpenSession) -> Candidate? {
    guard case .statementWritten(let id, let text?, let grounds)? = events.first,
      let record = open.state.claims[id]
    else { return nil }
    let event = open.wording(text, of: record, isRecorded: grounds != .unrecorded)
    return ("statement \(id) " + free(text), [event])
  }

  private func acceptLine(_ events: [Event], _ open: OpenSession) -> Candidate? {
    var names: [String] = []
    var giving: [(attribute: Codebook.Attribute, value: LabelValue)] = []
    for event in events {
      switch event {
      case .labelled(_, let name, _, let grounds) where grounds.basis == .accepted:
        if !names.contains(name) { names.append(name) }
      case .statementWritten(_, _, let grounds) where grounds.basis == .accepted:
        if !names.contains(ClaimReading.statementName) { names.append(ClaimReading.statementName) }
      case .labelled(_, let name, let value, _):
        guard let attribute = open.codebook.attribute(named: name) else { return nil }
        if giving.isEmpty { giving = [(attribute, value)] }
      default: return nil
      }
    }
    guard !names.isEmpty else { return nil }
    let records = records(of: events, open)
    let judgement = try? open.judgement(on: records, accepting: .only(names), giving: giving)
    var line = "accept \(list(records)) \(names.joined(separator: " "))"
    for (attribute, value) in giving {
      line += " --label " + PromptWord.quoted("\(attribute.name)=\(value.typed)")
    }
    return judgement.map { (line, $0.events) }
  }

  /// The claims that events are about, each once, in their order.
  private func records(of events: [Event], _ open: OpenSession) -> [ClaimRecord] {
    var ids: [ClaimID] = []
    for id in events.flatMap(\.claims) where ids.last != id && !ids.contains(id) { ids.append(id) }
    return ids.compactMap { open.state.claims[$0] }
  }

  private func list(_ records: [ClaimRecord]) -> String {
    records.map(\.claim.id.description).joined(separator: ",")
  }
}
