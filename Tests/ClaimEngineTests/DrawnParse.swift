import ClaimModel
import Testing

@testable import ClaimEngine

/// A sentence drawn with its parse: each word as `word/head/relation`, heads counted from 1 and 0 for the root.
///
/// The tag is the tagger's unless a fourth part names it.
struct DrawnParse {
  let text: Document
  let tree: ParseTree

  init(_ drawn: String) throws {
    let parts = drawn.split(separator: " ").map { $0.split(separator: "/") }
    let words = parts.map { String($0[0]) }.joined(separator: " ")
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: words,
      blocks: [Block(role: .body, span: TextSpan(0, words.utf8.count))],
      metadata: Article.Metadata())
    var text = Document.tagged(article)
    try #require(text.tokens.count == parts.count, "\(words) has other tokens than words")
    for (index, part) in parts.enumerated() where part.count > 3 {
      text.tokens[index].tag = Tag(penn: String(part[3]))
    }
    tree = ParseTree(
      heads: try parts.map { part in
        let head = try #require(Int(part[1]))
        return head == 0 ? nil : head - 1
      }, relations: parts.map { Relation(String($0[2])) })
    text.retagPredicates(by: tree)
    text.tree = tree
    self.text = text
  }

  /// The words of the claims that are cut by the parse, with ` … ` between spans.
  func claims(_ grain: Grain) -> [String] {
    ClaimFinder(grain: grain).claims(in: text.annotated(by: Chunker())).map { claim in
      claim.spans.map { text.string(of: $0) }.joined(separator: " … ")
    }
  }
}
