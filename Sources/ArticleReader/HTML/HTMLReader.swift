import ClaimModel

/// Finds the article on a web page.
///
/// The canonical text of a page is what a reader of the article would read: title, byline and date as
/// blocks of their own, then the body's paragraphs, headings, list items and quotes in the page's
/// order, a blank line between any two of them. White space inside a block is single spaces, and a
/// line feed where the page breaks a line. Captions between paragraphs keep their place and role;
/// tables (a line a row) and code have the role `boilerplate`, so that no claim comes from them. What
/// surrounds the article is not in the text.
struct HTMLReader {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var metadata: Article.Metadata
  private(set) var provenance: [Reading.Field: String]

  /// Reads a page; nil where it shows no text.
  ///
  /// - Parameters:
  ///   - bytes: Well-formed UTF-8.
  ///   - address: Where the page was fetched from, for one that names no address of its own.
  init?(_ bytes: [UInt8], signals: BodySignals, address: String? = nil) {
    var page = Page(HTMLParser.tree(of: bytes), signals)
    guard !page.units.isEmpty else { return nil }
    let choice = Self.choose(&page, signals)
    guard let bodyStart = choice.units.first else { return nil }
    let found = PageMetadata(page, bodyStart: bodyStart, fetchedFrom: address)
    metadata = found.metadata
    provenance = found.provenance
    appendHead()
    appendBody(page, choice)
    checkLanguage()
  }

  /// Reads HTML that is an article and nothing else, as Markdown gives it; nil where it shows no text.
  ///
  /// - Parameter metadata: What is known besides; without a title the first `h1` is it.
  init?(article bytes: [UInt8], metadata: Article.Metadata, signals: BodySignals) {
    var page = Page(HTMLParser.tree(of: bytes), signals)
    page.classify(signals, asking: .visibility)
    self.metadata = metadata
    provenance = [:]
    guard !page.units.isEmpty else { return nil }
    let first = page.units[0]
    if metadata.title == nil, page.tree.nodes[first.owner].tag == .h1 {
      self.metadata.title = MetaTags.line(Array(page.bytes(of: 0)))
    }
    appendHead()
    appendBody(page, BodyChoice(allOf: page, signals))
    if metadata.language == nil {
      self.metadata.language = LanguageGuess.language(of: text, in: blocks)
    }
  }

  /// Lets the words of the text speak against what the page says of its language.
  private mutating func checkLanguage() {
    let guess = LanguageGuess.language(of: text, in: blocks)
    let saysEnglish = metadata.language?.hasPrefix("en") ?? false
    if guess != nil, !saysEnglish {
      metadata.language = guess
      provenance[.language] = "words of the text"
    } else if guess == nil, saysEnglish, text.count > Self.bytesOfCertainty {
      metadata.language = nil
      provenance[.language] = nil
    }
  }

  /// A text of so many bytes without English words is not English.
  private static let bytesOfCertainty = 1000

  /// Chooses the body with all signals; when that is too short for an article, without names, then
  /// without anything but what is hidden.
  private static func choose(_ page: inout Page, _ signals: BodySignals) -> BodyChoice {
    page.classify(signals, asking: signals.usesNames ? .everything : .tags)
    var best = BodyChoice(page, signals)
    if best.length >= signals.shortest { return best }
    for question in [Page.Question.tags, .visibility] {
      var relaxed = page
      relaxed.classify(signals, asking: question)
      let choice = BodyChoice(relaxed, signals)
      if Double(choice.length) > signals.relaxedGain * Double(best.length) {
        (page, best) = (relaxed, choice)
        if best.length >= signals.shortest { return best }
      }
    }
    return best
  }
}

// MARK: - Canonical text

extension HTMLReader {
  private mutating func appendHead() {
    if let title = metadata.title { append(.title, Array(title.utf8)[...]) }
    if let byline = metadata.byline { append(.byline, Array(byline.utf8)[...]) }
    if let published = metadata.published { append(.date, Array(published.description.utf8)[...]) }
  }

  private mutating func appendBody(_ page: Page, _ choice: BodyChoice) {
    let units = (choice.units + choice.captions).sorted()
    let captions = Set(choice.captions)
    var bodyBlocks = 0
    var lastRow: Int?
    for (index, unit) in units.enumerated() {
      let bytes = page.bytes(of: unit)
      if index < 3, let title = metadata.title, bytes.elementsEqual(title.utf8) { continue }
      let context = page.context(of: unit)
      let role = captions.contains(unit) ? .caption : Self.role(context)
      let row = context.contains(.table) ? page.ancestor(of: unit) { $0 == .tr } : nil
      if let row, row == lastRow, let block = blocks.popLast() {
        text += [0x20, UInt8(ascii: "|"), 0x20]
        text += bytes
        blocks.append(Block(role: block.role, span: TextSpan(block.span.start, text.count)))
      } else if role == .body, bodyBlocks <= 1, let dateline = Dateline(bytes) {
        appendParagraph(bytes, after: dateline)
        bodyBlocks += 1
      } else {
        if role == .body { bodyBlocks += 1 }
        append(role, bytes)
      }
      lastRow = row
    }
  }

  private static func role(_ context: PageContext) -> Block.Role {
    if context.contains(.heading) { return .heading }
    if !context.isDisjoint(with: [.table, .code]) { return .boilerplate }
    if !context.isDisjoint(with: [.quote, .pullQuote]) { return .quote }
    return context.contains(.list) ? .list : .body
  }

  /// Adds a paragraph with its dateline as a block of role `date` before it on the same line.
  private mutating func appendParagraph(_ bytes: ArraySlice<UInt8>, after dateline: Dateline) {
    append(.date, bytes[dateline.range])
    text += bytes[dateline.range.upperBound...]
    let rest = bytes[dateline.range.upperBound...].trimmed
    blocks.append(
      Block(role: .body, span: TextSpan(text.count - rest.count, text.count)))
    if metadata.publisher == nil, let agency = dateline.agency {
      metadata.publisher = agency
      provenance[.publisher] = "dateline"
    }
  }

  private mutating func append(_ role: Block.Role, _ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    if !text.isEmpty { text += [0x0A, 0x0A] }
    let start = text.count
    text += bytes
    blocks.append(Block(role: role, span: TextSpan(start, text.count)))
  }
}
