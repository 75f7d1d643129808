import ClaimModel

/// Finds the parts of a plain text: an article alone, or a page copied with everything around it.
///
/// Passages are classed by themselves (`PassageKind`), then the body's start and end are found
/// (`BodyZone`), then the title above it (`TitleChoice`); the rest gets its role by where it stands.
/// A dateline ("BEIJING, March 23 (Xinhua) --") becomes a block of role `date`, and its paragraph's
/// block starts after it, so that no claim can hold it.
struct PlainTextReader {
  private let text: [UInt8]
  private let passages: [Passage]
  private let kinds: [PassageKind]
  private let zone: BodyZone
  private let choice: TitleChoice
  private let turns: Turns

  private(set) var blocks: [Block] = []
  /// How many blocks of prose were made.
  private var bodyBlocks = 0
  /// Whether run-in heads without a dash are heads: two of them stand in the text, and none twice.
  private var hasRunInHeads = false
  private(set) var metadata = Article.Metadata()
  private(set) var notices: [String] = []

  private static let wordsOfNumberedHeading = 12
  /// A shorter paragraph is no news, so that a dateline can still follow it.
  private static let wordsOfProse = 8
  /// A heading that ends like a sentence has at most so many words.
  private static let wordsOfHeading = 7

  /// - Parameters:
  ///   - text: Well-formed UTF-8 with LF as line end.
  ///   - hints: What the print of a document says of some passages.
  /// - Throws: `tooManyLines`.
  /// - Complexity: O(*n*) in the bytes.
  init(
    _ text: [UInt8], limits: Limits, hints: PassageHints = PassageHints()
  ) throws(ReaderError) {
    self.text = text
    passages = try PassageSplitter.passages(of: text, limits: limits)
    var kinds = passages.map { PassageKind(text[$0.range], $0) }
    Self.markItems(passages, &kinds)
    turns = Turns(text, passages, kinds)
    for turn in turns.places { kinds[turn] = .prose }
    PageHead.mark(text, passages, &kinds)
    hints.apply(to: &kinds, passages)
    self.kinds = kinds
    zone = BodyZone(
      passages, kinds, lists: ListGround.items(text, passages, kinds),
      breaks: Self.breaks(text, passages, kinds))
    if let title = hints.titleIndex(in: passages) {
      choice = TitleChoice(title: title, body: zone.range)
    } else {
      choice = TitleChoice(text, passages, kinds, body: zone.range, turns: turns)
    }
    assignRoles()
    readMetadata()
  }

  private static func breaks(
    _ text: [UInt8], _ passages: [Passage], _ kinds: [PassageKind]
  ) -> Set<Int> {
    Set(
      kinds.indices.filter {
        kinds[$0] == .notice(isSectionHeading: false)
          && PagePhrases.isBreak(text[passages[$0].range])
      })
  }

  /// Tells lists from single items and numbered headings.
  ///
  /// A list has two items or more; a single one is a paragraph that starts with a dash. Numbered lines
  /// that stand apart and are no sentences head what follows them.
  private static func markItems(_ passages: [Passage], _ kinds: inout [PassageKind]) {
    let marked = kinds
    for index in kinds.indices where kinds[index] == .list {
      if index > 0 && marked[index - 1] == .list
        || index + 1 < kinds.count && marked[index + 1] == .list
      {
        continue
      }
      let passage = passages[index]
      guard let item = passage.item, item.hasNeighbour else {
        kinds[index] = .sentence
        continue
      }
      if !item.isBullet, passage.end == .other, passage.words <= wordsOfNumberedHeading {
        kinds[index] = .fragment
      }
    }
  }
}

// MARK: - Roles

extension PlainTextReader {
  private mutating func assignRoles() {
    var afterSection = false
    let notes = choice.body.upperBound - closingNotes
    hasRunInHeads = findsRunInHeads()
    blocks.reserveCapacity(passages.count)
    for index in passages.indices {
      if kinds[index] == .notice(isSectionHeading: true) {
        afterSection = true
      } else if kinds[index] != .fragment, kinds[index] != .rule, kinds[index] != .heading {
        afterSection = false
      }
      let role: Block.Role
      if index == choice.title {
        role = .title
      } else if index < choice.body.lowerBound {
        role = roleAboveBody(index)
      } else if index < choice.body.upperBound {
        role = afterSection || index >= notes ? .boilerplate : roleInBody(index)
      } else {
        role = roleBelowBody(index)
      }
      let passage = passages[index]
      if let item = passage.item,
        role == .list || role == .body && (item.isBullet || item.hasNeighbour)
      {
        append(role, itemOf: passage)
      } else {
        append(role, passage.range, isTurn: turns.contains(index))
      }
    }
  }

