import ClaimEngine
import ClaimModel
import Journal
import Terminal

/// Giving values, as the prompt's verbs and the keys of `annotate` do.
extension Workbench {
  /// Gives claims a label by its name or key, or a text or number, in one command.
  ///
  /// - Parameter accepting: Whether what is offered for the other attributes is taken with it.
  /// - Throws: `LabelError` where the text is no value, or a rule of the codebook refuses it; nothing is
  ///   decided then.
  func give(_ text: String, of attribute: String, to records: [ClaimRecord], accepting: Bool) throws
  {
    let reader = LabelReader(try session().codebook)
    let value = try reader.value(text, of: reader.attribute(attribute))
    try give(value, of: attribute, to: records, accepting: accepting)
  }

  func give(
    _ value: LabelValue, of name: String, to records: [ClaimRecord], accepting: Bool = false
  ) throws {
    let open = try session()
    let attribute = try LabelReader(open.codebook).attribute(name)
    try decide(
      open.judgement(
        on: records, accepting: accepting ? .everything : .nothing, giving: [(attribute, value)]
      ).events)
  }

  func write(statement: String, of record: ClaimRecord) throws {
    try decide([session().wording(statement, of: record)])
  }

  /// Other claims of the store that say the same as one, the newest first.
  ///
  /// - Parameters:
  ///   - elsewhere: Whether claims of the same session are passed over.
  ///   - limit: How many candidates are compared.
  func claimsSayingTheSame(
    as record: ClaimRecord, in open: OpenSession, elsewhere: Bool = false, limit: Int = 300
  ) throws -> some Sequence<(hit: SearchHit, claim: ClaimID)> {
    let words = ClaimWords(record.standingStatement ?? open.words(of: record))
    let (session, id) = (open.stored.id, record.claim.id)
    let hits = try store().claims(
      sharing: words.searchWords, outside: elsewhere ? session : nil, limit: limit)
    return hits.lazy.compactMap { hit in
      guard let claim = hit.claim, (hit.session, claim) != (session, id),
        ClaimLikeness.isRepeat(words, ClaimWords(hit.statement ?? hit.text))
      else { return nil }
      return (hit, claim)
    }
  }

  /// What was decided about claims of other sessions that say the same as the current one, a line each; the
  /// newest first.
  func earlierVerdicts(in open: OpenSession) throws -> [String] {
    guard let record = open.cursor.flatMap({ open.state.claims[$0] }) else { return [] }
    let store = try store()
    var lines: [String] = []
    let found = try claimsSayingTheSame(as: record, in: open, elsewhere: true, limit: 60)
    for (hit, claim) in found {
      let labels = try store.labels(of: claim, in: hit.session).map(\.value)
        .filter { !$0.isEmpty }
      guard !labels.isEmpty else { continue }
      lines.append(
        "session \(hit.session), claim \(claim): \(labels.joined(separator: ", ")) “\(hit.text)”")
      if lines.count == 3 { break }
    }
    return lines
  }

  /// What a command prints, of what was asked for and of what it says, instead of the terminal's having it.
  func printed(_ command: () throws -> Void) throws -> String {
    let wasInteractive = isInteractive
    isInteractive = false
    defer { isInteractive = wasInteractive }
    let (asked, said) = try errors.capturing { try output.capturing(command).1 }
    return asked + said
  }
}
