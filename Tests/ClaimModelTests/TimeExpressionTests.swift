import ClaimModel
import Foundation
import Testing

@Suite("TimeExpression")
struct TimeExpressionTests {
  @Test(
    "keeps its ends through JSON",
    arguments: [("2004-01-01", "2004-12-31"), ("2004-01-01", nil), (nil, nil)])
  func coding(_ from: String?, _ to: String?) throws {
    let expression = TimeExpression(
      id: 1, span: TextSpan(3, 9), from: from.flatMap { CalendarDay(iso: $0) },
      to: to.flatMap { CalendarDay(iso: $0) })
    let data = try JSONEncoder().encode(expression)
    #expect(try JSONDecoder().decode(TimeExpression.self, from: data) == expression)
    #expect(expression.isResolved == (from != nil))
  }

  @Test("is resolved with one end alone")
  func openPeriods() {
    let day = CalendarDay(year: 2010, month: 1, day: 1)
    #expect(TimeExpression(id: 1, span: TextSpan(0, 1), from: nil, to: day).isResolved)
    #expect(TimeExpression(id: 1, span: TextSpan(0, 1), from: day, to: nil).isResolved)
  }
}