  private func roleAboveBody(_ index: Int) -> Block.Role {
    let isBelowTitle = choice.title.map { $0 < index } ?? false
    switch kinds[index] {
    case .date: return .date
    case .byline: return .byline
    case .caption: return .caption
    case .breadcrumb: return .breadcrumb
    case .navigation, .notice, .rule: return .boilerplate
    case .prose, .sentence, .quote, .list: return isBelowTitle ? bodyRole(index) : .boilerplate
    case .heading: return .heading
    case .fragment:
      guard isBelowTitle else { return .boilerplate }
      if isNameBesideDate(index) { return .byline }
      return passages[index].words >= 3 ? .heading : .boilerplate
    }
  }

  private func roleInBody(_ index: Int) -> Block.Role {
    // Whatever a line that stands all alone looks like, somebody wants it read.
    let isAlone = passages.count == 1
    switch kinds[index] {
    case .date: return isAlone ? .body : .date
    case .byline: return isAlone ? .body : .byline
    case .caption: return isAlone ? .body : .caption
    case .navigation, .rule: return isAlone ? .body : .boilerplate
    case .notice: return isOnlyNotices ? .body : .boilerplate
    case .heading: return .heading
    case .breadcrumb: return .body
    case .sentence: return isTitledHeading(index) || isDeck(index) ? .heading : .body
    case .prose: return isDeck(index) ? .heading : .body
    case .quote, .list: return bodyRole(index)
    case .fragment: return isHeading(index) ? .heading : .body
    }
  }

  private func roleBelowBody(_ index: Int) -> Block.Role {
    if zone.endsAtSection { return .boilerplate }
    switch kinds[index] {
    case .date: return .date
    case .byline: return .byline
    case .caption: return .caption
    default: return .boilerplate
    }
  }

  private func bodyRole(_ index: Int) -> Block.Role {
    switch kinds[index] {
    case .list: .list
    case .quote: .quote
    default: .body
    }
  }

  /// Whether nothing else is there, so that the page's own words must serve as the body.
  private var isOnlyNotices: Bool {
    zone.isUnpunctuated && !kinds.contains(.fragment) && !kinds.contains(.sentence)
  }

  /// Whether a line without a sentence's end heads what follows: short, not leading to a list, and
  /// one of at most two such lines in a row.
  private func isHeading(_ index: Int) -> Bool {
    guard !zone.isUnpunctuated, passages[index].words <= 12, passages[index].end == .other,
      !passages[index].startsLowercase
    else { return false }
    var first = index
    while first > 0, kinds[first - 1] == .fragment { first -= 1 }
    var last = index
    while last + 1 < kinds.count, kinds[last + 1] == .fragment, last - first < 3 { last += 1 }
    return last - first < 2 && last + 1 < choice.body.upperBound
  }

  /// Whether a short sentence with the capitals of a title stands between paragraphs: `All Bets Are Off.`.
  private func isTitledHeading(_ index: Int) -> Bool {
    guard !zone.isUnpunctuated, passages[index].words <= Self.wordsOfHeading,
      index > choice.body.lowerBound, index + 1 < choice.body.upperBound,
      kinds[index + 1] == .prose,
      passages[index].end != .question
    else { return false }
    return Headline.isTitleCase(text[passages[index].range])
  }

