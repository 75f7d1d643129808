/// How the end of one printed line goes on with the next.
///
/// A hyphen there may belong to the word or stand for the break alone. In this order: a soft hyphen
/// goes; a word that the document has elsewhere inside a line decides, with or without hyphen; a hyphen
/// before a capital or a figure stays, as in "Anglo-Saxon"; it stays after a word that makes
/// compounds, as in "well-known", and between two words that the document also has by themselves;
/// any other goes.
struct LineEnds {
  /// The words of the document in lower case, those at its line ends left out.
  private var words: Set<ArraySlice<UInt8>> = []

  /// Words that hardly end a syllable and often open a compound.
  private static let openers: Set<String> = [
    "well", "self", "non", "ex", "all", "half", "long", "short", "high", "low", "full", "part",
    "cross",
    "vice", "mid", "so", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "multi", "anti",
    "pre", "post", "year", "large", "small", "far", "state", "would", "co",
  ]
  /// A shorter word by itself, as "in" or "an", is often a syllable of another.
  private static let shortestParts = (4, 3)

  init(_ lines: some Sequence<[UInt8]>) {
    for line in lines {
      let parts = line.map(\.lowercasedASCII)[...].split(separator: 0x20)
      for (index, part) in parts.enumerated() {
        let word = Self.core(part)
        if index == parts.count - 1, part.last.map({ $0 == UInt8(ascii: "-") }) ?? true { continue }
        if !word.isEmpty { words.insert(word) }
      }
    }
  }

  /// Adds a line to the text before it, with a space or without, and without a hyphen that goes.
  func append(_ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard !text.isEmpty else {
      text += line
      return
    }
    if text.suffix(2) == [0xC2, 0xAD] {
      text.removeLast(2)
    } else if text.suffix(3) == [0xE2, 0x80, 0x90] || text.last == UInt8(ascii: "-") {
      let width = text.last == UInt8(ascii: "-") ? 1 : 3
      let before = text.dropLast(width)
      guard let last = before.last, last != 0x20, last != UInt8(ascii: "-") else {
        text.append(0x20)
        text += line
        return
      }
      if !keepsHyphen(before, line) { text.removeLast(width) }
    } else if text.suffix(3) != [0xE2, 0x80, 0x94] || text.dropLast(3).last == 0x20 {
      text.append(0x20)
    }
    text += line
  }

  private func keepsHyphen(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    let left = Self.core(
      Array(before.suffix(60)).map(\.lowercasedASCII)[...].split(separator: 0x20).last ?? [])
    let right = Self.core(
      Array(after.prefix(60)).map(\.lowercasedASCII)[...].split(separator: 0x20).first ?? [])
    guard let initial = after.first, initial.isASCIILowercase || initial >= 0xC3, !left.isEmpty
    else { return true }
    if words.contains(left + [UInt8(ascii: "-")] + right) { return true }
    if words.contains(left + right) { return false }
    let first = left.split(separator: UInt8(ascii: "-")).last ?? left
    if Self.openers.contains(String(decoding: first, as: UTF8.self)) { return true }
    return left.count >= Self.shortestParts.0 && right.count >= Self.shortestParts.1
      && words.contains(left) && words.contains(right)
  }

  /// A word without the marks around it.
  private static func core(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isPart(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }
    guard let first = word.firstIndex(where: isPart), let last = word.lastIndex(where: isPart)
    else { return [] }
    var core = word[first...last]
    // Quote marks of three bytes.
    while core.starts(with: [0xE2, 0x80]) { core = core.dropFirst(3) }
    while core.count >= 3, core.dropLast().suffix(2) == [0xE2, 0x80] { core = core.dropLast(3) }
    return core
  }
}
