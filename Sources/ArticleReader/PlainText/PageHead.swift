/// Lines that are known by their neighbours in a page that was copied from a browser: authors with their
/// office, pictures' labels with their captions.
enum PageHead {
  /// An office has at most so many words: "Orsk reporter", "Business editor, Tarn Post".
  private static let wordsOfOffice = 7

  static func mark(_ text: [UInt8], _ passages: [Passage], _ kinds: inout [PassageKind]) {
    let firstProse = kinds.firstIndex(of: .prose) ?? kinds.count
    for index in kinds.indices {
      let bytes = text[passages[index].range]
      if kinds[index] == .fragment || kinds[index] == .caption, Captions.isLabel(bytes) {
        kinds[index] = .caption
        let next = index + 1
        if next < kinds.count, kinds[next] == .fragment || kinds[next] == .sentence,
          !passages[next].endsLikeSentence || kinds[next] == .sentence
        {
          kinds[next] = .caption
        }
        continue
      }
      guard index < firstProse else { continue }
      if kinds[index] == .byline {
        markOffices(after: index, text, passages, &kinds)
      } else if kinds[index] == .fragment, index > 0, Byline.isBareNames(bytes),
        index + 1 < kinds.count,
        isOffice(text[passages[index + 1].range], passages[index + 1], kinds[index + 1])
          || kinds[..<index].contains(.fragment)
            && (isAge(text[passages[index + 1].range]) || isUnderAge(index, text, passages, kinds))
      {
        kinds[index] = .byline
        markOffices(after: index, text, passages, &kinds)
      }
    }
  }

  private static func markOffices(
    after byline: Int, _ text: [UInt8], _ passages: [Passage], _ kinds: inout [PassageKind]
  ) {
    var index = byline + 1
    while index < min(kinds.count, byline + 3),
      isOffice(text[passages[index].range], passages[index], kinds[index])
    {
      kinds[index] = .byline
      index += 1
    }
  }

  /// Whether only a page's own words stand between a line and the one above that says how old the page is.
  private static func isUnderAge(
    _ index: Int, _ text: [UInt8], _ passages: [Passage], _ kinds: [PassageKind]
  ) -> Bool {
    let above = kinds[..<index].lastIndex { $0 != .notice(isSectionHeading: false) && $0 != .rule }
    guard let above, kinds[above] == .date else { return false }
    return isAge(text[passages[above].range])
  }

  private static func isAge(_ bytes: ArraySlice<UInt8>) -> Bool { PageAge.isAge(bytes) }

  private static func isOffice(
    _ bytes: ArraySlice<UInt8>, _ passage: Passage, _ kind: PassageKind
  ) -> Bool {
    kind == .fragment && passage.words <= wordsOfOffice && passage.end == .other
      && Byline.isOffice(bytes)
  }
}

/// How long ago a page says that it appeared: "3 days ago", "Updated an hour ago", "2h ago".
enum PageAge {
  private static let longest = 60

  /// Whether a line says nothing else, as far as it is no full date.
  static func isAge(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest else { return false }
    var words = line.split { !$0.isASCIILetter && !$0.isASCIIDigit }
      .map { String(decoding: $0, as: UTF8.self).lowercased() }
    while let first = words.first, labels.contains(first) { words.removeFirst() }
    if words == ["just", "now"] || words == ["moments", "ago"] || words == ["yesterday"] {
      return true
    }
    guard words.last == "ago", words.count >= 2 else { return false }
    words.removeLast()
    while let last = words.popLast() {
      if units.contains(last) {
        guard let count = words.popLast() else { return false }
        if Int(count) == nil, !["a", "an", "one", "two", "three"].contains(count) { return false }
      } else if !isShortAge(last) {
        return false
      }
    }
    return true
  }

  /// Whether a word is a number with a unit: "2h", "15min".
  private static func isShortAge(_ word: String) -> Bool {
    let unit = word.drop { $0.isNumber }
    return unit.count < word.count && units.contains(String(unit))
  }

  private static let labels: Set<String> = [
    "published", "updated", "posted", "last", "first", "on", "about", "over", "edited", "modified",
  ]
  private static let units: Set<String> = [
    "second", "seconds", "sec", "secs", "s", "minute", "minutes", "min", "mins", "m", "hour",
    "hours", "hr", "hrs", "h", "day", "days", "d", "week", "weeks", "wk", "wks", "w", "month",
    "months", "mo", "year", "years", "yr", "yrs", "y",
  ]
}
