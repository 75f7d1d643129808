import ClaimModel

/// Words each claim so that it stands alone.
struct StatementStage: Stage {
  func annotate(_ document: inout Document) {
    let writer = StatementWriter(
      index: NameIndex(document), attributions: document.attributions, times: document.times)
    for claim in document.claims.indices {
      document.claims[claim].statement = writer.statement(for: document.claims[claim])
    }
  }
}
