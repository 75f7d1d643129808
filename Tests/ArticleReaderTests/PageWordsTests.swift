import ArticleReader
import ClaimModel
import Testing

/// The words of a page as they were meant: raised, struck, inserted and quoted ones.
@Suite("Words of pages")
struct PageWordsTests {
  private let reader = ArticleReader()

  private func article(_ inner: String, head: String = "") throws -> Article {
    let html = """
      <html lang="en"><head><title>Mill to be sold</title>\(head)</head><body><article><h1>Mill to be sold</h1>
      <p>The mill in Tarn will be sold in spring, the owner said in a letter to those who work there.</p>
      \(inner)
      <p>A buyer from the coast has offered four million crowns, which the owner calls a fair price.</p></article></body></html>
      """
    return try reader.read(Array(html.utf8), path: "page.html").article
  }

  @Test(
    "sets powers apart and leaves the marks of notes out",
    arguments: [
      ("It makes 4×10<sup>5</sup> bricks a year.", "It makes 4×10⁵ bricks a year."),
      ("The share is 10<sup>-6</sup> of the whole.", "The share is 10⁻⁶ of the whole."),
      ("The yard has 900 m<sup>2</sup> of floor.", "The yard has 900 m² of floor."),
      ("Wages rose by 12<sup>4</sup> per cent.", "Wages rose by 12 per cent."),
      ("Nobody was paid.<sup>7</sup> So they left.", "Nobody was paid. So they left."),
      ("It fell by 30<sup><a href=\"#n2\">2</a></sup> per cent.", "It fell by 30 per cent."),
      ("The owners<sup>[3]</sup> met twice.", "The owners met twice."),
      ("He won the 3<sup>rd</sup> race there.", "He won the 3rd race there."),
      ("It emits CO<sub>2</sub> by the tonne.", "It emits CO2 by the tonne."),
      ("Profit was 14<sup>2, 3</sup> million crowns.", "Profit was 14 million crowns."),
      ("It sold 1,300<sup>b</sup> and 70<sup>c</sup> boats.", "It sold 1,300 and 70 boats."),
      ("A loaf is $3<sup>20</sup> there.", "A loaf is $3.20 there."),
      ("A loaf is 3<sup>20</sup> € there.", "A loaf is 3,20 € there."),
      ("The share fell by 10<sup>2</sup> per cent.", "The share fell by 10 per cent."),
      ("There are 3 × 10<sup>2</sup> of them.", "There are 3 × 10² of them."),
      ("Steps grow as 2<sup>n</sup> and y<sup>k-1</sup>.", "Steps grow as 2^n and y^(k-1)."),
    ])
  func raised(html: String, expected: String) throws {
    let text = try article("<p>\(html)</p>").text
    #expect(text.contains("\n\(expected)\n"), "\(text)")
  }

  @Test(
    "does not assert what is struck out, and keeps it apart",
    arguments: [
      ("The storm hurt <del>eleven</del> four people.", "The storm hurt four people.", "eleven"),
      ("The fee is <s>900</s> 90 crowns.", "The fee is 90 crowns.", "900"),
      ("The judge <strike>jailed</strike> <ins>freed</ins> her.", "The judge freed her.", "jailed"),
      ("They hurt <span class=\"line-through\">nine</span> two.", "They hurt two.", "nine"),
      (
        "He is <span style=\"text-decoration: line-through\">guilty</span> free of guilt.",
        "He is free of guilt.", "guilty"
      ),
    ])
  func struck(html: String, expected: String, struck: String) throws {
    let article = try article("<p>\(html)</p>")
    #expect(article.text.contains("\n\(expected)\n"), "\(article.text)")
    #expect(article.metadata.struck?.map(\.text) == [struck])
  }

  @Test("says nothing of struck words on a page that has none")
  func nothingStruck() throws {
    let metadata = try article("").metadata
    #expect(metadata.struck == nil && metadata.updates == nil)
  }

