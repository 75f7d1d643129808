/// A line that names who wrote the article.
struct Byline {
  /// As written, without "By".
  let name: String
  /// What stands after the name and is known for a publisher: "Associated Press".
  let publisher: String?

  /// Reads a line such as `By JANE DOE, Associated Press`, `Jane Doe | Reporter`, `Reporting by Jane
  /// Doe; editing by John Roe`; nil where it is none.
  init?(_ line: ArraySlice<UInt8>) {
    var bytes = line
    if let first = bytes.first, "(*_".utf8.contains(first) {
      bytes = bytes.dropFirst()
      while let last = bytes.last, ".)*_".utf8.contains(last) { bytes.removeLast() }
    }
    guard bytes.count <= 160, !bytes.contains(0x0A) else { return nil }
    if let rest = Self.afterLabel(bytes) {
      let segments = Self.segments(rest)
      guard let first = segments.first, Self.isName(first, mayBeOrganisation: true) else {
        return nil
      }
      // A sentence can start with "By" and a name: "By Friday the rain …" and "By Paris, all …".
      guard
        segments.dropFirst().allSatisfy({
          Self.isTitleCase($0) || Self.holdsDigit($0) || PageAge.isAge($0)
        })
      else { return nil }
      name = String(decoding: Self.withoutDate(rest, segments), as: UTF8.self)
      publisher = segments.dropFirst().first(where: Publishers.isPublisher).map(Self.text)
    } else {
      let segments = Self.segments(bytes)
      guard segments.count >= 2, let first = segments.first,
        Self.isName(first, mayBeOrganisation: false),
        segments.dropFirst().contains(where: {
          Self.isJob($0) || Publishers.isPublisher($0) || PageAge.isAge($0)
        }),
        segments.dropFirst().allSatisfy({
          Self.isTitleCase($0) || Self.holdsDigit($0) || PageAge.isAge($0)
        })
      else { return nil }
      name = Self.text(first)
      publisher = segments.dropFirst().first(where: Publishers.isPublisher).map(Self.text)
    }
  }

  /// Whether a line is nothing but the name of a person: two to four words with capitals.
  static func isBareName(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(separator: 0x20)
    return 2...4 ~= words.count && isName(bytes, mayBeOrganisation: false)
      && !Publishers.isPublisher(bytes)
  }

  /// Whether a line is nothing but the names of one person or several: `Ana Torv`, `Ana Torv & Ove Lind`.
  static func isBareNames(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 120, !isOffice(bytes) else { return false }
    let words = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    let names = words.split { ["and", "&", "und", "et", "y"].contains(text($0).lowercased()) }
    guard 1...4 ~= names.count, !bytes.contains(UInt8(ascii: "/")) else { return false }
    return names.allSatisfy { name in
      guard let first = name.first, let last = name.last else { return false }
      return isBareName(bytes[first.startIndex..<last.endIndex])
    }
  }

  /// The names of a line without the place that follows them: `Ana Torv in Lund`.
  static func withoutPlace(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = bytes.split(separator: 0x20)
    guard let place = words.firstIndex(where: { $0.elementsEqual("in".utf8) }), place >= 2,
      place + 1 < words.count
    else { return bytes }
    let names = bytes[..<words[place - 1].endIndex]
    return isBareNames(names) ? names : bytes
  }

  /// Whether a line says what an author does or where: `Orsk reporter`, `Business editor, Tarn Post`, `BBC News`.
  static func isOffice(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 80, !holdsDigit(bytes), let first = bytes.first else { return false }
    let segments = segments(bytes)
    if bytes.startsIgnoringCase("reporting from ") { return true }
    guard !first.isASCIILowercase || bytes.startsIgnoringCase("in ") else { return false }
    if bytes.startsIgnoringCase("in ") {
      return isName(bytes.dropFirst(3), mayBeOrganisation: true)
    }
    return segments.contains { segment in
      let words = segment.split(separator: 0x20)
      let ends = [words.first, words.last].compactMap { $0 }
      return ends.contains { offices.contains(text($0).lowercased()) }
        || Publishers.isPublisher(segment)
    }
      && segments.allSatisfy { $0.split(separator: 0x20).count <= 5 }
  }

  private static let offices: Set<String> = [
    "reporter", "reporters", "correspondent", "correspondents", "editor", "writer", "columnist",
    "analyst", "journalist", "contributor", "producer", "critic", "staff", "presenter",
    "broadcaster", "newsroom", "verify", "freelance", "intern", "team",
  ]

  // MARK: - Parts

  private static func afterLabel(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for label: StaticString in [
      "by ", "by: ", "reporting by ", "written by ", "story by ", "author: ", "words by ",
      "text by ", "by\u{A0}",
    ] where bytes.startsIgnoringCase(label) {
      let rest = bytes.dropFirst(label.utf8CodeUnitCount).trimmed
      return rest.isEmpty ? nil : rest
    }
    return nil
  }

