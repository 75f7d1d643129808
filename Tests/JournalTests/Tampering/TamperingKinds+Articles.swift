import ClaimModel
import Fingerprint

@testable import Journal

extension Tampering.Group {
  private static let first = "WHERE id = (SELECT reading FROM session WHERE id = 1)"

  private static func metadata(_ name: String, _ field: String, _ value: String) -> Tampering {
    Tampering(
      name,
      sql: "UPDATE reading SET metadata = json_set(metadata, '$.\(field)', '\(value)') \(first)")
  }

  private static func blocks(_ name: String, _ json: String) -> Tampering {
    Tampering(name, sql: "UPDATE reading SET blocks = '\(json)' \(first)")
  }

  static let articles = Tampering.Group(
    title: "Articles and their readings",
    kinds: [
      Tampering(
        "the text", sql: "UPDATE article SET text = replace(text, 'Lindau', 'Landau')"),
      metadata("the title", "title", "Another"),
      metadata("the date", "published", "2019-01-01"),
      metadata("the byline", "byline", "Eve"),
      metadata("the publisher", "publisher", "Another"),
      metadata("the address", "address", "https://b.example/"),
      metadata("the language", "language", "de"),
      Tampering(
        "the byline removed",
        sql: "UPDATE reading SET metadata = json_remove(metadata, '$.byline') \(first)"),
      Tampering(
        "a title given twice",
        sql:
          "UPDATE reading SET metadata = substr(metadata, 1, length(metadata) - 1) || ',\"title\":\"x\"}' \(first)"
      ),
      Tampering(
        "what is known made unreadable", sql: "UPDATE reading SET metadata = '[' \(first)"),
      blocks("blocks emptied", "[]"),
      blocks("a block out of range", #"[{"role":"body","span":[0,99999]}]"#),
      blocks("a huge block", #"[{"role":"body","span":[0,9223372036854775807]}]"#),
      blocks(
        "blocks that overlap",
        #"[{"role":"title","span":[0,8]},{"role":"body","span":[4,200]}]"#),
      Tampering(
        "a block made boilerplate",
        sql: "UPDATE reading SET blocks = replace(blocks, 'body', 'boilerplate') \(first)"),
      Tampering(
        "a block moved", sql: "UPDATE reading SET blocks = replace(blocks, '[9,', '[10,') \(first)"),
      Tampering(
        "when the article was added",
        sql:
          "UPDATE article SET added = added - 5 WHERE id = (SELECT article FROM session WHERE id = 4)"
      ),
      Tampering("when the reading was added", sql: "UPDATE reading SET added = added - 5 \(first)"),
      Tampering(
        "a reading made somebody else's", sql: "UPDATE reading SET read = NULL \(first)"),
      Tampering("a reading deleted", sql: "DELETE FROM reading \(first)"),
      Tampering(
        "an article deleted",
        sql: "DELETE FROM article WHERE id = (SELECT article FROM session WHERE id = 4)"),
      Tampering(
        "an unused article under a wrong name",
        sql: "INSERT INTO article(id, added, text) VALUES ('sha256:00', 1800000000000, 'Planted.')"),
      Tampering("an unused article under its own name") { store in
        try store.open().add(Sample(7).article, origin: .imported)
      },
      Tampering("an unused article, marked as read here") { store in
        try store.open().add(Sample(7).article)
      },
      Tampering(
        "an article without a reading",
        sql:
          "INSERT INTO article(id, added, text) SELECT 'sha256:' || 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 1, ''"
      ),
      Tampering("another reading of an article, planted") { store in
        let article = try HonestStore.article(0, path: "reports/0.txt")
        let other = Article(
          id: article.id, text: article.text, blocks: article.blocks,
          metadata: Article.Metadata(title: "Planted"))
        try store.open().add(other, origin: .imported)
      },
    ])
}