  @Test(
    "keeps the author of an embedded post in its block",
    arguments: [
      "<blockquote class=\"twitter-tweet\"><p>Rents fell by a third.</p>&mdash; Maud Lind (@maudl) <a href=\"/1\">March 1, 2026</a></blockquote>",
      "<blockquote class=\"bluesky-embed\"><p>Rents fell by a third.</p><p>— Maud Lind (@maudl.example) 1 March 2026</p></blockquote>",
      "<blockquote class=\"bluesky-embed\"><p>Rents fell by a third.</p>&mdash; Maud Lind (<a href=\"/m\">@maudl.example</a>) <a href=\"/1\">March 1, 2026 at 9:14 AM</a></blockquote>",
      "<blockquote class=\"instagram-media\"><div><p>Rents fell by a third.</p><p>A post shared by <a href=\"/m\">Maud Lind (@maudl)</a></p></div></blockquote>",
      "<blockquote class=\"fb-xfbml-parse-ignore\"><p>Rents fell by a third.</p>Posted by <a href=\"/m\">Maud Lind (@maudl)</a> on <a href=\"/1\">1 March 2026</a></blockquote>",
    ])
  func posts(html: String) throws {
    let article = try article(html)
    let quotes = article.blocks.filter { $0.role == .quote }
    #expect(quotes.count == 1)
    let words = article.words(of: quotes.map(\.span))
    #expect(words.hasPrefix("Rents fell by a third.\n— Maud Lind (@maudl"))
    #expect(article.metadata.byline == nil)
  }

  @Test(
    "keeps the author of a block quote in its block",
    arguments: [
      "<blockquote><p>Rents fell by a third.</p><cite>Maud Lind</cite></blockquote>",
      "<blockquote><p>Rents fell by a third.</p><p><cite>Maud Lind</cite></p></blockquote>",
      "<blockquote><p>Rents fell by a third.</p><footer>Maud Lind</footer></blockquote>",
      "<blockquote><p>Rents fell by a third.</p><footer>— <cite>Maud Lind</cite></footer></blockquote>",
      "<figure><blockquote>Rents fell by a third.</blockquote><figcaption>Maud Lind</figcaption></figure>",
      "<figure class=\"wp-block-pullquote\"><blockquote><p>Rents fell by a third.</p><cite>Maud Lind</cite></blockquote></figure>",
    ])
  func citedQuotes(html: String) throws {
    let article = try article(html)
    let quotes = article.blocks.filter { $0.role == .quote }
    #expect(article.words(of: quotes.map(\.span)) == "Rents fell by a third.\n— Maud Lind")
  }

  @Test(
    "takes the end of a quote for its words where nothing says that it names somebody",
    arguments: [
      "<blockquote><p>Rents fell by a third.</p><p>So they did</p></blockquote>",
      "<blockquote><p>Rents fell by a third.</p><p>So says <cite>The Lund Almanac</cite></p></blockquote>",
    ])
  func unsignedQuotes(html: String) throws {
    let article = try article(html)
    #expect(article.blocks.count { $0.role == .quote } == 2)
  }

  @Test(
    "takes the day of a dateline where nothing else on the page tells one",
    arguments: [
      "LUND, March 3, 2026 (Reuters) - ", "LUND, 3 March 2026 — ", "Lund (March 3, 2026) – ",
    ])
  func datelines(dateline: String) throws {
    let page = """
      <html><head><title>Mill to be sold</title></head><body><h1>Mill to be sold</h1><div>
      <p>\(dateline)The mill in Tarn will be sold in spring, the owner said in a letter to those who work there.</p>
      <p>A buyer from the coast has offered four million crowns, which the owner calls a fair price.</p></div></body></html>
      """
    let reading = try reader.read(Array(page.utf8), path: nil)
    #expect(reading.article.metadata.published?.day.description == "2026-03-03")
  }

