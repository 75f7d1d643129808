/// How finely a sentence is cut into claims.
package enum Grain: String, CaseIterable, Hashable, Codable, Sendable {
  /// A claim for each asserted clause and each predicate of a coordination; with a parse also for a description
  /// after a name.
  case clause
  /// Also conjoined phrases, participles, appositions and parentheticals; with a parse also reasons, and times and
  /// places told one by one.
  case fine
}
