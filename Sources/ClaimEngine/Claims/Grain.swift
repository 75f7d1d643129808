/// How finely a sentence is cut into claims.
package enum Grain: String, CaseIterable, Hashable, Codable, Sendable {
  /// A claim for each asserted clause and each predicate of a coordination.
  case clause
  /// Also conjoined phrases, participles, appositions and parentheticals.
  case fine
}
