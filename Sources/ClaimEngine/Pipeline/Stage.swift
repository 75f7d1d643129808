package import Encoder

/// One step of the engine: a small value with one function, which reads layers of a document and writes one.
package protocol Stage: Sendable {
  func annotate(_ document: inout Document)

  /// The same for a step that goes from sentence to sentence, window to window or claim to claim: it
  /// asks before each whether to go on.
  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure)
}

extension Stage {
  /// A step that takes no longer than reading the text does asks nothing.
  package func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) { annotate(&document) }
}

extension Document {
  /// The document after some steps more.
  package func annotated(by stages: any Stage...) -> Document {
    var document = self
    for stage in stages { stage.annotate(&document) }
    return document
  }
}
