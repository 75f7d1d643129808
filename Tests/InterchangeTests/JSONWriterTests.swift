import Testing

@testable import Interchange

@Suite("JSONWriter")
struct JSONWriterTests {
  static func text(_ layout: JSONWriter.Layout, _ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(layout)
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    "escapes what JSON or a terminal must not see raw",
    arguments: [
      ("a\"b\\c", #"a\"b\\c"#), ("\n\r\t\u{8}\u{0}\u{1F}", #"\n\r\t\u0008\u0000\u001f"#),
      ("\u{7F}\u{80}\u{9F}\u{A0}", "\\u007f\\u0080\\u009f\u{A0}"),
      ("\u{61C}\u{61B}", "\\u061c\u{61B}"),
      ("\u{200D}\u{200E}\u{200F}\u{2010}", "\u{200D}\\u200e\\u200f\u{2010}"),
      ("\u{2028}\u{202A}\u{202E}\u{202F}", "\\u2028\\u202a\\u202e\u{202F}"),
      ("\u{2065}\u{2066}\u{2069}\u{206A}", "\u{2065}\\u2066\\u2069\u{206A}"),
      ("é€😀e\u{301}", "é€😀e\u{301}"), ("", ""),
    ])
  func escapes(_ text: String, _ escaped: String) {
    let written = Self.text(.compact) { $0.string(text) }
    #expect(written.utf8.elementsEqual("\"\(escaped)\"".utf8))
    let raw = Self.text(.compact) { $0.raw(written.utf8) }
    #expect(raw.utf8.elementsEqual(written.utf8))
  }

  @Test("hides bidi controls in JSON that others wrote")
  func raw() {
    #expect(Self.text(.compact) { $0.raw("\"\\n\u{202E}\"".utf8) } == #""\n\u202e""#)
  }

  @Test(
    "writes numbers as short as they are",
    arguments: [
      (0.82, "0.82"), (3, "3"), (-0.5, "-0.5"), (1e300, "1e+300"), (.nan, "null"),
      (.infinity, "null"), (-12345, "-12345"), (-0x1p63, "-9.223372036854776e+18"),
    ])
  func doubles(_ number: Double, _ text: String) {
    #expect(Self.text(.compact) { $0.number(number) } == text)
  }

  @Test("writes every integer", arguments: [0, 7, 10, -1, Int.max, Int.min])
  func integers(_ number: Int) {
    #expect(Self.text(.compact) { $0.number(number) } == "\(number)")
  }

  static func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("a", 1)
      json.key("b")
      json.array { json in
        json.bool(true)
        json.null()
        json.object { _ in }
        json.inline { json in
          json.object { json in
            json.member("c", ["x", "y"])
            json.member("d", nil as String?)
          }
        }
      }
      json.member("e", [], inline: true)
    }
    json.endLine()
  }

  @Test("puts everything on one line in the compact layout")
  func compact() {
    #expect(
      Self.text(.compact, Self.sample) == """
        {"a":1,"b":[true,null,{},{"c":["x","y"],"d":null}],"e":[]}

        """)
  }

  @Test("indents in the pretty layout, but not what is inline")
  func pretty() {
    #expect(
      Self.text(.pretty, Self.sample) == """
        {
          "a": 1,
          "b": [
            true,
            null,
            {},
            {"c": ["x", "y"], "d": null}
          ],
          "e": []
        }

        """)
  }

  @Test("starts anew after a line, and after its bytes are taken")
  func lines() {
    var json = JSONWriter(.compact)
    json.number(1)
    json.endLine()
    json.number(2)
    json.endLine()
    #expect(json.takeBytes() == Array("1\n2\n".utf8))
    json.number(3)
    #expect(json.bytes == Array("3".utf8))
  }
}
