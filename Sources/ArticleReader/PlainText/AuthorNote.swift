/// Paragraphs at an article's end about who wrote it: "Jane Doe is a fellow at …", "John Roe contributed reporting".
enum AuthorNote {
  private static let longest = 60
  private static let wordsOfCredit = 40

  /// Whether a last paragraph is such a note.
  ///
  /// What somebody is counts only where nothing else in the text names them.
  static func isNote(_ bytes: ArraySlice<UInt8>, words: Int, in text: [UInt8]) -> Bool {
    guard words <= longest, !bytes.contains(0x0A) else { return false }
    let spoken = bytes.split(separator: 0x20)
    let name = spoken.prefix(4).prefix { $0.first?.isASCIIUppercase ?? false }
    guard name.count >= 2 else { return false }
    if words <= wordsOfCredit, isCredit(bytes) { return true }
    let place = name.count < spoken.count && !isEnd(name[name.count - 1]) ? name.count : nil
    let verb =
      place.flatMap { spoken[$0].elementsEqual("is".utf8) ? $0 : nil }
      ?? spoken.prefix(20).firstIndex { $0.elementsEqual("is".utf8) }.flatMap {
        isEnd(name[name.count - 1]) && isEnd(spoken[$0 - 1]) ? $0 : nil
      }
    guard let verb, let surname = name.last.map(letters), surname.count >= 3 else { return false }
    return spoken[(verb + 1)...].prefix(8).contains { jobs.contains(lowered($0)) }
      && occurrences(of: surname, in: text) <= occurrences(of: surname, in: Array(bytes))
  }

  private static func isCredit(_ bytes: ArraySlice<UInt8>) -> Bool {
    let credits: [StaticString] = [
      "contributed reporting", "contributed to this report", "contributed to this story",
      "contributed to this article", " reported from ", "additional reporting",
    ]
    let start = bytes.prefix(80)
    return credits.contains { start.contains($0) }
  }

  /// Whether a word ends with a comma.
  private static func isEnd(_ word: ArraySlice<UInt8>) -> Bool { word.last == UInt8(ascii: ",") }

  private static func letters(_ word: ArraySlice<UInt8>) -> [UInt8] {
    word.filter { $0.isASCIILetter || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
  }

  private static func lowered(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: letters(word), as: UTF8.self).lowercased()
  }

  private static func occurrences(of word: [UInt8], in text: [UInt8]) -> Int {
    guard let first = word.first, text.count >= word.count else { return 0 }
    return (0...(text.count - word.count)).count { place in
      text[place] == first && text[place..<(place + word.count)].elementsEqual(word)
    }
  }

  private static let jobs: Set<String> = [
    "columnist", "analyst", "fellow", "editor", "professor", "director", "author", "co-author",
    "writer", "reporter", "correspondent", "contributor", "journalist", "novelist", "playwright",
    "playwright-in-residence", "lecturer", "historian", "attorney", "lawyer", "mayor", "senator",
    "governor", "ambassador", "chairman", "chairwoman", "founder", "co-founder", "president",
    "economist", "scholar", "host", "blogger", "producer", "adviser", "advisor", "strategist",
    "pollster", "consultant", "critic", "photographer", "intern",
  ]
}
