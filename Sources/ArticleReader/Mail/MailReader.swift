import ClaimModel

/// Finds the article in a mail or a saved web page.
///
/// Attachments are ignored, and mails inside a mail as long as it has words of its own. Of a text that
/// comes both plain and as HTML the HTML is read, since it keeps paragraphs and headings whole,
/// unless its article holds much less than the plain text's. Quoted mails and signatures are
/// boilerplate.
struct MailReader {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var metadata = Article.Metadata()
  private(set) var provenance: [Reading.Field: String] = [:]
  private(set) var notices: [String] = []

  /// HTML with less than this share of the plain text's article lacks some of it.
  private static let leastShare = 0.6
  /// An article with less than this share of the mail is only a part of what was written.
  private static let leastShareOfMail = 0.8

  private var signals: BodySignals
  private var limits: Limits

  /// Reads a mail; nil where it has no text.
  ///
  /// - Throws: `tooManyParts`, `tooManyTags`, `tooDeep` or `tooManyLines`.
  init?(mail bytes: [UInt8], limits: Limits, signals: BodySignals) throws(ReaderError) {
    (self.limits, self.signals) = (limits, signals)
    let mail = try MailPart(bytes.drop { $0 <= 0x20 }, limits: limits)
    let own = Self.texts(in: mail, ofForwarded: false)
    let texts = own.isEmpty ? Self.texts(in: mail, ofForwarded: true) : own
    let known = MailFields(mail.head)
    let plain = texts.filter { $0.type == "text/plain" }
    var best: MailReader?
    if !plain.isEmpty {
      var reader = self
      if try reader.readPlain(plain, known) { best = reader }
    }
    if let html = texts.first(where: { $0.type == "text/html" }) {
      var reader = self
      if try reader.readHTML(html, known),
        Double(Self.articleLength(reader.blocks))
          >= Self.leastShare * Double(Self.articleLength(best?.blocks ?? []))
      {
        best = reader
      }
    }
    guard let best else { return nil }
    self = best
  }

  /// Reads a saved web page; nil where it has no page.
  ///
  /// - Throws: `tooManyParts`, `tooManyTags` or `tooDeep`.
  init?(archive bytes: [UInt8], limits: Limits, signals: BodySignals) throws(ReaderError) {
    (self.limits, self.signals) = (limits, signals)
    let archive = try MailPart(bytes.drop { $0 <= 0x20 }, limits: limits)
    guard let root = Self.root(of: archive) else { return nil }
    let decoded = root.text
    guard let page = try html(decoded, known: nil) else { return nil }
    (text, blocks, metadata, provenance) = (page.text, page.blocks, page.metadata, page.provenance)
    notices = decoded.notices
    // The page was saved from there, whatever it says of itself.
    for (head, field) in [
      (archive.head, "snapshot-content-location"), (root.head, "content-location"),
      (archive.head, "content-location"),
    ] {
      guard let address = head.text(field),
        address.hasPrefix("http://") || address.hasPrefix("https://")
      else { continue }
      metadata.address = address
      provenance[.address] = field
      break
    }
    if metadata.title == nil, let subject = archive.head.text("subject") {
      metadata.title = subject
      provenance[.title] = "archive Subject"
    }
  }

  // MARK: - Parts

  /// The parts that hold what a person reads, in their order.
  private static func texts(in part: MailPart, ofForwarded: Bool) -> [MailPart] {
    if part.isAttachment { return [] }
    if part.type == "message/rfc822", !ofForwarded { return [] }
    if part.parts.isEmpty {
      let isText = part.type == "text/plain" || part.type == "text/html"
      return isText && !part.bytes[...].trimmed.isEmpty ? [part] : []
    }
    return part.parts.flatMap { texts(in: $0, ofForwarded: ofForwarded) }
  }

  /// The page among the parts of an archive: the one that `start` names, else the first.
  private static func root(of archive: MailPart) -> MailPart? {
    if archive.parts.isEmpty { return archive.type == "text/html" ? archive : nil }
    let pages = archive.parts.filter {
      $0.type == "text/html" || $0.type == "application/xhtml+xml"
    }
    let start = archive.head.parameter("start", of: "content-type")
    return pages.first { start != nil && $0.head.text("content-id") == start } ?? pages.first
      ?? archive.parts.lazy.compactMap { $0.parts.isEmpty ? nil : root(of: $0) }.first
  }

  // MARK: - Reading

  private static func articleLength(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { $0 + ($1.role.holdsClaims ? $1.span.length : 0) }
  }

  /// The page of some HTML; nil where it shows no text.
  private func html(_ decoded: DecodedText, known: MailFields?) throws(ReaderError) -> HTMLReader? {
    let bytes = try PageGuard.admitted(decoded.bytes, limits: limits)
    let page = HTMLReader(bytes, signals: signals, known: known)
    guard let known else { return page }
    // A mail is often too short to be told from what surrounds an article: then all of it is read.
    let whole = HTMLReader(article: bytes, metadata: known.metadata, signals: signals)
    let length = Self.articleLength(page?.blocks ?? [])
    return Double(length) >= Self.leastShareOfMail * Double(Self.articleLength(whole?.blocks ?? []))
      ? page : whole
  }

  private mutating func readHTML(_ part: MailPart, _ known: MailFields) throws(ReaderError) -> Bool
  {
    let decoded = part.text
    guard let page = try html(decoded, known: known) else { return false }
    (text, metadata) = (page.text, page.metadata)
    provenance = known.provenance.merging(page.provenance) { $1 }
    blocks = MailQuotes.marked(page.blocks, text)
    notices = decoded.notices
    return true
  }

  private mutating func readPlain(
    _ parts: [MailPart], _ known: MailFields
  ) throws(ReaderError) -> Bool {
    for part in parts {
      let decoded = part.text
      if !text.isEmpty { text += [0x0A, 0x0A] }
      text += decoded.bytes
      for notice in decoded.notices where !notices.contains(notice) { notices.append(notice) }
    }
    guard !text[...].trimmed.isEmpty else { return false }
    let plain = try PlainTextReader(text, limits: limits)
    metadata = plain.metadata
    blocks = MailQuotes.marked(plain.blocks, text)
    notices += plain.notices
    for (field, value) in [
      (Reading.Field.title, metadata.title), (.byline, metadata.byline),
      (.published, metadata.published?.description), (.publisher, metadata.publisher),
    ] where value != nil { provenance[field] = "visible text" }
    if metadata.language != nil { provenance[.language] = "words of the text" }
    let shown = metadata.title
    if let subject = known.metadata.title, !MailFields.agree(shown, subject) {
      // The first line of a mail is more often a greeting than a title.
      metadata.title = subject
      provenance[.title] = known.provenance[.title]
      blocks = blocks.map { block in
        guard block.role == .title else { return block }
        let isGreeting = text[block.span.range].last == UInt8(ascii: ",")
        return Block(role: isGreeting ? .boilerplate : .heading, span: block.span)
      }
    }
    if metadata.byline == nil { metadata.byline = known.metadata.byline }
    if metadata.published == nil { metadata.published = known.metadata.published }
    provenance.merge(known.provenance) { own, _ in own }
    return true
  }
}
