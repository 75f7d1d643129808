/// What the class, id and role of an element say about its place on the page.
struct ElementNames {
  private(set) var isOutside = false
  /// Whether it is comments or a consent dialog, which may be longer than the article.
  private(set) var isForeign = false
  private(set) var isCaption = false
  /// Whether it is shown only over other text, or only read aloud.
  private(set) var isOverlay = false
  private(set) var isPullQuote = false
  /// Whether the names are those that sites give to the element that holds the article's text.
  private(set) var isBody = false

  /// Names longer than this are not read to their end.
  private static let longest = 400

  init(_ node: Int, _ tree: HTMLTree, _ table: NameTable) {
    for index in tree.nodes[node].attributes {
      let attribute = tree.attributes[Int(index)]
      switch attribute.name {
      case .class, .id, .dataTestID, .dataComponent: read(attribute.value, table)
      case .role: if Self.outsideRoles.contains(attribute.value) { isOutside = true }
      case .itemprop: if attribute.value.elementsEqual("articleBody".utf8) { isBody = true }
      default: break
      }
    }
  }

  /// Reads runs of letters as words; a capital after a small letter starts another.
  private mutating func read(_ value: [UInt8], _ table: NameTable) {
    var hash = NameTable.start
    var length = 0
    var stems: NameTable.Kind = []
    var last: NameTable.Kind = []
    var previous: UInt8 = 0x20
    var position = 0
    while position <= min(value.count, Self.longest) {
      let byte = position < value.count ? value[position] : 0x20
      position += 1
      let isLetter = byte.isASCIILetter
      if length > 0, !isLetter || byte.isASCIIUppercase && previous.isASCIILowercase {
        let kind = table.kind(hash)
        note(kind, after: last, stems: stems)
        if value[..<(position - 1)].endsIgnoringCase("caption") { isCaption = true }
        last = byte == 0x20 ? [] : kind
        (hash, length, stems) = (NameTable.start, 0, [])
      }
      if isLetter {
        hash = NameTable.next(hash, byte.lowercasedASCII)
        length += 1
        if length >= 3 { stems.formUnion(table.kind(hash).intersection(.stems)) }
      }
      previous = byte
    }
  }

  private mutating func note(
    _ kind: NameTable.Kind, after last: NameTable.Kind, stems: NameTable.Kind
  ) {
    if stems.contains(.outsideStem) || kind.contains(.outsideWord) { isOutside = true }
    if stems.contains(.foreignStem) { isForeign = true }
    if stems.contains(.overlayStem) { isOverlay = true }
    if stems.contains(.captionStem) { isCaption = true }
    if stems.contains(.pullQuoteStem) || last.contains(.pull) && kind.contains(.quote) {
      isPullQuote = true
    }
    if kind.contains(.bodyWord) || last.contains(.bodyHead) && kind.contains(.bodyTail) {
      isBody = true
    }
  }

  private static let outsideRoles: Set<[UInt8]> = Set(
    ["navigation", "complementary", "contentinfo", "banner", "search", "dialog"].map {
      Array($0.utf8)
    })
}

extension ArraySlice<UInt8> {
  /// Whether it ends with a text, letter case of ASCII aside; `suffix` is in lower case.
  func endsIgnoringCase(_ suffix: StaticString) -> Bool {
    count >= suffix.utf8CodeUnitCount
      && self.suffix(suffix.utf8CodeUnitCount).startsIgnoringCase(suffix)
  }
}
