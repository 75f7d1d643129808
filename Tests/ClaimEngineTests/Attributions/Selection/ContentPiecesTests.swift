import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("pieces of a content that the encoder found")
struct ContentPiecesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let cue: String
    let pieces: [String]
    let tidied: [String]
    var testDescription: String { text }
  }

  @Test(
    "keeps what belongs together",
    arguments: [
      Case(
        text: "A study found that silt travels. It was not clear whether it had looked there.",
        cue: "found", pieces: ["silt travels", "whether it had looked there"],
        tidied: ["silt travels"]),
      Case(
        text: "They spoke of the toll on trade despite a warning it could hurt ties.",
        cue: "warning", pieces: ["the toll on trade", "it could hurt ties"],
        tidied: ["it could hurt ties"]),
      Case(
        text: "“The toll is unfair,” she said. “It is a trick.”", cue: "said",
        pieces: ["The toll is unfair", "It is a trick"],
        tidied: ["The toll is unfair", "It is a trick"]),
      Case(
        text: "The toll is unfair, she said, and it is a trick.", cue: "said",
        pieces: ["The toll is unfair", "it is a trick"],
        tidied: ["The toll is unfair", "it is a trick"]),
    ])
  func tidies(_ test: Case) throws {
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: test.text,
      blocks: [Block(role: .body, span: TextSpan(0, test.text.utf8.count))],
      metadata: Article.Metadata())
    let text = Document.tagged(article)
    func tokens(_ words: String) throws -> Range<Int> {
      let (bytes, sought) = (text.bytes, Array(words.utf8))
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: sought) }, "no '\(words)' in it")
      return try #require(text.tokens(under: TextSpan(start, start + sought.count)))
    }
    let flat = ParseTree(
      heads: text.tokens.map { _ in nil }, relations: text.tokens.map { _ in .other })
    var found = ContentPieces(
      text: text, tree: flat, source: nil, cue: try tokens(test.cue),
      pieces: try test.pieces.map(tokens))
    found.tidy()
    #expect(found.pieces.map { text.string(of: text.span(of: $0)) } == test.tidied)
  }

  @Test(
    "ends a piece with its phrase, and begins it with its subject",
    arguments: [
      (
        "It/2/nsubj said/0/root a/4/det firm/5/nsubj bought/2/ccomp Grain/7/compound shares/5/obj ./2/punct",
        0..<1, 1..<2, 2..<6, ["a firm bought Grain shares"]
      ),
      (
        "It/2/nsubj said/0/root the/4/det town/6/nsubj would/6/aux/MD get/2/ccomp/VB $/6/obj 40/9/compound/CD million/7/nummod/CD ./2/punct",
        0..<1, 1..<2, 2..<6, ["the town would get $ 40 million"]
      ),
      (
        "The/2/det brokers/8/nsubj ,/8/punct a/5/det trader/6/nsubj said/0/root ,/6/punct were/9/cop/VBD angry/6/ccomp ./6/punct",
        3..<5, 5..<6, 7..<9, ["The brokers", "were angry"]
      ),
      (
        "On/2/case Monday/6/obl ,/6/punct a/5/det trader/6/nsubj said/0/root ,/6/punct were/9/cop/VBD angry/6/ccomp ./6/punct",
        3..<5, 5..<6, 7..<9, ["were angry"]
      ),
      (
        "The/2/det union/3/nsubj says/0/root/VBZ its/5/nmod:poss members/7/nsubj/NNS have/7/aux/VBP lost/3/ccomp/VBN pay/7/obj ,/12/punct and/12/cc is/12/aux/VBZ considering/7/conj/VBG action/12/obj ./3/punct",
        0..<2, 2..<3, 3..<13, ["its members have lost pay"]
      ),
      (
        "The/2/det union/3/nsubj says/0/root/VBZ its/5/nmod:poss members/7/nsubj/NNS have/7/aux/VBP lost/3/ccomp/VBN pay/7/obj ,/12/punct and/12/cc are/12/aux/VBP considering/7/conj/VBG action/12/obj ./3/punct",
        0..<2, 2..<3, 3..<13, ["its members have lost pay , and are considering action"]
      ),
    ])
  func completes(
    _ drawn: String, source: Range<Int>, cue: Range<Int>, piece: Range<Int>, completed: [String]
  ) throws {
    let parse = try DrawnParse(drawn)
    var found = ContentPieces(
      text: parse.text, tree: parse.tree, source: source, cue: cue, pieces: [piece])
    found.tidy()
    #expect(found.pieces.map { parse.text.string(of: parse.text.span(of: $0)) } == completed)
  }
}
