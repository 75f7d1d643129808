import ArticleReader
import ClaimModel
import Foundation
import Testing

@Suite("HTML")
struct HTMLTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let html: String
    let blocks: [String]
    let provenance: [Reading.Field: String]
    var publisher: String?
    var address: String?
    var language: String?
    var testDescription: String { name }
  }

  private let reader = ArticleReader()

  @Test("finds the article and says where it knows its metadata from", arguments: HTMLPages.all)
  func pages(page: Page) throws {
    let reading = try reader.read(Array(page.html.utf8), path: "page.html")
    #expect(DrawnArticle.found(reading.article) == page.blocks)
    #expect(reading.provenance == page.provenance)
    #expect(reading.article.metadata.publisher == page.publisher)
    #expect(reading.article.metadata.address == page.address)
    #expect(reading.article.metadata.language == page.language)
    #expect(reading.article.metadata.path == "page.html")
    #expect(reading.format == .html)
    #expect(reading.notices == [])
    check(reading)
  }

  /// Checks what holds for every page: blocks in order, whole characters, nothing but blank between.
  private func check(_ reading: Reading) {
    var end = 0
    let bytes = Array(reading.article.text.utf8)
    for block in reading.article.blocks {
      #expect(block.span.start >= end && !block.span.isEmpty)
      #expect(reading.article.text.utf8Substring(block.span) != nil)
      let between = String(decoding: bytes[end..<block.span.start], as: UTF8.self)
      #expect(between.allSatisfy { $0.isWhitespace })
      end = block.span.end
    }
    #expect(end == bytes.count)
  }

  @Test(
    "tells a page from a text",
    arguments: [
      ("<!doctype HTML><p>x", nil, .html),
      ("\u{FEFF}  <html>", nil, .html),
      ("<?xml version='1.0'?><!-- x --><html>", nil, .html),
      ("<div>x", nil, .html),
      ("<x>", "a.HTM", .html),
      ("<x>", "a.txt", .plainText),
      ("The <html> element", "a.txt", .plainText),
      ("He said <div> twice.", "a.html", .plainText),
      ("", nil, .plainText),
    ] as [(String, String?, Format)])
  func formats(text: String, path: String?, format: Format) {
    #expect(Format.guess(Array(text.utf8), path: path) == format)
  }

  @Test("a page in UTF-16 is a page")
  func utf16() throws {
    let html = "<html><body><p>The mayor said it would rain, and so it did.</p></body></html>"
    let bytes: [UInt8] = [0xFF, 0xFE] + html.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let reading = try reader.read(bytes, path: nil)
    #expect(
      DrawnArticle.found(reading.article) == ["body: The mayor said it would rain, and so it did."])
  }

  @Test(
    "decides the encoding by the bytes, then by what the page says",
    arguments: [
      ("utf-8", Array("é".utf8), "é", []),
      ("iso-8859-1", Array("é".utf8), "é", []),
      ("iso-8859-1", [0x80, 0xE9], "€é", []),
      ("windows-1251", [0xCC, 0xE8, 0xF0], "Мир", []),
      ("koi8-r", [0xED, 0xC9, 0xD2], "Мир", []),
      ("Shift_JIS", [0x8B, 0xB4, 0x81], "橋\u{FFFD}", []),
      ("gb2312", [0xC7, 0xC5], "桥", []),
      ("iso-8859-2", [0xB1], "ą", []),
      (
        "utf-8", [0xE9, 0x20, 0xE8], "\u{FFFD} \u{FFFD}",
        ["broken UTF-8; each broken character is shown as \u{FFFD}"]
      ),
      ("utf-7", [0xE9], "é", []),
      ("", [0xE9], "é", ["not UTF-8, so read as windows-1252; accented letters may be wrong"]),
    ] as [(String, [UInt8], String, [String])])
  func encodings(label: String, bytes: [UInt8], text: String, notices: [String]) throws {
    let meta = label.isEmpty ? "" : "<meta http-equiv=x content='text/html; charset=\(label)'>"
    let page =
      Array("<html><head>\(meta)</head><body><p>The mayor said that it was ".utf8) + bytes
      + Array(".</p></body></html>".utf8)
    let reading = try reader.read(page, path: nil)
    #expect(reading.article.text == "The mayor said that it was \(text).")
    #expect(reading.notices == notices)
  }

  @Test("lets a page name its own address, and takes where it was fetched from else")
  func fetched() throws {
    let body = "<p>The mayor said that the bridge would open in May."
    let fetched = "https://x.example/2004/03/23/bridge"
    let plain = try reader.read(
      Array("<html>\(body)".utf8), path: nil, format: .html, address: fetched)
    #expect(plain.article.metadata.address == fetched)
    #expect(plain.provenance[.address] == "fetched")
    #expect(plain.article.metadata.published?.description == "2004-03-23")
    #expect(plain.provenance[.published] == "address")
    let canonical = "https://x.example/bridge"
    let named = try reader.read(
      Array("<html><link rel=canonical href='\(canonical)'>\(body)".utf8), path: nil,
      format: .html, address: fetched)
    #expect(named.article.metadata.address == canonical)
    #expect(named.provenance[.address] == "link canonical")
    for format in [Format.plainText, .markdown] {
      let text = try reader.read(Array(body.utf8), path: nil, format: format, address: fetched)
      #expect(text.article.metadata.address == fetched)
      #expect(text.provenance[.address] == "fetched")
    }
  }

  @Test(
    "tells the format by what a server calls it",
    arguments: [
      ("text/html", "/a", .html), ("application/xhtml+xml", "/a", .html),
      ("text/plain", "/a", .plainText), ("text/plain", "/a.md", .markdown),
      ("text/markdown", "/a", .markdown), ("application/octet-stream", "/a", nil),
      (nil, "/a", nil),
    ] as [(String?, String, Format?)])
  func mediaType(type: String?, path: String, format: Format?) {
    #expect(Format.reads(mediaType: type))
    #expect(Format(mediaType: type, path: path) == format)
  }

  @Test(
    "reads nothing else", arguments: ["image/png", "video/mp4", "application/json", "text/css"])
  func otherMediaType(type: String) {
    #expect(!Format.reads(mediaType: type))
    #expect(Format(mediaType: type, path: "/a.md") == nil)
  }

  @Test(
    "takes each field from the best place that has it",
    arguments: [
      (
        "<meta property='article:published_time' content='2004-03-23T13:37:00+0100'>", .published,
        "2004-03-23T13:37+01:00", "meta article:published_time"
      ),
      ("<meta name='DC.date' content='23 March 2004'>", .published, "2004-03-23", "meta dc.date"),
      (
        "<meta name=date content='0001-01-01'><time datetime='2004-03-23'>x</time>", .published,
        "2004-03-23", "time"
      ),
      (
        "<link rel=canonical href='https://x.example/2004/03/23/a'>", .published, "2004-03-23",
        "address"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"Report\",\"datePublished\":\"2004-03-23\"}</script>",
        .published, "2004-03-23", "json-ld"
      ),
      (
        "<script type='application/ld+json'>[{\"@type\":\"BlogPosting\",\"author\":\"Zo\\u00eb \\ud83d\\ude00 Roe\\n\"}]</script>",
        .byline, "Zoë 😀 Roe", "json-ld"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":[\"A B\"]},\"x\":[true,false,null,1e3,{}]}</script>",
        .byline, "A B", "json-ld"
      ),
      ("<meta name=author content='By Jane Doe'>", .byline, "Jane Doe", "meta author"),
      ("<a rel=author href=x> Jane\n Doe </a>", .byline, "Jane Doe", "visible text"),
      (
        "<meta property='og:site_name' content='The Herald'>", .publisher, "The Herald",
        "meta og:site_name"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"@herald\"}}</script>",
        .publisher, "herald", "json-ld"
      ),
      (
        "<link rel=canonical href='file:///etc/passwd'><meta property='og:url' content='http://x.example/'>",
        .address, "http://x.example/", "meta og:url"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":{\"@id\":\"https://x.example/1\"}}</script>",
        .address, "https://x.example/1", "json-ld"
      ),
      (
        "<meta http-equiv='Content-Language' content='en_GB'>", .language, "en-GB",
        "meta content-language"
      ),
      (
        "<meta property='og:title' content='The bridge is closed for good - Herald'><meta property='og:site_name' content='Herald'>",
        .title, "The bridge is closed for good", "meta og:title"
      ),
      (
        "<title>The bridge is closed for good | The Herald</title>", .title,
        "The bridge is closed for good", "title"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Closed\"}</script>",
        .title, "Closed", "json-ld"
      ),
      (
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Cl</script><title>Open for all</title>",
        .title, "Open for all", "title"
      ),
    ] as [(String, Reading.Field, String, String)])
  func fields(head: String, field: Reading.Field, value: String, source: String) throws {
    let page =
      "<html><head>\(head)</head><body><p>The mayor said that it was open.</p></body></html>"
    let reading = try reader.read(Array(page.utf8), path: nil)
    let metadata = reading.article.metadata
    let found =
      switch field {
      case .title: metadata.title
      case .published: metadata.published?.description
      case .byline: metadata.byline
      case .publisher: metadata.publisher
      case .address: metadata.address
      case .language: metadata.language
      }
    #expect(found == value)
    #expect(reading.provenance[field] == source)
  }

  @Test(
    "a page without words of its own is refused",
    arguments: [
      "<html></html>", "<html><body><a href=x>Home</a></body></html>",
      "<html><script>document.write('<p>Not shown.</p>')</script></html>",
      "<html><body><p hidden>Not shown.</p><p style='display: none'>Nor this.</p></body></html>",
      "<html><body><p>   </p></body></html>",
    ])
  func noArticle(page: String) {
    #expect(throws: ReaderError.noArticle(path: "x")) {
      try reader.read(Array(page.utf8), path: "x")
    }
  }
}
