import ClaimModel
import Testing

@testable import assay_bench

@Suite("Keys")
struct KeysTests {
  @Test("compares claims by the words that they cover")
  func likeness() {
    let words = ArticleWords("It rained, and (then) it poured.")
    let first = words.words(in: [TextSpan(0, 9)])
    #expect(first == [0, 1])
    #expect(words.words(in: [TextSpan(0, 9), TextSpan(22, 31)]) == [0, 1, 4, 5])
    #expect(first.likeness(to: [0, 1]) == 1)
    #expect(first.likeness(to: [1, 2]) == 0.5)
    #expect(Set<Int>().likeness(to: []) == 0)
  }

  @Test("counts keys by what they are for, a claim, and how right suggestions were in each quarter")
  func tally() {
    var tally = KeyTally()
    for isRight in [false, true, true, true] {
      tally.note("stance", isRight: isRight, isOffered: isRight)
      tally.count(.verdict)
      tally.judged += 1
    }
    tally.count(.words, keys: 6)
    #expect(tally.perClaim == 2.5)
    #expect(tally.perClaim(.words) == 1.5)
    #expect(tally.accuracy(of: "stance") == 75)
    #expect(tally.accuracy(of: "stance", offered: true) == 100)
    #expect(tally.accuracy(of: "stance", quarter: 0) == 0)
    #expect(tally.accuracy(of: "stance", quarter: 3) == 100)
  }
}
