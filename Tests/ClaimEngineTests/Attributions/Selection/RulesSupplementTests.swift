import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("attributions completed by the rules")
struct RulesSupplementTests {
  @Test("what a court was told stands before it, whatever the encoder made of the words")
  func hearing() throws {
    let words = "The ferry had lost its door before it sank, a public inquiry was told on Monday."
    let text = Document.tagged(
      Article(
        id: ArticleID(rawValue: "sha256:0"), text: words,
        blocks: [Block(role: .body, span: TextSpan(0, words.utf8.count))],
        metadata: Article.Metadata()))
    func tokens(_ words: String) throws -> Range<Int> {
      let (bytes, sought) = (text.bytes, Array(words.utf8))
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: sought) }, "no '\(words)' in it")
      return try #require(text.tokens(under: TextSpan(start, start + sought.count)))
    }
    let rules = AttributionFinder().attributions(
      in: text.annotated(by: Chunker(), QuoteFinder()))
    let found = RulesSupplement(text: text, rules: rules).completed([
      FoundAttribution(
        source: nil, cue: [try tokens("was told")], content: [try tokens("a public inquiry")],
        frame: .clause)
    ])
    #expect(found.map(\.cue) == [[try tokens("was told")]])
    #expect(found.map(\.content) == [[try tokens("The ferry had lost its door before it sank")]])
  }
}
