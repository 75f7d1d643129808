import Testing

@testable import Encoder

@Suite("words and their surfaces")
struct WordReaderTests {
  let reader: WordReader

  init() throws { reader = try CompiledInModel.reader.get() }

  private func read(_ text: String, limit: Int = .max) -> (words: [ReadWord], unreadFrom: Int?) {
    let bytes = Array(text.utf8)
    return reader.words(in: bytes, paragraphs: CompiledInModel.lines(of: bytes), limit: limit)
  }

  private func texts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return read(text).words.map {
      String(decoding: bytes[$0.word.start..<$0.word.end], as: UTF8.self)
    }
  }

  @Test(
    "cuts at white space and around every mark",
    arguments: [
      ("", []),
      (" \t ", []),
      ("The tide rose.", ["The", "tide", "rose", "."]),
      (
        "don't re-open U.S. 4.5%",
        [
          "don", "'", "t", "re", "-", "open", "U", ".", "S", ".", "4", ".", "5", "%",
        ]
      ),
      ("“Ça va” — €9", ["“", "Ça", "va", "”", "—", "€", "9"]),
      ("a\u{200B}b\u{A0}c\u{7F}d", ["a", "b", "c", "d"]),
      ("北京city", ["北", "京", "city"]),
      ("e\u{301}t\u{E9}", ["e\u{301}t\u{E9}"]),
      ("one\ntwo", ["one", "two"]),
    ] as [(String, [String])])
  func cuts(_ text: String, _ expected: [String]) { #expect(texts(text) == expected) }

  @Test(
    "tells the case of a word and whether it is quoted",
    arguments: [
      ("said Rose OECD McKay iPhone 12 A .", [1, 2, 3, 4, 4, 0, 2, 0]),
      ("a “b C” d", [1, 5, 6, 7, 5, 1]),
      ("a \"b\" c \"d", [1, 5, 6, 5, 1, 5, 6]),
      ("“open\nnext ” still", [5, 6, 1, 5, 1]),
      ("ÉTÉ Été été", [3, 2, 1]),
    ] as [(String, [Int])])
  func surfaces(_ text: String, _ expected: [Int]) {
    #expect(read(text).words.map(\.surface) == expected)
    #expect(read(text).words.map(\.word.isQuoted) == expected.map { $0 >= 5 })
  }

  @Test("stops at the limit of words and says where")
  func limit() {
    let (words, unreadFrom) = read("one two three\nfour", limit: 2)
    #expect(words.count == 2)
    #expect(unreadFrom == 7)
    #expect(read("one two", limit: 2).unreadFrom == nil)
  }

  @Test("takes bytes that are no UTF-8 as marks of one byte")
  func invalidBytes() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0xE2, 0x80, 0x63, 0xF4]
    let words = reader.words(in: bytes, paragraphs: [0..<bytes.count], limit: .max).words
    #expect(
      words.map { [$0.word.start, $0.word.end] } == [
        [0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [5, 6], [6, 7], [7, 8],
      ])
  }

  @Test("reads only what lies in the paragraphs")
  func paragraphs() {
    let bytes = Array("one two three".utf8)
    let words = reader.words(in: bytes, paragraphs: [4..<7], limit: .max).words
    #expect(words.map(\.word) == [EncodedWord(start: 4, end: 7, paragraph: 0, isQuoted: false)])
  }
}
