import ClaimModel
import Testing

@Suite("Article")
struct ArticleTests {
  private let article = Article(
    id: ArticleID(rawValue: "sha256:0"), text: "Où est-il ?\n\nLà !",
    blocks: [
      Block(role: .heading, span: TextSpan(0, 12)), Block(role: .body, span: TextSpan(14, 19)),
    ],
    metadata: .init())

  @Test(
    "finds the block that holds a byte",
    arguments: [(0, 0), (11, 0), (12, nil), (13, nil), (14, 1), (18, 1), (19, nil), (99, nil)]
      as [(Int, Int?)])
  func block(_ utf8Offset: Int, _ expected: Int?) {
    #expect(article.block(at: utf8Offset) == expected)
  }

  @Test("gives the words of several spans, and none of a span that cuts a character")
  func words() {
    #expect(article.words(of: [TextSpan(0, 3), TextSpan(14, 17)]) == "Où … Là")
    #expect(article.words(of: [TextSpan(0, 2)]) == "")
    #expect(article.words(of: [TextSpan(0, 200)]) == "")
  }

  @Test("joins spans that overlap or touch")
  func normalized() {
    let spans = [TextSpan(5, 9), TextSpan(0, 3), TextSpan(3, 4), TextSpan(7, 7), TextSpan(8, 12)]
    #expect(spans.normalized == [TextSpan(0, 4), TextSpan(5, 12)])
    #expect(spans.hull == TextSpan(0, 12))
    #expect([TextSpan]().hull == nil)
  }
}
