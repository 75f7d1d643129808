/// Estimates the type, stance and check-worthiness of each claim.
struct AppraisalStage: Stage {
  func annotate(_ document: inout Document) {
    let appraiser = ClaimAppraiser(
      index: NameIndex(document), attributions: document.attributions, times: document.times)
    for claim in document.claims.indices {
      document.claims[claim].take(appraiser.appraisal(of: document.claims[claim]))
    }
  }
}
