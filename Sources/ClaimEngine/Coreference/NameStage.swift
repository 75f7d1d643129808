/// Finds the names of a document and links those of one person, body or place.
package struct NameStage: Stage {
  package init() {}

  package func annotate(_ document: inout Document) {
    document.names = Names(of: document, introductions: Introductions(of: document))
  }
}
