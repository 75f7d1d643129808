/// What the lexicon says of a word form, whatever its context.
package struct WordClasses: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Often opens a sentence and is seldom part of a name: "The", "However".
  package static let opener = WordClasses(rawValue: 1 << 0)
  /// A title before a name: "Mr.", "Gen.".
  package static let title = WordClasses(rawValue: 1 << 1)
  /// An abbreviation that may end a sentence: "Inc.", "p.m.", "U.S.".
  package static let finalAbbreviation = WordClasses(rawValue: 1 << 2)
  /// An abbreviation that never ends a sentence: "e.g.", "vs.".
  package static let innerAbbreviation = WordClasses(rawValue: 1 << 3)
  package static let clockAbbreviation = WordClasses(rawValue: 1 << 4)
  /// Speaks after a quote: "said", "asked".
  package static let speechVerb = WordClasses(rawValue: 1 << 5)
  /// A weekday, month or "yesterday": a noun that does not join the one beside it.
  package static let timeName = WordClasses(rawValue: 1 << 6)
  /// A preposition by which one noun phrase completes another.
  package static let nounPreposition = WordClasses(rawValue: 1 << 7)
  /// Opens a clause that depends on another: "because", "when".
  package static let subordinator = WordClasses(rawValue: 1 << 8)
  /// Says that others say so: "reportedly".
  package static let hearsayAdverb = WordClasses(rawValue: 1 << 9)
  /// A noun whose clause somebody asserts: "claim", "allegation".
  package static let reportingNoun = WordClasses(rawValue: 1 << 10)
  /// "week", "month", "morning": the head of a phrase that says when.
  package static let timeNoun = WordClasses(rawValue: 1 << 11)
  /// "poll", "study": a source that finds rather than says.
  package static let survey = WordClasses(rawValue: 1 << 12)
  /// Takes its charge with "of": "accused".
  package static let accusing = WordClasses(rawValue: 1 << 13)
}
