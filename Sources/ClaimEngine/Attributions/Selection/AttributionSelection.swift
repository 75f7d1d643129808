import Encoder

/// Chooses the attributions of a document among those that were tagged and those that constructions show.
struct AttributionSelection: Stage {
  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    let tree = document.tree
    let check = ReportCheck(
      text: document, tree: tree, quotes: document.quotations, rules: document.constructions)
    var tagged = check.checked(
      document.tagged.compactMap { document.foundAttribution($0, tree: tree) })
    if !document.taggerLeads { tagged = ConstructionReadings(check.rules).inPlace(of: tagged) }
    document.chosen = try RulesSupplement(text: document, rules: check.rules)
      .completed(tagged, cancellation: cancellation)
      .filter { !document.takes(.missingSources) || check.allowsMissingSource($0) }
  }
}
