import ArticleReader
import ClaimModel
import TestSupport
import Testing

@Suite("Mail and saved pages")
struct MailTests {
  private let reader = ArticleReader()

  static let words = "The mayor said on Monday that the bridge would be closed for a year."
  static let more = "Two engineers of the town deny that it is unsafe, and want it to be measured."

  static func mail(
    _ head: String = "", _ content: String, subject: String = "Bridge closed for a year"
  ) -> String {
    """
    Received: from relay.example.org by mx.example.org;
    \tTue, 12 Mar 2024 09:22:35 +0000
    From: "Doe, Jane" <jane@example.org>
    To: desk@example.com
    Subject: \(subject)
    Date: Tue, 12 Mar 2024 10:22:31 +0100
    Message-ID: <1@example.org>
    MIME-Version: 1.0
    \(head.isEmpty ? "Content-Type: text/plain; charset=utf-8" : head)

    \(content)
    """
  }

  private func read(_ text: String, path: String? = nil) throws -> Reading {
    try reader.read(Array(text.utf8), path: path)
  }

  @Test("the head gives title, byline and time; quotes and signature are no claims")
  func plain() throws {
    let text = Self.mail(
      "",
      """
      Dear all,

      \(Self.words)

      \(Self.more)

      On Mon, 11 March 2024 at 18:01, John Roe <john@example.org> wrote:
      > Is the bridge safe? The town says that it is.
      > We heard that it is not.

      Please quote us by name on this, since we told everyone the same.

      --\u{20}
      Jane Doe
      Press office of the town of Orrin, which is open all day.
      """)
    let reading = try read(text)
    #expect(reading.format == .mail)
    let metadata = reading.article.metadata
    #expect(metadata.title == "Bridge closed for a year")
    #expect(metadata.byline == "Doe, Jane")
    #expect(metadata.published?.description == "2024-03-12T10:22+01:00")
    #expect(
      reading.provenance == [
        .title: "mail Subject", .byline: "mail From", .published: "mail Date",
        .language: "words of the text",
      ])
    let claims = reading.article.blocks.filter(\.role.holdsClaims)
      .compactMap { reading.article.text.utf8Substring($0.span) }
    #expect(
      claims == [
        Substring(Self.words), Substring(Self.more),
        "Please quote us by name on this, since we told everyone the same.",
      ])
    expectWholeCover(reading.article)
  }

  @Test("the original message under an answer is no claim")
  func original() throws {
    let text = Self.mail(
      "", "\(Self.words)\n\n-----Original Message-----\nFrom: John\n\n\(Self.more)\n")
    let blocks = DrawnArticle.found(try read(text).article)
    #expect(blocks.first == "body: \(Self.words)")
    #expect(blocks.dropFirst().allSatisfy { $0.hasPrefix("boilerplate") })
  }

  struct Field: Sendable, CustomTestStringConvertible {
    let subject: String
    let title: String
    init(_ subject: String, _ title: String) { (self.subject, self.title) = (subject, title) }
    var testDescription: String { subject }
  }

  static let subjects: [Field] = [
    Field("=?utf-8?Q?Caf=C3=A9_closed_for_a_year?=", "Café closed for a year"),
    Field("=?UTF-8?B?Q2Fmw6kgY2xvc2Vk?= for a year", "Café closed for a year"),
    Field("=?utf-8?q?Bridge_?=\n =?utf-8?q?closed?=", "Bridge closed"),
    Field("=?utf-8?b?Q2Fmww==?= =?utf-8?b?qSBvcGVu?=", "Café open"),
    Field("=?iso-8859-1?q?Caf=E9?= open =?iso-8859-15?q?5=A4?=", "Café open 5€"),
    Field("=?windows-1252?q?=93Safe=94?= bridge", "“Safe” bridge"),
    Field("=?utf-8*en?q?Safe?= bridge", "Safe bridge"),
    Field("Re: FWD: Bridge closed", "Bridge closed"),
    Field("=?utf-8?x?Safe?= =?broken", "=?utf-8?x?Safe?= =?broken"),
    Field("Bridge\n\tclosed\n for good", "Bridge closed for good"),
  ]

  @Test("a subject is unfolded and decoded", arguments: subjects)
  func subject(field: Field) throws {
    let reading = try read(Self.mail("", Self.words, subject: field.subject))
    #expect(reading.article.metadata.title == field.title)
  }

  struct Content: Sendable, CustomTestStringConvertible {
    let name: String
    let head: String
    let content: String
    var expected = "It costs 5 € at the Café, the mayor said on Monday to everyone who asked."
    var testDescription: String { name }
  }

  static let contents: [Content] = [
    Content(
      name: "quoted-printable", head: "quoted-printable|text/plain; charset=utf-8",
      content:
        "It costs 5 =E2=82=AC at the Caf=C3=A9, the mayor said on=\r\n Monday to everyone who asked."
    ),
    Content(
      name: "a broken escape stays", head: "quoted-printable|text/plain; charset=utf-8",
      content: "It is 5 =XY at the bridge, the mayor said on Monday to everyone=",
      expected: "It is 5 =XY at the bridge, the mayor said on Monday to everyone"),
    Content(
      name: "base 64", head: "base64|text/plain; charset=\"utf-8\"",
      content:
        "SXQgY29zdHMgNSDigqwgYXQgdGhlIENhZsOp\r\nLCB0aGUgbWF5b3Igc2FpZCBvbiBNb25kYXkgdG8gZXZlcnlvbmUgd2hvIGFza2VkLg=="
    ),
    Content(
      name: "base 64 with dirt in it", head: "base64|text/plain; charset=utf-8",
      content:
        "SXQgY29zdHMg!!NSDigqwgYXQgdGhlIENhZsOp\u{0}LCB0aGUgbWF5b3Igc2FpZCBvbiBNb25kYXkgdG8gZXZlcnlvbmUgd2hvIGFza2VkLg"
    ),
    Content(
      name: "a charset of its own", head: "quoted-printable|text/plain; charset=iso-8859-15",
      content: "It costs 5 =A4 at the Caf=E9, the mayor said on Monday to everyone who asked."),
    Content(
      name: "a lie about the charset", head: "8bit|text/plain; charset=iso-8859-2",
      content: "It costs 5 € at the Café, the mayor said on Monday to everyone who asked."),
    Content(
      name: "no charset and a comment", head: "quoted-printable|text/plain ; x=1",
      content: "It costs 5 =80 at the Caf=E9, the mayor said on Monday to everyone who asked."),
  ]

  @Test("decodes a part", arguments: contents)
  func decodes(content: Content) throws {
    let head = content.head.split(separator: "|")
    let text = Self.mail(
      "Content-Type: \(head[1])\nContent-Transfer-Encoding: \(head[0])", content.content)
    let article = try read(text).article
    let blocks = DrawnArticle.found(article)
    #expect(blocks == ["body: \(content.expected)"])
  }

  private static func alternative(plain: String, html: String) -> String {
    mail(
      "Content-Type: multipart/mixed; boundary=\"out er\"",
      """
      This is a mail of parts.
      --out er
      Content-Type: multipart/alternative; boundary=in

      --in
      Content-Type: text/plain; charset=utf-8

      \(plain)
      --in
      Content-Type: text/html; charset=utf-8

      \(html)
      --in--
      --out er
      Content-Type: text/plain; name=notes.txt
      Content-Disposition: attachment; filename=notes.txt

      The attachment said on Monday that it would not be read by anyone.
      --out er--
      """)
  }

  @Test("of two forms the HTML is read, unless it lacks the text")
  func alternatives() throws {
    let html = "<h1>Bridge closed</h1><p>\(Self.words)</p><h2>Doubts</h2><p>\(Self.more)</p>"
    let both = try read(Self.alternative(plain: Self.words + "\n\n" + Self.more, html: html))
    let blocks = DrawnArticle.found(both.article)
    #expect(blocks.contains("body: \(Self.words)"))
    #expect(blocks.contains("heading: Doubts"))
    #expect(!both.article.text.contains("attachment"))
    let short = try read(
      Self.alternative(plain: Self.words + "\n\n" + Self.more, html: "<p>Show pictures</p>"))
    #expect(DrawnArticle.found(short.article) == ["body: \(Self.words)", "body: \(Self.more)"])
  }

  @Test("an answer in HTML keeps what it quotes out of the claims")
  func quotedHTML() throws {
    let text = Self.mail(
      "Content-Type: text/html; charset=utf-8",
      "<div>\(Self.words)</div><div>On Mon, 11 March 2024, John Roe wrote:</div>"
        + "<blockquote type=cite><p>\(Self.more)</p></blockquote>")
    let article = try read(text).article
    let claims = article.blocks.filter(\.role.holdsClaims)
      .compactMap { article.text.utf8Substring($0.span) }
    #expect(claims == [Substring(Self.words)])
    #expect(article.text.contains(Self.more))
    #expect(article.metadata.title == "Bridge closed for a year")
  }

  private static let page = """
    From: <Saved by Blink>
    Snapshot-Content-Location: https://news.example.org/2024/bridge
    Subject: =?utf-8?Q?Bridge_closed_=E2=80=93_The_Daily?=
    Date: Fri, 15 Mar 2024 08:00:00 -0000
    MIME-Version: 1.0
    Content-Type: multipart/related;
    \ttype="text/html";
    \tboundary="----MultipartBoundary--abc----"


    ------MultipartBoundary--abc----
    Content-Type: text/html
    Content-ID: <frame-1@mhtml.blink>
    Content-Transfer-Encoding: quoted-printable
    Content-Location: https://news.example.org/2024/bridge?x=3D1

    <!DOCTYPE html><html><head><meta charset=3D"utf-8"><link rel=3D"canonical" hr=
    ef=3D"/elsewhere"></head><body><h1>Bridge closed =E2=80=93 for a year</h1><p>\(words)</p>
    <p>\(more)</p></body></html>
    ------MultipartBoundary--abc----
    Content-Type: image/png
    Content-Transfer-Encoding: base64

    iVBORw0KGgo=
    ------MultipartBoundary--abc------
    """

  @Test("a saved page is read as the page, with the address that it was saved from")
  func webArchive() throws {
    let reading = try read(Self.page.replacing("\n", with: "\r\n"), path: "bridge.mhtml")
    #expect(reading.format == .webArchive)
    #expect(
      DrawnArticle.found(reading.article) == [
        "title: Bridge closed – for a year", "body: \(Self.words)", "body: \(Self.more)",
      ])
    #expect(reading.article.metadata.address == "https://news.example.org/2024/bridge")
    #expect(reading.provenance[.address] == "snapshot-content-location")
    // It was saved on that day, not published.
    #expect(reading.article.metadata.published == nil)
    #expect(reading.article.metadata.byline == nil)
  }

  @Test(
    "a text that begins like a mail is none",
    arguments: [
      "From: the mayor\nTo: everyone\nSubject: the bridge\n\n\(words)",
      "Subject: bridges\nThey are closed.\n\n\(words)",
      "From: x\nMessage-ID was what he asked for.\n\nReceived: nothing\n\n\(words)",
      "Received: one letter\n\n\(words)",
    ])
  func noMail(text: String) {
    #expect(Format.guess(Array(text.utf8), path: "a.txt") == .plainText)
  }

  @Test("a name that ends with .eml needs a sender and a subject or date")
  func named() {
    let text = "From: mayor@example.org\nSubject: the bridge\n\n\(Self.words)"
    #expect(Format.guess(Array(text.utf8), path: "a.EML") == .mail)
    #expect(Format.guess(Array("\(Self.words)\n".utf8), path: "a.eml") == .plainText)
    #expect(Format.guess(Array(("From x Mon\n" + Self.mail("", "")).utf8), path: nil) == .mail)
  }

  // MARK: - Hostile

  private static func nested(_ depth: Int) -> String {
    var text = words
    for level in 0..<depth {
      text =
        "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n\(text)\n--b\(level)--"
    }
    return text
  }

  @Test("what holds no text, or too many parts, is said in a sentence")
  func refuses() throws {
    let attached = Self.mail(
      "Content-Type: multipart/mixed; boundary=b",
      "--b\nContent-Type: application/pdf\n\nJVBERi0=\n--b--")
    #expect(throws: ReaderError.noTextPart(path: "a.eml")) {
      try reader.read(Array(attached.utf8), path: "a.eml")
    }
    #expect(throws: ReaderError.tooManyParts(parts: 10_000, depth: 20)) {
      try reader.read(Array(Self.nested(1000).utf8), path: nil, format: .mail)
    }
    let many =
      "Content-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\n\nx\n", count: 10_001)
    #expect(throws: ReaderError.tooManyParts(parts: 10_000, depth: 20)) {
      try reader.read(Array(many.utf8), path: nil, format: .mail)
    }
    #expect(throws: ReaderError.noTextPart(path: nil)) {
      try reader.read(Array("From: a\n\n".utf8), path: nil, format: .webArchive)
    }
  }

  @Test("an endless head, an open boundary and NUL bytes give what is there")
  func bounded() throws {
    let endless = "From: a@b.c\n" + String(repeating: "X-Again: and again\n", count: 50_000)
    #expect(Format.guess(Array(endless.utf8), path: nil) == .plainText)
    let open = Self.mail("Content-Type: multipart/mixed; boundary=b", "--b\n\n\(Self.words)\u{0}")
    #expect(DrawnArticle.found(try read(open).article) == ["body: \(Self.words)"])
    let folded =
      "From: a@b.c\nSubject: x\n" + String(repeating: " again\n", count: 100_000)
      + "\n\(Self.words)"
    let article = try reader.read(Array(folded.utf8), path: nil, format: .mail).article
    #expect(article.text.utf8.count < 800_000)
  }

  @Test("no mutation of a mail or saved page breaks the reader or its blocks")
  func mutants() throws {
    let mails = [
      Self.page, Self.nested(3), Self.alternative(plain: Self.words, html: "<p>\(Self.more)</p>"),
      Self.mail("Content-Transfer-Encoding: base64", "SXQgY29zdHMg!!NSDigqwgYXQ="),
      Self.mail("", "> a\n\nOn 1 May 2024, x wrote:\n> \(Self.more)\n-- \nJane\n"),
    ].map { Array($0.utf8) }
    let splices = [
      "\n\n", "\n", "--b", "=", "=?utf-8?b?", "?=", "\"", ";", ": ", "boundary=", "\0", "> ",
      "-- \n",
      "Content-Type: message/rfc822\n", "charset=koi8-r", "é", "base64",
    ].map { Array($0.utf8) }
    for seed in 0..<UInt64(600) {
      var random = SeededGenerator(seed: seed)
      var bytes = mails[random.next(below: mails.count)]
      for _ in 0..<(1 + random.next(below: 12)) {
        let place = random.next(below: bytes.count)
        switch random.next(below: 4) {
        case 0: bytes.insert(contentsOf: splices[random.next(below: splices.count)], at: place)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 100)))
        case 2: bytes[place] = UInt8(random.next(below: 256))
        default: bytes.insert(contentsOf: bytes[(place / 2)..<place], at: place)
        }
        if bytes.isEmpty { bytes = [0x0A] }
      }
      for format in [Format.mail, .webArchive] {
        guard let reading = try? reader.read(bytes, path: nil, format: format) else { continue }
        expectWholeCover(reading.article)
      }
    }
  }
}
