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
}
