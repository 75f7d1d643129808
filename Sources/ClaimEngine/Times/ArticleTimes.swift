import ClaimModel

/// The expressions of time of a whole article.
extension TimeFinder: Stage {
  /// Finds them in the title and in every block that holds claims, against the day of publication.
  package func annotate(_ document: inout Document) {
    let blocks = document.blocks.filter { $0.role == .title || $0.role.holdsClaims }
    document.times = document.bytes.withUnsafeBufferPointer { bytes in
      expressions(in: bytes, within: blocks.map(\.span), reference: document.published)
    }
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
        let first = times.partitioningIndex(where: { $0.span.end > span.start })
        return times[first...].prefix { $0.span.start < span.end }.map(\.id)
      }
      return dated
    }
  }
}
