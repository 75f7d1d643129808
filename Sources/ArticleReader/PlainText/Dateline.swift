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

  /// Reads the start of a paragraph; nil where it opens with its own words.
  ///
  /// Without an agency or a day the place must be in capitals. What follows the dash must
  /// not start with a small letter, so that "NATO -- the alliance …" stays whole.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let dash = Self.dash(in: bytes), dash.upperBound < bytes.endIndex else { return nil }
    let rest = bytes[dash.upperBound...].trimmed
    guard let first = rest.first, !first.isASCIILowercase else { return nil }
    let head = bytes[..<dash.lowerBound]
    var place = head.trimmed
    var agency: String?
    for (open, close) in [(UInt8(ascii: "("), UInt8(ascii: ")")), (0x2F, 0x2F)] {
      guard let last = place.last, last == close,
        let start = place.dropLast().lastIndex(of: open)
      else { continue }
      let inside = place[(start + 1)..<(place.endIndex - 1)]
      // An agency is a name, in capitals at least at its start.
      guard let initial = inside.first, !initial.isASCIILowercase, !initial.isASCIIDigit,
        inside.count <= 40
      else { return nil }
      agency = String(decoding: inside, as: UTF8.self)
      place = place[..<start].trimmed
      break
    }
    dates = WrittenDates(place)
    isCertain = agency != nil || !dates.matches.isEmpty
    guard Self.isPlace(place, dates, inCapitals: !isCertain) else { return nil }
    if place.isEmpty, agency == nil { return nil }
    self.agency = agency
    range = bytes.startIndex..<dash.upperBound
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