  @Test(
    "finds dates that are only shown",
    arguments: [
      "<p>Published: 3 March 2026</p>", "<p>3 March 2026</p>", "<p>Posted on March 3, 2026</p>",
      "<time>3 March 2026</time>", "<p>Published 10:15 GMT, 3 March 2026</p>", "<p>2026-03-03</p>",
      "<p>Veröffentlicht am 3. März 2026</p>", "<p>3 de marzo de 2026</p>",
      "<p>Le 3 mars 2026 à 10h15</p>",
      "<p>3 марта 2026</p>", "<p>2026. március 3.</p>",
      "<p>Updated 9 March 2026. Published 3 March 2026.</p>",
      "<p>Last updated: 9 March 2026</p><p>Published: 3 March 2026</p>",
      "<p>Release date: 3 March 2026</p>", "<p>Tarn, 3 March 2026</p>",
      "<dl><dt>Date</dt><dd>3 March 2026</dd></dl>", "<p>Publicado em 03/03/2026 às 10h20</p>",
      "<abbr class=\"published\" title=\"2026-03-03T10:15:00+01:00\">Tuesday</abbr>",
    ])
  func shownDates(html: String) throws {
    let page = """
      <html><head><title>Mill to be sold</title></head><body><h1>Mill to be sold</h1>\(html)<div>
      <p>The mill in Tarn will be sold in spring, the owner said in a letter to those who work there.</p>
      <p>A buyer from the coast has offered four million crowns, which the owner calls a fair price.</p></div></body></html>
      """
    let article = try reader.read(Array(page.utf8), path: nil).article
    #expect(article.metadata.published?.day.description == "2026-03-03")
    #expect(
      !article.blocks.contains { $0.role == .body && article.words(of: [$0.span]).contains("2026") }
    )
  }

  @Test(
    "names all authors, and nobody who is none",
    arguments: [
      (
        "<meta name=\"author\" content=\"Maud Lind\"><meta name=\"author\" content=\"Tom Okafor\">",
        "Maud Lind, Tom Okafor"
      ),
      (
        "<meta name=\"citation_author\" content=\"Lind, M.\"><meta name=\"citation_author\" content=\"Okafor, T.\">",
        "M. Lind, T. Okafor"
      ),
      (
        "<meta name=\"dc.creator\" content=\"von Lind, Maud\">", "Maud von Lind"
      ),
      (
        "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#a\",\"givenName\":\"Maud\",\"familyName\":\"Lind\"},{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}}]}</script>",
        "Maud Lind"
      ),
      (
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":{\"name\":\"\",\"givenName\":\"Maud\",\"additionalName\":\"R.\",\"familyName\":\"Lind\"}}</script>",
        "Maud R. Lind"
      ),
      (
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":{\"name\":\"Maud Lind, Business Editor\"}}</script>",
        "Maud Lind"
      ),
      ("<meta name=\"author\" content=\"Ren&amp;eacute; D&amp;#39;Arc\">", "René D'Arc"),
      ("<meta name=\"author\" content=\"admin\">", nil),
      (
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\",\"givenName\":\"Maud\",\"familyName\":\"Lind\"}}</script>",
        "Maud Lind"
      ),
      (
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":{\"name\":[\"Maud Lind\",\"Tom Okafor\"]}}</script>",
        "Maud Lind, Tom Okafor"
      ),
      (
        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"author\":[{\"name\":\"Ren&eacute; D&#39;Arc\"}]}</script>",
        "René D'Arc"
      ),
    ] as [(String, String?)])
  func authors(head: String, byline: String?) throws {
    #expect(try article("", head: head).metadata.byline == byline)
  }

  @Test(
    "finds authors that are only shown",
    arguments: [
      ("<p>By Maud Lind and Tom Okafor</p>", "Maud Lind, Tom Okafor"),
      (
        "<div class=\"byline\"><span class=\"author\">Maud Lind</span> <a href=\"mailto:x@y.example\">Email her</a> | 9 minutes ago</div>",
        "Maud Lind"
      ),
      ("<p>Von Jörg Weiß</p>", "Jörg Weiß"), ("<p>Por María Núñez</p>", "María Núñez"),
      ("<div>Posted by <a rel=\"author\" href=\"/author/maud\">maud</a></div>", "maud"),
      ("<p>Written by Maud Lind | 3 March 2026</p>", "Maud Lind"),
      ("<p>Maud Lind · 3 March 2026 · 4 min read</p>", "Maud Lind"),
      ("<p>Words: Maud Lind. Pictures: Tom Okafor</p>", "Maud Lind"),
      ("<p>By Maud Lind <a href=\"mailto:x@y.example\">Contact</a> 2 hours ago</p>", "Maud Lind"),
      ("<p>Maud Lind and Tom Okafor</p><p>3 March 2026</p>", "Maud Lind, Tom Okafor"),
      ("<meta name=\"author\" content=\"staff\"><p class=\"author\">Maud Lind</p>", "Maud Lind"),
    ])
  func shownAuthors(html: String, byline: String) throws {
    let page = """
      <html><head><title>Mill to be sold</title><meta name="author" content="admin"></head><body><h1>Mill to be sold</h1>\(html)<div>
      <p>The mill in Tarn will be sold in spring, the owner said in a letter to those who work there.</p>
      <p>A buyer from the coast has offered four million crowns, which the owner calls a fair price.</p></div></body></html>
      """
    #expect(try reader.read(Array(page.utf8), path: nil).article.metadata.byline == byline)
  }

  @Test("loses no body to a name, and takes no disclaimer for one")
  func names() throws {
    let disclaimer = String(
      repeating: "Nothing on these pages is advice, and whoever acts on it does so at a risk. ",
      count: 7)
    let page = """
      <html><head><title>Dyke leaks in Tarn</title></head><body><h1>Dyke leaks in Tarn</h1>
      <p class="article-dek">Engineers expect that the water will reach the lower town within days.</p>
      <div class="story paywall"><p>The dyke above Tarn has leaked since Monday, the water board said on Tuesday.</p>
      <h3 class="edTag">What the board says</h3>
      <p>Nobody is in danger, said the board, but forty families were asked to leave their homes by Friday.</p>
      <p>The dyke was built in 1962, and it was last repaired eleven years ago, according to the board.</p></div>
      <footer><p class="disclaimer">\(disclaimer)</p></footer></body></html>
      """
    let article = try reader.read(Array(page.utf8), path: nil).article
    #expect(article.blocks.count { $0.role == .body } == 3)
    #expect(
      article.text.contains("What the board says") && article.text.contains("Engineers expect"))
    #expect(!article.text.contains("Nothing on these pages"))
  }

  @Test(
    "keeps a standfirst inside the body's element as the heading that it is",
    arguments: ["article-dek", "story-kicker", "excerpt", "teaser", "standfirst", "sub-title"])
  func standfirsts(name: String) throws {
    let page = """
      <html><head><title>Dyke leaks in Tarn</title></head><body><article><h1>Dyke leaks in Tarn</h1>
      <p class="\(name)">Engineers fear for the lower town</p>
      <p>The dyke above Tarn has leaked since Monday, the water board said on Tuesday.</p>
      <h3 class="promo-title">What the board says</h3>
      <p>Nobody is in danger, said the board, but forty families were asked to leave their homes by Friday.</p>
      </article></body></html>
      """
    let article = try reader.read(Array(page.utf8), path: nil).article
    let headings = article.blocks.filter { $0.role == .heading }.map {
      article.words(of: [$0.span])
    }
    #expect(headings == ["Engineers fear for the lower town", "What the board says"])
  }

  @Test("mends text that was encoded twice, and says so")
  func encodedTwice() throws {
    let reading = try reader.read(Array("The cafÃ© isnâ€™t open, said RenÃ©.".utf8), path: nil)
    #expect(reading.article.text == "The café isn’t open, said René.")
    #expect(reading.notices == ["3 characters were encoded twice, which is mended"])
  }

  @Test(
    "leaves accented letters alone that only look odd",
    arguments: ["NÃO É «ASSIM».", "Ânes à l’école: É, À.", "Ø Ã Â"])
  func encodedOnce(text: String) throws {
    let reading = try reader.read(Array(text.utf8), path: nil)
    #expect(reading.article.text == text && reading.notices == [])
  }

  @Test("reads a page that shows its text only without scripts")
  func withoutScripts() throws {
    let page =
      "<html><body><script>x()</script><noscript><p>The mill in Tarn will be sold in spring, the owner said in a letter.</p></noscript></body></html>"
    let article = try reader.read(Array(page.utf8), path: "page.html").article
    #expect(article.text == "The mill in Tarn will be sold in spring, the owner said in a letter.")
  }
}
