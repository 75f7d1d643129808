import Encoder

/// Numbers the chosen attributions, says which lies in which, and names their sources.
struct SourceStage: Stage {
  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    document.attributions = try SourceNamer(index: NameIndex(document)).named(
      AttributionNumbering(document: document).attributions(document.chosen),
      cancellation: cancellation)
  }
}
