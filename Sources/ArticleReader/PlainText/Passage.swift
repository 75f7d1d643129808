/// A paragraph, or a line that stands for itself, of a plain text.
struct Passage {
  /// Without white space at either end; holds line ends where the text is hard-wrapped.
  let range: Range<Int>
  /// Runs of text between white space; two signs of a script without spaces count as one.
  let words: Int
  let end: End
  let startsLowercase: Bool
  /// Its mark, where it is an item of a list.
  let item: ListItems.Item?

  /// What a passage ends with, closing quote marks and brackets aside.
  enum End { case fullStop, question, colon, other }

  var endsLikeSentence: Bool { end == .fullStop || end == .question }

  /// Where its own words stand: all of it but for the mark of an item.
  var content: Range<Int> { (range.lowerBound + (item?.width ?? 0))..<range.upperBound }

  /// - Parameters:
  ///   - text: The whole text.
  ///   - range: Trimmed and not empty.
  init(_ text: [UInt8], range: Range<Int>, item: ListItems.Item? = nil) {
    self.range = range
    self.item = item
    let bytes = text[range]
    words = Self.countWords(bytes)
    end = Self.end(bytes)
    startsLowercase = bytes.first?.isASCIILowercase ?? false
  }

  private static func countWords(_ bytes: ArraySlice<UInt8>) -> Int {
    var words = 0
    var ideographs = 0
    var inWord = false
    var position = bytes.startIndex
    while position < bytes.endIndex {
      if let width = bytes.widthOfSpace(at: position) {
        inWord = false
        position += width
        continue
      }
      let byte = bytes[position]
      if 0xE3...0xED ~= byte {
        ideographs += 1
        position += 3
        continue
      }
      if !inWord, byte.isASCIIDigit || byte.isASCIILetter || byte >= 0xC3 {
        inWord = true
        words += 1
      }
      position += 1
    }
    return words + ideographs / 2
  }

  private static func end(_ bytes: ArraySlice<UInt8>) -> End {
    var rest = bytes.withoutClosers
    if let last = bytes.last, last == UInt8(ascii: ")"), !isStop(rest.last),
      let open = bytes.suffix(80).lastIndex(of: UInt8(ascii: "("))
    {
      // "… the minister said. (Reuters)"
      let before = bytes[..<open].trimmed.withoutClosers
      if isStop(before.last) { rest = before }
    }
    switch rest.last {
    case UInt8(ascii: "."), UInt8(ascii: "!"): return .fullStop
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: ":"): return .colon
    default: break
    }
    guard rest.count >= 3 else { return .other }
    switch Array(rest.suffix(3)) {
    case [0xE2, 0x80, 0xA6], [0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81]: return .fullStop  // … 。 ！
    case [0xEF, 0xBC, 0x9F]: return .question  // ？
    default: return .other
    }
  }

  private static func isStop(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }
}

extension ArraySlice<UInt8> {
  /// The slice without closing quote marks, brackets and white space at its end.
  var withoutClosers: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last {
      if "\"')]* ".utf8.contains(last) {
        rest.removeLast()
      } else if rest.count >= 3, Self.closers.contains(Array(rest.suffix(3))) {
        rest.removeLast(3)
      } else if rest.suffix(2) == [0xC2, 0xBB] || rest.suffix(2) == [0xC2, 0xA0] {
        rest.removeLast(2)
      } else {
        break
      }
    }
    return rest
  }

  private static var closers: [[UInt8]] {
    [[0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xE2, 0x80, 0xBA], [0xE3, 0x80, 0x8D]]  // ” ’ › 」
  }
}
