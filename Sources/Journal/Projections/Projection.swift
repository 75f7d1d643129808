import ClaimModel

/// What a session's state looks like as rows: the one place that computes them, for writing,
/// rebuilding and verifying alike.
struct Projection {
  let session: SessionID
  let article: Article
  let analysis: Analysis

  /// Every row of a claim, its own first.
  func rows(of record: ClaimRecord) -> [ProjectionRow] {
    [claimRow(of: record)] + decisionRows(of: record)
  }

  /// The rows of the notes on the session as a whole.
  func rows(ofSessionNotes notes: [String]) -> [ProjectionRow] {
    noteRows(notes, claim: 0)
  }

  /// Every row of the session.
  func rows(of state: SessionState) -> [ProjectionRow] {
    state.claims.values.flatMap { rows(of: $0) } + rows(ofSessionNotes: state.notes)
  }

  func claimRow(of record: ClaimRecord) -> ProjectionRow {
    let claim = record.claim
    let source = claim.attributions.reversed().lazy.compactMap {
      analysis.attribution($0)?.source
    }.first
    let spans = claim.spans.map { "[\($0.start),\($0.end)]" }.joined(separator: ",")
    return ProjectionRow(
      table: .claim,
      values: [
        .integer(session.key(ofClaim: claim.id.rawValue)),
        .integer(session.rawValue),
        .integer(claim.id.rawValue),
        .integer(claim.spans.first?.start ?? claim.sentence.start),
        .text(article.words(of: record)),
        .text(orNull: record.wording),
        .text(orNull: source?.name ?? record.earlierSource),
        .text(orNull: source?.type.rawValue),
        .text(orNull: claim.stance),
        .text(orNull: claim.type?.rawValue),
        claim.checkworthiness.map { .real($0) } ?? .null,
        .integer(claim.block),
        .text("[\(spans)]"),
        .text(record.origin.rawValue),
      ])
  }

  /// What was decided about a claim; cheap, for this is what a label changes.
  func decisionRows(of record: ClaimRecord) -> [ProjectionRow] {
    let claim = record.claim.id.rawValue
    let place: [SQLValue] = [.integer(session.rawValue), .integer(claim)]
    var rows: [ProjectionRow] = []
    for (attribute, value) in record.labels {
      for text in value.rowTexts {
        rows.append(
          ProjectionRow(table: .label, values: place + [.text(attribute), .text(text)]))
      }
    }
    for evidence in record.evidence {
      rows.append(
        ProjectionRow(
          table: .evidence,
          values: place + [
            .integer(evidence.id), .text(evidence.location), .text(orNull: evidence.quote),
            .text(evidence.relation.rawValue), .text(evidence.accessed.description),
            .text(orNull: evidence.snapshot),
          ]))
    }
    rows += noteRows(record.notes, claim: claim)
    for (index, tag) in record.tags.enumerated() {
      rows.append(
        ProjectionRow(table: .tag, values: place + [.integer(index + 1), .text(tag)]))
    }
    return rows
  }

  private func noteRows(_ notes: [String], claim: Int) -> [ProjectionRow] {
    notes.enumerated().map { index, note in
      ProjectionRow(
        table: .note,
        values: [
          .integer(session.rawValue), .integer(claim), .integer(index + 1), .text(note),
        ])
    }
  }
}

extension ClaimRecord {
  /// The source that an earlier text gave a claim which has no place in this one.
  fileprivate var earlierSource: String? {
    claim.spans.isEmpty ? carried?.before.source : nil
  }

  /// The standalone wording that stands: the annotator's, or else the proposed one.
  var wording: String? { statement ?? claim.statement }
}

extension LabelValue {
  /// One text for each label row: a list has a row a label, and one empty row when it is empty, so
  /// that a claim judged to have none differs from one nobody judged.
  fileprivate var rowTexts: [String] {
    switch self {
    case .list(let labels): labels.isEmpty ? [""] : labels
    case .nobody: [""]
    case .text, .number: [description]
    }
  }
}
