import ClaimModel
import LinearModels
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("FastEngine")
struct FastEngineTests {
  private let engine = FastEngine()

  @Test("keeps its promises on any text", arguments: 0..<40 as Range<UInt64>, Grain.allCases)
  func promises(seed: UInt64, grain: Grain) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "The mayor", "she", "said", "that", "the toll", "rose", "and", "but", ",", ".", "\"", "“",
      "”",
      "'", "according to", "who", "which", "(", ")", "was", "accused", "of", "hiding", "it", "\n\n",
      "while", "if", "Osei", ", a judge,", "?", "—", "told", "reporters", "has said", "é😀", ";",
      "to go",
      "asked", "why", "In", "Monday", "claims",
    ]
    let text = (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
    let article = Article(paragraphs: text)
    let analysis = engine.analyse(article, grain: grain)
    #expect(analysis.engine == FastEngine.name)
    #expect(analysis.claims.map(\.id.rawValue) == Array(1..<analysis.claims.count + 1))
    #expect(analysis.attributions.map(\.id.rawValue) == Array(1..<analysis.attributions.count + 1))
    for claim in analysis.claims {
      #expect(!claim.spans.isEmpty && claim.spans == claim.spans.normalized)
      #expect(
        claim.spans.allSatisfy { text.utf8Substring($0) != nil && claim.sentence.contains($0) })
      #expect(article.blocks[claim.block].span.contains(claim.sentence))
      #expect(claim.attributions.allSatisfy { analysis.attribution($0) != nil })
    }
    for attribution in analysis.attributions {
      #expect(attribution.parent != attribution.id)
      #expect(attribution.content.allSatisfy { !$0.isEmpty })
    }
    #expect(
      zip(analysis.sentences, analysis.sentences.dropFirst()).allSatisfy { $0.end <= $1.start })
  }

  @Test(
    "bears hostile text",
    arguments: [
      String(repeating: "word said that he ", count: 20_000),
      String(repeating: "\" ", count: 40_000),
      String(repeating: "x", count: 300_000),
      String(repeating: "a, ", count: 40_000),
      String(repeating: "(", count: 40_000),
      String(repeating: "\u{0}\u{202E}", count: 10_000), "", "\n\n\n",
    ])
  func hostile(_ text: String) {
    let analysis = engine.analyse(Article(paragraphs: text))
    let covered = analysis.sentences.reduce(0) { $0 + $1.length }
    #expect(covered <= text.utf8.count)
    #expect(text.allSatisfy(\.isWhitespace) == analysis.sentences.isEmpty)
  }

  @Test("tags what rules ask for")
  func tags() {
    let article = Article(paragraphs: "Officials won't say why the old ferry stopped on Monday.")
    let text = Document.tagged(article)
    #expect(
      text.tokens.map(\.tag) == [
        .nns, .md, .rb, .vb, .wrb, .dt, .jj, .nn, .vbd, .in, .nnp, .punctuation,
      ])
  }

  @Test("refuses weights that are damaged")
  func damagedWeights() {
    let bytes: [UInt8] = [0x41, 0x54, 0x47, 0x31, 1, 0, 0, 0, 0, 0, 0, 0]
    #expect(bytes.withUnsafeBytes { TaggerModel($0) } == nil)
    #expect([UInt8](repeating: 0, count: 12).withUnsafeBytes { TaggerModel($0) } == nil)
  }
}
