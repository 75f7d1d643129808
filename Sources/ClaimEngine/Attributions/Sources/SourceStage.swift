/// Numbers the chosen attributions, says which lies in which, and names their sources.
struct SourceStage: Stage {
  func annotate(_ document: inout Document) {
    document.attributions = SourceNamer(index: NameIndex(document)).named(
      AttributionNumbering(document: document).attributions(document.chosen))
  }
}
