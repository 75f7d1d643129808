import ArticleReader
import ClaimModel
import Testing

@Suite("Bylines")
struct BylineTests {
  private static let body =
    "The new bridge over the Tana was opened by the queen on Monday morning."

  @Test(
    "a byline is told from a title and from a sentence",
    arguments: [
      ("By JANE DOE, Associated Press", "JANE DOE, Associated Press"),
      ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
      ("By the Associated Press", "the Associated Press"),
      ("by Jane van der Doe", "Jane van der Doe"),
      ("By Jane Doe | March 23, 2004", "Jane Doe"),
      ("By Jane Doe, Staff Writer", "Jane Doe, Staff Writer"),
      ("Jane Doe | Reporter", "Jane Doe"),
      ("Jane Doe, Foreign Correspondent", "Jane Doe"),
      ("Written by J. R. Doe", "J. R. Doe"),
      ("By a staff reporter", "a staff reporter"),
      (
        "(Reporting by Jane Doe; Additional reporting by John Roe.)",
        "Jane Doe; Additional reporting by John Roe"
      ),
      ("By Friday the rain had gone", nil),
      ("By Land and by Sea for 40 Days", nil),
      ("By and large a good year", nil),
      ("Rain, Wind and Snow", nil),
    ] as [(String, String?)])
  func reads(line: String, byline: String?) throws {
    let text = "New bridge opens in the north\n\n\(line)\n\n\(Self.body)\n"
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.metadata.byline == byline)
    #expect(article.blocks.map(\.role) == [.title, byline == nil ? .heading : .byline, .body])
  }
}
