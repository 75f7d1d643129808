import Testing

@testable import Encoder

@Suite("reading a text")
struct EncoderModelTests {
  let model: EncoderModel

  init() throws { model = try CompiledInModel.shared.get() }

  private static let article = Array(
    """
    The council will close the east bridge in May, its engineer said on Tuesday.
    “We have no choice,” Dara Quill told residents. “The bolts are worn.”
    Shopkeepers fear for their trade, and the mayor promised to look for money.
    """.utf8)

  @Test("an empty text has no words")
  func empty() {
    let found = model.read([], paragraphs: [])
    #expect(found.words.isEmpty && found.attribution.values.isEmpty && found.heads.isEmpty)
  }

  @Test("every head speaks of every word in probabilities")
  func probabilities() {
    let found = model.read(Self.article, paragraphs: CompiledInModel.lines(of: Self.article))
    for scores in [found.attribution, found.penn, found.upos, found.entity, found.sentence] {
      #expect(scores.values.count == found.words.count * scores.labels.count)
      for word in found.words.indices {
        let sum = scores.labels.indices.reduce(Float(0)) {
          $0 + Activation.exp(SIMD8(repeating: scores[word, $1]))[0]
        }
        #expect(abs(sum - 1) < 1e-4)
      }
    }
    #expect(found.heads.indices.allSatisfy { found.heads[$0] != $0 })
    #expect(found.heads.allSatisfy { (-1..<found.words.count).contains($0) })
    #expect(found.relations.allSatisfy(found.relationLabels.indices.contains))
  }

  @Test("finds who said what")
  func attributions() {
    let found = model.read(Self.article, paragraphs: CompiledInModel.lines(of: Self.article))
    let spans = TagDecoder(labels: found.attribution.labels).spans(found.attribution)
    func texts(_ label: String) -> [String] {
      spans.filter { $0.label == label }.map {
        let (first, last) = (found.words[$0.words.lowerBound], found.words[$0.words.upperBound - 1])
        return String(decoding: Self.article[first.start..<last.end], as: UTF8.self)
      }
    }
    #expect(texts("source").contains("Dara Quill"))
    #expect(texts("cue").contains { $0.hasPrefix("said") })
    #expect(texts("content").contains { $0.contains("The bolts are worn") })
  }

  @Test("two threads find what one does")
  func cores() {
    let text: [UInt8] = (0..<9).flatMap { _ in Self.article + [0x0A] }
    let lines = CompiledInModel.lines(of: text)
    #expect(
      model.read(text, paragraphs: lines, cores: 2) == model.read(text, paragraphs: lines))
  }

  @Test("half the layers fill in only attributions")
  func early() {
    let lines = CompiledInModel.lines(of: Self.article)
    let found = model.read(Self.article, paragraphs: lines, depth: .attributionsOnly)
    #expect(found.attribution != model.read(Self.article, paragraphs: lines).attribution)
    #expect(found.penn.values.allSatisfy { $0 == 0 })
    #expect(found.heads.allSatisfy { $0 == -1 })
  }

  @Test(
    "a hostile text is read within its bounds",
    arguments: [
      [UInt8](repeating: 0x78, count: 1 << 20),
      [UInt8](repeating: 0x22, count: 2000),
      Array(String(repeating: "\u{301}", count: 5000).utf8),
      [UInt8](repeating: 0xF0, count: 3000),
    ])
  func hostile(_ text: [UInt8]) {
    let found = model.read(text, paragraphs: [0..<text.count], wordLimit: 300)
    #expect(found.words.count <= 300)
    #expect(found.attribution.values.allSatisfy { $0.isFinite })
    #expect((found.unreadFrom == nil) == (found.words.count < 300))
  }
}
