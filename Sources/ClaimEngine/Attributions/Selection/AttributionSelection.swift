import Encoder

/// Chooses the attributions of a document among those that were tagged and those that constructions show.
struct AttributionSelection: Stage {
  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    guard let tree = document.tree else {
      document.chosen = document.constructions
      return
    }
    let check = ReportCheck(
      text: document, tree: tree, quotes: document.quotations, rules: document.constructions)
    let tagged = document.tagged.compactMap { document.foundAttribution($0, tree: tree) }
    document.chosen = try RulesSupplement(text: document, rules: check.rules)
      .completed(check.checked(tagged), cancellation: cancellation)
      .filter(check.allowsMissingSource)
  }
}
