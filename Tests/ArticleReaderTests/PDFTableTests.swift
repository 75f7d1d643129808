import ArticleReader
import ClaimModel
import TestSupport
import Testing

/// What stands between the paragraphs of a PDF: tables, figures, footnotes.
@Suite("Tables and notes of a PDF")
struct PDFTableTests {
  private static let first = """
    The harbour board said on Monday that the northern channel
    would be dredged, although two of its members had asked for
    new measurements of the silt before any contract is signed.
    """
  private static let firstBlock =
    "body: The harbour board said on Monday that the northern channel would be dredged, although two "
    + "of its members had asked for new measurements of the silt before any contract is signed."
  private static let last = """
    The costs rose by a fifth in three years, the board's report
    says. The ministry pays a half of them. Nobody was asked.
    """
  private static let lastBlock =
    "body: The costs rose by a fifth in three years, the board's report says. The ministry pays a "
    + "half of them. Nobody was asked."

  private func blocks(_ pdf: DrawnPDF) throws -> [String] {
    let article = try ArticleReader().read(pdf.bytes, path: "a.pdf").article
    expectWholeCover(article)
    return DrawnArticle.found(article)
  }

  struct Table: Sendable, CustomTestStringConvertible {
    let name: String
    let columns: [Int]
    let rows: [[String]]
    var testDescription: String { name }
  }

  static let tables: [Table] = [
    Table(
      name: "figures by year", columns: [60, 160, 260, 360],
      rows: [
        ["Year", "Dredging", "Cranes", "Total"], ["2021", "3.2", "1.1", "4.3"],
        ["2022", "3.4", "1.2", "4.6"], ["2023", "3.9", "1.4", "5.3"],
        ["2024", "4.1", "1.6", "5.7"],
      ]),
    Table(
      name: "words", columns: [60, 220, 400],
      rows: [
        ["Port", "Owner", "Built"], ["Orrin quay", "Town of Orrin", "1931"],
        ["North pier", "Lund Shipping Ltd", "1954"], ["Tarn lock", "State of Tarn", "1978"],
      ]),
    Table(
      name: "figures right of their words", columns: [60, 300, 380, 460],
      rows: [
        ["Revenue", "1,204", "1,101", "9%"], ["Operating profit", "203", "190", "7%"],
        ["Net income", "151", "149", "1%"], ["Earnings per share", "1.20", "1.18", "2%"],
      ]),
  ]

  @Test("a table is set apart, a row a block, and cuts no paragraph", arguments: tables)
  func table(_ table: Table) throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 60, size: 18, "Harbour costs rise by a fifth")
    pdf.column(left: 60, top: 110, Self.first)
    pdf.column(left: 60, top: 170, "Table 1. Costs of the harbour, in million crowns")
    for (index, row) in table.rows.enumerated() {
      for (left, cell) in zip(table.columns, row) {
        pdf.column(left: left, top: 190 + 14 * index, cell)
      }
    }
    pdf.column(left: 60, top: 300, Self.last)
    #expect(
      try blocks(pdf) == [
        "title: Harbour costs rise by a fifth", Self.firstBlock,
        "caption: Table 1. Costs of the harbour, in million crowns",
      ] + table.rows.map { "boilerplate: " + $0.joined(separator: " | ") } + [Self.lastBlock])
  }

  @Test("two columns of prose are no table")
  func columns() throws {
    #expect(
      try blocks(PDFTests.newsletter).allSatisfy { !$0.contains(" | ") })
  }

  @Test("a paragraph goes on below a figure in its column")
  func figure() throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 60, size: 18, "Harbour costs rise by a fifth")
    pdf.column(
      left: 60, top: 110,
      """
      The harbour board said on Monday
      that the northern channel would
      be dredged. Its association of
      fishermen wrote to the board and
      """)
    pdf.column(left: 60, top: 360, size: 8, "Figure 1. The northern channel\nin winter")
    pdf.column(left: 60, top: 420, "has had no answer since, its chair\nsaid. It meets in Orrin.")
    pdf.column(
      left: 320, top: 110,
      """
      The ministry of transport pays a
      half of it. A spokeswoman said it
      would examine the estimate again.
      """)
    #expect(
      try blocks(pdf).filter { $0.hasPrefix("body") } == [
        "body: The harbour board said on Monday that the northern channel would be dredged. Its "
          + "association of fishermen wrote to the board and has had no answer since, its chair said. "
          + "It meets in Orrin.",
        "body: The ministry of transport pays a half of it. A spokeswoman said it would examine the "
          + "estimate again.",
      ])
  }

  @Test("the numbers of footnotes do not join the words")
  func footnotes() throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 60, size: 18, "Harbour costs rise by a fifth")
    pdf.column(
      left: 60, top: 110,
      """
      The costs rose by a fifth in three years, the report says.1
      The ministry pays a half of them,2 and the town of Orrin in
      2024 paid 3.2 million crowns, about a half of that of 2023.
      """)
    pdf.column(
      left: 60, top: 690, size: 7,
      "1 Minutes of the board, page 12.\n2 Its figures are not audited.")
    #expect(
      try blocks(pdf).filter { $0.hasPrefix("body") } == [
        "body: The costs rose by a fifth in three years, the report says. The ministry pays a half of "
          + "them, and the town of Orrin in 2024 paid 3.2 million crowns, about a half of that of 2023."
      ])
  }

  @Test("a word that is cut by the end of a page is whole")
  func hyphens() throws {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 60, size: 18, "Harbour costs rise by a fifth")
    pdf.column(left: 60, top: 110, Self.first)
    pdf.column(
      left: 60, top: 700,
      """
      The costs rose by a fifth in three years, as the report of the
      board shows, and the ministry of transport pays a half of meas-
      """)
    pdf.column(left: 290, top: 770, size: 8, "Page 1 of 2")
    pdf.newPage()
    pdf.column(left: 60, top: 70, "urements that two engineers made in the spring of the year.")
    pdf.column(left: 290, top: 770, size: 8, "Page 2 of 2")
    #expect(
      try blocks(pdf).last
        == "body: The costs rose by a fifth in three years, as the report of the board shows, and the "
        + "ministry of transport pays a half of measurements that two engineers made in the spring of "
        + "the year.")
  }
}
