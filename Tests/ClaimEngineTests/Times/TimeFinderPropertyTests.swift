import ClaimEngine
import ClaimModel
import TestSupport
import Testing

@Suite("TimeFinder on any text")
struct TimeFinderPropertyTests {
  static let pieces = [
    "the", "a", "of", "in", "on", "from", "to", "between", "and", "since", "before", "after",
    "last",
    "next", "this", "past", "Monday", "Friday", "May", "March", "Jan.", "2004", "1999", "23", "5th",
    "1990s", "'90s", "-", "–", "/", ".", ",", ":", "week", "years", "year", "ago", "earlier",
    "three",
    "twenty", "first", "second", "quarter", "half", "Christmas", "New Year's", "Day", "early",
    "end",
    "beginning", "rest", "p.m.", "5", "11/30", "2003-02-30", "will", "was", "said", "be", "é", "😀",
    "\n\n", "0", "999999999999999999999", "Q", "3", "couple", "hundred", "thousand", "day",
    "fiscal",
    "century", "every", "now", "within", "Feb 30", "9999", "years", "999",
  ]

  @Test(
    "keeps spans in order, in bounds and on whole characters", arguments: 0..<200 as Range<UInt64>)
  func order(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func next() -> Int { Int.random(in: 0..<1_000_000, using: &generator) }
    let words = (0..<80).map { _ in Self.pieces[next() % Self.pieces.count] }
    let text = words.reduce(into: "") { $0 += (next() % 6 == 0 ? "" : " ") + $1 }
    let bytes = Array(text.utf8)
    let day = CalendarDay(daysSinceEpoch: next() % 40_000 - 10_000)
    let found = TimeFinder().expressions(
      in: text, within: [TextSpan(0, bytes.count)], reference: day)
    var end = 0
    for (index, expression) in found.enumerated() {
      #expect(expression.id == index + 1)
      #expect(expression.span.start >= end && expression.span.end <= bytes.count)
      #expect(!expression.span.isEmpty)
      #expect(String(validating: bytes[expression.span.range], as: UTF8.self) != nil)
      if let from = expression.from, let to = expression.to { #expect(from <= to) }
      end = expression.span.end
    }
  }

  @Test("looks only inside the spans that it is given")
  func spans() throws {
    let text = "In 1999 it rained. In 2001 it snowed. In 2002 the sun shone."
    let found = TimeFinder().expressions(
      in: text, within: [TextSpan(0, 18), TextSpan(38, text.utf8.count)], reference: nil)
    #expect(found.map { $0.from?.year } == [1999, 2002])
    #expect(TimeFinder().expressions(in: text, within: [], reference: nil).isEmpty)
    #expect(TimeFinder().expressions(in: "", within: [TextSpan(0, 0)], reference: nil).isEmpty)
  }

  @Test("reads a megabyte of one hostile token after another")
  func hostile() {
    for piece in [
      "1", "a ", "from ", "the ", "1999-", "twenty ", "May ", "\u{2019}", "in the end of ",
    ] {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      let found = TimeFinder().expressions(
        in: text, within: [TextSpan(0, text.utf8.count)], reference: nil)
      #expect(found.count <= text.utf8.count)
    }
  }
}
