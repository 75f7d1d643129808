/// One step of the engine: a small value with one function, which reads layers of a document and writes one.
package protocol Stage: Sendable {
  func annotate(_ document: inout Document)
}

extension Document {
  /// The document after some steps more.
  package func annotated(by stages: any Stage...) -> Document {
    var document = self
    for stage in stages { stage.annotate(&document) }
    return document
  }
}
