import ArticleReader
import ClaimModel
import Testing

@Suite("Hostile HTML")
struct HostileHTMLTests {
  private static let words = "The mayor said on Monday that the bridge would be closed for a year."
  private let reader = ArticleReader()

  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let html: String
    var testDescription: String { name }
  }

  private static func many(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let pages: [Page] = [
    .init(name: "100,000 nested elements", html: many(100_000, "<div>") + "<p>\(words)"),
    .init(name: "nested formatting", html: many(20_000, "<b><p>") + "<p>\(words)"),
    .init(
      name: "nested articles by authors",
      html: many(10_000, "<article><div itemprop=author>") + "<p>\(words)"),
    .init(name: "a huge attribute", html: "<div title='\(many(1_000_000, "ab "))'><p>\(words)"),
    .init(
      name: "100,000 attributes",
      html: "<div \((0..<100_000).map { "a\($0)=1" }.joined(separator: " "))><p>\(words)"),
    .init(
      name: "100,000 quoted attributes",
      html: "<div \((0..<100_000).map { "a\($0)='>'" }.joined())><p>\(words)"),
    .init(
      name: "a script that spells markup",
      html: "<script>var a = '<p>Not this, they said.</p>'; if (a<b) {}</script><p>\(words)"),
    .init(
      name: "a bomb of entities",
      html: "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><p>\(words)</p><p>&b;"),
    .init(name: "an external entity", html: "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><p>\(words)"),
    .init(
      name: "deep JSON",
      html: "<script type='application/ld+json'>\(many(100_000, "["))</script><p>\(words)"),
    .init(
      name: "a refresh to itself",
      html:
        "<meta http-equiv=refresh content='0;url=#'><iframe src='file:///etc/passwd'></iframe><p>\(words)"
    ),
    .init(
      name: "zero-width and bidi characters",
      html: "<p>\u{200B}\(words)\u{200B}</p><p>\u{202E}\u{200F}</p>"),
    .init(name: "NUL bytes", html: "\0<p>\(words)\0</p>"),
  ]

  @Test("gives the words and nothing else", arguments: pages)
  func survives(page: Page) throws {
    let html = "<html><body>" + page.html
    let text = try reader.read(Array(html.utf8), path: nil).article.text
    #expect(text.contains(Self.words))
    #expect(!text.contains("Not this"))
    #expect(!text.contains("root:"))
    #expect(text.utf8.count < 300)
  }

  @Test("long lists and many headings stay bounded")
  func long() throws {
    let html =
      "<html><body><h1>\(Self.many(2000, "a</h1><h1>"))</h1><ul>"
      + Self.many(5000, "<li><a href=x>Home</a> and away") + "</ul><p>\(Self.words)"
    #expect(try reader.read(Array(html.utf8), path: nil).article.text.contains(Self.words))
  }

  @Test("a headline has one line and no control characters, however it is spelt")
  func headline() throws {
    let html = """
      <html><head><script type='application/ld+json'>{"@type":"NewsArticle",
      "headline":"Bridge\\u0000\\u001b[2J to \\n close"}</script></head><body><p>\(Self.words)
      """
    let article = try reader.read(Array(html.utf8), path: nil).article
    #expect(article.metadata.title == "Bridge [2J to close")
    #expect(article.text.hasPrefix("Bridge [2J to close\n\n"))
  }

  private static let unmatchedEnds: [Page] = [
    .init(name: "ends without a start", html: many(30_000, "<div>") + many(30_000, "</i>")),
    .init(
      name: "ends that heavier elements hold back",
      html: many(30_000, "<b>") + many(30_000, "<div>") + many(30_000, "</b>")),
    .init(
      name: "one start for many ends",
      html: "<i>" + many(30_000, "<table>") + many(30_000, "</I>")),
  ]

  @Test("end tags that fit none of many open elements are refused", arguments: unmatchedEnds)
  func unmatched(page: Page) {
    #expect(throws: ReaderError.tooDeep) {
      try reader.read(Array(page.html.utf8), path: nil, format: .html)
    }
  }

  private static let untidyPages: [Page] = [
    .init(name: "open items and paragraphs", html: many(20_000, "<li>One<p>Two")),
    .init(name: "ends of nothing", html: many(10_000, "<td>a</font></p></b>")),
    .init(
      name: "open cells",
      html: "<table>" + many(10_000, "<tr><td>One<td><b>two</b>") + "</table>"),
    .init(
      name: "breaks and ends of nothing in deep elements",
      html: many(1000, "<div>") + many(20_000, "a<br></font>")),
  ]

  @Test("long pages of tags left open, or closed twice, are read", arguments: untidyPages)
  func untidy(page: Page) throws {
    let html = page.html + "<p>\(Self.words)"
    let article = try reader.read(Array(html.utf8), path: nil, format: .html).article
    #expect(article.text.contains(Self.words))
  }
}
