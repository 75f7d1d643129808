package import ClaimModel

/// The line that a suggesting program gets for a claim; its fields mean what they mean in `assay.claim/2`.
package enum SuggestionRequest {
  /// - Parameter session: The hash of the session's first event.
  /// - Returns: One line of JSON, without its end.
  package static func line(
    for record: ClaimRecord, in state: SessionState, of article: Article, codebook: Codebook,
    session: String
  ) -> [UInt8] {
    let reading = ClaimReading(record, in: state)
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("session", session)
      json.member("claim", record.claim.id.name)
      json.member("text", article.words(of: record.claim.spans))
      json.member("statement", reading.statement)
      json.member("context", article.words(of: [record.claim.sentence]))
      json.member("source", reading.source.name)
      json.key("labels")
      json.labels(of: reading, in: codebook)
    }
    return json.takeBytes()
  }
}
