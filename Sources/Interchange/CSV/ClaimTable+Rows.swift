import ClaimModel

extension ClaimTable {
  package func writeHeader(to csv: inout CSVWriter) {
    for column in columns { csv.cell(column.name) }
    csv.endRow()
  }

  /// Writes a row for each claim of a session that has its words in the article, in reading order.
  ///
  /// - Returns: How many there were.
  @discardableResult
  package func writeRows(of document: SessionDocument, to csv: inout CSVWriter) -> Int {
    let text = BorderText(document.article, unit: .codePoint)
    let published = document.article.metadata.published?.description
    // The start is that of the session's own codebook.
    let ownAttributes = attributes.map { document.codebook.attribute(named: $0.name) }
    let claims = document.session.state.claimsInOrder.filter { $0.standing == .here }
    for record in claims {
      let reading = ClaimReading(record, in: document.session.state)
      writePlace(of: reading, in: document, published: published, text: text, to: &csv)
      csv.cell(reading.source.name)
      csv.cell(reading.source.type.flatMap { isAllowed(sourceType: $0) ? $0 : nil })
      csv.cell(reading.source.origin.rawValue)
      for attribute in ownAttributes {
        Self.write(attribute.flatMap { reading.value(of: $0) }, to: &csv)
      }
      writeRemarks(of: record, to: &csv)
      csv.endRow()
    }
    return claims.count
  }

  private func writePlace(
    of reading: ClaimReading, in document: SessionDocument, published: String?,
    text: BorderText, to csv: inout CSVWriter
  ) {
    let article = document.article
    let claim = reading.record.claim
    let spans = claim.spans.map { text.converter.span(ofUTF8: $0) }
    let hull = claim.spans.hull ?? claim.sentence
    let (start, end) = spans.count == 1 ? spans[0] : text.converter.span(ofUTF8: hull)
    csv.cell(article.id.rawValue)
    csv.cell(article.metadata.path)
    csv.cell(article.metadata.title)
    csv.cell(published)
    csv.cell(document.annotator)
    csv.cell(claim.id.name)
    if claim.spans.count == 1 {
      csv.cell(article.text.utf8Substring(claim.spans[0]))
    } else {
      csv.cell(article.words(of: claim.spans))
    }
    csv.cell(reading.statement)
    csv.cell(start)
    csv.cell(end)
    csv.cell(spans.map { "\($0.start):\($0.end)" }.joined(separator: ";"))
    csv.cell(article.text.utf8Substring(claim.sentence))
    csv.cell(claim.block)
  }

  /// A proposed type that the codebook does not know stays out of the table, for its column lists
  /// what may stand there.
  private func isAllowed(sourceType: String) -> Bool {
    sourceTypes?.contains(sourceType) ?? true
  }

  private static func write(_ value: LabelValue?, to csv: inout CSVWriter) {
    switch value {
    case nil: csv.emptyCell()
    case .text(let text)?: csv.cell(text)
    case .list(let labels)?: csv.cell(labels.joined(separator: ";"))
    case .number(let number)?: csv.cell(number)
    }
  }

  private func writeRemarks(of record: ClaimRecord, to csv: inout CSVWriter) {
    csv.cell(record.notes.joined(separator: "\n"))
    csv.cell(record.tags.joined(separator: "\n"))
    csv.cell(record.evidence.count)
    csv.cell(record.evidence.map(\.location).joined(separator: "\n"))
    csv.cell(record.origin.rawValue)
    csv.cell(record.changed?.description)
  }
}
