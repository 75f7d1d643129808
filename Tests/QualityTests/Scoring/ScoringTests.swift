import ClaimModel
import Testing

/// Cases so small that the figures can be worked out on paper.
@Suite("Scoring")
struct ScoringTests {
  private typealias Claim = Findings.Claim
  private typealias Attribution = Findings.Attribution

  private func tally(_ gold: Findings, _ found: Findings) -> Tally {
    Tally(gold: gold, found: found)
  }

  private func near(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-6 }

  // MARK: Matching

  @Test("takes the likest pair first, or as many pairs as can be")
  func pairs() {
    let likeness = [[0.9, 0.8], [0.7, 0.1]]
    #expect(Matching.greedy(likeness, from: 0.5).map(\.column) == [0])
    let greatest = Matching.greatest(likeness, from: 0.5)
    #expect(greatest.map(\.row) == [0, 1] && greatest.map(\.column) == [1, 0])
    #expect(Matching.greatest(likeness, from: 0.85).count == 1)
    #expect(Matching.greatest([], from: 0.5).isEmpty)
  }

  @Test(
    "finds the greatest total",
    arguments: [
      ([[0.9, 0.8], [0.7, 0.1]], 1.5), ([[0.9, 0.2], [0.7, 0.1]], 1.0), ([[0.5, 0.4, 0.3]], 0.5),
      ([[0.5], [0.6], [0.1]], 0.6), ([], 0), ([[]], 0),
      ([[0.2, 0.9, 0.1], [0.9, 0.8, 0.1], [0.1, 0.7, 0.6]], 2.4),
    ] as [([[Double]], Double)])
  func total(likeness: [[Double]], expected: Double) {
    #expect(near(Matching.greatestTotal(likeness), expected))
  }

  // MARK: Claims

  @Test("counts claims at a half, at four fifths and by likeness")
  func claims() {
    // Likeness 1, then 6 of 10, then nothing.
    let gold = Findings(claims: [
      Claim(words: Set(0..<5)), Claim(words: Set(10..<20)), Claim(words: [30]),
    ])
    let found = Findings(claims: [Claim(words: Set(0..<5)), Claim(words: Set(10..<16))])
    let counted = tally(gold, found)
    #expect(near(Figure.claimsAtHalf.value(in: counted), 100 * 4.0 / 5))
    #expect(near(Figure.claimsAtFourFifths.value(in: counted), 100 * 2.0 / 5))
    #expect(near(Figure.softClaims.value(in: counted), 100 * 2 * 1.6 / 5))
  }

  @Test("neither praises nor blames for an optional claim")
  func optionalClaim() {
    let gold = Findings(claims: [
      Claim(words: [1, 2]), Claim(words: [7, 8, 9], isOptional: true),
    ])
    let with = Findings(claims: [Claim(words: [1, 2]), Claim(words: [7, 8])])
    let without = Findings(claims: [Claim(words: [1, 2])])
    for found in [with, without] {
      #expect(Figure.claimsAtHalf.value(in: tally(gold, found)) == 100)
    }
    let other = Findings(claims: [Claim(words: [1, 2]), Claim(words: [5])])
    #expect(near(Figure.claimsAtHalf.value(in: tally(gold, other)), 200.0 / 3))
  }

  @Test("tells a report that is kept apart from one that leaks into the claim")
  func reports() {
    // Words 0 to 3 report, 4 to 9 are reported.
    let gold = Findings(claims: [Claim(words: Set(4..<10), reporting: Set(0..<4))])
    func counted(_ words: Set<Int>, _ reporting: Set<Int>) -> Tally {
      tally(gold, Findings(claims: [Claim(words: words, reporting: reporting)]))
    }
    let apart = counted(Set(4..<10), Set(0..<2))
    #expect(Figure.keptApart.value(in: apart) == 100 && Figure.leak.value(in: apart) == 0)
    let leaking = counted(Set(0..<10), Set(0..<4))
    #expect(Figure.keptApart.value(in: leaking) == 0 && Figure.leak.value(in: leaking) == 100)
    let lost = counted(Set(4..<10), [])
    #expect(Figure.keptApart.value(in: lost) == 0 && Figure.leak.value(in: lost) == 0)
    let swallowed = counted(Set(4..<10), Set(0..<8))
    #expect(Figure.keptApart.value(in: swallowed) == 0)
    let missed = tally(gold, Findings())
    #expect(Figure.keptApart.value(in: missed) == 0 && Figure.leak.value(in: missed) == 0)
  }

