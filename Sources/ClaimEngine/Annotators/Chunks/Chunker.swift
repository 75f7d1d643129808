/// Finds the noun phrases and verb groups of every sentence that is no list of navigation.
struct Chunker: Stage {
  func annotate(_ document: inout Document) {
    document.chunks = document.sentences.map { sentence in
      let start = sentence.tokens.lowerBound
      return Chunks(
        sentence.isNavigationList ? start..<start : sentence.tokens, of: document.tokens)
    }
  }
}
