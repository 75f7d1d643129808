import ClaimEngine
import ClaimModel
import Testing

@Suite("Repeats")
struct RepeatFinderTests {
  private func claims(_ paragraphs: String...) -> [Claim] {
    FastEngine().analyse(Article(paragraphs: paragraphs.joined(separator: "\n\n"))).claims
  }

  @Test("links a claim to the earliest that says the same, and leaves exact repeats occurrences")
  func link() throws {
    let found = claims(
      "Engineers closed the railway bridge in Varn after finding cracks. The mayor was angry.",
      "The railway bridge in Varn was closed by engineers after cracks were found, the council said.",
      "The mayor was angry.",
      "Engineers did not close the railway bridge in Varn after finding cracks.")
    let first = try #require(found.first)
    #expect(found.map(\.repeats).filter { $0 != nil } == [first.id])
    let linked = try #require(found.first { $0.repeats != nil })
    #expect(linked.attributions.count == 1, "it is the one that the council said")
    #expect(found.filter { !$0.occurrences.isEmpty }.count == 1)
  }

  @Test("compares what a pronoun stands for")
  func pronouns() {
    let found = claims(
      "Ada Lind sold the harbour company to investors in Varn.",
      "Carl Weiss is a banker. He sold the harbour company to investors in Varn.")
    #expect(found.allSatisfy { $0.repeats == nil }, "Lind and Weiss are two")
  }

  @Test("links every claim of many, in time that grows with their number")
  func many() {
    let sentence = { (number: Int) in
      "Engineers closed bridge \(number / 2) in Varn after \(number % 2 == 0 ? "finding old cracks" : "old cracks were found")."
    }
    let found = claims((0..<600).map(sentence).joined(separator: " "))
    #expect(found.count == 600)
    #expect(found.count { $0.repeats != nil } == 300)
  }
}
