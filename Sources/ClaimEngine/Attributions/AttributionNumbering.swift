import ClaimModel

/// Numbers attributions in reading order and says which lies in which.
struct AttributionNumbering {
  private let text: Document

  init(document: Document) { text = document }

  /// - Returns: Those whose content has a word, in reading order.
  /// - Complexity: O(*n* log *n*) in the attributions, for nesting of bounded depth.
  func attributions(_ found: [FoundAttribution]) -> [Attribution] {
    let ordered = found.filter { !$0.content.flatMap(withinBlocks).isEmpty }
      .sorted { first(of: $0) < first(of: $1) }
    var attributions: [Attribution] = []
    for (index, attribution) in ordered.enumerated() {
      attributions.append(
        Attribution(
          id: AttributionID(rawValue: index + 1),
          parent: parent(of: index, in: ordered).map { AttributionID(rawValue: $0 + 1) },
          mode: mode(of: attribution, text.quotations),
          source: attribution.source.map {
            let span = text.span(of: $0)
            return Attribution.Source(spans: [span], name: text.string(of: span), type: .unknown)
          },
          cue: attribution.cue.map { text.span(of: $0) },
          content: attribution.content.flatMap(withinBlocks).map { text.span(of: $0) }.normalized))
    }
    return attributions
  }

  /// The parts of a content that no skipped block, such as a caption, parts.
  private func withinBlocks(_ content: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var block: Int?
    for index in text.sentences(touching: content) {
      let sentence = text.sentences[index]
      let words = sentence.tokens.clamped(to: content)
      if let last = parts.last, let block, sentence.block <= block + 1 {
        parts[parts.count - 1] = last.lowerBound..<words.upperBound
      } else {
        parts.append(words)
      }
      block = sentence.block
    }
    return parts.filter { part in part.contains { !text.tokens[$0].isPunctuation } }
  }

  private func first(of attribution: FoundAttribution) -> (Int, Int) {
    // The cue of a list's items stands before them all.
    let spans =
      attribution.frame == .listed ? attribution.content : attribution.content + attribution.cue
    let starts = spans.map(\.lowerBound)
    return (starts.min() ?? 0, -(attribution.content.map(\.upperBound).max() ?? 0))
  }

  /// The smallest attribution near by whose content holds the cue of this one.
  private func parent(of index: Int, in ordered: [FoundAttribution]) -> Int? {
    guard let cue = ordered[index].cue.first else { return nil }
    var best: (index: Int, size: Int)?
    let size = Self.size(ordered[index])
    for other in max(0, index - 12)..<min(ordered.count, index + 12) where other != index {
      let candidate = ordered[other]
      guard candidate.content.contains(where: { $0.contains(cue.lowerBound) }),
        candidate.cue.first != cue
      else { continue }
      let otherSize = Self.size(candidate)
      guard otherSize > size, otherSize < best?.size ?? .max else { continue }
      best = (other, otherSize)
    }
    return best?.index
  }

  private static func size(_ attribution: FoundAttribution) -> Int {
    attribution.content.reduce(0) { $0 + $1.count }
  }

  private func mode(of attribution: FoundAttribution, _ quotes: Quotations) -> Attribution.Mode {
    if attribution.frame == .turn { return .direct }
    // "He said it rained" within a quote is no quote of his.
    let around = attribution.cue.first.flatMap { quotes.quotation(at: $0.lowerBound) }
    var quoted = 0
    var words = 0
    for token in attribution.content.joined() where text.tokens[token].mark == .none {
      words += 1
      if let quotation = quotes.quotation(at: token), quotation != around { quoted += 1 }
    }
    if quoted == 0 { return .indirect }
    return quoted == words ? .direct : .mixed
  }
}
