/// The place, day and agency that open a news agency's first paragraph: `BEIJING, March 23 (Xinhua) --`.
struct Dateline {
  /// From the paragraph's start through the dash, without the white space after it.
  let range: Range<Int>
  /// What stands in brackets or between slashes.
  let agency: String?
  let dates: WrittenDates
  /// Whether an agency or a day says so; capitals alone can be emphasis further down in an article.
  let isCertain: Bool

  /// The longest dateline looked for, in bytes.
  private static let longest = 110
  /// Place, agency and day can have a dash each: `LUND--(BUSINESS WIRE)--Oct. 28, 1997--`.
  private static let mostParts = 3

  /// Reads the start of a paragraph; nil where it opens with its own words.
  ///
  /// Without an agency or a day the place must be in capitals. What follows the dash must
  /// not start with a small letter, so that "NATO -- the alliance …" stays whole.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let first = Part(bytes) else { return nil }
    var (end, agency, dates) = (first.end, first.agency, first.dates)
    var hasPlace = first.hasPlace
    for _ in 1..<Self.mostParts {
      guard let next = Part(bytes[end...].trimmed),
        next.agency != nil && agency == nil && !next.hasPlace
          || next.agency == nil && dates.publication == nil && next.dates.publication != nil
            && !next.hasPlace
          || !hasPlace && next.isInCapitals
      else { break }
      end = next.end
      agency = agency ?? next.agency
      hasPlace = hasPlace || next.hasPlace
      if dates.publication == nil { dates = next.dates }
    }
    self.agency = agency
    self.dates = dates
    isCertain = agency != nil || !dates.matches.isEmpty
    range = bytes.startIndex..<end
  }

  /// What stands before one dash, or before the colon or bar after a place and a whole day.
  private struct Part {
    let end: Int
    let agency: String?
    let dates: WrittenDates
    let hasPlace: Bool
    let isInCapitals: Bool

    init?(_ bytes: ArraySlice<UInt8>) {
      guard let dash = Dateline.dash(in: bytes) ?? Dateline.colon(in: bytes),
        dash.upperBound < bytes.endIndex
      else { return nil }
      let rest = bytes[dash.upperBound...].trimmed
      guard let first = rest.first, !first.isASCIILowercase else { return nil }
      var place = bytes[..<dash.lowerBound].trimmed
      var agency: String?
      for (open, close) in [(UInt8(ascii: "("), UInt8(ascii: ")")), (0x2F, 0x2F)] {
        guard let last = place.last, last == close,
          let start = place.dropLast().lastIndex(of: open)
        else { continue }
        let inside = place[(start + 1)..<(place.endIndex - 1)]
        // An agency is a name, in capitals at least at its start.
        guard let initial = inside.first, !initial.isASCIILowercase, inside.count <= 60 else {
          return nil
        }
        let before = place[..<start].trimmed
        if !WrittenDates(inside).matches.isEmpty {
          // "(Lund, 28 October 1997) –", "LUND (October 28, 1997) -"
          place = before.isEmpty ? inside : bytes[place.startIndex..<(place.endIndex - 1)]
          break
        }
        guard !initial.isASCIIDigit, inside.count <= 40 else { return nil }
        agency = String(decoding: inside, as: UTF8.self)
        place = before
        break
      }
      dates = WrittenDates(place)
      let isCertain = agency != nil || !dates.matches.isEmpty
      guard Dateline.isPlace(place, dates, inCapitals: !isCertain) else { return nil }
      if place.isEmpty, agency == nil { return nil }
      self.agency = agency
      end = dash.upperBound
      hasPlace = !dates.otherWords.isEmpty
      isInCapitals = !isCertain || Dateline.isPlace(place, dates, inCapitals: true)
    }
  }

  private static func dash(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var position = bytes.startIndex
    let end = min(bytes.endIndex, position + longest)
    while position < end {
      let rest = bytes[position..<end]
      if rest.starts(with: "--".utf8) { return position..<(position + 2) }
      if rest.starts(with: "—".utf8) || rest.starts(with: "–".utf8)
        || rest.starts(with: "―".utf8)
      {
        return position..<(position + 3)
      }
      if rest.starts(with: " - ".utf8) { return position..<(position + 2) }
      // The end of a sentence; "N.Y." and "St." go on.
      if bytes[position] == UInt8(ascii: "."), position - bytes.startIndex > 50 { return nil }
      position += 1
    }
    return nil
  }

  /// The colon or bar after a place and a day with its year: `Lund, 28 October 1997: The bank …`.
  private static func colon(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let start = bytes.prefix(80)
    guard
      let end = start.indices.last(where: { index in
        (bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "|"))
          && index + 1 < bytes.endIndex && bytes[index + 1] == 0x20
      })
    else { return nil }
    let head = bytes[..<end]
    let dates = WrittenDates(head)
    guard dates.publication != nil, !dates.otherWords.isEmpty, dates.otherWords.count <= 3,
      head.contains(UInt8(ascii: ",")),
      let place = dates.otherWords.first, place.lowerBound == bytes.startIndex
    else { return nil }
    return end..<(end + 1)
  }

  private static func isPlace(
    _ place: ArraySlice<UInt8>, _ dates: WrittenDates, inCapitals: Bool
  ) -> Bool {
    let words = dates.otherWords
    guard words.count <= 6 else { return false }
    if inCapitals {
      // A state after a comma has small letters: "LAGOS, Nigeria --".
      let city = place.prefix { $0 != UInt8(ascii: ",") }
      return city.count >= 3 && !city.contains(where: \.isASCIILowercase)
        && city.contains(where: \.isASCIIUppercase)
        && city.split(separator: 0x20).count <= 3 && !place.contains(where: \.isASCIIDigit)
        && words.allSatisfy { !place[$0.lowerBound].isASCIILowercase }
    }
    return words.allSatisfy { !place[$0.lowerBound].isASCIILowercase }
      && !place.contains { "\"!?;:".utf8.contains($0) }
  }
}
