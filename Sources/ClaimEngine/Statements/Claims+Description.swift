package import ClaimModel

extension [Claim] {
  /// The same claims with their statements, types, stances and scores, whichever engine found them.
  ///
  /// - Parameters:
  ///   - attributions: With the names that `SourceNamer` gave them.
  ///   - times: Those whose numbers the claims carry.
  package func described(
    index: NameIndex, attributions: [Attribution], times: [TimeExpression]
  ) -> [Claim] {
    let writer = StatementWriter(index: index, attributions: attributions, times: times)
    let appraiser = ClaimAppraiser(index: index, attributions: attributions, times: times)
    return map { claim in
      var claim = claim
      claim.statement = writer.statement(for: claim)
      claim.take(appraiser.appraisal(of: claim))
      return claim
    }
  }
}
