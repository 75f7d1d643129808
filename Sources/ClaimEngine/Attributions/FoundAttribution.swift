/// An attribution in tokens, before it has a number, a parent and a name for its source.
struct FoundAttribution: Hashable, Sendable {
  var source: Range<Int>?
  var cue: [Range<Int>]
  var content: [Range<Int>]
  /// Which construction it was found by.
  var frame: Frame

  enum Frame: String, Hashable, Sendable {
    case quote, postposed, clause, question, infinitive, object, asPredicate, accusation
    case preposition, raising, passive, noun, accordingTo, adverb, byline, turn, introduced, signed
    case listed, carriedOver

    /// Whole paragraphs of one speaker, who is named outside them.
    var isWholeSpeech: Bool { self == .introduced || self == .signed }
  }

  /// Whether the content asserts something by itself: a clause or a predication, not a topic.
  var contentIsClause: Bool {
    switch frame {
    case .quote, .postposed, .clause, .accordingTo, .byline, .turn, .introduced, .signed,
      .listed, .carriedOver,
      .asPredicate,
      .accusation,
      .noun, .adverb, .raising:
      true
    case .question, .infinitive, .object, .preposition, .passive: false
    }
  }
}
