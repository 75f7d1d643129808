import Encoder

/// Estimates the type, stance and check-worthiness of each claim.
struct AppraisalStage: Stage {
  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    let appraiser = ClaimAppraiser(
      index: NameIndex(document), attributions: document.attributions, times: document.times)
    for claim in document.claims.indices {
      try cancellation.check()
      document.claims[claim].take(appraiser.appraisal(of: document.claims[claim]))
    }
  }
}