  /// Whether a sentence right under the title, with an empty line after it, is the line that goes with it.
  private func isDeck(_ index: Int) -> Bool {
    guard let title = choice.title, title == index - 1, index + 1 < choice.body.upperBound,
      kinds[index + 1] == .prose
    else { return false }
    let above = text[passages[title].range.upperBound..<passages[index].range.lowerBound]
    let below = text[passages[index].range.upperBound..<passages[index + 1].range.lowerBound]
    func lines(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 == 0x0A } }
    return lines(above) == 1 && lines(below) > 1 && passages[index].words <= 30
  }

  /// How many passages at the body's end are about who wrote it.
  private var closingNotes: Int {
    var count = 0
    for index in choice.body.reversed().prefix(4) {
      let isNotice = kinds[index] == .notice(isSectionHeading: false)
      guard
        isNotice
          || [.prose, .sentence].contains(kinds[index])
            && AuthorNote.isNote(
              text[passages[index].range], words: passages[index].words, in: text)
      else { break }
      count += 1
    }
    return count == choice.body.count ? 0 : count
  }

  private func findsRunInHeads() -> Bool {
    var heads: Set<ArraySlice<UInt8>> = []
    var count = 0
    for index in choice.body where kinds[index] == .prose && !turns.contains(index) {
      let bytes = text[passages[index].range]
      guard let head = RunInHead(bytes), Dateline(bytes) == nil else { continue }
      heads.insert(text[head.range])
      count += 1
    }
    return count > 1 && heads.count == count
  }

  private func isNameBesideDate(_ index: Int) -> Bool {
    guard Byline.isBareName(text[passages[index].range]) else { return false }
    return index > 0 && kinds[index - 1] == .date
      || index + 1 < kinds.count && kinds[index + 1] == .date
  }

  /// Adds a block, and before it the dateline or the head that its paragraph opens with, or the time that a turn of a
  /// transcript does.
  private mutating func append(_ role: Block.Role, _ range: Range<Int>, isTurn: Bool = false) {
    var range = range
    if role == .body, isTurn {
      let turn = PassageMarks.withoutTime(text[range])
      let time = text[range.lowerBound..<turn.startIndex].trimmed
      if !time.isEmpty {
        blocks.append(Block(role: .date, span: TextSpan(time.startIndex, time.endIndex)))
      }
      range = turn.indices
    } else if role == .body, let dateline = Dateline(text[range]),
      dateline.isCertain || bodyBlocks <= 1
    {
      blocks.append(Block(role: .date, span: TextSpan(range.lowerBound, dateline.range.upperBound)))
      if metadata.publisher == nil { metadata.publisher = dateline.agency }
      if metadata.published == nil { metadata.published = dateline.dates.publication }
      range = text[dateline.range.upperBound..<range.upperBound].trimmed.indices
    } else if role == .body, let head = RunInHead(text[range]),
      head.isSure || hasRunInHeads
    {
      blocks.append(Block(role: .heading, span: TextSpan(range.lowerBound, head.range.upperBound)))
      range = text[head.range.upperBound..<range.upperBound].trimmed.indices
    }
    if role == .body, Passage(text, range: range).words >= Self.wordsOfProse { bodyBlocks += 1 }
    blocks.append(Block(role: role, span: TextSpan(range.lowerBound, range.upperBound)))
  }

  /// Adds an item of a list, and before it its mark, which is no part of a claim.
  private mutating func append(_ role: Block.Role, itemOf passage: Passage) {
    let range = passage.range
    blocks.append(
      Block(
        role: .boilerplate,
        span: TextSpan(range.lowerBound, text[..<passage.content.lowerBound].trimmed.endIndex)))
    append(role, passage.content)
  }
}

// MARK: - Metadata

extension PlainTextReader {
  private mutating func readMetadata() {
    if let title = choice.title {
      let bytes = text[passages[title].range]
      let level = PassageMarks.headingLevel(bytes) ?? 0
      metadata.title = Self.oneLine(bytes.dropFirst(level).trimmed)
    }
    readDates()
    readBylines()
    metadata.language = LanguageGuess.language(of: text, in: blocks)
  }

  private mutating func readDates() {
    let candidates = passages.indices.filter { kinds[$0] == .date || kinds[$0] == .byline }
    let above = candidates.filter { $0 < choice.body.lowerBound }
    let below = candidates.filter { $0 >= choice.body.upperBound }
    var best: WrittenDates.Match?
    for index in above + (zone.endsAtSection ? [] : below) {
      let bytes = text[passages[index].range]
      let isBelow = index >= choice.body.upperBound
      var isNoticed = false
      for match in WrittenDates(bytes).matches {
        if isBelow, best != nil || match.label == .none { continue }
        if match.isAmbiguous, !isNoticed, metadata.published == nil, best == nil {
          isNoticed = true
          notices.append(
            "the date in '\(Self.oneLine(bytes))' can be read two ways, so it is left out")
        }
        guard match.date != nil else { continue }
        if let best, best.label.rawValue <= match.label.rawValue { continue }
        best = match
      }
    }
    if let best { metadata.published = best.date }
  }

  /// The first line that names an author, and other lines of names as bare as that.
  private mutating func readBylines() {
    let bylines = blocks.filter { $0.role == .byline }
    guard let first = bylines.first else { return }
    let bytes = text[first.span.range]
    if let byline = Byline(bytes) {
      metadata.byline = byline.name
      if let publisher = byline.publisher { metadata.publisher = publisher }
    } else if Byline.isBareNames(bytes), Byline.withoutPlace(bytes) == bytes {
      let names = bylines.filter { Byline.isBareNames(text[$0.span.range]) }
      metadata.byline = names.map { Self.oneLine(text[$0.span.range]) }.joined(separator: ", ")
    } else {
      metadata.byline = Self.oneLine(Byline.withoutPlace(bytes))
    }
  }

  /// The words with single spaces between them, as a title that was wrapped needs.
  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    var line: [UInt8] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if let width = bytes.widthOfSpace(at: position) {
        if line.last != 0x20 { line.append(0x20) }
        position += width
      } else {
        line.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: line, as: UTF8.self)
  }
}
