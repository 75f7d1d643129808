package import ClaimModel
package import Terminal

/// Shows one claim in its paragraph with all that was decided about it, and lists of claims.
package struct ClaimView {
  private let open: OpenSession
  private let rendition: Rendition
  private let columns: Int

  package init(_ open: OpenSession, rendition: Rendition, columns: Int) {
    self.open = open
    self.rendition = rendition
    self.columns = max(20, min(columns, 100))
  }

  // MARK: - One claim

  /// The lines that `show` prints.
  package func lines(for record: ClaimRecord) -> [StyledText] {
    var lines = [headline(record)]
    lines += paragraph(record)
    lines.append("")
    lines += decisions(record)
    return lines
  }

  private func headline(_ record: ClaimRecord) -> StyledText {
    var line = StyledText("claim \(record.claim.id)", Palette.heading)
    let place = open.position(of: record.claim.id).map { "\($0 + 1) of \(open.shown.count)" }
    var details = [place ?? "hidden by the filter"]
    if record.origin != .proposed { details.append(record.origin.rawValue) }
    if let carried = record.carried {
      details.append(record.standing.name ?? carried.verdict.rawValue)
      if let cover = open.cover(of: record) { details.append(cover) }
    }
    if let type = record.claim.type { details.append(type.rawValue) }
    if !record.claim.occurrences.isEmpty {
      details.append("also said \(Self.times(record.claim.occurrences.count)) later")
    }
    line.append("  " + details.joined(separator: " · "), Palette.quiet)
    return line.truncated(to: columns)
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private func paragraph(_ record: ClaimRecord) -> [StyledText] {
    if record.standing != .here { return earlierWords(record) }
    let blocks = open.article.blocks
    let hull = ((record.claim.spans + [record.claim.sentence]).hull ?? record.claim.sentence)
    let block = blocks.indices.contains(record.claim.block) ? blocks[record.claim.block].span : hull
    let attributions = record.claim.attributions.compactMap {
      open.session.state.analysis.attribution($0)
    }
    var highlights: [ParagraphView.Highlight] = record.claim.spans.map {
      ($0, Palette.claim, true)
    }
    for attribution in attributions {
      highlights += (attribution.source?.spans ?? []).map { ($0, Palette.source, false) }
      highlights += attribution.cue.map { ($0, Palette.cue, false) }
    }
    let stretch = [block, hull].hull ?? hull
    return ParagraphView(article: open.article, rendition: rendition)
      .text(of: stretch, highlights: highlights)
      .wrapped(to: columns, firstIndent: "  ", hangingIndent: "  ")
  }

  /// What a claim said that has no words in the text, beside those that may stand for it.
  private func earlierWords(_ record: ClaimRecord) -> [StyledText] {
    let words = open.words(of: record)
    guard record.standing == .unsettled, let suggestion = record.carried?.suggestion else {
      return StyledText("“\(words.replacing("\n", with: " "))”", Palette.undecided)
        .wrapped(to: columns, firstIndent: "  ", hangingIndent: "  ")
    }
    return ChangeView(rendition: rendition, columns: columns)
      .lines(old: words, new: open.article.words(of: suggestion.claim.spans))
  }

  private func decisions(_ record: ClaimRecord) -> [StyledText] {
    var rows: [(String, StyledText)] = []
    let suggestions = open.suggestions(for: record)
    for attribute in open.codebook.attributes {
      let value = labelText(attribute, of: record, suggestions)
      if record.labels[attribute.name] != nil || attribute.isAlwaysShown || !value.isEmpty {
        rows.append((attribute.name, value.isEmpty ? StyledText("–", Palette.undecided) : value))
      }
    }
    if let statement = record.standingStatement {
      rows.append(("statement", StyledText(statement)))
    }
    for id in record.claim.times {
      if let time = open.session.state.analysis.times.first(where: { $0.id == id }) {
        rows.append(("time", StyledText(open.describe(time))))
      }
    }
    rows += appraisal(of: record)
    if let same = sameClaims(as: record) { rows.append(("same", StyledText(same, Palette.quiet))) }
    rows += record.notes.map { ("note", StyledText($0)) }
    if !record.tags.isEmpty {
      rows.append(("tags", StyledText(record.tags.joined(separator: ", "))))
    }
    rows += record.evidence.map { ("evidence \($0.id)", StyledText($0.summary)) }
    let width = (rows.map(\.0.utf8.count).max() ?? 0) + 2
    return rows.flatMap { name, value in
      value.wrapped(
        to: columns,
        firstIndent: StyledText("  " + name, Palette.quiet).padded(to: width + 2),
        hangingIndent: StyledText(String(repeating: " ", count: width + 2)))
    }
  }

  /// How much the claim deserves to be checked, and what else was proposed that no attribute shows,
  /// each with its reason.
  private func appraisal(of record: ClaimRecord) -> [(String, StyledText)] {
    let claim = record.claim
    guard let reasons = claim.reasons else { return [] }
    var rows: [(String, StyledText)] = []
    func add(_ name: String, _ value: String, _ reason: String) {
      rows.append(
        (name, StyledText(value) + StyledText(reason.isEmpty ? "" : "  (\(reason))", Palette.quiet))
      )
    }
    if let score = claim.checkworthiness {
      add("worth checking", "\(score)", reasons.checkworthiness.joined(separator: ", "))
    }
    let proposals = [
      ("claim-type", claim.type?.rawValue, reasons.type), ("stance", claim.stance, reasons.stance),
    ]
    for (attribute, proposal, reason) in proposals {
      let isShown =
        record.labels[attribute] == nil && open.codebook.attribute(named: attribute) != nil
      if let proposal, !isShown { add("proposed " + attribute, proposal, reason) }
    }
    return rows
  }

  /// The claims that say the same, those before it and those after it; nil without any.
  private func sameClaims(as record: ClaimRecord) -> String? {
    var parts: [String] = []
    if let earlier = record.claim.repeats, open.state.claims[earlier] != nil {
      parts.append("says the same as \(earlier)")
    }
    let later = open.state.claimsInOrder.map(\.claim).filter { $0.repeats == record.claim.id }
    if !later.isEmpty {
      parts.append("said again in " + later.map(\.id.description).joined(separator: ", "))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The value of an attribute as it stands: given, else proposed, else where it starts.
  ///
  /// - Parameter suggestions: Those for the claim; nil to look them up.
  private func labelText(
    _ attribute: Codebook.Attribute, of record: ClaimRecord, _ suggestions: ClaimSuggestions? = nil
  ) -> StyledText {
    if let value = record.labels[attribute.name] {
      return StyledText(value.description, Palette.label)
    }
    if let offered = (suggestions ?? open.suggestions(for: record))[attribute] {
      // The engine's words for a source stand in the text above.
      let reason = attribute.name == "source" ? nil : offered.reason
      let standing = offered.isConfident ? "proposed" : "proposed, unsure"
      return StyledText(offered.shown.value.description)
        + StyledText("  (\(standing)\(reason.map { ", " + $0 } ?? ""))", Palette.quiet)
    }
    return StyledText(attribute.start ?? "", Palette.undecided)
  }

  // MARK: - Lists

  /// One line a claim: its number, the values of the first attributes, its source and its words.
  ///
  /// - Parameter sought: Words to colour; a line is cut so that the first of them are seen.
  package func list(_ records: [ClaimRecord], finding sought: VerbatimWords? = nil) -> [StyledText]
  {
    let isWide = columns >= 72
    let attributes = isWide ? Array(open.codebook.attributes.filter(\.isListed).prefix(2)) : []
    let widths = attributes.map { attribute in
      records.map { labelText(attribute, of: $0).shortened.columns }.max() ?? 0
    }
    let sourceWidth = isWide ? 18 : 0
    let numberWidth = (records.map { String($0.claim.id.rawValue).utf8.count }.max() ?? 1)
    return records.map { record in
      let id = String(record.claim.id.rawValue)
      var line = StyledText(open.cursor == record.claim.id ? "▸" : " ", Palette.claim)
      line.append(String(repeating: " ", count: numberWidth - id.utf8.count + 1))
      line.append(id, Palette.number)
      line.append("  ")
      for (attribute, width) in zip(attributes, widths) {
        line.append(labelText(attribute, of: record).shortened.padded(to: width))
        line.append("  ")
      }
      if isWide {
        line.append(
          StyledText(open.sourceName(of: record) ?? "–", Palette.source)
            .truncated(to: sourceWidth).padded(to: sourceWidth))
        line.append("  ")
      }
      if let earlier = record.claim.repeats, open.state.claims[earlier] != nil {
        line.append("= \(earlier): ", Palette.quiet)
      }
      var words = open.words(of: record).replacing("\n", with: " ")
      if let standing = record.standing.name {
        line.append("\(standing): ", Palette.undecided)
        words = "“\(words)”"
      }
      line.append(FoundWords(words, sought).text(columns: columns - line.columns))
      return line.truncated(to: columns)
    }
  }
}

extension ClaimRecord.Standing {
  /// What a list says of a claim that has no words in the text; nil of others.
  fileprivate var name: String? { self == .here ? nil : rawValue }
}

extension Codebook.Attribute {
  /// Whether `show` has a line for it while nobody has judged it.
  fileprivate var isAlwaysShown: Bool { start != nil || labels.contains { $0.key != nil } }

  /// Whether `claims` has a column for it.
  fileprivate var isListed: Bool { kind == .choice && labels.contains { $0.key != nil } }
}

extension StyledText {
  /// Without the remark that a value is only proposed, for a column of a list.
  fileprivate var shortened: StyledText {
    guard let first = runs.first else { return StyledText("–", Palette.undecided) }
    return runs.count > 1 ? StyledText(first.text, Palette.undecided) : self
  }
}

extension Evidence {
  /// On one line: what it does, where it is, what it says.
  package var summary: String {
    var parts = ["\(relation.rawValue): \(location)"]
    if let quote { parts.append("“\(quote)”") }
    parts.append("seen \(accessed)")
    return parts.joined(separator: " · ")
  }
}
