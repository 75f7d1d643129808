import ClaimModel

extension SessionScript {
  /// The command that adds these pieces of evidence: by their address, or from a claim that had them.
  func evidenceLine(_ events: [Event], after session: Session) -> String {
    guard case .evidenceAdded(let id, let evidence)? = events.first else { return "" }
    var claims: [ClaimID] = []
    for event in events {
      for id in event.claims where !claims.contains(id) { claims.append(id) }
    }
    let isOnePiece = events.allSatisfy { event in
      guard case .evidenceAdded(_, let other) = event else { return false }
      return other.saysTheSame(as: evidence)
    }
    let list = claims.map(\.description).joined(separator: ",")
    if isOnePiece && claims.count == events.count { return Self.evidenceLine(list, evidence) }
    return origin(of: events, for: claims, after: session).map { "evidence \(list) \($0)" }
      ?? Self.evidenceLine(id.description, evidence)
  }

  /// `= 1` where using the evidence of claim 1 again gives these events.
  private func origin(of events: [Event], for claims: [ClaimID], after session: Session) -> String?
  {
    let open = OpenSession(stored, at: session)
    let records = claims.compactMap { open.state.claims[$0] }
    var relations: [Evidence.Relation?] = [nil]
    if case .evidenceAdded(_, let evidence)? = events.first { relations.append(evidence.relation) }
    for record in open.state.claims.values.sorted(by: { $0.claim.id < $1.claim.id })
    where !record.evidence.isEmpty {
      for relation in relations
      where open.reusing(record.evidence, for: records, relation: relation) == events {
        return "= \(record.claim.id)" + (relation.map { " --relation \($0.rawValue)" } ?? "")
      }
    }
    return nil
  }

  private static func evidenceLine(_ claims: String, _ evidence: Evidence) -> String {
    var line = "evidence \(claims) " + PromptWord.quoted(evidence.location)
    line += " --relation \(evidence.relation.rawValue) --accessed \(evidence.accessed)"
    if let quote = evidence.quote { line += " --quote " + PromptWord.quoted(quote) }
    return line
  }
}

extension Evidence {
  fileprivate func saysTheSame(as other: Evidence) -> Bool {
    location == other.location && quote == other.quote && relation == other.relation
      && accessed == other.accessed && snapshot == other.snapshot
  }
}
