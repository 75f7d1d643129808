import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Attributions")
struct AttributionTests {
  private let engine = FastEngine()

  /// One attribution drawn into its text: ⟦source⟧ ⟨cue⟩ ⦃content⦄.
  @Test(
    "draws source, cue and content",
    arguments: [
      "⟦The mayor⟧ ⟨said⟩ ⦃the harbour was shut⦄.",
      "⟦Ina Holt⟧ ⟨has said⟩ that ⦃the toll will rise in May⦄.",
      "⦃The harbour is shut⦄, ⟦officials⟧ ⟨said⟩.",
      "\"⦃The harbour is shut⦄,\" ⟨said⟩ ⟦Ina Holt⟧.",
      "\"⦃The harbour is shut⦄,\" ⟦port spokesman Jon Adeyemi⟧ ⟨said⟩ in a statement.",
      "⟦He⟧ ⟨told⟩ reporters on Monday that ⦃the toll was unfair⦄.",
      "⟨According to⟩ ⟦the ministry⟧, ⦃the toll was paid⦄.",
      "⦃The toll was paid⦄, ⟨according to⟩ ⟦the ministry⟧.",
      "⟦Holt⟧ ⟨vowed⟩ ⦃to fight the toll⦄.",
      "⟦The union⟧ ⟨accused⟩ ⦃the council of hiding the bill⦄.",
      "⟦Holt⟧ ⟨dismissed⟩ ⦃the toll as a trap⦄.",
      "⟦Adeyemi⟧ ⟨was quoted as saying⟩ ⦃the harbour would open⦄.",
      "⟦The crew⟧ left the port, ⟨saying⟩ ⦃it was unsafe⦄.",
      "⟦Ina Holt, a lawyer for the union,⟧ ⟨said⟩ ⦃the toll was illegal⦄.",
      "⟦Both crews⟧ ⟨warned⟩ that ⦃the bridge might fall⦄.",
      "⟦Holt⟧ ⟨pointed out⟩ ⦃a crack that nobody had repaired⦄.",
      "⟦Ina Holt (Green), who chairs the board,⟧ ⟨told⟩ the meeting that ⦃the toll was low⦄.",
      "⟦Crews who reached the port shortly before 4 a.m.⟧ ⟨said⟩ ⦃the toll was paid⦄.",
      "The port hit back, with ⟦a spokeswoman⟧ ⟨saying⟩ ⦃the toll was paid⦄.",
      "⟦Ina Holt⟧ last night ⟨said⟩ ⦃the toll was paid⦄.",
      "⟦The mayor⟧ ⟨was quoted by the state radio as saying⟩ that ⦃the toll was paid⦄.",
      "⟦Ina Holt⟧ ⟨said⟩ last month, and I quote, \"⦃The toll is a trap⦄.\"",
      "\"⦃I am gutted, simple as that⦄.\" ⟨–⟩ ⟦Ina Holt, coach of the Swans⟧",
      "⟦Ina Holt⟧⟨:⟩ \"⦃The harbour is shut⦄.\"",
      "⟦The mayor⟧ ⟨asked⟩ ⦃whether the toll was legal⦄.",
    ])
  func drawn(_ text: String) throws {
    let source = MarkedText(without(text, "⟨⟩⦃⦄"))
    let cue = MarkedText(without(text, "⟦⟧⦃⦄"), open: "⟨", close: "⟩")
    let content = MarkedText(without(text, "⟦⟧⟨⟩"), open: "⦃", close: "⦄")
    let article = Article(paragraphs: source.plain)
    let found = try #require(engine.analyse(article).attributions.first)
    #expect(article.words(of: found.cue) == article.words(of: cue.spans))
    #expect(article.words(of: found.content) == article.words(of: content.spans))
    let words = found.source.map { article.words(of: $0.spans) }
    #expect(trim(words) == trim(article.words(of: source.spans)))
  }

  @Test(
    "names nobody where nobody is named",
    arguments: [
      "The port was weak, an inquiry was told on Monday.",
      "Crews were ordered to leave by Christmas.", "The harbour is expected to open in June.",
      "Asked about the toll, she laughed.",
    ])
  func nobody(_ text: String) throws {
    let found = try #require(engine.analyse(Article(paragraphs: text)).attributions.first)
    #expect(found.source == nil)
  }

  @Test("puts the outermost of nested reports first")
  func nesting() throws {
    let article = Article(
      paragraphs:
        "\"We cannot pay,\" Deputy Mayor Ada Lind told the union, according to a council statement."
    )
    let analysis = engine.analyse(article)
    let claim = try #require(analysis.claims.first)
    let sources = claim.attributions.compactMap { analysis.attribution($0)?.source }
    #expect(
      sources.map { article.words(of: $0.spans) } == [
        "a council statement", "Deputy Mayor Ada Lind",
      ])
  }

  @Test("gives a paragraph that is only a quote the speaker beside it")
  func carried() throws {
    let article = Article(
      paragraphs: "\"The toll is a trap,\" Ina Holt said.\n\n\"Nobody will pay it.\"")
    let analysis = engine.analyse(article)
    #expect(
      analysis.claims.map { article.words(of: $0.spans) } == [
        "The toll is a trap", "Nobody will pay it",
      ])
    for claim in analysis.claims {
      let id = try #require(claim.attributions.first)
      let source = try #require(analysis.attribution(id)?.source)
      #expect(article.words(of: source.spans) == "Ina Holt")
    }
  }

  @Test(
    "tells direct, indirect and mixed speech apart",
    arguments: [
      ("\"It is shut,\" she said.", Attribution.Mode.direct),
      ("She said it was shut.", .indirect),
      ("She said it was \"quite shut\" today.", .mixed),
    ])
  func mode(_ text: String, _ mode: Attribution.Mode) throws {
    let found = try #require(engine.analyse(Article(paragraphs: text)).attributions.first)
    #expect(found.mode == mode)
  }

  private func without(_ text: String, _ marks: String) -> String {
    text.filter { !marks.contains($0) }
  }

  /// Without the comma that closes an apposition.
  private func trim(_ words: String?) -> String? {
    words.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
  }
}
