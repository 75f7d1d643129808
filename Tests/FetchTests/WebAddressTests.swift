import Testing

@testable import Fetch

@Suite("Addresses of the web")
struct WebAddressTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let given: String
    let text: String
    init(_ given: String, _ text: String) {
      self.given = given
      self.text = text
    }
    var testDescription: String { given }
  }

  @Test(
    "have one form",
    arguments: [
      Case("https://example.org", "https://example.org/"),
      Case("HTTP://Example.ORG:80/A?b=C#part", "http://example.org/A?b=C"),
      Case("https://example.org:443/", "https://example.org/"),
      Case("https://example.org:8443/", "https://example.org:8443/"),
      Case("http://example.org:443/", "http://example.org:443/"),
      Case("http://example.org/a/../b/./c", "http://example.org/b/c"),
      Case("http://example.org/é?ü", "http://example.org/%C3%A9?%C3%BC"),
      Case("http://example.org/a%20b", "http://example.org/a%20b"),
      Case("http://127.1/", "http://127.0.0.1/"), Case("http://0x7f000001/", "http://127.0.0.1/"),
      Case("http://2130706433/", "http://127.0.0.1/"),
      Case("http://017700000001/", "http://127.0.0.1/"), Case("http://[::1]/", "http://[::1]/"),
    ])
  func normal(item: Case) throws {
    #expect(try WebAddress(item.given).text == item.text)
  }

  @Test("are taken apart")
  func parts() throws {
    let address = try WebAddress("https://news.example.org/2026/03/01/tram.html?page=2")
    #expect(address.host == "news.example.org")
    #expect(address.path == "/2026/03/01/tram.html")
    #expect(address.isEncrypted)
    #expect(try !WebAddress("http://example.org").isEncrypted)
  }

  @Test(
    "are refused in any other form",
    arguments: [
      ("https://", FetchError.badAddress("https://")),
      ("http://exa mple.org/", .badAddress("http://exa mple.org/")),
      ("http://example.org/\n", .badAddress("http://example.org/\n")),
      ("http://example.org:99999/", .badAddress("http://example.org:99999/")),
      ("example.org", .badAddress("example.org")),
      ("https:example.org", .badAddress("https:example.org")),
      ("file:///etc/passwd", .scheme("file:///etc/passwd", "file")),
      ("FILE:///etc/passwd", .scheme("FILE:///etc/passwd", "file")),
      ("ftp://example.org/", .scheme("ftp://example.org/", "ftp")),
      ("gopher://example.org/", .scheme("gopher://example.org/", "gopher")),
      ("http://ann:secret@example.org/", .credentials("http://ann:secret@example.org/")),
      ("http://ann@example.org/", .credentials("http://ann@example.org/")),
      ("http://@example.org/", .credentials("http://@example.org/")),
      ("http://:secret@example.org/", .credentials("http://:secret@example.org/")),
      ("http://example.org\\@localhost/", .credentials("http://example.org\\@localhost/")),
    ])
  func refused(text: String, error: FetchError) {
    #expect(throws: error) { try WebAddress(text) }
  }

  @Test("are refused when they are very long")
  func long() {
    let text = "http://example.org/" + String(repeating: "a", count: 8192)
    #expect(throws: FetchError.badAddress(text)) { try WebAddress(text) }
  }

  @Test(
    "are followed to what a redirect names",
    arguments: [
      ("/c", "https://example.org/c"), ("c?d", "https://example.org/a/c?d"),
      ("//other.example/x", "https://other.example/x"), ("../c", "https://example.org/c"),
      ("http://other.example/é", "http://other.example/%C3%A9"),
      ("é", "https://example.org/a/%C3%A9"),
    ])
  func followed(location: String, text: String) throws {
    #expect(try WebAddress("https://example.org/a/b?q").following(location).text == text)
  }

  @Test(
    "are recognised by how they begin",
    arguments: [
      ("https://example.org", true), ("HTTPS://example.org", true), ("file:///etc/passwd", true),
      ("x+y://z", true),
      ("notes/https.txt", false), ("sha256:abc", false), ("a b://c", false),
      ("://x", false), ("1x://y", false), ("https:notes", true), ("HTTP:/x", true), ("-", false),
      ("", false),
    ])
  func meant(name: String, isMeant: Bool) {
    #expect(WebAddress.isMeant(by: name) == isMeant)
  }

  @Test("keep a password out of what is said of them")
  func password() {
    let error = #expect(throws: FetchError.self) {
      try WebAddress("https://ann:secret@example.org/a@b")
    }
    #expect(
      error?.description
        == "'https://example.org/a@b' was given with a user name or a password, which would be kept "
        + "with the article; leave them out, or save the page and give the file")
  }

  @Test(
    "come with a type of content",
    arguments: [
      ("text/html", "text/html", nil), ("Text/HTML; Charset=\"UTF-8\"", "text/html", "utf-8"),
      ("text/plain;charset=iso-8859-2;format=flowed", "text/plain", "iso-8859-2"),
      (" text/html ; charset = 'koi8-r' ", "text/html", "koi8-r"),
      ("text/html; charset=", "text/html", nil),
    ] as [(String, String, String?)])
  func mediaType(text: String, name: String, charset: String?) throws {
    let type = try #require(MediaType(text))
    #expect(type.name == name)
    #expect(type.charset == charset)
  }

  @Test("may come without one", arguments: ["", " ", ";", "html", "; charset=utf-8"])
  func noMediaType(text: String) {
    let type = MediaType(text)
    #expect(type == nil)
  }
}
