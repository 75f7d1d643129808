import ClaimModel

/// The expressions of time of a whole article.
extension TimeFinder {
  /// Finds them in the title and in every block that holds claims, against the day of publication.
  func expressions(in article: Article) -> [TimeExpression] {
    let blocks = article.blocks.filter { $0.role == .title || $0.role.holdsClaims }
    return expressions(
      in: article.text, within: blocks.map(\.span), reference: article.metadata.published?.day)
  }
}

extension [Claim] {
  /// The claims, each with the expressions of time in its words.
  ///
  /// - Parameter times: In reading order.
  func dated(by times: [TimeExpression]) -> [Claim] {
    map { claim in
      var dated = claim
      dated.times = claim.spans.flatMap { span in
        let first = times.partitioningIndex { $0.span.end > span.start }
        return times[first...].prefix { $0.span.start < span.end }.map(\.id)
      }
      return dated
    }
  }
}

extension [TimeExpression] {
  /// The index of the first element from which on all satisfy the condition.
  fileprivate func partitioningIndex(where condition: (TimeExpression) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
