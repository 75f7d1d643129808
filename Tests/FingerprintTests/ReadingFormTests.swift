import ClaimModel
import Testing

@testable import Fingerprint

@Suite("The canonical form of a reading")
struct ReadingFormTests {
  private func article(
    _ text: String, _ blocks: [Block], _ metadata: Article.Metadata = .init(language: "en")
  ) -> Article {
    Article(id: ArticleID(of: text), text: text, blocks: blocks, metadata: metadata)
  }

  private let text = "Brandt sued on Monday.\n\nThe port won."
  private let blocks = [
    Block(role: .body, span: TextSpan(0, 22)), Block(role: .body, span: TextSpan(24, 37)),
  ]

  @Test("is the one that Docs/trust.md shows")
  func shown() {
    let reading = article(text, blocks)
    #expect(
      String(decoding: ReadingForm.bytes(of: reading), as: UTF8.self) == """
        reading/1
        text 37
        Brandt sued on Monday.

        The port won.
        blocks 20
        body 0 22
        body 24 37
        language 2
        en

        """)
    #expect(
      ReadingID(of: reading).rawValue
        == "sha256:00071c702677f87c6ab244ed4d475fbfce246053679c3fde9fff13ced70d17d0")
  }

  @Test("has every field in its order, in bytes, and leaves out what is not known")
  func fields() throws {
    let metadata = Article.Metadata(
      path: "a.txt", title: "Zoë", published: PublicationDate("2004-03-23T13:37"), byline: "",
      publisher: "P", address: "https://a.example/", language: nil)
    #expect(
      String(decoding: ReadingForm.bytes(of: article("é", [], metadata)), as: UTF8.self)
        == "reading/1\ntext 2\né\nblocks 0\n\ntitle 4\nZoë\ndate 16\n2004-03-23T13:37\n"
        + "byline 0\n\npublisher 1\nP\naddress 18\nhttps://a.example/\n")
  }

  @Test("tells readings apart, but not by their path")
  func apart() {
    let plain = article(text, blocks)
    #expect(ReadingID(of: plain) == ReadingID(of: plain.at(path: "b.txt")))
    let others = [
      article(text, Array(blocks.dropLast())),
      article(text, [Block(role: .quote, span: TextSpan(0, 22)), blocks[1]]),
      article(text, blocks, .init()), article(text, blocks, .init(title: "", language: "en")),
      article(text, blocks, .init(byline: "x", language: "en")),
      article(text, blocks, .init(publisher: "x", language: "en")),
      // What looks like the next field is part of a value.
      article(text, blocks, .init(title: "x\nbyline 1\ny", language: "en")),
    ]
    #expect(Set(([plain] + others).map { ReadingID(of: $0) }).count == others.count + 1)
  }
}
