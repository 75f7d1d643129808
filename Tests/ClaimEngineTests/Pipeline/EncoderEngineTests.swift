import ClaimModel
import Encoder
import Testing

@testable import ClaimEngine

@Suite("the engine with the encoder")
struct EncoderEngineTests {
  private static let text = """
    The old mill on Weir Street burned down on Monday, the fire service said.

    “It started in the loft,” fire chief Nuala Brandt told reporters. “Nobody was hurt.”

    The mill was built in 1871. Its owner denied that the wiring was faulty.

    """

  private let article = Article(
    id: ArticleID(rawValue: "sha256:0"), text: text,
    blocks: [Block(role: .body, span: TextSpan(0, text.utf8.count))], metadata: Article.Metadata())

  @Test("finds who says what, and the claims in it")
  func analysis() throws {
    let (analysis, unreadFrom) = try EncoderEngine().analyse(article)
    #expect(unreadFrom == nil)
    #expect(analysis.engine == "encoder/1")
    #expect(analysis.sentences.count == 5)
    let sources = analysis.attributions.map { $0.source?.name }
    #expect(sources.contains { $0?.hasSuffix("Nuala Brandt") ?? false })
    #expect(sources.contains { $0?.lowercased().hasSuffix("fire service") ?? false })
    let contents = analysis.attributions.map { article.words(of: $0.content) }
    #expect(contents.contains { $0.hasPrefix("It started in the loft") })
    let claims = analysis.claims.map { article.words(of: $0.spans) }
    #expect(claims.contains { $0.contains("The mill was built in 1871") })
    #expect(!claims.contains { $0.contains("told reporters") })
  }

  @Test("two cores find the same")
  func cores() throws {
    let engine = try EncoderEngine()
    #expect(engine.analyse(article, cores: 2).analysis == engine.analyse(article).analysis)
  }

  @Test("a token hangs on nothing where the encoder has not read")
  func unread() throws {
    let document = Document(article).annotated(by: TextAnalyser(), Tagger())
    let encoded = try EncoderModel().read(document, wordLimit: 20)
    let end = try #require(encoded.unreadFrom)
    let tree = document.parseTree(encoded)
    for (token, head) in zip(document.tokens, tree.heads) where Int(token.start) >= end {
      #expect(head == nil)
    }
  }

  @Test("marks at the ends of what was found are left out, and marks alone are nothing")
  func trimmed() throws {
    let text = TextAnalyser().document(of: article)
    let bytes = Array(Self.text.utf8)
    let start = try #require(Self.text.utf8.firstIndex(of: UInt8(ascii: ".")))
    let dot = Self.text.utf8.distance(from: Self.text.utf8.startIndex, to: start)
    #expect(bytes[dot] == UInt8(ascii: "."))
    let sentence = TextSpan(0, dot + 1)
    let flat = ParseTree(
      heads: text.tokens.map { _ in nil }, relations: text.tokens.map { _ in .other })
    func found(_ content: TextSpan) -> FoundAttribution? {
      text.foundAttribution(
        TaggedAttribution(
          source: nil, cue: nil, content: [text.tokens(under: content)].compactMap(\.self)),
        tree: flat)
    }
    let content = try #require(found(sentence)?.content.first)
    #expect(text.span(of: content) == TextSpan(0, dot))
    #expect(found(TextSpan(dot, dot + 1)) == nil)
  }
}
