/// Refuses or trims pages that would cost the parser the square of their length.
enum PageGuard {
  /// So many elements may be passed while ends of tags look for their starts, a moment's work.
  ///
  /// No page of fourteen thousand tags can ask for more.
  private static let mostSteps = 50_000_000

  /// The page as the parser may have it.
  ///
  /// - Throws: `tooManyTags` or `tooDeep`.
  /// - Complexity: O(*n*) in the bytes.
  static func admitted(_ page: [UInt8], limits: Limits) throws(ReaderError) -> [UInt8] {
    let tags = page.count { $0 == UInt8(ascii: "<") }
    guard tags <= limits.tags else { throw .tooManyTags(limit: limits.tags) }
    if tags * tags / 4 > mostSteps {
      guard steps(page) <= mostSteps else { throw .tooDeep }
    }
    return AttributeGuard.limited(page)
  }

  /// The elements that libxml2 would pass, looking for the start of each end tag among those open.
  ///
  /// It looks through all of them for a tag that was never opened, and again each time where an element
  /// of more weight stands between.
  private static func steps(_ page: [UInt8]) -> Int {
    var open: [Name] = []
    var places: [Name: [Int]] = [:]
    var steps = 0
    var position = 0
    while let start = page[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      let isEnd = position < page.count && page[position] == UInt8(ascii: "/")
      if isEnd { position += 1 }
      guard position < page.count, page[position].isASCIILetter else { continue }
      let name = Name(page, &position)
      if !isEnd {
        if name.isVoid || name.closesItself && open.last == name { continue }
        places[name, default: []].append(open.count)
        open.append(name)
      } else if let place = places[name]?.last {
        steps += open.count - place
        let isBlocked = Name.heavy.contains {
          $0.weight > name.weight && places[$0.name]?.last ?? -1 > place
        }
        if isBlocked { continue }
        while open.count > place, let closed = open.popLast() { _ = places[closed]?.popLast() }
      } else {
        steps += open.count
      }
    }
    return steps
  }

  /// The name of a tag, by a hash of its letters.
  private struct Name: Hashable {
    private let hash: UInt64

    private init(_ letters: some Sequence<UInt8>) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
      self.hash = hash
    }

    /// Reads a name; `position` is then after it.
    init(_ page: [UInt8], _ position: inout Int) {
      let letters = page[position...].prefix { $0.isASCIILetter || $0.isASCIIDigit }
      position = letters.endIndex
      self.init(letters.lazy.map(\.lowercasedASCII))
    }

    private static func names(_ names: String...) -> Set<Name> { Set(names.map { Name($0.utf8) }) }

    private static let voids = names(
      "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex",
      "link", "meta", "param")
    private static let selfClosers = names("p", "li", "td", "tr", "dt", "dd", "option")
    /// An end tag closes nothing that lies outside an element of more weight.
    static let heavy = [
      ("div", 150), ("td", 160), ("th", 160), ("tr", 170), ("thead", 180), ("tbody", 180),
      ("tfoot", 180), ("table", 190), ("head", 200), ("body", 200), ("html", 220),
    ].map { (name: Name($0.0.utf8), weight: $0.1) }

    var isVoid: Bool { Self.voids.contains(self) }
    var closesItself: Bool { Self.selfClosers.contains(self) }
    var weight: Int { Self.heavy.first { $0.name == self }?.weight ?? 100 }
  }
}