  /// The parts between commas, bars, dots and semicolons, and before a bracket.
  private static func segments(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var segments: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var position = start
    func add(_ end: Int) {
      let segment = bytes[start..<end].trimmed
      if !segment.isEmpty { segments.append(segment) }
    }
    while position < bytes.endIndex {
      let rest = bytes[position...]
      let width =
        switch bytes[position] {
        case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "/"),
          UInt8(ascii: "("), UInt8(ascii: ")"):
          1
        case 0xC2: rest.starts(with: "·".utf8) ? 2 : 0
        case 0xE2:
          rest.starts(with: "•".utf8) || rest.starts(with: "—".utf8)
            || rest.starts(with: "–".utf8) ? 3 : 0
        case 0x20: rest.starts(with: " - ".utf8) ? 3 : 0
        default: 0
        }
      guard width > 0 else {
        position += 1
        continue
      }
      add(position)
      position += width
      start = position
    }
    add(bytes.endIndex)
    return segments
  }

  /// One to six words with capitals, small ones between allowed, that are no date.
  private static func isName(_ bytes: ArraySlice<UInt8>, mayBeOrganisation: Bool) -> Bool {
    let words = bytes.split(separator: 0x20)
    guard 1...8 ~= words.count, !holdsDigit(bytes) else { return false }
    if words.count == 1, !mayBeOrganisation { return false }
    var capitals = 0
    for (index, word) in words.enumerated() {
      let text = text(word).lowercased()
      if DateNames.months[text] != nil || DateNames.weekdays.contains(text) { return false }
      if !(word.first?.isASCIILowercase ?? true) {
        capitals += 1
      } else if !smallWords.contains(text), !(mayBeOrganisation && isJob(word)) {
        return false
      }
      // A full stop belongs to an initial or a title, not to the end of a sentence.
      if word.last == UInt8(ascii: "."), index == words.count - 1, word.count > 4 { return false }
      if let last = word.last, "!?:".utf8.contains(last) { return false }
    }
    return capitals > 0 || mayBeOrganisation && isJob(bytes)
  }

  private static func isTitleCase(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x20).allSatisfy {
      !($0.first?.isASCIILowercase ?? false) || smallWords.contains(text($0)) || isJob($0)
        || text($0).hasPrefix("edit") || text($0) == "additional" || text($0) == "reporting"
    }
  }

  private static func isJob(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x20).contains { jobs.contains(text($0).lowercased()) }
  }

  private static func holdsDigit(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(where: \.isASCIIDigit)
  }

  /// The line up to a segment that holds a date.
  private static func withoutDate(
    _ bytes: ArraySlice<UInt8>, _ segments: [ArraySlice<UInt8>]
  ) -> ArraySlice<UInt8> {
    guard
      let date = segments.firstIndex(where: { segment in
        holdsDigit(segment) || PageAge.isAge(segment) || !WrittenDates(segment).matches.isEmpty
      }), date > 0
    else { return bytes }
    return bytes[..<segments[date - 1].endIndex]
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static let smallWords: Set<String> = [
    "and", "de", "van", "von", "der", "den", "of", "the", "al", "bin", "ibn", "la", "le", "da",
    "di", "du", "dos", "for", "in", "with", "a", "to", "at", "by", "&", "our",
  ]
  private static let jobs: Set<String> = [
    "reporter", "reporters", "correspondent", "editor", "writer", "staff", "columnist", "analyst",
    "journalist", "contributor", "producer", "critic", "bureau", "chief", "agencies", "desk",
  ]
}

/// Names of publishers, as far as their words tell.
enum Publishers {
  /// Whether a name is a news agency's, or has a word that papers and broadcasters are called by.
  static func isPublisher(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(separator: 0x20).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    guard 1...5 ~= words.count else { return false }
    return words.contains { words.count > 1 && titles.contains($0) || agencies.contains($0) }
  }

  private static let agencies: Set<String> = [
    "reuters", "xinhua", "afp", "ap", "upi", "itar-tass", "tass", "interfax", "kyodo", "bloomberg",
    "dpa", "efe", "ansa", "pti", "bbc", "cnn", "npr", "prnewswire", "newswire", "yonhap",
    "anadolu", "aap", "pa", "ians", "ani", "globenewswire",
  ]
  private static let titles: Set<String> = [
    "press", "daily", "news", "times", "post", "herald", "tribune", "journal", "gazette",
    "guardian", "agency", "newspaper", "telegraph", "chronicle", "courier", "observer", "standard",
    "broadcasting", "radio", "wire", "magazine", "service",
  ]
}
