import ClaimModel
import Encoder

/// Words each claim so that it stands alone.
struct StatementStage: Stage {
  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    let writer = StatementWriter(
      index: NameIndex(document), attributions: document.attributions, times: document.times)
    for claim in document.claims.indices {
      try cancellation.check()
      document.claims[claim].statement = writer.statement(for: document.claims[claim])
    }
  }
}
