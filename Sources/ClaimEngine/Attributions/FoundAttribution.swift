/// An attribution in tokens, before it has a number, a parent and a name for its source.
struct FoundAttribution: Hashable, Sendable {
  var source: Range<Int>?
  var cue: [Range<Int>]
  var content: [Range<Int>]
  /// Which construction it was found by.
  var frame: Frame

  enum Frame: String, Hashable, Sendable {
    case quote, postposed, clause, asPredicate, accusation, accordingTo, byline, turn, introduced
    case signed, listed, carriedOver

    /// Whole paragraphs of one speaker, who is named outside them.
    var isWholeSpeech: Bool { self == .introduced || self == .signed }
  }
}
