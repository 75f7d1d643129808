import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Transcripts")
struct TranscriptTests {
  private static let interview = """
    HOST: Good evening. Is the dam safe?

    LIND: It is. The inspectors said that 12 gates were sound. I think the town can sleep.

    HOST (laughing): The union says you never looked. Ada Quist told us last week, "They looked once."

    LIND: We looked twice. The spillway was rebuilt in May.
    """

  /// Source and first words of every attribution of a text.
  private func found(_ text: String, _ analysis: (Article) throws -> Analysis) throws -> [String] {
    let article = Article(paragraphs: text)
    return try analysis(article).attributions.map {
      let source = $0.source.map { article.words(of: $0.spans) } ?? ""
      let words = article.words(of: $0.content)
      return source + " | " + words.split(separator: " ").prefix(3).joined(separator: " ")
    }
  }

  @Test("gives a whole turn to its label, by either engine")
  func turns() throws {
    for analyse in [
      { FastEngine().analyse($0) },
      { (article: Article) in try EncoderEngine().analyse(article).analysis },
    ] {
      let lines = try found(Self.interview, analyse)
      for turn in ["HOST | Good evening. Is", "LIND | It is. The", "HOST | The union says"] {
        #expect(lines.contains(turn), "\(lines)")
      }
      #expect(lines.contains("The inspectors | 12 gates were"))
      #expect(!lines.contains { $0.hasPrefix("I |") || $0.hasPrefix(" |") }, "\(lines)")
    }
  }

  @Test("reads the labels of a transcript whose turns each open with a quote mark")
  func quoted() throws {
    let text = Self.interview.split(separator: "\n\n").map { "\"" + $0 }.joined(separator: "\n\n")
    for analyse in [
      { FastEngine().analyse($0) },
      { (article: Article) in try EncoderEngine().analyse(article).analysis },
    ] {
      let lines = try found(text, analyse)
      for turn in ["HOST | Good evening. Is", "LIND | It is. The", "LIND | We looked twice."] {
        #expect(lines.contains(turn), "\(lines)")
      }
    }
  }

  @Test("keeps labels out of claims and gives every claim of a turn its speaker")
  func claims() throws {
    let article = Article(paragraphs: Self.interview)
    for analysis in [
      FastEngine().analyse(article), try EncoderEngine().analyse(article).analysis,
    ] {
      #expect(!analysis.claims.isEmpty)
      for claim in analysis.claims {
        let words = article.words(of: claim.spans)
        #expect(!words.contains("HOST") && !words.contains("LIND"))
        #expect(!claim.attributions.isEmpty, "\(words)")
        if words.contains("spillway") {
          let source = claim.attributions.first.flatMap { analysis.attribution($0)?.source }
          #expect(source?.name == "LIND")
        }
      }
    }
  }

  @Test(
    "sees no speakers where labels say something else",
    arguments: [
      "Price: £3.\n\nVerdict: The soup was cold.\n\nPrice: £4.\n\nVerdict: The pie was burnt.",
      "CLAIM: The dam fell.\n\nVERDICT: The dam stands.\n\nCLAIM: It rained.\n\nVERDICT: It did.",
      "Monday: The dam is shut.\n\nTuesday: The dam opens.\n\nMonday: It shuts again.",
      "Holm: The dam is shut.\n\nThe town waited for news all day.",
    ])
  func noTranscript(_ text: String) {
    #expect(
      TranscriptReader(text: TextAnalyser().document(of: Article(paragraphs: text))).turns()
        .isEmpty)
  }
}
