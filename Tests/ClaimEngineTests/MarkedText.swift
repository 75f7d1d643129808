import ClaimModel

/// A text with spans drawn into it: `⟦It rained.⟧ ⟦We left.⟧`.
struct MarkedText {
  let plain: String
  /// In order of their opening marks; they may nest.
  let spans: [TextSpan]

  init(_ drawn: String, open: Character = "⟦", close: Character = "⟧") {
    var plain = ""
    var starts: [(slot: Int, offset: Int)] = []
    var spans: [TextSpan] = []
    for character in drawn {
      switch character {
      case open:
        starts.append((spans.count, plain.utf8.count))
        spans.append(TextSpan(0, 0))
      case close:
        let (slot, offset) = starts.removeLast()
        spans[slot] = TextSpan(offset, plain.utf8.count)
      default: plain.append(character)
      }
    }
    self.plain = plain
    self.spans = spans
  }
}

extension Article {
  /// An article whose paragraphs, parted by empty lines, are body blocks.
  init(paragraphs text: String, published: PublicationDate? = nil) {
    var blocks: [Block] = []
    var start = 0
    var place = 0
    let bytes = Array(text.utf8)
    while place <= bytes.count {
      let isBreak =
        place == bytes.count
        || place + 1 < bytes.count && bytes[place] == 0x0A && bytes[place + 1] == 0x0A
      if isBreak {
        if place > start { blocks.append(Block(role: .body, span: TextSpan(start, place))) }
        start = place + 2
        place += 1
      }
      place += 1
    }
    self.init(
      id: ArticleID(rawValue: "sha256:test"), text: text, blocks: blocks,
      metadata: Metadata(published: published))
  }
}
