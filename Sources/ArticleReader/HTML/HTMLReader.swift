import ClaimModel

/// Finds the article on a web page.
///
/// The canonical text of a page is what a reader of the article would read: title, byline and date as
/// blocks of their own, then the body's paragraphs, headings, list items and quotes in the page's
/// order, a blank line between any two of them. White space inside a block is single spaces, and a
/// line feed where the page breaks a line. Captions between paragraphs keep their place and role;
/// tables (a line a row) and code have roles of their own, so that no claim comes from them. The line that
/// goes with the title (standfirst) is a heading. What surrounds the article is not in the text.
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
  ///   - known: What the mail around it says, for fields that the page leaves open.
  init?(
    _ bytes: [UInt8], signals: BodySignals, address: String? = nil, known: MailFields? = nil
  ) {
    var page = Self.page(bytes)
    guard !page.units.isEmpty else { return nil }
    let tags = MetaTags(page.tree)
    let choice = Self.choose(&page, tags, signals)
    guard let body = choice.body else { return nil }
    let found = PageMetadata(page, tags, body: body, fetchedFrom: address)
    metadata = found.metadata
    provenance = found.provenance
    if let known { complete(from: known) }
    appendHead()
    appendBody(page, choice, PageUpdates(page, choice, found.updates))
    checkLanguage()
  }

  /// A page that shows less than this much text without scripts is read with what it holds for that case.
  private static let leastBytes = 100

  private static func page(_ bytes: [UInt8]) -> Page {
    var tree = HTMLParser.tree(of: bytes)
    let page = Page(tree)
    guard page.text.count < leastBytes, tree.nodes.contains(where: { $0.tag == .noscript }) else {
      return page
    }
    tree.showsNoScript = true
    return Page(tree)
  }

  /// Reads HTML that is an article and nothing else, as Markdown gives it; nil where it shows no text.
  ///
  /// - Parameter metadata: What is known besides; without a title the first `h1` is it.
  init?(article bytes: [UInt8], metadata: Article.Metadata, signals: BodySignals) {
    var page = Page(HTMLParser.tree(of: bytes))
    page.classify(signals, asking: .visibility)
    self.metadata = metadata
    provenance = [:]
    guard !page.units.isEmpty else { return nil }
    let first = page.units[0]
    if metadata.title == nil, page.tree.nodes[first.owner].tag == .h1 {
      self.metadata.title = MetaTags.line(Array(page.bytes(of: 0)))
    }
    appendHead()
    let choice = BodyChoice(allOf: page, signals)
    appendBody(page, choice, PageUpdates(page, choice, []))
    if metadata.language == nil {
      self.metadata.language = LanguageGuess.language(of: text, in: blocks)
    }
  }

  private mutating func complete(from known: MailFields) {
    if metadata.title == nil { metadata.title = known.metadata.title }
    if metadata.byline == nil { metadata.byline = known.metadata.byline }
    if metadata.published == nil { metadata.published = known.metadata.published }
    provenance.merge(known.provenance) { own, _ in own }
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

  /// The signals of a page's blocks, and the body by those set by hand.
  ///
  /// The names of elements are believed unless a body found against them agrees better with the rest of the page.
  /// The page is then classified with all signals.
  static func features(
    _ page: inout Page, _ hints: PageHints, _ signals: BodySignals
  ) -> (features: BlockFeatures, byHand: BodyChoice) {
    let (byHand, byTags) = bodiesByHand(&page, hints, signals)
    return (BlockFeatures(page, hints, byHand: byHand, byTags: byTags), byHand)
  }

  private static func bodiesByHand(
    _ page: inout Page, _ hints: PageHints, _ signals: BodySignals
  ) -> (best: BodyChoice, byTags: BodyChoice) {
    page.classify(signals, asking: .tags)
    let byTags = BodyChoice(page, signals)
    page.classify(signals, asking: signals.usesNames ? .everything : .tags)
    var byHand = BodyChoice(page, signals)
    if byTags.container != byHand.container,
      BodyAgreement(byTags, page, hints).score
        > BodyAgreement(byHand, page, hints).score + BodyAgreement.margin
    {
      byHand = byTags
    }
    return (byHand, byTags)
  }

  /// Chooses the body with the scorer of blocks; where that gives too little for an article, by the signals
  /// set by hand: all, then without names, then without anything but what is hidden.
  private static func choose(
    _ page: inout Page, _ tags: MetaTags, _ signals: BodySignals
  ) -> BodyChoice {
    let hints = PageHints(tags)
    var best: BodyChoice
    if page.units.count > signals.mostUnits {
      best = bodiesByHand(&page, hints, signals).best
    } else {
      let (features, byHand) = features(&page, hints, signals)
      best = BodyChoice(scored: page, features, byHand: byHand, signals)
      if best.length * 2 < byHand.length { best = byHand }
    }
    if best.length >= signals.shortest { return best }
    for question in [Page.Question.tags, .visibility] {
      var relaxed = page
      relaxed.classify(signals, asking: question)
      let choice = BodyChoice(relaxed, signals)
      if Double(choice.length) > signals.relaxedGain * Double(best.length),
        best.units.isEmpty
          || BodyAgreement(choice, page, hints).score > BodyAgreement(best, page, hints).score
      {
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

  private mutating func appendBody(
    _ page: Page, _ choice: BodyChoice, _ updates: PageUpdates
  ) {
    let units = (choice.units + choice.captions).sorted()
    let captions = Set(choice.captions)
    let signed = SignedQuotes(page, units)
    var starts: [Int: Int] = [:]
    var bodyBlocks = 0
    var lastRow: Int?
    for (index, unit) in units.enumerated() {
      let bytes = page.bytes(of: unit)
      let isStamp = updates.stamps.contains(unit)
      if index < Self.head, !isStamp,
        saysHeadAgain(bytes, page.units[unit])
          || index + 1 < units.count && isLabel(bytes, ofDateIn: units[index + 1], page)
      {
        continue
      }
      let context = page.context(of: unit)
      var role: Block.Role =
        captions.contains(unit)
        ? .caption : choice.standfirst.contains(unit) ? .heading : Self.role(context)
      if isStamp || index < Self.head && bodyBlocks == 0 && role == .body && isDatedLine(bytes) {
        role = .date
      }
      let row = context.contains(.table) ? page.ancestor(of: unit) { $0 == .tr } : nil
      let quote = signed.quote(of: unit)
      if let row, row == lastRow {
        extend(by: bytes, after: [0x20, UInt8(ascii: "|"), 0x20])
      } else if let quote, quote == lastRow {
        extend(
          by: signed.words(unit, bytes),
          after: Array((signed.lacksDash(unit) ? "\n— " : "\n").utf8))
      } else if role == .body, bodyBlocks <= 1, let dateline = Dateline(bytes) {
        appendParagraph(bytes, after: dateline)
        bodyBlocks += 1
      } else {
        if role == .body { bodyBlocks += 1 }
        append(role, bytes)
      }
      starts[unit] = text.count - bytes.count
      lastRow = row ?? quote
    }
    noteStruck(page, starts)
    noteUpdates(updates, starts, page)
  }

  /// So many units may say again what stands in the head.
  private static let head = 6
  private static let wordsOfDatedLine = 16
  /// What may stand beside a name and a date: "4 min read".
  private static let wordsOfReading: Set<String> = [
    "min", "mins", "minute", "minutes", "minuten", "read", "lesezeit", "by", "von", "por", "par",
    "·", "•", "–", "—",
  ]

  /// Whether a unit is a line with a date, and a place or publisher at most: `Tarn, 3 March 2026`.
  private func isDatedLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 120 && DatedLine(bytes, Passage(Array(bytes), range: 0..<bytes.count)) != nil
  }

  /// Whether a unit is no more than the label of the date that the next one says again: `Published on`.
  private func isLabel(_ bytes: ArraySlice<UInt8>, ofDateIn next: Int, _ page: Page) -> Bool {
    guard bytes.count <= 40 else { return false }
    let dates = WrittenDates(bytes)
    return dates.matches.isEmpty && dates.otherWords.isEmpty
      && !WrittenDates(page.bytes(of: next).prefix(100)).matches.isEmpty
      && saysHeadAgain(page.bytes(of: next), page.units[next])
  }

  /// Whether a unit says the title, the byline or the date, and nothing else.
  private func saysHeadAgain(_ bytes: ArraySlice<UInt8>, _ unit: PageUnit) -> Bool {
    if let title = metadata.title, bytes.elementsEqual(title.utf8) { return true }
    guard unit.words <= Self.wordsOfDatedLine else { return false }
    if let byline = metadata.byline {
      let line = String(decoding: bytes, as: UTF8.self)
      let names = AuthorName.afterLabel(line) ?? (unit.end == .other ? AuthorName.bare(line) : nil)
      if names?.joined(separator: ", ") == byline { return true }
    }
    guard metadata.published != nil else { return false }
    let dates = WrittenDates(bytes, order: .dayFirst)
    guard dates.matches.contains(where: { $0.date != nil }) else { return false }
    let names = Set(
      (metadata.byline ?? "").lowercased().split { " ,".contains($0) }.map(String.init))
    return dates.otherWords.allSatisfy { range in
      let word = String(decoding: bytes[range], as: UTF8.self).lowercased()
      return names.contains(word) || Self.wordsOfReading.contains(word)
    }
  }

  /// Adds to the last block.
  private mutating func extend(by bytes: ArraySlice<UInt8>, after separator: [UInt8]) {
    guard let block = blocks.popLast() else { return append(.body, bytes) }
    text += separator
    text += bytes
    blocks.append(Block(role: block.role, span: TextSpan(block.span.start, text.count)))
  }

  /// Keeps what was struck out of the units that are in the text.
  private mutating func noteStruck(_ page: Page, _ starts: [Int: Int]) {
    var struck: [StruckText] = []
    var unit = 0
    for words in page.struck {
      while unit < page.units.count, page.units[unit].range.upperBound < words.place { unit += 1 }
      guard unit < page.units.count, let start = starts[unit] else { continue }
      let place = max(0, words.place - page.units[unit].range.lowerBound)
      struck.append(
        StruckText(
          utf8Offset: min(start + place, text.count),
          text: String(decoding: words.words, as: UTF8.self)))
    }
    if !struck.isEmpty { metadata.struck = struck }
  }

  private mutating func noteUpdates(_ found: PageUpdates, _ starts: [Int: Int], _ page: Page) {
    let updates = found.updates.compactMap { update -> Update? in
      let units = update.units.filter { starts[$0] != nil }
      guard let first = units.first, let last = units.last, let start = starts[first],
        let end = starts[last]
      else { return nil }
      return Update(
        span: TextSpan(start, end + page.units[last].range.count), moment: update.moment)
    }
    if updates.count > 1 { metadata.updates = updates }
  }

  private static func role(_ context: PageContext) -> Block.Role {
    if context.contains(.heading) { return .heading }
    if context.contains(.table) { return .table }
    if context.contains(.code) { return .code }
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
    if metadata.published == nil, let day = dateline.dates.publication {
      metadata.published = day
      provenance[.published] = "dateline"
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
