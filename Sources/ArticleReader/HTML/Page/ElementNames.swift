/// What the class, id and role of an element say about its place on the page.
struct ElementNames {
  private(set) var groups: NameGroup = []

  /// Names longer than this are not read to their end.
  private static let longest = 400

  init(_ node: Int, _ tree: HTMLTree, _ table: NameTable) {
    for index in tree.nodes[node].attributes {
      let attribute = tree.attributes[Int(index)]
      switch attribute.name {
      case .class, .id, .dataTestID, .dataComponent: read(attribute.value, table)
      case .role: if Self.outsideRoles.contains(attribute.value) { groups.insert(.role) }
      case .itemprop:
        if attribute.value.elementsEqual("articleBody".utf8) { groups.insert(.body) }
      default: break
      }
    }
  }

  /// Reads runs of letters as words; a capital after a small letter starts another.
  private mutating func read(_ value: [UInt8], _ table: NameTable) {
    var hash = NameTable.start
    var length = 0
    var stems: NameGroup = []
    var last: NameGroup = []
    var previous: UInt8 = 0x20
    var position = 0
    while position <= min(value.count, Self.longest) {
      let byte = position < value.count ? value[position] : 0x20
      position += 1
      let isLetter = byte.isASCIILetter
      if length > 0, !isLetter || byte.isASCIIUppercase && previous.isASCIILowercase {
        let word = table.kinds(hash).word
        note(word, after: last, stems: stems)
        if value[..<(position - 1)].endsIgnoringCase("caption") { groups.insert(.caption) }
        last = byte == 0x20 ? [] : word
        (hash, length, stems) = (NameTable.start, 0, [])
      }
      if isLetter {
        hash = NameTable.next(hash, byte.lowercasedASCII)
        length += 1
        if length >= 3 { stems.formUnion(table.kinds(hash).stem) }
      }
      previous = byte
    }
  }

  private mutating func note(_ word: NameGroup, after last: NameGroup, stems: NameGroup) {
    groups.formUnion(stems)
    groups.formUnion(word.subtracting([.pull, .quote, .bodyHead, .bodyTail]))
    if last.contains(.pull), word.contains(.quote) { groups.insert(.pullQuote) }
    if last.contains(.bodyHead), word.contains(.bodyTail) { groups.insert(.body) }
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
