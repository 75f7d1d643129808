import ClaimModel
import Testing

@Suite("OffsetConverter")
struct OffsetConverterTests {
  /// Text, a byte offset in it, and the same place in code points and UTF-16 units.
  static let cases: [(String, Int, Int, Int)] = [
    ("", 0, 0, 0),
    ("abc", 3, 3, 3),
    ("é!", 2, 1, 1),
    ("e\u{301}!", 3, 2, 2),
    ("a😀b", 5, 2, 3),
    ("\u{1F468}\u{200D}\u{1F469}x", 11, 3, 5),
    ("a\r\nb", 3, 3, 3),
  ]

  @Test("agrees with counting by hand", arguments: cases)
  func counts(_ text: String, _ utf8: Int, _ codePoints: Int, _ utf16: Int) {
    #expect(OffsetConverter(text, unit: .utf8).offset(ofUTF8: utf8) == utf8)
    #expect(OffsetConverter(text, unit: .codePoint).offset(ofUTF8: utf8) == codePoints)
    #expect(OffsetConverter(text, unit: .utf16).offset(ofUTF8: utf8) == utf16)
  }

  @Test("comes back to every character's first byte", arguments: OffsetUnit.allCases)
  func roundTrip(unit: OffsetUnit) {
    let text = String(repeating: "naïve 😀 e\u{301}\n", count: 60)
    let converter = OffsetConverter(text, unit: unit)
    var utf8Offset = 0
    for scalar in text.unicodeScalars {
      #expect(converter.utf8Offset(of: converter.offset(ofUTF8: utf8Offset)) == utf8Offset)
      utf8Offset += UTF8.width(scalar)
    }
    #expect(converter.utf8Offset(of: converter.offset(ofUTF8: utf8Offset)) == utf8Offset)
  }

  @Test("hands over the bytes of a span, and none for one that does not lie in the text")
  func bytes() {
    for text in ["a😀b", "abc"] {
      let converter = OffsetConverter(text, unit: .codePoint)
      for start in 0...8 {
        for end in start...8 {
          let span = TextSpan(start, end)
          #expect(
            converter.withBytes(of: span) { Array($0) }
              == Array((text.utf8Substring(span) ?? "").utf8))
        }
      }
    }
  }

  @Test("refuses what is not a place in the text")
  func refusals() {
    let converter = OffsetConverter("a😀", unit: .utf16)
    #expect(converter.utf8Offset(of: 2) == nil)
    #expect(converter.utf8Offset(of: 4) == nil)
    #expect(converter.utf8Offset(of: -1) == nil)
    #expect(converter.utf8Span(start: 1, end: 3) == TextSpan(1, 5))
    #expect(converter.utf8Span(start: 3, end: 1) == nil)
  }
}
