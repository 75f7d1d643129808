import ClaimModel

extension ClaimTable {
  package func writeHeader(to csv: inout CSVWriter) {
    for column in columns { csv.cell(column.name) }
    csv.endRow()
  }

  /// Writes a row for each claim of a session, in reading order.
  ///
  /// - Returns: How many there were.
  @discardableResult
  package func writeRows(of document: SessionDocument, to csv: inout CSVWriter) -> Int {
    let text = BorderText(document.article, unit: .codePoint)
    let claims = document.session.state.claimsInOrder
    for record in claims {
      let reading = ClaimReading(record, in: document.session.state)
      writePlace(of: reading, in: document, text: text, to: &csv)
      csv.cell(reading.source.name)
      csv.cell(allowedSourceType(reading.source.type))
      csv.cell(reading.source.origin.rawValue)
      for attribute in attributes {
        // The start is that of the session's own codebook.
        let own = document.codebook.attribute(named: attribute.name)
        Self.write(own.flatMap { reading.value(of: $0) }, to: &csv)
      }
      writeRemarks(of: record, to: &csv)
      csv.endRow()
    }
    return claims.count
  }

  private func writePlace(
    of reading: ClaimReading, in document: SessionDocument, text: BorderText,
    to csv: inout CSVWriter
  ) {
    let article = document.article
    let claim = reading.record.claim
    let hull = claim.spans.hull ?? claim.sentence
    csv.cell(article.id.rawValue)
    csv.cell(article.metadata.path)
    csv.cell(article.metadata.title)
    csv.cell(article.metadata.published?.description)
    csv.cell(document.annotator)
    csv.cell(claim.id.name)
    csv.cell(article.words(of: claim.spans))
    csv.cell(reading.statement)
    csv.cell(text.converter.offset(ofUTF8: hull.start))
    csv.cell(text.converter.offset(ofUTF8: hull.end))
    csv.cell(
      claim.spans.map { span in
        let (start, end) = text.converter.span(ofUTF8: span)
        return "\(start):\(end)"
      }.joined(separator: ";"))
    csv.cell(article.words(of: [claim.sentence]))
    csv.cell(claim.block)
  }

  /// A proposed type that the codebook does not know stays out of the table, for its column lists
  /// what may stand there.
  private func allowedSourceType(_ type: String?) -> String? {
    guard let type, let column = columns.first(where: { $0.name == "source-type" }),
      case .choice(let labels) = column.kind
    else { return type }
    return labels.contains(type) ? type : nil
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
