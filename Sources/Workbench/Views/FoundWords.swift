import ClaimModel
import Terminal

/// A claim's words on one line of a list, with those that were looked for in colour.
struct FoundWords {
  private let words: String
  private let places: [TextSpan]

  /// - Parameter sought: What was looked for; nil where the list is just a list.
  init(_ words: String, _ sought: VerbatimWords?) {
    self.words = words
    let bytes = Array(words.utf8)
    places = sought?.places(in: bytes, within: TextSpan(0, bytes.count)) ?? []
  }

  /// The words; where the first that were found would not be seen in so many columns, without some words
  /// before them, which `…` stands for.
  func text(columns: Int) -> StyledText {
    let start = start(columns: columns)
    var text = StyledText(start > 0 ? "… " : "")
    var position = start
    for place in places where place.start >= start {
      text.append(part(position, place.start))
      text.append(part(place.start, place.end), Palette.found)
      position = place.end
    }
    text.append(part(position, words.utf8.count))
    return text
  }

  private func part(_ start: Int, _ end: Int) -> String {
    words.utf8Substring(TextSpan(start, end)).map(String.init) ?? ""
  }

  /// Where the words begin that are shown: at the start, else as many words before the place as leave
  /// it in view, in UTF-8 bytes.
  private func start(columns: Int) -> Int {
    guard let place = places.first else { return 0 }
    // One column for the mark that more follows.
    let isLast = place.end == words.utf8.count
    let room = columns - (isLast ? 0 : 1)
    if DisplayWidth.columns(of: part(0, place.end)) <= room { return 0 }
    let bytes = Array(words.utf8)
    var start = place.start
    for candidate in stride(from: place.start - 1, to: 0, by: -1)
    where bytes[candidate - 1] == 0x20 {
      if DisplayWidth.columns(of: part(candidate, place.end)) + 2 > room { break }
      start = candidate
    }
    return start
  }
}
