/// Words of an article that name a time, with the whole days they stand for.
///
/// `from` and `to` are both included. One is nil where the period is open on that side ("since
/// 2002"); both are nil where the expression has no fixed place in time ("for three years", "often",
/// and "yesterday" in an article without a date).
package struct TimeExpression: Hashable, Codable, Sendable {
  /// Counts from 1 in reading order; `t1` in files.
  package let id: Int
  package let span: TextSpan
  package let from: CalendarDay?
  package let to: CalendarDay?

  package init(id: Int, span: TextSpan, from: CalendarDay?, to: CalendarDay?) {
    self.id = id
    self.span = span
    self.from = from
    self.to = to
  }

  /// Whether at least one end of the period is known.
  package var isResolved: Bool { from != nil || to != nil }
}
