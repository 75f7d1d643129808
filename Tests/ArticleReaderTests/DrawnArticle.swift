import ArticleReader
import ClaimModel

/// A text with the role of every line written before it, so that tests read like pages.
///
/// `title  | Words` starts a block; a line that starts with `|` goes on with the block above; a line that
/// starts with `&` and a role follows on the same line after a space. Lines without a bar are
/// blank.
struct DrawnArticle {
  let text: String
  /// The expected blocks, as `role: words` with line ends shown as `/`.
  let blocks: [String]

  init(_ drawing: String) {
    var text = ""
    var blocks: [(role: String, words: String)] = []
    for line in drawing.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        text += "\n"
        continue
      }
      var role = String(parts[0].filter { $0 != " " })
      let words = parts[1].first == " " ? parts[1].dropFirst() : parts[1]
      if role.hasPrefix("&") {
        role.removeFirst()
        text.removeLast()
        text += " " + words + "\n"
      } else {
        text += words + "\n"
      }
      let trimmed = Self.trimmed(words)
      if role.isEmpty, let last = blocks.popLast() {
        blocks.append((last.role, last.words + "/" + trimmed))
      } else {
        blocks.append((role, trimmed))
      }
    }
    self.text = text
    self.blocks = blocks.map { "\($0.role): \($0.words)" }
  }

  /// What was found, in the form of `blocks`.
  static func found(_ article: Article) -> [String] {
    article.blocks.map { block in
      let words = article.text.utf8Substring(block.span) ?? "not a span of the text"
      let lines = words.split(separator: "\n").map { Self.trimmed($0) }
      return "\(block.role.rawValue): \(lines.joined(separator: "/"))"
    }
  }

  private static func trimmed(_ words: Substring) -> String {
    let start = words.drop { $0.isWhitespace }
    return String(String(start.reversed().drop { $0.isWhitespace }).reversed())
  }
}
