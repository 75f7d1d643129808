package import ClaimModel
import Terminal

/// A word of a line, and where it stands in it (UTF-8 bytes, quote marks included).
package struct PromptWord: Equatable, Sendable {
  package let text: String
  package let span: TextSpan
  package let isQuoted: Bool

  /// Splits a line into words.
  ///
  /// Words are parted by blanks, of which a line end that was pasted is one. Quote marks, straight or curly, hold blanks together where they open a
  /// word, so an apostrophe inside a word is a letter; a backslash keeps the next character as it is
  /// within `"…"`, but for `\n`, `\t` and `\u{202E}`. A quote that is not closed runs to the end of
  /// the line.
  package static func words(of line: String) -> [PromptWord] {
    var scanner = Scanner(bytes: Array(line.utf8))
    var words: [PromptWord] = []
    while let word = scanner.next() { words.append(word) }
    return words
  }

  /// How many lines the words stand on, where line ends inside of quote marks do not count.
  static func lines(of words: [PromptWord], in line: String) -> Int {
    let bytes = Array(line.utf8)
    return zip(words, words.dropFirst()).count { left, right in
      bytes[left.span.end..<right.span.start].contains { $0 == 0x0A || $0 == 0x0D }
    } + 1
  }

  /// A word in the form that `words(of:)` reads back, with quote marks only where it needs them.
  package static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
      && !["\"", "'", "“", "‘", "#", "--"].contains { text.hasPrefix($0) }
      && EscapedText.isPlain(text)
    if isPlain { return text }
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": quoted += "\\" + String(character)
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where EscapedText.isPlain(String(character)): quoted.unicodeScalars.append(character)
      default: quoted += "\\u{" + String(character.value, radix: 16, uppercase: true) + "}"
      }
    }
    return quoted + "\""
  }
}

private struct Scanner {
  let bytes: [UInt8]
  var position = 0

  private static let marks: [(open: [UInt8], close: [UInt8])] = [
    (Array("\"".utf8), Array("\"".utf8)), (Array("'".utf8), Array("'".utf8)),
    (Array("“".utf8), Array("”".utf8)), (Array("‘".utf8), Array("’".utf8)),
  ]

  mutating func next() -> PromptWord? {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    if let mark = Self.marks.first(where: { stands($0.open, at: start) }) {
      position += mark.open.count
      let text = quotedText(until: mark.close, escapes: mark.open == Array("\"".utf8))
      return PromptWord(text: text, span: TextSpan(start, position), isQuoted: true)
    }
    while position < bytes.count, !isBlank(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return PromptWord(text: text, span: TextSpan(start, position), isQuoted: false)
  }

  private mutating func quotedText(until close: [UInt8], escapes: Bool) -> String {
    var text: [UInt8] = []
    while position < bytes.count {
      if stands(close, at: position) {
        position += close.count
        break
      }
      if escapes, bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        position += 1
        switch bytes[position] {
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "u"): text += scalar()
        case let byte: text.append(byte)
        }
      } else {
        text.append(bytes[position])
      }
      position += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The character whose number stands in braces after the position, which moves to the closing
  /// brace; the letter itself where there is none.
  private mutating func scalar() -> [UInt8] {
    let rest = bytes[(position + 1)...]
    guard rest.first == UInt8(ascii: "{"), let end = rest.prefix(10).firstIndex(of: 0x7D),
      let value = UInt32(String(decoding: rest[..<end].dropFirst(), as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { return [bytes[position]] }
    position = end
    return Array(String(Character(scalar)).utf8)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func stands(_ mark: [UInt8], at start: Int) -> Bool {
    bytes[start...].starts(with: mark)
  }
}
