import ClaimModel
import LinearModels
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("FastEngine")
struct FastEngineTests {
  private let engine = FastEngine()

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
