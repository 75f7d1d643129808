import ArticleReader
import ClaimModel
import TestSupport
import Testing

@Suite("PDF")
struct PDFTests {
  private let reader = ArticleReader()

  private func found(_ pdf: DrawnPDF) throws -> [String] {
    DrawnArticle.found(try reader.read(pdf.bytes, path: "a.pdf").article)
  }

  /// Two columns on each of two pages under a title, as newsletters have them.
  static let newsletter: DrawnPDF = {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 30, size: 8, "Harbour Review")
    pdf.column(left: 60, top: 70, size: 20, "Board votes to dredge\nthe northern channel")
    pdf.column(left: 60, top: 125, "By Jane Doe\n\n12 March 2024")
    pdf.column(
      left: 60, top: 180,
      """
      The harbour board said on Monday
      that the well-known channel would
      be dredged, although two of its mem-
      bers asked for new measurements.
        Fishermen from Orrin deny that it
      is too shallow. Their association
      wrote to the board in February.
      """)
    pdf.column(left: 60, top: 280, size: 13, "What it costs")
    pdf.column(
      left: 60, top: 300,
      """
      The ministry of transport pays a
      half of it. A spokeswoman said it
      would examine the estimate of the
      """)
    pdf.column(
      left: 320, top: 180,
      """
      engineers, which is three years
      old. The costs rose by a fifth.
        “We have waited long enough,”
      said Ines Marlow, who chairs the
      board. She said the letter of the
      fishermen had come too late for
      """)
    pdf.column(left: 290, top: 770, size: 8, "Page 1 of 2")
    pdf.newPage()
    pdf.column(left: 60, top: 30, size: 8, "Harbour Review")
    pdf.column(
      left: 60, top: 70,
      """
      the board to answer it this year.
        The members meet again in May in
      Orrin, where the fishermen plan a
      protest, their association said.
      """)
    pdf.column(left: 290, top: 770, size: 8, "Page 2 of 2")
    return pdf
  }()

  @Test("reads columns in order, over hyphens, columns and pages, without running heads")
  func columns() throws {
    #expect(
      try found(Self.newsletter) == [
        "title: Board votes to dredge the northern channel", "byline: By Jane Doe",
        "date: 12 March 2024",
        "body: The harbour board said on Monday that the well-known channel would be dredged, "
          + "although two of its members asked for new measurements.",
        "body: Fishermen from Orrin deny that it is too shallow. Their association wrote to the board "
          + "in February.",
        "heading: What it costs",
        "body: The ministry of transport pays a half of it. A spokeswoman said it would examine the "
          + "estimate of the engineers, which is three years old. The costs rose by a fifth.",
        "body: “We have waited long enough,” said Ines Marlow, who chairs the board. She said the "
          + "letter of the fishermen had come too late for the board to answer it this year.",
        "body: The members meet again in May in Orrin, where the fishermen plan a protest, their "
          + "association said.",
      ])
  }

  @Test("says where title, byline and date come from")
  func metadata() throws {
    var pdf = Self.newsletter
    pdf.information = [
      "Title": "Microsoft Word - notice.doc", "Author": "Somebody Else",
      "CreationDate": "D:20240401093000Z",
    ]
    let reading = try reader.read(pdf.bytes, path: "a.pdf")
    #expect(reading.format == .pdf)
    #expect(reading.article.metadata.title == "Board votes to dredge the northern channel")
    #expect(reading.article.metadata.byline == "Jane Doe")
    #expect(reading.article.metadata.published?.description == "2024-03-12")
    #expect(
      reading.provenance == [
        .title: "type", .byline: "visible text", .published: "visible text",
        .language: "words of the text",
      ])
  }

  private static let words = """
    The harbour board said on Monday that the well-known
    channel would be dredged, although two of its members
    had asked for new measurements.
    """

  @Test(
    "falls back on what the file says of itself, unless it is the name of a file",
    arguments: [
      ("Dredging to begin", "Dredging to begin"), ("Microsoft Word - notice.doc", nil),
      ("notice.pdf", nil), ("untitled 2", nil), ("The notice of March.indd", nil), ("Notice", nil),
    ] as [(String, String?)])
  func fallbacks(title: String, expected: String?) throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 70, Self.words)
    pdf.information = [
      "Title": title, "Author": "Jane Doe", "CreationDate": "D:20240401093000+02'00'",
    ]
    let reading = try reader.read(pdf.bytes, path: nil)
    #expect(reading.article.metadata.title == expected)
    #expect(reading.provenance[.title] == expected.map { _ in "pdf Title" })
    #expect(reading.article.metadata.byline == "Jane Doe")
    #expect(reading.provenance[.byline] == "pdf Author")
    #expect(reading.article.metadata.published?.day.description == "2024-04-01")
    #expect(reading.provenance[.published] == "pdf CreationDate")
  }

  @Test("an author that is the name of an account is no byline")
  func account() throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 70, Self.words)
    pdf.information = ["Author": "jdoe2"]
    #expect(try reader.read(pdf.bytes, path: nil).article.metadata.byline == nil)
  }

  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let blocks: [String]
    var testDescription: String { name }
  }

  static let pages: [Page] = [
    Page(
      name: "a hyphen stays where the word has it elsewhere",
      text: """
        The co-operative of Orrin and the market hall beside
        it were closed on Monday, and nobody of the old co-
        operative said why the hall was closed with it.
        """,
      blocks: [
        "body: The co-operative of Orrin and the market hall beside it were closed on Monday, and "
          + "nobody of the old co-operative said why the hall was closed with it."
      ]),
    Page(
      name: "a hyphen goes where the word stands elsewhere without it",
      text: """
        The undertaking began on Monday, and the board paid
        nothing for it, since the cost of the under-
        taking under its rules was taking too long to know.
        """,
      blocks: [
        "body: The undertaking began on Monday, and the board paid nothing for it, since the cost "
          + "of the undertaking under its rules was taking too long to know."
      ]),
    Page(
      name: "a hyphen stays before a capital, after a word of compounds, between two known words",
      text: """
        The government said on Monday that the Anglo-
        Norman wall would not be built, run or moved by it, and the well-
        known tower beside it would remain a government-
        run museum where a ticket costs five crowns.
        """,
      blocks: [
        "body: The government said on Monday that the Anglo-Norman wall would not be built, run or moved by it, "
          + "and the well-known tower beside it would remain a government-run museum where a ticket "
          + "costs five crowns."
      ]),
    Page(
      name: "paragraphs with space between them, one of a single line",
      text: """
        The harbour board said on Monday that the channel at
        Orrin would be dredged.

        The ministry pays half of it.

        Two members of the board asked for new measurements
        and got none of them, they said.
        """,
      blocks: [
        "body: The harbour board said on Monday that the channel at Orrin would be dredged.",
        "body: The ministry pays half of it.",
        "body: Two members of the board asked for new measurements and got none of them, they said.",
      ]),
    Page(
      name: "items of a list, with their second lines",
      text: """
        The harbour board met on Monday in Orrin, where most
        of the fishermen live, and voted for the measurements.

        It would do the following in spring and summer:

        • dredge the northern channel at Orrin, as far as the
          bridge
        • measure the silt again

        The ministry pays half of it.
        """,
      blocks: [
        "body: The harbour board met on Monday in Orrin, where most of the fishermen live, and voted "
          + "for the measurements.",
        "body: It would do the following in spring and summer:",
        "boilerplate: •", "list: dredge the northern channel at Orrin, as far as the bridge",
        "boilerplate: •", "list: measure the silt again", "body: The ministry pays half of it.",
      ]),
  ]

  @Test("joins the lines of a paragraph", arguments: pages)
  func joins(page: Page) throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 120, page.text)
    let blocks = try found(pdf)
    #expect(blocks == page.blocks)
  }

  @Test("footnotes and captions stand aside, and the paragraph goes on after them")
  func notes() throws {
    var pdf = DrawnPDF()
    pdf.column(
      left: 60, top: 600,
      """
      The harbour board said on Monday that the channel would
      be dredged, although two of its members had asked for
      new measurements of the silt before any contract with
      """)
    pdf.column(left: 60, top: 720, size: 7, "1 Minutes of the board, page 12.")
    pdf.newPage()
    pdf.column(
      left: 60, top: 60,
      """
      the company was signed. Fishermen deny that it is too
      shallow.
      """)
    pdf.column(left: 60, top: 120, size: 7, "Figure 1: The channel at Orrin")
    let blocks = try found(pdf)
    #expect(
      blocks == [
        "body: The harbour board said on Monday that the channel would be dredged, although two of "
          + "its members had asked for new measurements of the silt before any contract with the "
          + "company was signed. Fishermen deny that it is too shallow.",
        "boilerplate: 1 Minutes of the board, page 12.",
        "caption: Figure 1: The channel at Orrin",
      ])
  }

  // MARK: - What cannot be read

  @Test("says what is wrong with a document")
  func errors() throws {
    let words = Self.newsletter
    var locked = words
    let secret = String(repeating: "41", count: 32)
    locked.trailer =
      "/ID [<41> <41>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(secret)> /U <\(secret)> /P -4 >>"
    var blank = DrawnPDF()
    blank.newPage()
    var hurried = Limits.standard
    hurried.pdfSeconds = 0
    var narrow = Limits.standard
    narrow.pdfOutputBytes = 500
    for (bytes, limits, expected) in [
      (locked.bytes, Limits.standard, ReaderError.lockedPDF(path: "a.pdf")),
      (blank.bytes, .standard, .scannedPDF(path: "a.pdf")),
      (Array("%PDF-1.4\nand no more".utf8), .standard, .brokenPDF(path: "a.pdf")),
      (words.bytes, hurried, .slowPDF(path: "a.pdf", seconds: 0)),
      (words.bytes, narrow, .wordyPDF(path: "a.pdf")),
    ] {
      #expect(throws: expected) {
        try ArticleReader(limits: limits).read(bytes, path: "a.pdf")
      }
    }
  }

  @Test("reads what is left of a damaged document, and says so")
  func damaged() throws {
    var bytes = Self.newsletter.bytes
    let place = try #require(bytes.firstRange(of: Array(" Td (H".utf8)))
    bytes[place.lowerBound + 2] = UInt8(ascii: "!")
    let reading = try reader.read(bytes, path: nil)
    #expect(reading.article.text.contains("The harbour board said on Monday"))
    #expect(reading.notices == ["the PDF is damaged; parts of its text may be missing"])
  }

  @Test("a text that speaks of PDF is none")
  func guess() throws {
    #expect(Format.guess(Array("Files start with %PDF-1.4 here.".utf8), path: nil) == .plainText)
    #expect(Format.guess(Array("%PDF-1.7\n".utf8), path: "a.txt") == .pdf)
    #expect(Format.guess([0, 1] + Array("\n%PDF-1.7\n".utf8), path: nil) == .pdf)
  }

  @Test(
    "wherever words stand on pages, blocks are in order and hold all of them",
    arguments: 0..<40 as Range<UInt64>)
  func anywhere(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = [
      "Orrin", "the", "well-", "•", "1)", "12", "(silt)", "said.", "By Jane Doe", "—", "x",
    ]
    var pdf = DrawnPDF()
    for _ in 0...random.next(below: 3) {
      pdf.newPage()
      for _ in 0..<random.next(below: 40) {
        let text = (0...random.next(below: 8)).map { _ in words[random.next(below: words.count)] }
        pdf.column(
          left: random.next(below: 500), top: random.next(below: 780),
          size: 6 + random.next(below: 14), text.joined(separator: " "))
      }
    }
    var bytes = pdf.bytes
    if seed % 2 == 1 {
      for _ in 0..<random.next(below: 20) {
        bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
      }
    }
    let article: Article
    do {
      article = try reader.read(bytes, path: nil, format: .pdf).article
    } catch {
      #expect(seed % 2 == 1 || error == .scannedPDF(path: nil))
      return
    }
    expectWholeCover(article)
  }
}

/// Blocks are in order, do not overlap, and hold every character that is no white space.
func expectWholeCover(_ article: Article, _ location: SourceLocation = #_sourceLocation) {
  let bytes = Array(article.text.utf8)
  var end = 0
  var outside: [UInt8] = []
  for block in article.blocks {
    #expect(
      block.span.start >= end && !block.span.isEmpty
        && article.text.utf8Substring(block.span) != nil, sourceLocation: location)
    guard block.span.start >= end, block.span.end <= bytes.count else { return }
    outside += bytes[end..<block.span.start]
    end = block.span.end
  }
  outside += bytes[end...]
  let isBlank = String(decoding: outside, as: UTF8.self).allSatisfy { $0.isWhitespace }
  #expect(isBlank, sourceLocation: location)
}
