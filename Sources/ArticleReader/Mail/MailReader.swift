import ClaimModel

/// Finds the article in a mail or a saved web page.
///
/// A mail that forwards another is read as that other one, with its date and sender: the note over it is
/// boilerplate, or left out where the other mail is a part of its own. Other attachments are ignored, and so
/// are quoted mails. Of a text that comes both plain and as HTML the HTML is read, since it keeps
/// paragraphs and headings whole, unless its article holds much less than the plain text's. Quoted mails
/// and signatures are boilerplate.
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

  /// More words than these above an attached mail are an article of their own.
  private static let wordsOfNote = 60

  /// Of the mail that is read, as it was written.
  private var subject: String?
  private var signals: BodySignals
  private var limits: Limits

  /// Reads a mail; nil where it has no text.
  ///
  /// - Throws: `tooManyParts`, `tooManyTags`, `tooDeep` or `tooManyLines`.
  init?(mail bytes: [UInt8], limits: Limits, signals: BodySignals) throws(ReaderError) {
    (self.limits, self.signals) = (limits, signals)
    let mail = Self.attached(
      in: try MailPart(bytes.drop { $0 <= 0x20 }, limits: limits))
    let texts = Self.texts(in: mail)
    let known = MailFields(mail.head)
    subject = mail.head.text("subject")
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

  /// The mail that another brings as a part, where its own words are none, or no more than a note; else the
  /// mail itself.
  private static func attached(in mail: MailPart) -> MailPart {
    var mail = mail
    // Parts lie in parts only so deep as `MailPart` reads.
    while let inner = firstMail(in: mail) {
      let own = texts(in: mail).first { $0.type == "text/plain" } ?? texts(in: mail).first
      if let own, !isNote(own) { break }
      mail = inner
    }
    return mail
  }

  private static func isNote(_ part: MailPart) -> Bool {
    let words = part.bytes.split { $0 <= 0x20 }
    return words.count <= wordsOfNote || part.type == "text/html" && words.count <= 4 * wordsOfNote
  }

  /// The first mail among the parts of one, the mail itself aside.
  private static func firstMail(in part: MailPart) -> MailPart? {
    for inner in part.parts {
      if part.type == "message/rfc822" { return inner }
      if let found = firstMail(in: inner) { return found }
    }
    return nil
  }

  /// The parts that hold what a person reads, in their order.
  private static func texts(in part: MailPart) -> [MailPart] {
    if part.isAttachment || part.type == "message/rfc822" { return [] }
    if part.parts.isEmpty {
      let isText = part.type == "text/plain" || part.type == "text/html"
      return isText && !part.bytes[...].trimmed.isEmpty ? [part] : []
    }
    return part.parts.flatMap(texts)
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
    notices = decoded.notices
    if try readForwarded(html: decoded, known) { return true }
    guard let page = try html(decoded, known: known), !page.blocks.isEmpty else { return false }
    (text, metadata) = (page.text, page.metadata)
    provenance = known.provenance.merging(page.provenance) { $1 }
    blocks = MailQuotes.marked(page.blocks, text)
    return true
  }

  /// Reads the mail that a page of HTML forwards; false where it forwards none.
  private mutating func readForwarded(
    html decoded: DecodedText, _ known: MailFields
  ) throws(ReaderError) -> Bool {
    let bytes = try PageGuard.admitted(decoded.bytes, limits: limits)
    var metadata = Article.Metadata()
    metadata.title = known.metadata.title
    guard let first = HTMLReader(article: bytes, metadata: metadata, signals: signals),
      let found = ForwardedMail(in: first.text, subject: subject)
    else { return false }
    let fields = MailFields(found.head, in: known)
    guard let page = HTMLReader(article: bytes, metadata: fields.metadata, signals: signals),
      let forwarded = ForwardedMail(in: page.text, subject: subject)
    else { return false }
    text = page.text
    self.metadata = page.metadata
    provenance = fields.provenance
    if page.metadata.language != nil { provenance[.language] = "words of the text" }
    let (before, own) = Self.parted(page.blocks, at: forwarded.start, text)
    // Apple Mail quotes what it forwards.
    let isQuoted = own.allSatisfy { $0.role != .body }
    let head: Set<Block.Role> = [.title, .byline, .date]
    blocks =
      before.map { block in
        head.contains(block.role) ? block : Block(role: .boilerplate, span: block.span)
      }
      + MailQuotes.marked(
        own.map { isQuoted && $0.role == .quote ? Block(role: .body, span: $0.span) : $0 }, text)
    return true
  }

  /// The blocks before an offset and after it; one that it lies in is cut there.
  private static func parted(
    _ blocks: [Block], at offset: Int, _ text: [UInt8]
  ) -> (before: [Block], after: [Block]) {
    var before: [Block] = []
    var after: [Block] = []
    for block in blocks {
      if block.span.end <= offset {
        before.append(block)
      } else if block.span.start >= offset {
        after.append(block)
      } else {
        let (head, rest) = (
          text[block.span.start..<offset].trimmed, text[offset..<block.span.end].trimmed
        )
        if !head.isEmpty {
          before.append(Block(role: block.role, span: TextSpan(head.startIndex, head.endIndex)))
        }
        if !rest.isEmpty {
          after.append(Block(role: block.role, span: TextSpan(rest.startIndex, rest.endIndex)))
        }
      }
    }
    return (before, after)
  }

  private mutating func readPlain(
    _ parts: [MailPart], _ outer: MailFields
  ) throws(ReaderError) -> Bool {
    for part in parts {
      let decoded = part.text
      if !text.isEmpty { text += [0x0A, 0x0A] }
      text += decoded.bytes
      for notice in decoded.notices where !notices.contains(notice) { notices.append(notice) }
    }
    guard !text[...].trimmed.isEmpty else { return false }
    var known = outer
    var start = 0
    if let forwarded = ForwardedMail(in: text, subject: subject),
      !text[forwarded.start...].trimmed.isEmpty
    {
      text = forwarded.unquoted(text)
      start = forwarded.start
      known = MailFields(forwarded.head, in: outer)
    }
    let plain = try PlainTextReader(Array(text[start...]), limits: limits)
    metadata = plain.metadata
    blocks =
      Self.lines(of: text, before: start)
      + MailQuotes.marked(
        plain.blocks.map { block in
          Block(
            role: block.role, span: TextSpan(block.span.start + start, block.span.end + start))
        }, text)
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

  /// The lines of a text before an offset, as boilerplate.
  private static func lines(of text: [UInt8], before end: Int) -> [Block] {
    text[..<end].split(separator: 0x0A).compactMap { line in
      let words = line.trimmed
      return words.isEmpty
        ? nil : Block(role: .boilerplate, span: TextSpan(words.startIndex, words.endIndex))
    }
  }
}
