import ArticleReader
import ClaimModel
import Testing

/// Lists of plain texts: their marks stand apart from what they say, wherever the list stands.
@Suite("Lists in plain text")
struct PlainTextListTests {
  static let marks: [[String]] = [
    ["1. ", "2. ", "3. "], ["1) ", "2) ", "3) "], ["(1) ", "(2) ", "(3) "],
    ["9. ", "10. ", "11. "],
    ["(a) ", "(b) ", "(c) "], ["a) ", "b) ", "c) "], ["a. ", "b. ", "c. "], ["A. ", "B. ", "C. "],
    ["i. ", "ii. ", "iii. "], ["(i) ", "(ii) ", "(iii) "], ["IV) ", "V) ", "VI) "],
    ["2.1 ", "2.2 ", "2.3 "], ["1.", "2.", "3."], ["• ", "• ", "• "], ["•", "•", "•"],
    ["– ", "– ", "– "], ["— ", "— ", "— "], ["- ", "- ", "- "], ["* ", "* ", "* "],
    ["o ", "o ", "o "], ["▪\t", "▪\t", "▪\t"], ["✓ ", "✓ ", "✓ "],
  ]

  static let items = [
    ["The crane was never tested.", "The night alarm was off.", "Two divers had no licence."],
    ["The crane was never tested;", "the night alarm was off; and", "two divers had no licence."],
    ["The crane was never tested", "The night alarm was off", "Two divers had no licence"],
  ]

  static let prose =
    "The head of the port resigned on Tuesday. She said that the repair would take three years."

  /// A list between the words of a text, `%` for its lines.
  static let settings = [
    "The audit names three failings:\n%\n\n\(prose)", "\(prose)\n\nThe audit names these:\n\n%",
    "Audit of the harbour\n\n%\n\nShe resigned.", "%",
    "Audit of the harbour\nBy Jana Roth\n3 March 2026\n\n%\n\n\(prose)",
  ]

  @Test("gives every item a block without its mark", arguments: marks, settings)
  func items(marks: [String], setting: String) throws {
    for items in Self.items {
      let lines = zip(marks, items).map { $0 + $1 }
      for separator in ["\n", "\n\n"] {
        let text = setting.replacing("%", with: lines.joined(separator: separator))
        let article = try ArticleReader().read(Array(text.utf8), path: nil).article
        let found = article.blocks.filter { $0.role == .list }
          .compactMap { article.text.utf8Substring($0.span).map(String.init) }
        #expect(found == items, "\(text)")
        expectWholeCover(article)
      }
    }
  }

  @Test(
    "what only looks like a list's mark stays in its sentence",
    arguments: [
      "The ferry is owned by the two\nA. Linds, and was built in the\nwinter of 1983 by their uncle\nwho had never seen the sea.",
      "The bill has gone up by more than\n40. Nobody knows by how much more it\nwill go up until the spring, or\nhow long that will take.",
      "In the report that came out (page\n12) in the paper, nothing is said of\nthe costs that the town had, nor\nof who pays for them.",
      "1.5 million people live there, which is a third more than the census of 1990 had counted.",
      "A. Lind said that the ferry would sail, whatever the council might decide on Monday.",
    ])
  func noList(text: String) throws {
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(DrawnArticle.found(article) == ["body: " + text.replacing("\n", with: "/")])
  }

  @Test("a line between dashes is a heading, as news agencies write them")
  func dashes() throws {
    let prose = "The council voted on Monday to close the bridge over the harbour for a year."
    let text = "\(prose)\n\n– Old hands –\n\n\(prose)\n\n– Who pays? –.\n\n\(prose)"
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.blocks.map(\.role) == [.body, .heading, .body, .heading, .body])
  }

  @Test("links in a list are no ground for claims, and numbered headings are headings")
  func links() throws {
    let text = """
      * Home
      * World
      * Sport

      Council closes bridge

      1. The vote

      The council voted on Monday to close the bridge over the harbour for a year.

      2. The costs

      The work will cost two million crowns, the mayor told the paper on Tuesday.

      Related Stories
      * Mayor sells ferry to his cousin
      * Ferry sinks off the northern pier
      """
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(
      DrawnArticle.found(article) == [
        "boilerplate: * Home", "boilerplate: * World", "boilerplate: * Sport",
        "title: Council closes bridge", "heading: 1. The vote",
        "body: The council voted on Monday to close the bridge over the harbour for a year.",
        "heading: 2. The costs",
        "body: The work will cost two million crowns, the mayor told the paper on Tuesday.",
        "boilerplate: Related Stories", "boilerplate: * Mayor sells ferry to his cousin",
        "boilerplate: * Ferry sinks off the northern pier",
      ])
  }
}
