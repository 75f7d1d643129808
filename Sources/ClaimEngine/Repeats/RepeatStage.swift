import Encoder

/// Links each claim to the earlier one that says the same in other words.
struct RepeatStage: Stage {
  func annotate(_ document: inout Document) { annotate(&document, cancellation: .never) }

  func annotate<Failure>(
    _ document: inout Document, cancellation: Cancellation<Failure>
  ) throws(Failure) {
    var claims = document.claims
    try RepeatFinder.link(&claims, in: document, cancellation: cancellation)
    document.claims = claims
  }
}
