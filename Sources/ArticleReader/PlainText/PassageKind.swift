/// What a passage looks like by itself, before its neighbours are asked.
enum PassageKind: Equatable {
  /// Eight words or more that end like a sentence: the surest sign of an article's body.
  case prose
  /// Two to seven words that end like a sentence.
  case sentence
  /// Words without a sentence's end: a title, a heading, a link.
  case fragment
  case heading, date, byline, caption, list, quote
  case breadcrumb
  /// Links in a row, such as `Home | World | Sport`.
  case navigation
  /// The page's own words, and whether they head a list of links.
  case notice(isSectionHeading: Bool)
  /// An ornament without letters.
  case rule

  /// Words from which a paragraph counts as prose.
  private static let wordsOfProse = 8

  init(_ bytes: ArraySlice<UInt8>, _ passage: Passage) {
    self = Self.marked(bytes, passage) ?? Self.worded(bytes, passage) ?? Self.plain(passage)
  }

  /// Kinds that the passage's marks show.
  private static func marked(_ bytes: ArraySlice<UInt8>, _ passage: Passage) -> PassageKind? {
    if PassageMarks.isRule(bytes) { return .rule }
    if PassageMarks.isQuoted(bytes) { return .quote }
    if let level = PassageMarks.headingLevel(bytes) {
      let label = bytes.dropFirst(level).trimmed
      let kind = PagePhrases.kind(of: label, words: passage.words, end: .other)
      return kind == .sectionHeading ? .notice(isSectionHeading: true) : .heading
    }
    // "(c)" alone stands for "copyright", after "(b)" for the third of a list.
    let phrase = passage.item?.hasNeighbour == true ? bytes[passage.content] : bytes
    if let kind = PagePhrases.kind(of: phrase, words: passage.words, end: passage.end) {
      return .notice(isSectionHeading: kind == .sectionHeading)
    }
    if PagePhrases.isEditorsNote(bytes, words: passage.words) {
      return .notice(isSectionHeading: false)
    }
    if PassageMarks.isBetweenDashes(bytes) { return .heading }
    return passage.item == nil ? nil : .list
  }

  /// Kinds that the passage's words show.
  private static func worded(_ bytes: ArraySlice<UInt8>, _ passage: Passage) -> PassageKind? {
    if DatedLine(bytes, passage) != nil || PageAge.isAge(bytes) { return .date }
    if Byline(bytes) != nil { return .byline }
    if Captions.isCaption(bytes, words: passage.words)
      || Captions.isCredit(bytes, words: passage.words)
      || Captions.isPost(bytes)
    {
      return .caption
    }
    guard passage.end == .other else { return nil }
    switch Trail(bytes) {
    case .breadcrumb?: return .breadcrumb
    case .navigation?: return .navigation
    case nil: return nil
    }
  }

  private static func plain(_ passage: Passage) -> PassageKind {
    guard passage.endsLikeSentence, passage.words >= 2 else { return .fragment }
    return passage.words >= wordsOfProse ? .prose : .sentence
  }
}

/// Short segments in a row, joined by `>`, `»`, `›`, `|` or `/`.
enum Trail {
  case breadcrumb, navigation

  /// The longest segment, in words.
  private static let wordsOfSegment = 4
  /// From so many segments on, bars make a row of links rather than a path.
  private static let segmentsOfNavigation = 5

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 300, !bytes.contains(0x0A) else { return nil }
    var segments = [0]
    var isPath = false
    var inWord = false
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let rest = bytes[position...]
      var width = 0
      if bytes[position] == UInt8(ascii: ">") || rest.starts(with: "»".utf8)
        || rest.starts(with: "›".utf8)
      {
        isPath = true
        width = bytes[position] == UInt8(ascii: ">") ? 1 : rest.starts(with: "»".utf8) ? 2 : 3
      } else if bytes[position] == UInt8(ascii: "|") {
        width = 1
      } else if bytes[position] == UInt8(ascii: "/"), !inWord {
        width = 1
      }
      if width > 0 {
        segments.append(0)
        inWord = false
        position += width
      } else if let space = bytes.widthOfSpace(at: position) {
        inWord = false
        position += space
      } else {
        if !inWord { segments[segments.count - 1] += 1 }
        inWord = true
        position += 1
      }
    }
    if segments.last == 0 { segments.removeLast() }
    if segments.first == 0 { segments.removeFirst() }
    guard segments.count >= 2, segments.allSatisfy({ 1...Self.wordsOfSegment ~= $0 }) else {
      return nil
    }
    self = isPath || segments.count < Self.segmentsOfNavigation ? .breadcrumb : .navigation
  }
}

