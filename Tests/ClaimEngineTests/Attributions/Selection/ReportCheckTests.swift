import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("attributions checked by the parse")
struct ReportCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let drawn: String
    var source: String?
    var cue = ""
    let content: [String]
    /// `source | cue | content`; nil where nothing is left.
    let checked: String?
    var testDescription: String {
      drawn.split(separator: " ").map { String($0.split(separator: "/")[0]) }.joined(separator: " ")
    }
  }

  @Test(
    "keeps what reports, with its own source and whole content",
    arguments: [
      // A cue that reports nothing.
      Case(
        drawn: "The/2/det toll/3/nsubj has/0/root/VBZ no/5/det friends/3/obj ./3/punct",
        source: "The toll", cue: "has", content: ["no friends"], checked: nil),
      Case(
        drawn: "Crews/3/nsubj apparently/3/advmod left/0/root/VBD ports/3/obj ./3/punct",
        cue: "apparently", content: ["Crews", "left ports"], checked: nil),
      // A source that stands there and was not found.
      Case(
        drawn: "Holt/2/nsubj said/0/root/VBD tolls/4/nsubj fell/2/ccomp/VBD ./2/punct",
        cue: "said", content: ["tolls fell"], checked: "Holt | said | tolls fell"),
      Case(
        drawn:
          "Holt/2/nsubj left/0/root/VBD ,/4/punct saying/2/advcl/VBG tolls/6/nsubj fell/4/ccomp/VBD ./2/punct",
        cue: "saying", content: ["tolls fell"], checked: "Holt | saying | tolls fell"),
      Case(
        drawn: "It/2/expl seems/0/root/VBZ tolls/4/nsubj fell/2/ccomp/VBD ./2/punct",
        cue: "seems", content: ["tolls fell"], checked: "- | seems | tolls fell"),
      Case(
        drawn: "Mills/3/nsubj today/3/obl:unmarked/NN announced/0/root/VBD cuts/3/obj ./3/punct",
        cue: "announced", content: ["cuts"], checked: "Mills | announced | cuts"),
      Case(
        drawn: "Soon/3/advmod today/3/obl:unmarked/NN announced/0/root/VBD cuts/3/obj ./3/punct",
        cue: "announced", content: ["cuts"], checked: "- | announced | cuts"),
      // The one who is blamed is not the one who blames.
      Case(
        drawn:
          "Holt/3/nsubj:pass was/3/aux:pass criticized/0/root/VBN for/5/case delays/3/obl ./3/punct",
        source: "Holt", cue: "was criticized", content: ["delays"],
        checked: "- | was criticized | delays"),
      // Nobody has said it.
      Case(
        drawn: "Say/0/root/VB tolls/3/nsubj fell/1/ccomp/VBD ./1/punct", cue: "Say",
        content: ["tolls fell"], checked: nil),
      Case(
        drawn: "Let/0/root/VB 's/3/nsubj say/1/xcomp/VB tolls/5/nsubj fell/3/ccomp/VBD ./1/punct",
        cue: "say", content: ["tolls fell"], checked: nil),
      // The negation that a content hangs on.
      Case(
        drawn:
          "Holt/2/nsubj said/0/root/VBD there/4/expl was/2/ccomp/VBD no/6/det evidence/4/nsubj that/9/mark tolls/9/nsubj fell/6/acl/VBD ./2/punct",
        source: "Holt", cue: "said", content: ["tolls fell"],
        checked: "Holt | said | there was no evidence that tolls fell"),
      // A phrase that was cut off.
      Case(
        drawn:
          "Holt/2/nsubj said/0/root/VBD crews/4/nsubj left/2/ccomp/VBD the/7/det old/7/amod port/4/obj ./2/punct",
        source: "Holt", cue: "said", content: ["crews left the"],
        checked: "Holt | said | crews left the old port"),
    ])
  func checks(test: Case) throws {
    let parse = try DrawnParse(test.drawn)
    let text = parse.text
    func tokens(_ words: String) throws -> Range<Int> {
      let (bytes, sought) = (text.bytes, Array(words.utf8))
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: sought) }, "no '\(words)' in it")
      return try #require(text.tokens(under: TextSpan(start, start + sought.count)))
    }
    let found = FoundAttribution(
      source: try test.source.map(tokens), cue: test.cue.isEmpty ? [] : [try tokens(test.cue)],
      content: try test.content.map(tokens), frame: .clause)
    let check = ReportCheck(
      text: text, tree: parse.tree, quotes: Quotations(), rules: [])
    func words(_ ranges: [Range<Int>]) -> String {
      ranges.map { text.string(of: text.span(of: $0)) }.joined(separator: " … ")
    }
    let checked = check.checked([found]).first.map {
      [$0.source.map { words([$0]) } ?? "-", words($0.cue), words($0.content)].joined(
        separator: " | ")
    }
    #expect(checked == test.checked)
  }
}
