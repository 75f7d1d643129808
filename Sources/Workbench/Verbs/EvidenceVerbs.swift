import ClaimModel
import Terminal

/// The verb that keeps what verdicts rest on.
extension Command {
  static let evidence = Command(
    name: "evidence", rooms: .prompt,
    parameters: [
      Parameter("CLAIMS", .claims, .optional), Parameter("=", .keyword("="), .optional),
      Parameter("ADDRESS", .words, .optional),
    ],
    options: [
      CommandOption("--quote", "WORDS", "what it says, word for word"),
      CommandOption(
        "--relation", "RELATION", choices: Evidence.Relation.allCases.map(\.rawValue),
        "what it does to the claim (supports, if not said)"),
      CommandOption("--accessed", "DATE", "the day you looked at it (today, if not said)"),
      CommandOption("--remove", "NUMBER", "take a piece of evidence away"),
    ],
    summary: "say what a verdict rests on",
    explanation: [
      "The address is a web address, a file or any reference a colleague can find. Without one, what "
        + "the claim has is listed.",
      "'evidence 5 = 1' uses the evidence of claim 1 again for claim 5, as it stands there; --relation says "
        + "what it does to claim 5 instead. 'evidence 5 = 1.2' uses the second piece alone.",
    ],
    example: "evidence 3 https://example.org/report --relation refutes --quote \"fell by a third\"",
    run: { try $0.evidence($1) })
}

extension Workbench {
  fileprivate func evidence(_ invocation: Invocation) throws {
    let selection = invocation.optionalText("CLAIMS")
    let address = invocation.optionalText("ADDRESS")
    if let number = try invocation.numberOption("--remove") {
      return try removeEvidence(number, of: session().single(selection))
    }
    if let origin = try EvidenceOrigin(invocation) {
      let records = try session().records(origin.targets ?? selection)
      return try reuseEvidence(
        of: origin, for: records,
        relation: invocation.option("--relation").flatMap(Evidence.Relation.init))
    }
    guard let address else { return try listEvidence(of: session().single(selection)) }
    var accessed = today()
    if let text = invocation.option("--accessed") {
      guard let day = CalendarDay(iso: text) else { throw UsageError.notADate(text) }
      accessed = day
    }
    let open = try session()
    let records = try open.records(selection)
    let relation = invocation.option("--relation").flatMap(Evidence.Relation.init) ?? .supports
    try keepEvidence(
      records.map { record in
        let evidence = Evidence(
          id: open.session.nextEvidenceID(of: record.claim.id), location: address,
          quote: invocation.option("--quote"), relation: relation, accessed: accessed)
        return .evidenceAdded(record.claim.id, evidence)
      })
  }

  private func keepEvidence(_ events: [Event]) throws {
    try decide(events)
    for case .evidenceAdded(let id, let evidence) in events {
      say("claim \(id): evidence \(evidence.id) kept")
    }
  }

  private func removeEvidence(_ number: Int, of record: ClaimRecord) throws {
    let id = record.claim.id
    guard record.evidence.contains(where: { $0.id == number }) else {
      throw SessionError.noSuchEvidence(id, number)
    }
    var without = record
    without.evidence.removeAll { $0.id == number }
    try checkRules(of: without, before: record)
    try decide([.evidenceRemoved(id, evidence: number)])
    say("claim \(id): evidence \(number) removed")
  }

  private func listEvidence(of record: ClaimRecord) throws {
    if record.evidence.isEmpty { say("claim \(record.claim.id) has no evidence") }
    for evidence in record.evidence {
      writeLine(.init("\(evidence.id)  \(evidence.summary)"), hangingIndent: "   ")
    }
  }

  private func reuseEvidence(
    of origin: EvidenceOrigin, for records: [ClaimRecord], relation: Evidence.Relation?
  ) throws {
    let open = try session()
    let source = try open.record(origin.claim)
    var pieces = source.evidence
    if let number = origin.piece {
      pieces.removeAll { $0.id != number }
      guard !pieces.isEmpty else { throw SessionError.noSuchEvidence(origin.claim, number) }
    }
    guard !pieces.isEmpty else { throw EvidenceError.none(origin.claim) }
    let events = open.reusing(pieces, for: records, relation: relation)
    guard !events.isEmpty else { throw EvidenceError.alreadyThere(records.named, origin.claim) }
    try keepEvidence(events)
  }
}

extension OpenSession {
  /// What is journalled when evidence is used again for claims; none for a claim that has it already.
  ///
  /// - Parameter relation: What it does to them; nil for what it does where it stands.
  func reusing(
    _ pieces: [Evidence], for records: [ClaimRecord], relation: Evidence.Relation? = nil
  ) -> [Event] {
    records.flatMap { record in
      let first = session.nextEvidenceID(of: record.claim.id)
      let new = pieces.map { $0.again(relation ?? $0.relation, numbered: 0) }
        .filter { piece in
          !record.evidence.contains { $0.again($0.relation, numbered: 0) == piece }
        }
      return new.enumerated().map { index, piece in
        Event.evidenceAdded(record.claim.id, piece.again(piece.relation, numbered: first + index))
      }
    }
  }
}

extension Evidence {
  /// The same evidence for another claim.
  fileprivate func again(_ relation: Relation, numbered id: Int) -> Evidence {
    Evidence(
      id: id, location: location, quote: quote, relation: relation, accessed: accessed,
      snapshot: snapshot)
  }
}

/// Whose evidence is to be used again: `= 1`, or `= 1.2` for one piece of it.
private struct EvidenceOrigin {
  let claim: ClaimID
  let piece: Int?
  /// The claims that stand before the sign, where no blank parts them from it.
  let targets: String?

  /// Nil where an address was given.
  init?(_ invocation: Invocation) throws {
    let address = invocation.optionalText("ADDRESS")
    if invocation.isGiven("=") {
      let number = try invocation.text("ADDRESS")
      guard let place = Self.place(number) else { throw EvidenceError.notAClaim(number) }
      (claim, piece) = place
      targets = nil
      return
    }
    // `5=1` and `=1`, which are no address that anybody finds.
    guard let address, let sign = address.firstIndex(of: "="),
      let place = Self.place(address[address.index(after: sign)...])
    else { return nil }
    let before = String(address[..<sign])
    guard before.isEmpty || ClaimSelection(before) != nil else { return nil }
    (claim, piece) = place
    targets = before.isEmpty ? nil : before
  }

  private static func place(_ text: some StringProtocol) -> (ClaimID, Int?)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), !parts.contains(where: { $0 == nil || ($0 ?? 0) < 1 }),
      let claim = parts[0]
    else { return nil }
    return (ClaimID(rawValue: claim), parts.count == 2 ? parts[1] : nil)
  }
}

/// Why evidence cannot be used again.
enum EvidenceError: Error, Equatable, CustomStringConvertible {
  case none(ClaimID)
  case alreadyThere(String, ClaimID)
  case notAClaim(String)

  var description: String {
    switch self {
    case .none(let id): "claim \(id) has no evidence that could be used again"
    case .alreadyThere(let claims, let id):
      "nothing was done: what claim \(id) has is the evidence of \(claims) already"
    case .notAClaim(let text):
      "'\(text)' names no claim; write the claim whose evidence is meant, as in: evidence 5 = 1"
    }
  }
}
