import ClaimModel
import LinearModels
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("AttributionTagger")
struct AttributionTaggerTests {
  private static let parser = DependencyParser()
  private static let tagger = AttributionTagger()

  private func spans(in drawn: String) -> (Document, AttributionTagger.Spans) {
    let text = Document.tagged(Article(paragraphs: drawn))
    let spans = Self.tagger.spans(
      in: text, tree: Self.parser.parse(text), quotations: QuoteFinder().quotations(in: text))
    return (text, spans)
  }

  @Test(
    "finds who says what, and by which words",
    arguments: [
      (
        "The mayor said the bridge was unsafe.", ["The mayor"], ["said"],
        ["the bridge was unsafe"]
      ),
      (
        "“We lost everything,” said Ana Torv, a farmer.", ["Ana Torv, a farmer"], ["said"],
        ["“We lost everything,”"]
      ),
      (
        "Residents complained that the water smelled of oil.", ["Residents"], ["complained"],
        ["that the water smelled of oil"]
      ),
      (
        "According to the police, two men fled.", ["the police"], ["According to"], ["two men fled"]
      ),
      ("The bridge closed in May and the ferry took its place.", [], [], []),
    ])
  func finds(drawn: String, sources: [String], cues: [String], contents: [String]) {
    let (text, spans) = spans(in: drawn)
    func words(_ ranges: [Range<Int>]) -> [String] {
      ranges.map { text.string(of: text.span(of: $0)) }
    }
    #expect(words(spans.sources) == sources)
    #expect(words(spans.cues) == cues)
    #expect(words(spans.contents) == contents)
  }

  @Test("gives spans in order that do not overlap", arguments: 0..<30 as Range<UInt64>)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "The mayor", "said", "that", "“", "”", ",", ".", "it was shut", "told", "Ana Torv", "\n\n",
      "according to", "warned", "of floods", "to leave", "and", "—", "police",
    ]
    let drawn = (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "" }
    let (text, spans) = spans(in: drawn.joined(separator: " "))
    let all = (spans.sources + spans.cues + spans.contents).sorted { $0.lowerBound < $1.lowerBound }
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    #expect(
      all.allSatisfy { span in
        !span.isEmpty
          && text.paragraphRanges.contains {
            $0.contains(span.lowerBound) && $0.upperBound >= span.upperBound
          }
      })
  }

  @Test("refuses weights that are none")
  func noWeights() {
    for bytes: [UInt8] in [[], Array("AAT1".utf8), Array("AAT1\u{1}\0\0\0\0\0\0\0".utf8)] {
      #expect(bytes.withUnsafeBytes { AttributionModel($0) } == nil)
    }
  }
}
