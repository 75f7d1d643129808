import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("what a report asserts")
struct AttributionLayersTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let drawn: String
    let cue: String
    let content: String
    /// Each claim, those that are the source's with a mark.
    let claims: [String]
    var testDescription: String {
      drawn.split(separator: " ").map { String($0.split(separator: "/")[0]) }.joined(separator: " ")
    }
  }

  @Test(
    "gives a content that is no clause with its whole sentence, in the voice around it",
    arguments: [
      Case(
        drawn:
          "Lind/2/nsubj cited/0/root/VBD remarks/2/obj Holt/6/nsubj had/6/aux/VBD made/3/acl:relcl/VBN ./2/punct",
        cue: "cited", content: "remarks Holt had made", claims: ["Lind cited remarks Holt had made"]
      ),
      Case(
        drawn:
          "Lind/2/nsubj warned/0/root/VBD crews/5/nsubj to/5/mark leave/2/xcomp/VB after/8/mark it/8/nsubj rained/5/advcl/VBD ./2/punct",
        cue: "warned", content: "crews to leave after it rained",
        claims: ["Lind warned crews to leave after it rained"]),
      Case(
        drawn:
          "Lind/2/nsubj announced/0/root/VBD that/6/mark the/5/det crews/6/nsubj slept/2/ccomp/VBD early/6/advmod ./2/punct",
        cue: "announced", content: "the crews slept early",
        claims: ["> the crews slept early"]),
      Case(
        drawn:
          "Lind/2/nsubj offered/0/root/VBD no/4/det proof/2/obj that/7/mark crews/7/nsubj left/4/acl/VBD early/7/advmod ./2/punct",
        cue: "offered no proof", content: "crews left early",
        claims: ["Lind offered no proof that crews left early"]),
      Case(
        drawn:
          "Lind/2/nsubj criticized/0/root/VBD the/4/det plan/2/obj as/7/case a/7/det trick/2/obl during/10/case a/10/det visit/2/obl ./2/punct",
        cue: "criticized", content: "the plan as a trick during a visit",
        claims: ["> the plan … a trick"]),
      Case(
        drawn:
          "Lind/2/nsubj cited/0/root/VBD it/2/obj as/6/case an/6/det example/2/obl of/8/case greed/6/nmod ./2/punct",
        cue: "cited", content: "it as an example of greed",
        claims: ["Lind cited it as an example of greed"]),
      Case(
        drawn:
          "The/2/det plans/3/nsubj work/9/ccomp/VB well/3/advmod here/3/advmod again/3/advmod ,/9/punct Lind/9/nsubj announced/0/root/VBD ./9/punct",
        cue: "announced", content: "The plans work well here again",
        claims: ["> The plans work well here again"]),
    ])
  func claims(test: Case) throws {
    let parse = try DrawnParse(test.drawn)
    let text = parse.text
    func span(_ words: String) throws -> TextSpan {
      let sought = Array(words.utf8)
      let start = try #require(
        text.bytes.indices.first { text.bytes[$0...].starts(with: sought) }, "no '\(words)' in it")
      return TextSpan(start, start + sought.count)
    }
    let attribution = Attribution(
      id: AttributionID(rawValue: 1), parent: nil, mode: .indirect,
      source: Attribution.Source(spans: [try span("Lind")], name: "Lind", type: .unknown),
      cue: [try span(test.cue)], content: [try span(test.content)])
    var document = text.annotated(by: Chunker())
    document.attributions = [attribution]
    let claims = ClaimFinder(grain: .clause).claims(in: document).map { claim in
      (claim.attributions.isEmpty ? "" : "> ")
        + claim.spans.map { text.string(of: $0) }.joined(separator: " … ")
    }
    #expect(claims == test.claims)
  }
}
