/// Whom and what the pronouns of a document stand for: one table, which statements and exports read.
struct Coreference: Sendable {
  /// What "he" and "she" may mean, by token.
  var people: [Int: PersonPronouns.Resolution] = [:]
  /// What "it" and "they" mean, by token; where it is not certain, the token is not in it.
  var things: [Int: [ThingPronouns.Reading]] = [:]
  /// The people who say the quoted tokens.
  var speakers: [Int: PersonPronouns.Person] = [:]
}
