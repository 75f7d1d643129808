import ClaimModel

/// Finds the article in a PDF.
///
/// The canonical text is the document's paragraphs, a blank line between any two, without running heads,
/// feet and page numbers. The words are the document's; what is changed is the print: lines are joined,
/// hyphens of line ends go (`LineEnds`), ligatures are taken apart. Roles are those of a plain text of
/// these paragraphs, with what the size of the type says besides: large type is title or heading, small
/// type a caption or a footnote.
struct PDFReader {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var metadata = Article.Metadata()
  private(set) var provenance: [Reading.Field: String] = [:]
  private(set) var notices: [String] = []

  /// The title's type is at least so many times as large as the usual.
  private static let titleSize = 1.2
  /// More words in large type are no heading.
  private static let wordsOfHeading = 30
  /// The title's last word stands on so much of its page at most.
  private static let lowestTitle = 0.75
  /// At most so many bytes stand before it.
  private static let lengthBeforeTitle = 600

  /// - Returns: Nil where the document shows no words.
  /// - Throws: `tooManyLines`.
  init?(_ layout: PDFLayout, limits: Limits) throws(ReaderError) {
    let lines = RunningHeads.without(layout)
    guard lines.count <= limits.lines else { throw .tooManyLines(limit: limits.lines) }
    let found = PDFParagraphs(lines)
    let notes = FootnoteMarks(found.paragraphs)
    let ends = LineEnds(lines.lazy.map(\.text))
    let ownTitle = layout.title.flatMap(Self.title)
    var hints = PassageHints()
    var titles: [(start: Int, paragraph: PDFParagraphs.Paragraph, words: [UInt8])] = []
    for paragraph in found.paragraphs {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      var words: [UInt8] = []
      for line in paragraph.lines { ends.append(line.text[...], to: &words) }
      if paragraph.type == .usual { words = notes.removed(from: words) }
      text += Self.withoutSoftHyphens(words)
      hints.kinds[start] = Self.kind(paragraph, words)
      if paragraph.lines[0].page == lines[0].page, start <= Self.lengthBeforeTitle {
        titles.append((start, paragraph, words))
      }
    }
    guard !text[...].trimmed.isEmpty else { return nil }
    hints.title =
      titles.first { Self.isSame($0.words, ownTitle) }?.start
      ?? Self.tallest(
        titles.filter { title in
          guard let last = title.paragraph.lines.last else { return false }
          return last.size >= Self.titleSize * found.usualSize
            && last.box.bottom <= Self.lowestTitle * layout.pages[last.page].height
        })
    let plain = try PlainTextReader(text, limits: limits, hints: hints)
    blocks = plain.blocks
    metadata = plain.metadata
    notices = plain.notices
    if metadata.title != nil { provenance[.title] = hints.title == nil ? "visible text" : "type" }
    for (field, value) in [
      (Reading.Field.published, metadata.published?.description), (.byline, metadata.byline),
      (.publisher, metadata.publisher),
    ] where value != nil { provenance[field] = "visible text" }
    if metadata.language != nil { provenance[.language] = "words of the text" }
    complete(from: layout, title: ownTitle)
  }

  /// What the large or small type of a paragraph makes of it; nil for the usual.
  private static func kind(
    _ paragraph: PDFParagraphs.Paragraph, _ words: [UInt8]
  ) -> PassageKind? {
    switch paragraph.type {
    case .usual: isNumberedCaption(words[...]) ? .caption : nil
    case .large: words.split(separator: 0x20).count <= wordsOfHeading ? .heading : nil
    case .small: isCaption(words[...]) ? .caption : .navigation
    }
  }

  private static func isCaption(_ words: ArraySlice<UInt8>) -> Bool {
    for label: StaticString in [
      "figure ", "fig. ", "table ", "chart ", "photo", "image", "picture", "map ",
    ]
    where words.startsIgnoringCase(label) { return true }
    return false
  }

  /// Whether words in the usual type are the caption of a table or figure, told by number and colon.
  private static func isNumberedCaption(_ words: ArraySlice<UInt8>) -> Bool {
    let parts = words.split(separator: 0x20, maxSplits: 2)
    guard parts.count >= 2, isCaption(words),
      words.split(separator: 0x20).count <= wordsOfHeading
    else { return false }
    let number = parts[1]
    return number.contains(where: \.isASCIIDigit)
      && (number.last == UInt8(ascii: ".") || number.last == UInt8(ascii: ":"))
  }

  private static func withoutSoftHyphens(_ words: [UInt8]) -> [UInt8] {
    guard words.contains(0xAD) else { return words }
    var text: [UInt8] = []
    for byte in words {
      if byte == 0xAD, text.last == 0xC2 { text.removeLast() } else { text.append(byte) }
    }
    return text
  }
}

// MARK: - Title

extension PDFReader {
  /// The first of the largest, those of two words or less only where no other is.
  private static func tallest(
    _ titles: [(start: Int, paragraph: PDFParagraphs.Paragraph, words: [UInt8])]
  ) -> Int? {
    let named = titles.filter {
      !mastheads.contains(String(decoding: $0.words, as: UTF8.self).lowercased())
    }
    let long = named.filter { $0.words.split(separator: 0x20).count >= 3 }
    return (long.isEmpty ? named : long).max {
      ($0.paragraph.lines[0].size, -$0.start) < ($1.paragraph.lines[0].size, -$1.start)
    }?.start
  }

  /// What stands in large letters over the title.
  private static let mastheads: Set<String> = [
    "press release", "news release", "media release", "news", "newsletter", "for immediate release",
    "statement", "press statement", "press information", "press notice", "report", "briefing",
    "factsheet", "fact sheet", "memo", "memorandum", "bulletin",
  ]

  private static func isSame(_ words: [UInt8], _ title: String?) -> Bool {
    guard let title else { return false }
    return String(decoding: words, as: UTF8.self).lowercased() == title.lowercased()
  }

  /// What the file calls itself, where that is a title and not the name of a file or program.
  static func title(_ text: String) -> String? {
    let title = MetaTags.line(Array(text.utf8))
    let lower = title.lowercased()
    let words = lower.split(separator: " ")
    guard words.count(where: { $0.contains(where: \.isLetter) }) >= 2,
      !["microsoft ", "untitled", "(", "document ", "slide ", "print ", "powerpoint "]
        .contains(where: lower.hasPrefix),
      !words.contains(where: { word in endings.contains(where: word.hasSuffix) })
    else { return nil }
    return title
  }

  private static let endings = [
    ".doc", ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".rtf", ".odt", ".tex", ".dvi", ".ps", ".txt",
    ".xls", ".xlsx", ".ppt", ".pptx", ".html", ".htm", ".pub", ".pages", ".md",
  ]
}

// MARK: - What the file says about itself

extension PDFReader {
  /// Fills what the pages do not say from the file's own notes, each called by its name there.
  private mutating func complete(from layout: PDFLayout, title: String?) {
    if metadata.title == nil, let title {
      metadata.title = title
      provenance[.title] = "pdf Title"
    }
    // An author there is often the name of an account.
    if metadata.byline == nil, let author = layout.author,
      Byline.isBareName(Array(author.utf8)[...])
    {
      metadata.byline = author
      provenance[.byline] = "pdf Author"
    }
    if metadata.published == nil, let created = layout.created,
      let date = PublicationDate(created) ?? WrittenDates(created).publication,
      date.day.year >= 1990
    {
      metadata.published = date
      provenance[.published] = "pdf CreationDate"
    }
  }
}
