import ClaimModel
import Terminal

/// How an article was read: what is known of it, and every block with its role.
struct ArticleView {
  let article: Article
  let columns: Int

  init(_ article: Article, columns: Int) {
    self.article = article
    self.columns = max(30, min(columns, 100))
  }

  var lines: [StyledText] {
    let metadata = article.metadata
    let known: [(String, String?)] = [
      ("title", metadata.title), ("published", metadata.published?.description),
      ("byline", metadata.byline), ("publisher", metadata.publisher),
      ("address", metadata.address), ("language", metadata.language), ("id", article.id.rawValue),
    ]
    var lines = known.flatMap { name, value in
      value.map { row(StyledText(name, Palette.quiet), StyledText($0, Palette.heading)) } ?? []
    }
    lines.append("")
    var mark = StyledText("")
    for (index, block) in article.blocks.enumerated() {
      if isMark(index) {
        mark = StyledText(article.words(of: [block.span]) + " ", Palette.quiet)
        continue
      }
      let words = article.words(of: [block.span]).replacing("\n", with: " ")
      lines += row(
        StyledText(block.role.rawValue, Palette.cue),
        mark + StyledText(words, block.role == .boilerplate ? Palette.quiet : .plain))
      mark = StyledText("")
    }
    return lines
  }

  /// Whether a block is the mark of the list's item that follows it on its line.
  private func isMark(_ index: Int) -> Bool {
    let blocks = article.blocks
    guard blocks[index].role == .boilerplate, index + 1 < blocks.count,
      blocks[index + 1].role == .list
    else { return false }
    let between = TextSpan(blocks[index].span.end, blocks[index + 1].span.start)
    return article.text.utf8Substring(between).map { !$0.contains("\n") } ?? false
  }

  private func row(_ name: StyledText, _ text: StyledText) -> [StyledText] {
    text.wrapped(
      to: columns, firstIndent: name.padded(to: 13),
      hangingIndent: StyledText(String(repeating: " ", count: 13)))
  }
}
