import ArticleReader
import ClaimModel
import Testing

/// Pages that grow while something happens.
@Suite("Live pages")
struct LivePageTests {
  private let reader = ArticleReader()

  @Test(
    "reads every update of a live page, each with its own moment", arguments: ["article", "div"])
  func updates(tag: String) throws {
    let page = """
      <html><head><title>Flood in Tarn</title><meta property="article:published_time" content="2026-05-07T18:00:00Z"></head>
      <body><main><h1>Flood in Tarn: live</h1><p>The river has left its bed, and the army helps the town to fill bags with sand.</p>
      <\(tag)><header><time datetime="2026-05-07T18:00:00Z">18:00</time></header><h2>Mill shut</h2>
      <p>The mill was shut today after water came in, the owner said in a letter to the staff.</p></\(tag)>
      <\(tag)><header><time datetime="2026-05-05T07:00:00Z">07:00</time></header><h2>School shut</h2>
      <p>The school was shut today because the road to it lies under water, the council said.</p></\(tag)></main></body></html>
      """
    let article = try reader.read(Array(page.utf8), path: nil).article
    let updates = article.metadata.updates ?? []
    #expect(updates.map(\.moment.day.description) == ["2026-05-07", "2026-05-05"])
    #expect(
      updates.count == 2
        && article.words(of: [updates[1].span]).contains("The school was shut today"))
    #expect(article.text.contains("The mill was shut today"))
  }

  @Test("knows the moments of updates however they are written", arguments: LiveManners.all.indices)
  func manners(index: Int) throws {
    let manner = LiveManners.all[index]
    let page = """
      <html><head><title>Flood in Tarn</title><meta property="article:published_time" content="2026-05-07T18:00:00Z"></head>
      <body><main><h1>Flood in Tarn: live</h1><p>The river has left its bed, and the army helps the town to fill bags with sand.</p>
      \(manner.body)</main></body></html>
      """
    let article = try reader.read(Array(page.utf8), path: nil).article
    let updates = article.metadata.updates ?? []
    #expect(
      updates.map(\.moment.day.description) == ["2026-05-07", "2026-05-06", "2026-05-05"],
      "\(manner.name)")
    for (update, made) in zip(updates, LiveManners.updates) {
      #expect(article.words(of: [update.span]).contains(made.text), "\(manner.name)")
    }
    let stamps = article.blocks.filter { $0.role.holdsClaims }
      .filter { article.words(of: [$0.span]).contains("18:00") }
    #expect(stamps.isEmpty, "\(manner.name)")
  }

  @Test("takes the moments of an article's head for no updates")
  func head() throws {
    let page = """
      <html><head><title>Flood in Tarn</title></head><body><article><h1>Flood in Tarn</h1>
      <time datetime="2026-05-05T07:00:00Z">5 May 2026</time> <time datetime="2026-05-06T07:00:00Z">Updated 6 May</time>
      <p>The river has left its bed, and the army helps the town to fill bags with sand.</p>
      <p>The mill was shut today after water came in, its owner said in a letter.</p></article></body></html>
      """
    let metadata = try reader.read(Array(page.utf8), path: nil).article.metadata
    #expect(metadata.updates == nil && metadata.published?.day.description == "2026-05-05")
  }
}

private enum LiveManners {
  /// The updates of the page below, written in several ways.
  static let updates: [(iso: String, shown: String, head: String, text: String)] = [
    (
      iso: "2026-05-07T18:00:00Z", shown: "7 May 2026, 18:00", head: "Mill shut",
      "The mill was shut today after water came in, its owner said in a letter."
    ),
    (
      iso: "2026-05-06T09:30:00Z", shown: "6 May 2026, 09:30", head: "Army called",
      "The army was called today to fill bags with sand, the mayor told the town."
    ),
    (
      iso: "2026-05-05T07:00:00Z", shown: "5 May 2026, 07:00", head: "School shut",
      "The school was shut today because the road to it lies under water, it said."
    ),
  ]

  private static func list(_ write: (String, String, String, String) -> String) -> String {
    updates.map { write($0.iso, $0.shown, $0.head, $0.text) }.joined()
  }

  static let all: [(name: String, body: String)] = [
    (
      "one after the other",
      "<section>"
        + list { "<h2>\($2)</h2><time datetime=\"\($0)\">\($1)</time><p>\($3)</p>" } + "</section>"
    ),
    (
      "the time under the text",
      list {
        "<article><p>\($3)</p><footer><time datetime=\"\($0)\">\($1)</time></footer></article>"
      }
    ),
    (
      "as a list",
      "<ul>"
        + list {
          "<li><time datetime=\"\($0)\">\($1)</time><p><strong>\($2)</strong></p><p>\($3)</p></li>"
        } + "</ul>"
    ),
    ("with lines of text", list { "<div><p>\($1)</p><h3>\($2)</h3><p>\($3)</p></div>" }),
    (
      "in the page's data",
      "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":["
        + updates.map {
          "{\"@type\":\"BlogPosting\",\"headline\":\"\($0.head)\",\"datePublished\":\"\($0.iso)\"}"
        }.joined(separator: ",") + "]}</script>"
        + list { "<div><span>\($1.suffix(5))</span><h3>\($2)</h3><p>\($3)</p></div>" }
    ),
  ]
}
