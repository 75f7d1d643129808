import ProcessSupport
import TestSupport
import Testing

/// Documents that are not plain text, read by the built program.
@Suite("Document formats", .timeLimit(.minutes(20)))
struct DocumentFormatTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private static let release: [UInt8] = {
    var pdf = DrawnPDF()
    pdf.column(left: 60, top: 60, size: 20, "Board votes to dredge")
    pdf.column(left: 60, top: 100, "By Jane Doe\n\n12 March 2024")
    pdf.column(
      left: 60, top: 150,
      """
      The harbour board said on Monday that the channel would
      be dredged in spring.
      """)
    return pdf.bytes
  }()

  @Test("reads a PDF and finds its claims")
  func pdf() throws {
    try desk.write(Self.release, to: "--release.pdf")
    let read = try desk.assay("read", "--format", "json", "--", "--release.pdf")
    #expect(read.errors == "")
    #expect(read.exitCode == 0)
    for part in [
      "\"title\": \"Board votes to dredge\"", "\"byline\": \"Jane Doe\"",
      "\"published\": \"2024-03-12\"", "\"title\": \"type\"",
    ] {
      #expect(read.output.contains(part), "\(part) in \(read.output)")
    }
    let split = try desk.assay("split", "--engine", "fast", "./--release.pdf")
    #expect(split.exitCode == 0)
    #expect(split.output.contains("the channel would be dredged in spring"))
    let piped = try runProcess(
      builtProgram("assay"), ["read", "-"], input: Self.release,
      environment: ["HOME": desk.folder], folder: desk.folder)
    #expect(piped.output.contains("Board votes to dredge"))
  }

  @Test("says what to install where there is no pdftotext, and takes none from the folder")
  func noProgram() throws {
    try desk.write(Self.release, to: "release.pdf")
    try desk.write("#!/bin/sh\necho mine\n", to: "pdftotext")
    try desk.system("chmod", "+x", "pdftotext")
    let result = try desk.assay("read", "release.pdf", environment: ["PATH": "/nowhere:.:"])
    #expect(
      result.errors
        == "assay: reading a PDF needs the program pdftotext, which is not installed; install it: "
        + "apt-get install poppler-utils\n")
    #expect(result.exitCode == 1)
    #expect(result.output == "")
  }

  @Test("finds the claims of a mail, and reads a saved page")
  func mail() throws {
    let head = """
      From: Jane Doe <jane@example.org>
      Subject: Bridge closed
      Date: Tue, 12 Mar 2024 10:22:31 +0100
      MIME-Version: 1.0

      """
    let words = "The mayor said on Monday that the bridge would be closed for a year."
    try desk.write(
      head + "\n\(words)\n\nOn Monday, 11 March, X wrote:\n> The bridge opened.\n", to: "x.eml")
    let split = try desk.assay("split", "--engine", "fast", "x.eml")
    #expect(split.errors == "")
    #expect(split.output.contains("the bridge would be closed for a year"))
    #expect(!split.output.contains("opened"))
    let read = try desk.assay("read", "x.eml", "--format", "json")
    for part in ["\"Bridge closed\"", "\"2024-03-12T10:22+01:00\"", "\"mail From\""] {
      #expect(read.output.contains(part), "\(part) in \(read.output)")
    }
    try desk.write(
      "Snapshot-Content-Location: https://example.org/bridge\nMIME-Version: 1.0\n"
        + "Content-Type: text/html\n\n<html><body><h1>Bridge closed</h1><p>\(words)</p>",
      to: "page.mht")
    let page = try desk.assay("read", "page.mht")
    #expect(page.exitCode == 0)
    #expect(page.output.contains("https://example.org/bridge"))
  }

  @Test("a PDF that gives no text is bad input")
  func noText() throws {
    var scan = DrawnPDF()
    scan.newPage()
    try desk.write(scan.bytes, to: "scan.pdf")
    let result = try desk.assay("read", "scan.pdf")
    #expect(
      result.errors
        == "assay: 'scan.pdf' is a PDF of pictures without text; run text recognition over it first, "
        + "as ocrmypdf does\n")
    #expect(result.exitCode == 65)
  }

  @Test("what pretends to be pdftotext and never ends is ended")
  func endless() throws {
    try desk.write(Self.release, to: "release.pdf")
    try desk.system("mkdir", "bin")
    try desk.write("#!/bin/sh\nexec /usr/bin/yes '<word'\n", to: "bin/pdftotext")
    try desk.system("chmod", "+x", "bin/pdftotext")
    let result = try desk.assay("read", "release.pdf", environment: ["PATH": desk.path("bin")])
    #expect(
      result.errors
        == "assay: 'release.pdf' holds more words than can be read at once; save the pages that you need "
        + "as a smaller PDF\n")
    #expect(result.exitCode == 65)
  }
}