  @Test("counts claims given twice and words from elsewhere")
  func faults() {
    let found = Findings(claims: [
      Claim(words: Set(0..<5), sentence: Set(0..<9)),
      Claim(words: Set(0..<4), sentence: Set(0..<9)),
      Claim(words: [8, 9], sentence: Set(0..<9)),
    ])
    let counted = tally(Findings(), found)
    #expect(near(Figure.doubled.value(in: counted), 200.0 / 3))
    #expect(near(Figure.foreign.value(in: counted), 100.0 / 11))
  }

  @Test("takes any of the right types, and orders high before low")
  func typesAndOrder() {
    let gold = Findings(claims: [
      Claim(words: [1], types: [.event, .quantity], worth: 1),
      Claim(words: [2], types: [.opinion], worth: 0),
      Claim(words: [3], types: [.event], worth: 0.5),
      Claim(words: [4], types: [.event], worth: 0),
    ])
    let found = Findings(claims: [
      Claim(words: [1], types: [.quantity], worth: 0.6),
      Claim(words: [2], types: [.event], worth: 0.6),
      Claim(words: [3], types: [.event], worth: 0.9),
      Claim(words: [4], types: [.event], worth: 0.1),
    ])
    let counted = tally(gold, found)
    #expect(Figure.types.value(in: counted) == 75)
    #expect(Figure.order.value(in: counted) == 75)
  }

  // MARK: Attributions

  @Test("counts contents, and those with their source")
  func attributions() {
    let gold = Findings(attributions: [
      Attribution(source: [1, 2], content: Set(4..<8), names: ["Ada Lind"], kinds: [.namedPerson]),
      Attribution(source: [20], content: Set(22..<26), names: ["port"], kinds: [.organization]),
      Attribution(content: Set(30..<34)),
      Attribution(source: [40], content: [41], names: ["he"], isOptional: true),
    ])
    let found = Findings(attributions: [
      Attribution(source: [2], content: Set(4..<7), names: ["ada Lind"], kinds: [.officialRole]),
      Attribution(source: [21], content: Set(22..<26), names: ["the port"], kinds: [.organization]),
      Attribution(content: Set(30..<34)),
      Attribution(source: [40], content: [41], names: ["he"]),
      Attribution(source: [50], content: [51], names: ["she"]),
    ])
    let counted = tally(gold, found)
    #expect(near(Figure.attributions.value(in: counted), 600.0 / 7))
    #expect(near(Figure.sources.value(in: counted), 400.0 / 7))
    #expect(Figure.names.value(in: counted) == 100)
    #expect(Figure.kinds.value(in: counted) == 50)
  }

  // MARK: Sentences and times

  @Test("counts sentences with both ends right")
  func sentences() {
    let gold = Findings(sentences: [TextSpan(0, 9), TextSpan(10, 20)])
    let found = Findings(sentences: [TextSpan(0, 9), TextSpan(10, 15), TextSpan(15, 20)])
    #expect(Figure.sentences.value(in: tally(gold, found)) == 40)
  }

  @Test("counts times that overlap and have the right days")
  func times() throws {
    let day = try #require(CalendarDay(year: 2026, month: 3, day: 2))
    let monday = Findings.Days(from: day, to: day)
    let since = Findings.Days(from: monday.from)
    let gold = Findings(times: [
      .init(span: TextSpan(0, 6), values: [monday]),
      .init(span: TextSpan(10, 20), values: [since, monday]),
      .init(span: TextSpan(30, 40), values: [], isOptional: true),
    ])
    let found = Findings(times: [
      .init(span: TextSpan(3, 6), values: [since]), .init(span: TextSpan(12, 20), values: [since]),
      .init(span: TextSpan(30, 35), values: [monday]),
    ])
    #expect(Figure.times.value(in: tally(gold, found)) == 50)
  }

  @Test("gives nothing for nothing")
  func nothing() {
    for figure in Figure.allCases { #expect(figure.value(in: Tally()) == 0) }
  }
}
