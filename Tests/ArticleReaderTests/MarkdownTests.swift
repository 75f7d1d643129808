import ArticleReader
import ClaimModel
import Testing

@Suite("Markdown")
struct MarkdownTests {
  private let reader = ArticleReader()
  private static let words = "The mayor said on Monday that the bridge would be closed for a year."

  @Test("keeps all of a text, with its front matter as title, byline and date")
  func whole() throws {
    let text = """
      ---
      title: "Water prices: \\"too high\\""
      date: 2004-03-23 13:37   # when it was posted
      authors:
        - Jane Doe
        - 'John O''Roe'
      tags: [water, 'prices']
      extra:
        deep: value
      publisher: Valley Paper
      url: https://valley.example/water
      ---

      The water company raised its prices by
      a fifth in January, its *report* says.

      ## The reasons

      - pipes
      - [a dry summer](https://x.example)

      > We had no choice.

      1. First

      ```
      ls -l
      ```

      Read <b>more</b> &amp; weep.

      ## An end without more
      """
    let reading = try reader.read(Array(text.utf8), path: "water.md")
    #expect(reading.format == .markdown)
    #expect(
      DrawnArticle.found(reading.article) == [
        "title: Water prices: \"too high\"", "byline: Jane Doe, John O'Roe",
        "date: 2004-03-23T13:37",
        "body: The water company raised its prices by a fifth in January, its report says.",
        "heading: The reasons", "list: pipes", "list: a dry summer", "quote: We had no choice.",
        "list: First", "code: ls -l", "body: Read more & weep.",
        "heading: An end without more",
      ])
    let metadata = reading.article.metadata
    #expect(metadata.title == "Water prices: \"too high\"")
    #expect(metadata.byline == "Jane Doe, John O'Roe")
    #expect(metadata.published?.description == "2004-03-23T13:37")
    #expect(metadata.publisher == "Valley Paper")
    #expect(metadata.address == "https://valley.example/water")
    #expect(metadata.language == "en")
    #expect(metadata.path == "water.md")
  }

  @Test("without front matter the first heading of the first level is the title")
  func firstHeading() throws {
    let text = "# Bridge *closed*\n\n\(Self.words)\n\n---\n\nIt rained.\n"
    let article = try reader.read(Array(text.utf8), path: "a.markdown").article
    #expect(
      DrawnArticle.found(article) == [
        "title: Bridge closed", "body: \(Self.words)", "body: It rained.",
      ])
    #expect(article.metadata.title == "Bridge closed")
  }

  @Test(
    "a rule at the start is no front matter", arguments: ["---\n\n", "---\nnot closed: here\n"])
  func rule(start: String) throws {
    let article = try reader.read(Array((start + Self.words).utf8), path: "a.md").article
    #expect(article.text.contains(Self.words))
    #expect(article.metadata.title == nil)
  }

  @Test(
    "a line of front matter that is not read is named",
    arguments: [
      ("title: a\nno colon here", 3, "no colon here"), ("title: &anchor a", 2, "&anchor a"),
      ("title: \"open", 2, "\"open"), ("summary: |", 2, "|"), ("title:a", 2, "title:a"),
      ("  indented: first", 2, "indented: first"), ("- item", 2, "- item"),
      ("a: [b, {c}]", 2, "{c}"),
    ])
  func faults(lines: String, line: Int, text: String) {
    let markdown = "---\n\(lines)\n---\n\(Self.words)\n"
    #expect(throws: ReaderError.frontMatter(line: line, text: text)) {
      try reader.read(Array(markdown.utf8), path: "a.md")
    }
  }

  @Test("what is empty, binary or too large is refused")
  func refusals() {
    #expect(throws: ReaderError.empty(path: "a.md")) {
      try reader.read(Array("---\ntitle: a\n---\n".utf8), path: "a.md")
    }
    #expect(throws: ReaderError.binary(path: "a.md", kind: "binary data")) {
      try reader.read([0x61, 0, 0x62], path: "a.md")
    }
    let small = ArticleReader(limits: Limits(bytes: 100, lines: 9, tags: 9, markdownBytes: 10))
    #expect(throws: ReaderError.tooLarge(path: "a.md", limit: 10)) {
      try small.read(Array(Self.words.utf8), path: "a.md")
    }
    #expect(throws: ReaderError.tooManyTags(limit: 9)) {
      try ArticleReader(limits: Limits(bytes: 100, lines: 9, tags: 9)).read(
        Array("a\n\nb\n\nc\n\nd\n\ne\n".utf8), path: "a.md")
    }
  }

  @Test("a text whose markup hides all of its words is refused")
  func hidden() {
    #expect(throws: ReaderError.empty(path: "a.md")) {
      try ArticleReader().read(Array("<p hidden>It rained.</p>\n".utf8), path: "a.md")
    }
  }

  @Test(
    "marks without end stay bounded",
    arguments: ["[", "*a_", "`a``", "> ", "- ", "![](", "<b>", "&", "\\", "~~~\n"])
  func hostile(mark: String) throws {
    let text = "\(Self.words)\n\n" + String(repeating: mark, count: 2000) + "\n\n\(Self.words)\n"
    let article = try reader.read(Array(text.utf8), path: "a.md").article
    #expect(article.text.hasPrefix(Self.words))
  }

  @Test("reads the tables, strikes, bare addresses and footnotes of GitHub's Markdown")
  func extensions() throws {
    let text = """
      The toll is ~~nine~~ ten crowns a day since May.[^1]

      | Day | Cars |
      | --- | --- |
      | Monday | 400 |

      [^1]: The council put it up.
      """
    let article = try reader.read(Array(text.utf8), path: "toll.md").article
    #expect(
      DrawnArticle.found(article) == [
        "body: The toll is ten crowns a day since May.", "table: Day | Cars", "table: Monday | 400",
        "list: The council put it up.",
      ])
    #expect(article.metadata.struck == [StruckText(utf8Offset: 11, text: "nine")])
  }
}
