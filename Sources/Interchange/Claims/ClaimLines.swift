import ClaimModel

/// Claims for training: `assay.claim/2`, one self-contained JSON object a line.
package enum ClaimLines {
  package static let schema = "assay.claim/2"
}

extension JSONWriter {
  /// Writes the claims of a session that have their words in the article, in reading order, each
  /// ended by LF.
  ///
  /// - Returns: How many there were.
  @discardableResult
  package mutating func claimLines(of document: SessionDocument) -> Int {
    let text = BorderText(document.article, unit: .codePoint)
    let claims = document.session.state.claimsInOrder.filter { $0.standing == .here }
    for record in claims {
      let reading = ClaimReading(record, in: document.session.state)
      object { $0.claimLineMembers(reading, of: document, text: text) }
      endLine()
    }
    return claims.count
  }

  private mutating func claimLineMembers(
    _ reading: ClaimReading, of document: SessionDocument, text: BorderText
  ) {
    let claim = reading.record.claim
    let article = document.article
    member("schema", ClaimLines.schema)
    member("article", article.id.rawValue)
    member("path", article.metadata.path)
    member("title", article.metadata.title)
    member("published", article.metadata.published?.description)
    member("language", article.metadata.language)
    member("annotator", document.annotator)
    member("session", document.name)
    member("head", document.head)
    member("codebook", document.codebook.name + "/" + document.codebook.version)
    member("claim", claim.id.name)
    member("text", article.words(of: claim.spans))
    member("statement", reading.statement)
    member("context", article.words(of: [claim.sentence]))
    key("spans")
    spans(claim.spans, of: text)
    key("sentence")
    span(claim.sentence, of: text)
    member("block", claim.block)
    key("times")
    times(document.session.state.analysis.times.filter { claim.times.contains($0.id) }, of: text)
    member("source", reading.source.name)
    member("source-type", reading.source.type)
    member("source-origin", reading.source.origin.rawValue)
    member("checkworthiness", claim.checkworthiness)
    member("type", claim.type?.rawValue)
    key("labels")
    labels(of: reading, in: document.codebook)
    basisMembers(of: reading, in: document.codebook)
    remarkMembers(of: reading)
    occurrences(of: claim, in: text)
  }
}
