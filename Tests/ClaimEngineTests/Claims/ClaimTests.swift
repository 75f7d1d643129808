import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Claims")
struct ClaimTests {
  private let engine = FastEngine()

  /// A text and the words of its claims, with ` … ` between spans.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let claims: [String]
    var grain = Grain.clause
    var testDescription: String { text }
  }

  @Test(
    "cuts a sentence into what it asserts",
    arguments: [
      Case(
        text: "The council raised the toll and the union called a strike.",
        claims: ["The council raised the toll", "the union called a strike"]),
      Case(
        text: "The council raised the toll and closed the harbour.",
        claims: ["The council raised the toll", "The council … closed the harbour"]),
      Case(
        text:
          "The mayor has said the port made a profit in 2002 but that last year its income fell.",
        claims: ["the port made a profit in 2002", "last year its income fell"]),
      Case(
        text: "He said the toll was fair and said the union knew it.",
        claims: ["the toll was fair", "the union knew it"]),
      Case(
        text: "If it rains and the harbour shuts, the ferry will stop.",
        claims: ["If it rains and the harbour shuts, the ferry will stop"]),
      Case(
        text: "The ferry, which was built in 1950, closed on Monday.",
        claims: ["The ferry … was built in 1950", "The ferry … closed on Monday"]),
      Case(
        text: "While the union opposed the toll, the council approved it.",
        claims: ["the union opposed the toll", "the council approved it"]),
      Case(
        text: "The crew left the port on Monday, saying it was unsafe.",
        claims: ["The crew left the port on Monday", "it was unsafe"]),
      Case(
        text: "The union vowed to fight the toll.", claims: ["The union vowed to fight the toll"]),
      Case(
        text: "The specialists, a trader said, were livid.",
        claims: ["The specialists … were livid"]),
      Case(
        text: "She may not have known about the toll.",
        claims: ["She may not have known about the toll"]),
      Case(
        text: "Religious and political groups opposed the toll.",
        claims: ["Religious and political groups opposed the toll"]),
      Case(
        text: "Osei said “the toll is fair” but offered no proof.",
        claims: ["the toll is fair", "Osei … offered no proof"]),
      Case(text: "He said so.", claims: []),
      Case(text: "Is the harbour shut?", claims: []),
      Case(text: "Read the whole report here.", claims: []),
      Case(text: "Good morning!", claims: []),
      Case(
        text: "The ferry carries cars and heavy trucks.",
        claims: ["The ferry carries cars", "The ferry carries … heavy trucks"], grain: .fine),
      Case(
        text: "The police arrested Ada Lind, a former judge.",
        claims: ["The police arrested Ada Lind", "Ada Lind … a former judge"], grain: .fine),
    ])
  func cut(_ example: Case) {
    let article = Article(paragraphs: example.text)
    let found = engine.analyse(article, grain: example.grain).claims
    #expect(found.map { article.words(of: $0.spans) }.sorted() == example.claims.sorted())
  }

  @Test("makes a sentence that stands again one claim with two places")
  func repeated() throws {
    let article = Article(paragraphs: "The toll rose.\n\nNobody paid.\n\nThe toll rose.")
    let claims = engine.analyse(article).claims
    #expect(claims.count == 2)
    let again = try #require(claims.first?.occurrences.first)
    #expect(article.words(of: again) == "The toll rose")
    #expect(again[0].start > claims[1].spans[0].start)
  }

  @Test("finds none in headlines, captions and boilerplate")
  func roles() {
    let text = "The toll rose again."
    for role in Block.Role.allCases {
      let article = Article(
        id: ArticleID(rawValue: "sha256:x"), text: text,
        blocks: [Block(role: role, span: TextSpan(0, text.utf8.count))],
        metadata: Article.Metadata())
      #expect(engine.analyse(article).claims.isEmpty == !role.holdsClaims)
    }
  }
}
