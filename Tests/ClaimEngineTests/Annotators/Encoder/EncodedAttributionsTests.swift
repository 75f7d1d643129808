import ClaimModel
import Encoder
import Testing

@testable import ClaimEngine

@Suite("attributions of an encoded text")
struct EncodedAttributionsTests {
  private func encoded(_ text: String) throws -> EncodedText {
    let bytes = Array(text.utf8)
    return try EncoderModel().read(bytes, paragraphs: [0..<bytes.count])
  }

  private func attributions(_ text: String) throws -> [[String]] {
    let bytes = Array(text.utf8)
    let encoded = try encoded(text)
    func words(_ span: TextSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
    return encoded.attributions.map {
      [$0.source.map(words) ?? "-", $0.cue.map(words) ?? "-"] + $0.content.map(words)
    }
  }

  @Test("a plain sentence gives its source, cue and content in bytes")
  func plain() throws {
    let found = try attributions("The café’s owner, Zoë Marsh, said that the roof had fallen in.")
    try #require(found.count == 1)
    #expect(found[0][0].contains("Zoë Marsh"))
    #expect(found[0][1] == "said")
    #expect(found[0][2].contains("the roof had fallen in"))
  }

  @Test(
    "tells how the content is given",
    arguments: [
      ("“The roof has fallen in,” said Zoë Marsh.", .direct),
      ("Zoë Marsh said the roof had fallen in.", .indirect),
      ("Zoë Marsh said the roof had “fallen in with a bang” on Monday.", .mixed),
    ] as [(String, Attribution.Mode)])
  func modes(_ text: String, _ mode: Attribution.Mode) throws {
    #expect(try encoded(text).attributions.map(\.mode) == [mode])
  }

  @Test("a sentence that nobody says gives none")
  func none() throws {
    #expect(try attributions("The bridge closed on Monday. It opens again in June.").isEmpty)
  }

  @Test("reads the paragraphs of the blocks that hold claims")
  func paragraphs() throws {
    let title = "Bridge shut"
    let body = "The bridge closed. It was old.\n\n“It leaned,” said Ana Roe.\n"
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: "\(title)\n\n\(body)",
      blocks: [
        Block(role: .title, span: TextSpan(0, title.utf8.count)),
        Block(
          role: .body, span: TextSpan(title.utf8.count + 2, title.utf8.count + 2 + body.utf8.count)),
      ], metadata: Article.Metadata())
    let text = TextAnalyser().document(of: article)
    let paragraphs = text.paragraphs.map { String(decoding: text.bytes[$0], as: UTF8.self) }
    #expect(paragraphs == ["The bridge closed. It was old.", "“It leaned,” said Ana Roe."])
    #expect(try EncoderModel().read(text).words.count == 17)
  }
}
