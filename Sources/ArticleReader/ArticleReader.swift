import ClaimModel
private import Fingerprint

/// Turns the bytes of an input into an article.
package struct ArticleReader: Sendable {
  private let limits: Limits
  private let signals: BodySignals

  /// - Parameter signals: How a web page's body is chosen; the standard ones but for measuring.
  package init(limits: Limits = .standard, signals: BodySignals = .standard) {
    self.limits = limits
    self.signals = signals
  }

  /// Reads one input.
  ///
  /// - Parameters:
  ///   - bytes: The whole input, as `ArticleFile` loads it.
  ///   - path: What the user called it; nil for standard input.
  ///   - format: The format, where the user or a server said it; else it is guessed.
  ///   - charset: What the server called the encoding, in lower case; nil where it did not.
  ///   - address: Where the input was fetched from, for one that names no address of its own.
  /// - Returns: The article. Its blocks are in order, do not overlap, and cover every character
  ///   that is not white space.
  /// - Throws: Any case of `ReaderError` that is not about a file itself.
  /// - Complexity: O(*n*) in the bytes.
  package func read(
    _ bytes: [UInt8], path: String?, format: Format? = nil, charset: String? = nil,
    address: String? = nil
  ) throws(ReaderError) -> Reading {
    guard bytes.count <= limits.bytes else { throw .tooLarge(path: path, limit: limits.bytes) }
    let bytes = DecodedText.marked(bytes, charset: charset)
    // Nobody's word makes a picture a page.
    let named = BinaryCheck.signature(of: bytes) == nil ? format : nil
    let reading =
      switch named ?? Format.guess(bytes, path: path) {
      case .plainText: try readPlainText(bytes, path: path, charset: charset)
      case .html: try readHTML(bytes, path: path, charset: charset, address: address)
      case .markdown: try readMarkdown(bytes, path: path, charset: charset)
      case .pdf: try readPDF(bytes, path: path)
      case .mail:
        try self.reading(
          of: MailReader(mail: bytes, limits: limits, signals: signals), .mail, path: path)
      case .webArchive:
        try self.reading(
          of: MailReader(archive: bytes, limits: limits, signals: signals), .webArchive, path: path)
      }
    return address.map { reading.fetched(from: $0) } ?? reading
  }

  private func readPlainText(
    _ bytes: [UInt8], path: String?, charset: String?
  ) throws(ReaderError) -> Reading {
    if let kind = BinaryCheck.kind(of: bytes) { throw .binary(path: path, kind: kind) }
    let decoded = DecodedText(bytes, charset: charset)
    if decoded.bytes.contains(0) { throw .binary(path: path, kind: "binary data") }
    guard !decoded.bytes[...].trimmed.isEmpty else { throw .empty(path: path) }
    let plain = try PlainTextReader(decoded.bytes, limits: limits)
    var metadata = plain.metadata
    metadata.path = path
    return Reading(
      article: Self.article(decoded.bytes, plain.blocks, metadata), format: .plainText,
      notices: decoded.notices + plain.notices)
  }

  private func readHTML(
    _ bytes: [UInt8], path: String?, charset: String?, address: String?
  ) throws(ReaderError) -> Reading {
    let decoded = DecodedText(html: bytes, charset: charset)
    let bytes = try PageGuard.admitted(decoded.bytes, limits: limits)
    guard let page = HTMLReader(bytes, signals: signals, address: address) else {
      throw .noArticle(path: path)
    }
    var metadata = page.metadata
    metadata.path = path
    return Reading(
      article: Self.article(page.text, page.blocks, metadata), format: .html,
      notices: decoded.notices, provenance: page.provenance)
  }

  private func readMarkdown(
    _ bytes: [UInt8], path: String?, charset: String?
  ) throws(ReaderError) -> Reading {
    guard bytes.count <= limits.markdownBytes else {
      throw .tooLarge(path: path, limit: limits.markdownBytes)
    }
    if let kind = BinaryCheck.kind(of: bytes) { throw .binary(path: path, kind: kind) }
    let decoded = DecodedText(bytes, charset: charset)
    let front = try FrontMatter(decoded.bytes)
    let html = try PageGuard.admitted(
      MarkdownParser.html(decoded.bytes[front.end...]), limits: limits)
    // Markup can hide all of its words.
    guard let page = HTMLReader(article: html, metadata: front.metadata, signals: signals),
      !page.blocks.isEmpty
    else { throw .empty(path: path) }
    var metadata = page.metadata
    metadata.path = path
    return Reading(
      article: Self.article(page.text, page.blocks, metadata), format: .markdown,
      notices: decoded.notices)
  }

  private func readPDF(_ bytes: [UInt8], path: String?) throws(ReaderError) -> Reading {
    let (layout, isDamaged) = try PDFToText(limits: limits).layout(of: bytes, path: path)
    return try read(layout, isDamaged: isDamaged, path: path)
  }

  /// Reads what `pdftotext -bbox-layout` wrote of a PDF, which is as hostile as the PDF.
  ///
  /// - Throws: `tooManyLines` or `scannedPDF`.
  package func read(pdfLayout output: [UInt8], path: String?) throws(ReaderError) -> Reading {
    try read(PDFLayout(output), isDamaged: false, path: path)
  }

  private func read(
    _ layout: PDFLayout, isDamaged: Bool, path: String?
  ) throws(ReaderError) -> Reading {
    guard let document = try PDFReader(layout, limits: limits) else {
      throw isDamaged ? .brokenPDF(path: path) : .scannedPDF(path: path)
    }
    var metadata = document.metadata
    metadata.path = path
    let notices = isDamaged ? ["the PDF is damaged; parts of its text may be missing"] : []
    return Reading(
      article: Self.article(document.text, document.blocks, metadata), format: .pdf,
      notices: notices + document.notices, provenance: document.provenance)
  }

  private func reading(
    of mail: MailReader?, _ format: Format, path: String?
  ) throws(ReaderError) -> Reading {
    guard let mail else { throw .noTextPart(path: path) }
    var metadata = mail.metadata
    metadata.path = path
    return Reading(
      article: Self.article(mail.text, mail.blocks, metadata), format: format,
      notices: mail.notices, provenance: mail.provenance)
  }

  private static func article(
    _ bytes: [UInt8], _ blocks: [Block], _ metadata: Article.Metadata
  ) -> Article {
    let text = String(decoding: bytes, as: UTF8.self)
    return Article(id: ArticleID(of: text), text: text, blocks: blocks, metadata: metadata)
  }
}
