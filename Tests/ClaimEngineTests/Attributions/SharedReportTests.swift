import ClaimModel
import Testing

@testable import ClaimEngine

/// Reports whose source stands far from their cue, or is shared by several.
@Suite("Shared reports")
struct SharedReportTests {
  /// Source, cue and content of each attribution.
  private func found(_ text: String, _ analysis: (Article) throws -> Analysis) throws -> [String] {
    let article = Article(paragraphs: text)
    return try analysis(article).attributions.map {
      let source = $0.source.map { article.words(of: $0.spans) } ?? ""
      return "\(source) | \(article.words(of: $0.cue)) | \(article.words(of: $0.content))"
    }
  }

  private func both(_ text: String) throws -> [[String]] {
    [
      try found(text) { FastEngine().analyse($0) },
      try found(text) { try EncoderEngine().analyse($0).analysis },
    ]
  }

  @Test("gives what follows \"and\" or \"but\" the source of the report before")
  func second() throws {
    let lines = try both(
      "Its lawyer, Ida Rask, said the gate had passed a test and accused the farmers' agents of greed."
    )
    for lines in lines {
      #expect(
        lines.contains("Its lawyer, Ida Rask | accused | the farmers' agents of greed"), "\(lines)")
      #expect(
        lines.contains("Its lawyer, Ida Rask | said | the gate had passed a test"), "\(lines)")
    }
    let caution = try both(
      "Chairman Rolf Dahl wrote that the company had lost its way but cautioned that sales would fall."
    )
    for lines in caution {
      #expect(
        lines.contains { $0.hasPrefix("Chairman Rolf Dahl | cautioned | sales") }, "\(lines)")
    }
  }

  @Test("leaves a report to the one who tells it within another")
  func inner() throws {
    let lines = try found(
      "Jane Hale replied that the study had described the rust as old and recommended that it be painted."
    ) { FastEngine().analyse($0) }
    #expect(!lines.contains { $0.hasPrefix("Jane Hale | recommended") }, "\(lines)")
  }

  @Test("finds both levels of \"according to a log, an engineer wrote\"")
  func levels() throws {
    for lines in try both(
      "According to a service log read to the inquiry, an engineer wrote on 12 August that the seal was worn."
    ) {
      #expect(lines.contains { $0.hasPrefix("an engineer | wrote") }, "\(lines)")
      #expect(lines.contains { $0.contains("| According to |") }, "\(lines)")
    }
  }

  @Test("does not take where and when something was said for what was said")
  func circumstances() throws {
    let lines = try both(
      "On this week's broadcast of “Harbour Hour Live,” Ina Holt said that the toll was too low.")
    #expect(!lines[1].contains { $0.contains("Harbour Hour") }, "\(lines[1])")
    #expect(lines[1].contains("Ina Holt | said | the toll was too low"), "\(lines[1])")
  }

  @Test("lets a quote that nothing closes keep its speaker in the next paragraphs")
  func paragraphs() throws {
    let text = """
      "I asked for two weeks," Ina Holt said. "They gave me two days.

      "So I left the port.

      "I will never go back."

      Asked about the toll, Ina Holt laughed.

      "Which toll? Nobody pays it."
      """
    for lines in try both(text) {
      for words in ["So I left the port", "I will never go back", "Which toll"] {
        #expect(
          lines.contains { $0.hasPrefix("Ina Holt |") && $0.contains(words) }, "\(words) \(lines)")
      }
    }
  }

  @Test("gives the items of a list the report that introduces them")
  func list() throws {
    let text = "The union said that:\n\nhalf of the gates were rusty;\n\nthe rest leaked badly."
    let starts = [0, 22, 53]
    let ends = [20, 51, 78]
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: text,
      blocks: zip(starts, ends).enumerated().map { number, span in
        Block(
          role: number == 0 ? .body : .list, span: TextSpan(span.0, min(span.1, text.utf8.count)))
      }, metadata: .init())
    for analysis in [
      FastEngine().analyse(article), try EncoderEngine().analyse(article).analysis,
    ] {
      let contents = analysis.attributions.filter { $0.source?.name == "union" }
        .map { article.words(of: $0.content) }
      #expect(contents == ["half of the gates were rusty", "the rest leaked badly"])
    }
  }
}
