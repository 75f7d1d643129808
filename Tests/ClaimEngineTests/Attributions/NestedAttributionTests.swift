import ClaimEngine
import ClaimModel
import Testing

@Suite("Nested attributions")
struct NestedAttributionTests {
  private let text =
    "\"The beds are dying,\" harbour master Tomas Reuel told the council, "
    + "according to a statement by the port."

  private var analysis: Analysis {
    FastEngine().analyse(
      Article(
        id: ArticleID(rawValue: "sha256:0"), text: text,
        blocks: [Block(role: .body, span: TextSpan(0, text.utf8.count))], metadata: .init()))
  }

  @Test("a claim names every level, outermost first")
  func levels() throws {
    let analysis = analysis
    let claim = try #require(analysis.claims.first)
    let cues = claim.attributions.compactMap { analysis.attribution($0)?.cue }
      .map { spans in spans.compactMap { text.utf8Substring($0) }.joined(separator: " ") }
    #expect(cues == ["according to", "told"])
  }
}
