import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("pieces of a content that the encoder found")
struct ContentPiecesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let cue: String
    let pieces: [String]
    let tidied: [String]
    var tidiedCue: String?
    var testDescription: String { text }
  }

  @Test(
    "keeps what belongs together",
    arguments: [
      Case(
        text: "She was quoted as saying the toll was unfair.", cue: "was quoted",
        pieces: ["as saying the toll was unfair"], tidied: ["the toll was unfair"],
        tidiedCue: "was quoted as saying"),
      Case(
        text: "A study found that silt travels. It was not clear whether it had looked there.",
        cue: "found", pieces: ["silt travels", "whether it had looked there"],
        tidied: ["silt travels"]),
      Case(
        text: "They spoke of the toll on trade despite a warning it could hurt ties.",
        cue: "warning", pieces: ["the toll on trade", "it could hurt ties"],
        tidied: ["it could hurt ties"]),
      Case(
        text: "“The toll is unfair,” she said. “It is a trick.”", cue: "said",
        pieces: ["The toll is unfair", "It is a trick"],
        tidied: ["The toll is unfair", "It is a trick"]),
      Case(
        text: "The toll is unfair, she said, and it is a trick.", cue: "said",
        pieces: ["The toll is unfair", "it is a trick"],
        tidied: ["The toll is unfair", "it is a trick"]),
    ])
  func tidies(_ test: Case) throws {
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: test.text,
      blocks: [Block(role: .body, span: TextSpan(0, test.text.utf8.count))],
      metadata: Article.Metadata())
    let text = AnalysisSteps().taggedText(of: article)
    func tokens(_ words: String) throws -> Range<Int> {
      let (bytes, sought) = (text.bytes, Array(words.utf8))
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: sought) }, "no '\(words)' in it")
      return try #require(text.tokens(under: TextSpan(start, start + sought.count)))
    }
    var found = ContentPieces(
      text: text, cue: try tokens(test.cue), pieces: try test.pieces.map(tokens))
    found.tidy()
    #expect(found.pieces.map { text.string(of: text.span(of: $0)) } == test.tidied)
    let cue = try #require(found.cue)
    #expect(text.string(of: text.span(of: cue)) == test.tidiedCue ?? test.cue)
  }
}
