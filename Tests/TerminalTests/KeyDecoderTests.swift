import Testing

@testable import Terminal

@Suite("KeyDecoder")
struct KeyDecoderTests {
  /// What a terminal sends, and the keys that it means when a pause follows.
  static let cases: [(String, [Key])] = [
    ("aZ1 ", [.character("a"), .character("Z"), .character("1"), .character(" ")]),
    ("é漢😀", [.character("é"), .character("漢"), .character("😀")]),
    ("\r\n\t", [.enter, .enter, .tab]),
    ("\u{7F}\u{8}", [.backspace, .backspace]),
    ("\u{1}\u{3}\u{1A}", [.control("a"), .control("c"), .control("z")]),
    ("\u{0}\u{1C}\u{1F}", [.control("@"), .control("\\"), .control("_")]),
    ("\u{1B}", [.escape]),
    ("\u{1B}\u{1B}", [.escape, .escape]),
    ("\u{1B}\u{1B}[A", [.escape, .up]),
    ("\u{1B}a\u{1B}é", [.alt("a"), .alt("é")]),
    ("\u{1B}[", [.alt("[")]),
    ("\u{1B}O", [.alt("O")]),
    ("\u{1B}\r", [.escape, .enter]),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", [.up, .down, .right, .left]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF", [.home, .end, .home, .end]),
    ("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end]),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.insert, .delete, .pageUp, .pageDown]),
    ("\u{1B}[Z\u{1B}OM", [.backTab, .enter]),
    ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", [.function(1), .function(2), .function(3), .function(4)]),
    ("\u{1B}[11~\u{1B}[15~\u{1B}[17~", [.function(1), .function(5), .function(6)]),
    ("\u{1B}[21~\u{1B}[23~\u{1B}[24~", [.function(10), .function(11), .function(12)]),
    ("\u{1B}[[A\u{1B}[[E", [.function(1), .function(5)]),
    ("\u{1B}[1;5C\u{1B}[3;2~", [.right, .delete]),
    ("\u{1B}[99~x\u{1B}[[Xx\u{1B}OXx\u{1B}[Xx", Array(repeating: .character("x"), count: 4)),
    ("\u{1B}[12", []),
    ("\u{1B}[1\rx", [.escape, .enter, .character("x")]),
    ("\u{1B}[" + String(repeating: "1", count: 32) + "x", [.character("x")]),
  ]

  @Test("knows the keys of common terminals", arguments: cases)
  func decodes(_ text: String, _ keys: [Key]) {
    #expect(decode(Array(text.utf8)) == keys)
    #expect(Key.keys(typed: text) == keys)
  }

  @Test("puts U+FFFD for bytes that are not UTF-8, and goes on")
  func broken() {
    #expect(decode([0xFF, 0x61]) == [.character("\u{FFFD}"), .character("a")])
    #expect(decode([0xC3, 0x61]) == [.character("\u{FFFD}"), .character("a")])
    #expect(decode([0xE6, 0xBC]) == [.character("\u{FFFD}")])
    #expect(decode([0xE6, 0x1B]) == [.character("\u{FFFD}"), .escape])
  }

  @Test(
    "takes a paste as one text, whatever stands in it",
    arguments: [
      ("\u{1B}[200~12\rq\u{1B}[201~3", [Key.pasted("12\nq"), .character("3")]),
      ("\u{1B}[200~\u{1B}[A\u{1B}\u{1B}[201\u{1B}[201~", [.pasted("\u{1B}[A\u{1B}\u{1B}[201")]),
      ("\u{1B}[200~\u{1B}[201~", [.pasted("")]),
      ("\u{1B}[200~a\r\nb\u{1B}[201~\u{1B}[201~x", [.pasted("a\nb"), .character("x")]),
      ("\u{1B}[200~é漢\u{1B}[201~", [.pasted("é漢")]),
    ])
  func pastes(_ text: String, _ keys: [Key]) { #expect(decode(Array(text.utf8)) == keys) }

  @Test("ends a paste whose end got lost, and keeps at most a megabyte of one")
  func endlessPaste() {
    var decoder = KeyDecoder()
    for byte in Array("\u{1B}[200~lost".utf8) { #expect(decoder.take(byte) == []) }
    var keys: [Key] = []
    for _ in 0..<100 where decoder.isInsideKey { keys += decoder.takePause() }
    #expect(keys == [.pasted("lost")])
    let long = "\u{1B}[200~" + String(repeating: "x", count: 2_000_000) + "\u{1B}[201~"
    #expect(decode(Array(long.utf8)) == [.pasted(String(repeating: "x", count: 1 << 20))])
  }

  private func decode(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in bytes { keys += decoder.take(byte) }
    keys += decoder.takePause()
    #expect(!decoder.isInsideKey)
    return keys
  }
}
