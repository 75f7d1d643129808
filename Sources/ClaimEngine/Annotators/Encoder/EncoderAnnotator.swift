import Encoder

/// Lets the transformer write tags, classes of names, the tree and the tagged attributions.
struct EncoderAnnotator: Stage {
  let model: EncoderModel
  /// How many threads read windows of the article side by side.
  let cores: Int

  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    let encoded = try model.read(document, cores: cores, cancellation: cancellation)
    document.retag(by: encoded)
    document.classifyNames(by: encoded)
    let tree = document.parseTree(encoded)
    document.retagPredicates(by: tree)
    document.tree = tree
    document.tagged = encoded.attributions.map { found in
      TaggedAttribution(
        source: found.source.flatMap(document.tokens(under:)),
        cue: found.cue.flatMap(document.tokens(under:)),
        content: found.content.compactMap(document.tokens(under:)))
    }
    document.unreadFrom = encoded.unreadFrom
  }
}
