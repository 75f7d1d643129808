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
    let article = document.article
    let text = BorderText(article, unit: .codePoint)
    let place = csv.shared { csv in
      csv.cell(article.id.rawValue)
      csv.cell(article.metadata.path)
      csv.cell(article.metadata.title)
      csv.cell(article.metadata.published?.description)
      csv.cell(document.annotator)
      csv.cell(document.name)
      csv.cell(document.head)
    }
    // The start is that of the session's own codebook.
    let ownAttributes = attributes.map { document.codebook.attribute(named: $0.name) }
    let ownBasisAttributes = basisAttributes.map { document.codebook.attribute(named: $0.name) }
    let untouched = csv.shared { csv in
      for attribute in ownAttributes { csv.cell(attribute?.start) }
      csv.cell(ClaimReading.proposedBasis)
      for attribute in ownBasisAttributes {
        csv.cell(attribute == nil ? nil : ClaimReading.proposedBasis)
      }
      csv.emptyCell()
      writeNoRemarks(to: &csv)
    }
    var moment = WrittenMoment()
    let claims = document.session.state.claimsInOrder.filter { $0.standing == .here }
    for record in claims {
      let reading = ClaimReading(record, in: document.session.state)
      csv.cells(place)
      writeWords(of: reading, text: text, to: &csv)
      csv.cell(reading.source.name)
      csv.cell(reading.source.type.flatMap { isAllowed(sourceType: $0) ? $0 : nil })
      csv.cell(reading.source.origin.rawValue)
      if record.isUntouchedProposal {
        csv.cells(untouched)
      } else {
        for attribute in ownAttributes {
          Self.write(attribute.flatMap { reading.value(of: $0) }, to: &csv)
        }
        csv.cell(reading.statementBasis)
        for attribute in ownBasisAttributes {
          csv.cell(attribute.map { reading.basis(of: $0.name) })
        }
        let changed = reading.changedValues(among: ownBasisAttributes.compactMap(\.self))
        csv.cell(changed.joined(separator: ";"))
        writeRemarks(of: record, to: &csv)
        csv.cell(moment.text(of: record.changed))
      }
      csv.endRow()
    }
    return claims.count
  }

  private func writeWords(of reading: ClaimReading, text: BorderText, to csv: inout CSVWriter) {
    let claim = reading.record.claim
    let spans = claim.spans.map { text.converter.span(ofUTF8: $0) }
    let hull = claim.spans.hull ?? claim.sentence
    let (start, end) = spans.count == 1 ? spans[0] : text.converter.span(ofUTF8: hull)
    csv.cell("c", claim.id.rawValue)
    if claim.spans.count == 1 {
      text.converter.withBytes(of: claim.spans[0]) { csv.cell($0) }
    } else {
      csv.cell(text.article.words(of: claim.spans))
    }
    csv.cell(reading.statement)
    csv.cell(start)
    csv.cell(end)
    csv.cell(spans)
    text.converter.withBytes(of: claim.sentence) { csv.cell($0) }
    csv.cell(claim.block)
  }

  /// A proposed type that the codebook does not know stays out of the table, for its column lists
  /// what may stand there.
  private func isAllowed(sourceType: String) -> Bool {
    sourceTypes?.contains(sourceType) ?? true
  }

  private static func write(_ value: LabelValue?, to csv: inout CSVWriter) {
    switch value {
    case nil, .nobody?: csv.emptyCell()
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
  }

  /// The remarks on a claim that was proposed and left alone, and the moment of its last decision.
  private func writeNoRemarks(to csv: inout CSVWriter) {
    csv.emptyCell()
    csv.emptyCell()
    csv.cell(0)
    csv.emptyCell()
    csv.cell(ClaimRecord.Origin.proposed.rawValue)
    csv.emptyCell()
  }
}

extension ClaimRecord {
  /// Whether nobody ever decided anything about it.
  fileprivate var isUntouchedProposal: Bool {
    changed == nil && origin == .proposed && labels.isEmpty && notes.isEmpty && tags.isEmpty
      && evidence.isEmpty && statement == nil
  }
}

/// The last moment that was written as text: the claims that one command labelled share it.
private struct WrittenMoment {
  private var moment: Timestamp?
  private var text: String?

  mutating func text(of moment: Timestamp?) -> String? {
    if moment != self.moment {
      self.moment = moment
      text = moment?.description
    }
    return text
  }
}
