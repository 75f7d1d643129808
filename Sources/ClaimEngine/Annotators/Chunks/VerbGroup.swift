/// A verb with its auxiliaries and the adverbs among them: "cannot but immediately halt".
package struct VerbGroup: Hashable, Sendable {
  package enum Form: Hashable, Sendable {
    /// Has tense: "said", "has said", "would seek".
    case finite
    /// "to seek".
    case infinitive
    /// "seeking".
    case gerund
    /// "condemned" without an auxiliary.
    case participle
    /// "seek" without "to".
    case bare
  }

  package let tokens: Range<Int>
  /// The last verb, which carries the meaning.
  package let head: Int
  package internal(set) var form: Form
  package let isPassive: Bool
  /// The noun phrase that is its subject, with what belongs to it.
  package internal(set) var subject: Range<Int>?
  /// What stands between the subject and the verb in commas: "Kong, *a spokesman*, said".
  package internal(set) var apposition: Range<Int>?
  /// The verb group earlier in the sentence whose subject it shares: "He came and *said* …".
  package internal(set) var sharesSubjectOf: Int?
  /// The relative pronoun right before it: "who said".
  package internal(set) var relativePronoun: Int?

  package var start: Int { tokens.lowerBound }
  package var end: Int { tokens.upperBound }
}
