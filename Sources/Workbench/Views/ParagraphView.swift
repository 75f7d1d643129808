import ClaimModel
import Terminal

/// An article's paragraph with a claim in it shown by colour, or by `⟦ ⟧` where there is none.
struct ParagraphView {
  let article: Article
  let rendition: Rendition

  /// Stretches of text with what they are; where several cover a byte, the first given wins.
  typealias Highlight = (span: TextSpan, style: Style, isMarked: Bool)

  /// The text of a stretch with its highlights, line ends within it as blanks.
  func text(of stretch: TextSpan, highlights: [Highlight]) -> StyledText {
    var cuts: Set<Int> = [stretch.start, stretch.end]
    for highlight in highlights {
      for place in [highlight.span.start, highlight.span.end]
      where stretch.start < place && place < stretch.end {
        cuts.insert(place)
      }
    }
    let places = cuts.sorted()
    var text = StyledText()
    var isOpen = false
    for (start, end) in zip(places, places.dropFirst()) {
      let piece = TextSpan(start, end)
      let highlight = highlights.first { $0.span.contains(piece) }
      let isMarked = rendition == .plain && highlight?.isMarked == true
      if isMarked != isOpen { text.append(isMarked ? "⟦" : "⟧") }
      isOpen = isMarked
      let words = article.text.utf8Substring(piece).map(String.init) ?? ""
      text.append(onOneLine: words, highlight?.style ?? .plain)
    }
    if isOpen { text.append("⟧") }
    return text
  }
}
