/// What a verdict rests on.
package struct Evidence: Hashable, Codable, Sendable {
  /// Its number within the claim, from 1; never given to another.
  package let id: Int
  /// The address or the file where it was found, as the annotator wrote it.
  package let location: String
  package let quote: String?
  package let relation: Relation
  /// The day it was looked at.
  package let accessed: CalendarDay
  /// `sha256:` and the hash of what was kept of it; nil where nothing was kept.
  package let snapshot: String?

  package init(
    id: Int, location: String, quote: String?, relation: Relation, accessed: CalendarDay,
    snapshot: String? = nil
  ) {
    self.id = id
    self.location = location
    self.quote = quote
    self.relation = relation
    self.accessed = accessed
    self.snapshot = snapshot
  }

  /// What it does to the claim.
  package enum Relation: String, CaseIterable, Codable, Sendable {
    case supports, refutes, qualifies, background
    case discreditsSource = "discredits-source"
  }
}
