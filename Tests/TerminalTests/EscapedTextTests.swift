import Terminal
import Testing

@Suite("EscapedText")
struct EscapedTextTests {
  /// A text and what is shown.
  static let cases: [(String, String)] = [
    ("", ""),
    ("He said: \"no\".", "He said: \"no\"."),
    ("café 漢字 שלום", "café 漢字 שלום"),
    ("\u{1B}[31mred", "^[[31mred"),
    ("\u{0}\u{7}\u{8}\r\u{7F}", "^@^G^H^M^?"),
    ("\u{9B}31m\u{85}", #"\u{9B}31m\u{85}"#),
    ("a\u{202E}b\u{2066}c\u{2069}", #"a\u{202E}b\u{2066}c\u{2069}"#),
    ("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
    ("a\u{200B}b\u{FEFF}c\u{2060}d\u{AD}", #"a\u{200B}b\u{FEFF}c\u{2060}d\u{AD}"#),
    ("a\u{2028}b\u{2029}", #"a\u{2028}b\u{2029}"#),
    ("pay\u{200D}pal", #"pay\u{200D}pal"#),
    ("👩\u{200D}👧", "👩\u{200D}👧"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("👩\u{200D}", #"👩\u{200D}"#),
    ("❤\u{FE0F}", "❤\u{FE0F}"),
    ("❤\u{FE0F}\u{FE0F}", #"❤\#u{FE0F}\u{FE0F}"#),
    ("\u{FE0F}x", #"\u{FE0F}x"#),
    ("葛\u{E0100}", "葛\u{E0100}"),
    ("a\u{E0101}", #"a\u{E0101}"#),
    (
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
    ),
    ("hi\u{E0068}\u{E0069}", #"hi\u{E0068}\u{E0069}"#),
    ("\u{FFFD}", "\u{FFFD}"),
    ("no\u{A0}break", "no\u{A0}break"),
    ("\u{3164}\u{FFA0}\u{115F}", #"\u{3164}\u{FFA0}\u{115F}"#),
    ("one\ntwo\tthree", "one\ntwo three"),
  ]

  @Test("writes out what steers or deceives, and nothing else", arguments: cases)
  func escapes(_ text: String, _ shown: String) {
    #expect(EscapedText(text).text.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test("treats line feeds and tabs as the caller says")
  func policies() {
    let text = "a\n\tb"
    #expect(EscapedText(text, lineFeeds: .space, tabs: .kept).text == "a \tb")
    #expect(EscapedText(text, lineFeeds: .escaped, tabs: .escaped).text == "a^J^Ib")
    #expect(EscapedText(text, lineFeeds: .kept, tabs: .kept).text == "a\n\tb")
  }

  @Test("keeps an escaped text as it is", arguments: cases)
  func stable(_ text: String, _ shown: String) {
    #expect(EscapedText(EscapedText(text).text).text == EscapedText(text).text)
  }

  @Test("lets no control, bidi control or noncharacter through, whatever stands around it")
  func everyControl() {
    let hostile = [
      0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF, 0x200E...0x200F, 0x202A...0x202E,
      0x2066...0x2069,
    ]
    .joined().compactMap { Unicode.Scalar(UInt32($0)) }
    for scalar in hostile where scalar != "\n" {
      for (before, after) in [("a", "b"), ("👩", "👧"), ("ب", "ب"), ("", ""), ("🏴", "")] {
        let shown = EscapedText(before + String(scalar) + after).text
        #expect(!shown.unicodeScalars.contains(scalar))
      }
    }
  }

  @Test("knows what can be shown on one line as it is")
  func plain() {
    #expect(EscapedText.isPlain("Zoë"))
    #expect(EscapedText.isPlain("👩‍👩‍👧"))
    for text in ["a\tb", "a\nb", "\u{202E}", "\u{1B}"] { #expect(!EscapedText.isPlain(text)) }
  }

  @Test("keeps the line ends and tabs of a table, and writes out the rest")
  func lines() {
    #expect(
      EscapedText.lines("a,\"b\u{1B}]52;c;eA==\u{7}\"\r\n\tc\r,\u{9B}31m\nlast\r")
        == "a,\"b^[]52;c;eA==^G\"\r\n\tc^M,\\u{9B}31m\nlast^M")
    #expect(EscapedText.lines(Array("äß\r\n".utf8)) == Array("äß\r\n".utf8))
  }
}
