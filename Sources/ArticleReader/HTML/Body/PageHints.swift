/// What a page calls itself, to know its article by.
struct PageHints {
  let titleWords: Set<UInt64>
  let descriptionWords: Set<UInt64>
  private let titles: [[UInt8]]
  private let descriptions: [[UInt8]]

  /// A heading of fewer letters is part of most titles.
  private static let shortestTitle = 10
  /// So many letters of a description's start tell the paragraph it was taken from.
  private static let descriptionStart = 40

  init(_ tags: MetaTags) {
    let titles = [
      tags.first(["og:title"])?.value, tags.first(["twitter:title"])?.value, tags.pageTitle,
    ].compactMap { $0 }.map { Self.letters(Array($0.utf8)[...]) }
    let descriptions = [
      tags.first(["description"])?.value, tags.first(["og:description"])?.value,
    ].compactMap { $0 }.map { Array($0.utf8) }
    self.titles = titles
    self.descriptions = descriptions.map { Self.letters($0[...]) }
    titleWords = Set(
      [tags.first(["og:title"])?.value, tags.pageTitle].compactMap { $0 }
        .flatMap { Self.longWords(Array($0.utf8)[...]) })
    descriptionWords = Set(descriptions.flatMap { Self.longWords($0[...]) })
  }

  /// Whether a text is the page's title, or the part of it without the site's name.
  func isTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 400 else { return false }
    let letters = Self.letters(bytes)
    guard letters.count >= Self.shortestTitle else { return false }
    return titles.contains { $0.starts(with: letters) || $0 == letters }
  }

  /// Whether a description of the page begins as a text does.
  func startsDescription(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = Self.letters(bytes.prefix(80)).prefix(Self.descriptionStart)
    guard start.count >= Self.descriptionStart / 2 else { return false }
    return descriptions.contains { $0.starts(with: start) }
  }

  func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(NameTable.start) { NameTable.next($0, $1.lowercasedASCII) }
  }

  /// Hashes of the words of four bytes or more.
  func longWords(_ bytes: ArraySlice<UInt8>) -> [UInt64] { Self.longWords(bytes) }

  private static func longWords(_ bytes: ArraySlice<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var hash = NameTable.start
    var length = 0
    for byte in bytes {
      if byte.isASCIILetter || byte >= 0x80 {
        hash = NameTable.next(hash, byte.lowercasedASCII)
        length += 1
      } else {
        if length >= 4 { words.append(hash) }
        (hash, length) = (NameTable.start, 0)
      }
    }
    if length >= 4 { words.append(hash) }
    return words
  }

  /// The letters and digits, those of ASCII in lower case.
  private static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0xC3 && $0 != 0xE2 }
      .map(\.lowercasedASCII)
  }
}
