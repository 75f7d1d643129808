import ClaimModel

/// How long a text may be that an annotator writes beside a claim.
///
/// Whoever pastes a whole book into a note wants it kept elsewhere: every list, search and export
/// carries it from then on.
enum TextLimit {
  /// In code points; some forty pages.
  static let characters = 100_000

  /// Looks at the texts of an event.
  /// - Throws: `SessionError.tooLong`.
  static func check(_ event: Event) throws(SessionError) {
    switch event {
    case .noted(_, let text): try check(text, of: "note")
    case .statementWritten(_, let text?, _): try check(text, of: "statement")
    case .tagged(_, let tag): try check(tag, of: "tag")
    case .labelled(_, _, .text(let text), _): try check(text, of: "label")
    case .sourceRenamed(_, let name): try check(name, of: "name")
    case .evidenceAdded(_, let evidence):
      try check(evidence.location, of: "reference")
      if let quote = evidence.quote { try check(quote, of: "quote") }
    default: break
    }
  }

  private static func check(_ text: String, of kind: String) throws(SessionError) {
    // A code point has at least a byte, so most texts need not be counted.
    guard text.utf8.count > characters else { return }
    let count = text.unicodeScalars.count
    guard count <= characters else { throw .tooLong(kind, characters: count) }
  }
}