/// Lines that describe a picture.
enum Captions {
  /// Whether a text is the counter of a gallery: `Image 3 of 12`, `3/12`.
  static func isCounter(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 20 else { return false }
    var words = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: "/") }.map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    if let first = words.first, ["image", "photo", "slide", "picture"].contains(first) {
      words.removeFirst()
    }
    words.removeAll { $0 == "of" }
    return words.count == 2 && words.allSatisfy { Int($0) != nil }
  }

  /// Whether a line is the label of the caption under it: `Image caption`.
  static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 24 else { return false }
    let label = String(decoding: bytes.prefix { !":,".utf8.contains($0) }, as: UTF8.self)
      .lowercased()
    return [
      "image caption", "caption", "media caption", "picture caption", "photo caption",
      "figure caption",
      "image source", "video caption",
    ].contains(label)
  }

  /// Whether a passage says only whose a picture is: "Getty/Instagram" with a full stop.
  static func isCredit(_ bytes: ArraySlice<UInt8>, words: Int) -> Bool {
    if bytes.count <= 40, sources.contains(String(decoding: bytes, as: UTF8.self).lowercased()) {
      return true
    }
    guard words <= 4, bytes.contains(UInt8(ascii: "/")) else { return false }
    return bytes.split(separator: UInt8(ascii: "/")).contains { part in
      let name = String(decoding: part.filter(\.isASCIILetter), as: UTF8.self).lowercased()
      return ["getty", "gettyimages", "reuters", "afp", "ap", "epa", "shutterstock"].contains(name)
    }
  }

  private static let sources: Set<String> = [
    "getty images", "getty", "afp via getty images", "reuters", "afp", "epa", "pa media", "ap",
    "shutterstock", "alamy", "handout", "bbc", "associated press", "anadolu via getty images",
  ]

  /// Whether a passage is a post taken over with its picture's address or the markup around it.
  static func isPost(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains("pic.twitter.com/") || bytes.starts(with: "<tweet ".utf8)
  }

  /// Whether a passage opens with a picture's label or ends with a photographer's credit.
  static func isCaption(_ bytes: ArraySlice<UInt8>, words: Int) -> Bool {
    guard words <= 80 else { return false }
    if openings.start(bytes) { return true }
    guard let end = bytes.last, ")]sS".utf8.contains(end) else { return false }
    if bytes.suffix(12).startsIgnoringCase("getty images")
      || bytes.suffix(13).startsIgnoringCase("getty images)")
    {
      return true
    }
    guard end == UInt8(ascii: ")") || end == UInt8(ascii: "]") else { return false }
    let tail = String(decoding: bytes.suffix(60), as: UTF8.self).lowercased()
    guard let open = tail.lastIndex(where: { $0 == "(" || $0 == "[" }) else { return false }
    let credit = tail[open...]
    return ["photo", "image", "picture", "/ap", "/afp", "/reuters", "/getty", "/epa"].contains {
      credit.contains($0)
    } && tail.distance(from: open, to: tail.endIndex) <= 50 && !credit.contains(".)")
  }

  private static let openings = PhraseList([
    "photo:", "photo by ", "photo credit", "photos:", "photos by ", "photograph:",
    "photograph by ", "file photo", "image:", "images:", "image credit", "image source",
    "picture:", "pictures:", "picture by ", "caption:", "graphic:", "illustration:",
    "illustration by ", "credit:", "photo courtesy", "[photo", "(photo", "(file photo",
    "video:", "a file photo", "handout photo", "image caption,", "image caption:",
    "media caption",
  ])
}
