import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Quotes in paragraphs of their own")
struct IntroducedQuotesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// Each claim with its outermost source.
    let claims: [String]
    var testDescription: String { text }
  }

  @Test(
    "gives them who introduces or signs them",
    arguments: [
      Case(
        text: "The Harbour Post reports:\n\n\"The toll rose in May. It fell in June.\"",
        claims: ["The Harbour Post: The toll rose in May", "The Harbour Post: It fell in June"]),
      Case(
        text:
          "Holt wrote in a letter to the port:\n\n“The toll rose in May.\n\n“It fell in June.”\n\nThe port closed.",
        claims: [
          "Holt: The toll rose in May", "Holt: It fell in June", "-: The port closed",
        ]),
      Case(
        text: "Ina Holt continued:\n\n\"The paper has two figures. The toll rose in May.\"",
        claims: [
          "Ina Holt: The paper has two figures", "Ina Holt: The toll rose in May",
        ]),
      Case(
        text: "”The toll has spread fear. The port lost money in May.”\n― Ina Holt",
        claims: ["Ina Holt: The toll has spread fear", "Ina Holt: The port lost money in May"]),
      Case(
        text:
          "The toll has spread fear. The port lost money in May.\n— Ina Holt (@inah) May 3, 2026",
        claims: ["Ina Holt: The toll has spread fear", "Ina Holt: The port lost money in May"]),
    ])
  func speakers(test: Case) throws {
    for analyse in [
      { FastEngine().analyse($0) },
      { (article: Article) in try EncoderEngine().analyse(article).analysis },
    ] {
      let article = Article(paragraphs: test.text)
      let analysis = try analyse(article)
      let claims = analysis.claims.map { claim in
        let source = claim.attributions.first.flatMap { analysis.attribution($0)?.source }
        return (source.map { article.words(of: $0.spans) } ?? "-") + ": "
          + article.words(of: claim.spans)
      }
      #expect(claims == test.claims)
    }
  }

  @Test("leaves words after a colon that are no quote, and quotes that are not introduced")
  func others() throws {
    for text in [
      "The council has two plans:\n\n\"The Long Pier\" is the name of the first.",
      "Holt said the toll rose.\n\nThe port lists the prices:",
    ] {
      let found = FastEngine().analyse(Article(paragraphs: text)).attributions
      #expect(!found.contains { $0.mode == .direct }, "\(text)")
    }
  }
}
