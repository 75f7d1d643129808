/// A piece of a sentence that asserts one thing.
struct ClaimUnit: Hashable, Sendable {
  /// Words that stand earlier and belong to it: a shared subject, with its auxiliary where it is shared too.
  var prefix: [Range<Int>] = []
  var body: [Range<Int>]
  /// Its tense stands in the prefix: "The office will | close".
  var sharesTense = false
  /// Something said aside, which needs no tense and may stand in a source: "Osei | the mayor", "the fire | killing two",
  /// "Osei | chairs the council".
  var isSecondaryPredication = false

  var ranges: [Range<Int>] { prefix + body }
}
