/// Lets linear models write the tree and the tagged attributions over the tagger's tags.
struct LinearAnnotator: Stage {
  private let parser = DependencyParser()
  private let tagger = AttributionTagger()

  func annotate(_ document: inout Document) {
    let tree = parser.parse(document)
    document.retagPredicates(by: tree)
    document.tree = tree
    let spans = tagger.spans(in: document, tree: tree, quotations: document.quotations.all)
    document.tagged = spans.linked(in: document).map {
      TaggedAttribution(
        source: $0.source, cue: $0.cue, content: $0.content.map(document.withoutQuoteMarks))
    }
    document.taggerLeads = false
  }
}

extension Document {
  /// A range without the pair of quote marks around all of it.
  fileprivate func withoutQuoteMarks(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 2, tokens[range.lowerBound].mark.isQuote,
      tokens[range.upperBound - 1].mark.isQuote,
      range.count(where: { tokens[$0].mark.isQuote }) == 2
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }
}
