import ArticleReader
import ClaimModel
import Foundation
import TestSupport
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

  /// `ASSAY_MUTATIONS` says how many; a long run is a million.
  private static var mutations: Int {
    ProcessInfo.processInfo.environment["ASSAY_MUTATIONS"].flatMap { Int($0) } ?? 400
  }

  private static let splices = [
    "<", ">", "</", "\"", "'", "=", "&", "&#", "&#x110000;", "&#150;", "<!--", "-->", "<![CDATA[",
    "<script>",
    "</script>", "<table>", "<p>", "</div>", "</body>", "<html>", "<plaintext>", "\0", "\u{FEFF}",
    "{\"@type\":\"Article\"",
    "<br><br>", "<a href=x>", "<span class=tooltip>", "<aside>", "<h1>",
    "<time datetime=2004-03-23>", "é", "\u{202E}",
  ].map { Array($0.utf8) }

  @Test("no mutation of a page breaks the reader or its blocks")
  func mutants() throws {
    let pages = HTMLPages.all.map { Array($0.html.utf8) }
    for seed in 0..<UInt64(Self.mutations) {
      var random = SeededGenerator(seed: seed)
      var bytes = pages[random.next(below: pages.count)]
      for _ in 0..<(1 + random.next(below: 12)) {
        let place = random.next(below: bytes.count + 1)
        switch random.next(below: 5) {
        case 0:
          bytes.insert(contentsOf: Self.splices[random.next(below: Self.splices.count)], at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 200)))
        case 2: if place < bytes.count { bytes[place] = UInt8(random.next(below: 256)) }
        case 3:
          let other = pages[random.next(below: pages.count)]
          let start = random.next(below: other.count)
          bytes.insert(contentsOf: other[start..<min(other.count, start + 300)], at: place)
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      let reading: Reading
      do {
        reading = try reader.read(bytes, path: nil, format: .html)
      } catch {
        continue
      }
      var end = 0
      for block in reading.article.blocks {
        guard block.span.start >= end, !block.span.isEmpty,
          reading.article.text.utf8Substring(block.span) != nil
        else {
          Issue.record("seed \(seed): block \(block) does not fit")
          return
        }
        end = block.span.end
      }
      #expect(end == reading.article.text.utf8.count, "seed \(seed)")
    }
  }
}
