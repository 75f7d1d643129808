/// Words that head a paragraph in its own first line: `RAIN AT LAST — The farmers …`, `Little Help for Towns: The council …`.
struct RunInHead {
  /// From the paragraph's start through the dash or colon, or through the last word in capitals.
  let range: Range<Int>
  /// Whether capitals and a dash say so; a colon can follow a speaker, and capitals a company's name.
  let isSure: Bool

  /// The longest head looked for, in bytes.
  private static let longest = 120
  /// Fewer letters in capitals are an abbreviation or two.
  private static let letters = 10
  /// A title of fewer words before a colon can be somebody's name.
  private static let wordsOfTitle = 4

  /// Reads the start of a paragraph; nil where it opens with its own words.
  init?(_ bytes: ArraySlice<UInt8>) {
    let words = Self.words(bytes)
    if let head = Self.capitals(bytes, words) {
      range = bytes.startIndex..<head.end
      isSure = head.isSure
    } else if let end = Self.title(bytes, words) {
      range = bytes.startIndex..<end
      isSure = false
    } else {
      return nil
    }
  }

  /// The words of the paragraph's start.
  private static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.prefix(longest).split(separator: 0x20)
  }

  // MARK: - Capitals

  private static func capitals(
    _ bytes: ArraySlice<UInt8>, _ words: [ArraySlice<UInt8>]
  ) -> (end: Int, isSure: Bool)? {
    let capitals = words.prefix { word in
      isCapital(word) && (word.last.map { $0 != UInt8(ascii: ":") } ?? false)
    }
    var count = capitals.count
    var letters = capitals.reduce(0) { $0 + $1.count(where: \.isASCIILetter) }
    guard count < words.count else { return nil }
    let next = words[count]
    if isDash(next), count + 1 < words.count {
      return count >= 2 && letters >= Self.letters ? (next.endIndex, true) : nil
    }
    if isCapital(next), next.last == UInt8(ascii: ":"), count + 1 < words.count {
      count += 1
      letters += next.count(where: \.isASCIILetter)
      return count >= 3 && letters >= Self.letters ? (next.endIndex, false) : nil
    }
    guard count >= 2, letters >= Self.letters, let last = capitals.last, startsSentence(next) else {
      return nil
    }
    return (last.endIndex, false)
  }

  /// Whether a word has capital letters and no small ones.
  private static func isCapital(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(where: \.isASCIIUppercase) && !word.contains(where: \.isASCIILowercase)
  }

  private static func isDash(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("—".utf8) || word.elementsEqual("–".utf8) || word.elementsEqual("―".utf8)
      || word.elementsEqual("-".utf8) || word.elementsEqual("--".utf8)
  }

  private static func startsSentence(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first(where: \.isASCIILetter) else { return false }
    return first.isASCIIUppercase && word.contains(where: \.isASCIILowercase)
  }

  // MARK: - Titles

  /// The end of a title of four words or more before a colon and a capital.
  private static func title(_ bytes: ArraySlice<UInt8>, _ words: [ArraySlice<UInt8>]) -> Int? {
    guard let last = words.firstIndex(where: { $0.last == UInt8(ascii: ":") }),
      last + 1 >= wordsOfTitle, last + 1 < words.count, startsSentence(words[last + 1]),
      Headline.isTitleCase(bytes[bytes.startIndex..<words[last].endIndex])
    else { return nil }
    return words[last].endIndex
  }
}
