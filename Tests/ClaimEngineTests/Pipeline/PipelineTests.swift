import ClaimModel
import TestSupport
import Testing

@testable import ClaimEngine

/// What holds for every engine and any text.
@Suite("Pipeline")
struct PipelineTests {
  private static let pieces = [
    "The mayor", "she", "said", "that", "the toll", "rose", "and", "but", ",", ".", "\"", "“", "”",
    "'", "according to", "who", "which", "(", ")", "was", "accused", "of", "hiding", "it", "\n\n",
    "while", "if", "Osei", "Ana Osei", ", a judge,", "?", "—", "told", "reporters", "has said",
    "é😀", ";", "to go", "asked", "why", "In", "Monday", "claims", "her", "they", "not", "last year",
    "his", "Reed", "Tom Reed", ":", "$ 40 million",
  ]

  private static func text(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    return (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
  }

  @Test(
    "the fast engine keeps the promises on any text", arguments: 0..<40 as Range<UInt64>,
    Grain.allCases)
  func fast(seed: UInt64, grain: Grain) {
    let article = Article(paragraphs: Self.text(seed))
    check(FastEngine().analyse(article, grain: grain), of: article)
  }

  @Test("the encoder keeps them, too", arguments: 100..<106 as Range<UInt64>)
  func encoder(seed: UInt64) throws {
    let article = Article(paragraphs: Self.text(seed))
    let grain = seed.isMultiple(of: 2) ? Grain.fine : .clause
    check(try EncoderEngine().analyse(article, grain: grain).analysis, of: article)
  }

  @Test("\"yesterday\" in an update is the day before the update's own")
  func updates() throws {
    let plain = Article(
      paragraphs: "The school was shut yesterday.\n\nThe road was closed yesterday.")
    var metadata = Article.Metadata(published: PublicationDate("2026-05-09"))
    metadata.updates = [
      Update(
        span: try #require(plain.blocks.last).span,
        moment: try #require(PublicationDate("2026-05-05T10:00")))
    ]
    let article = Article(
      id: plain.id, text: plain.text, blocks: plain.blocks, metadata: metadata)
    let days = FastEngine().analyse(article).times.map { $0.from?.description }
    #expect(days == ["2026-05-08", "2026-05-04"])
  }

  private func check(_ analysis: Analysis, of article: Article) {
    let document = Document(article)
    let whole = TextSpan(0, document.bytes.count)
    func isInOrder(_ spans: [TextSpan]) -> Bool {
      spans.allSatisfy { !$0.isEmpty && whole.contains($0) }
        && zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start }
    }
    #expect(isInOrder(analysis.sentences))
    #expect(analysis.claims.map(\.id.rawValue) == Array(1..<analysis.claims.count + 1))
    #expect(analysis.attributions.map(\.id.rawValue) == Array(1..<analysis.attributions.count + 1))
    for claim in analysis.claims {
      #expect(!claim.spans.isEmpty && isInOrder(claim.spans))
      // Words, not parts of letters.
      #expect(claim.spans.allSatisfy { article.text.utf8Substring($0) != nil })
      #expect(claim.spans.allSatisfy { claim.sentence.contains($0) })
      #expect(article.blocks[claim.block].span.contains(claim.sentence))
      #expect(claim.attributions.allSatisfy { analysis.attribution($0) != nil })
      #expect(claim.times.allSatisfy { time in analysis.times.contains { $0.id == time } })
      #expect(claim.statement != "")
    }
    for attribution in analysis.attributions {
      #expect(attribution.parent != attribution.id)
      #expect(attribution.parent.map { analysis.attribution($0) != nil } ?? true)
      #expect(!attribution.content.isEmpty && isInOrder(attribution.content))
    }
    #expect(isInOrder(analysis.times.map(\.span)))
    #expect(isInOrder(analysis.mentions.map(\.span)))
    // Sources and mentions agree on who is meant.
    for case let source? in analysis.attributions.map(\.source) {
      guard let mention = analysis.mentions.first(where: { [$0.span] == source.spans }),
        let meant = mention.meant, meant.entity != nil,
        source.name.lowercased() != document.string(of: mention.span).lowercased()
      else { continue }
      #expect(meant.name == source.name)
    }
  }
}
