/// Who says what in words of an encoded text, before names, kinds and modes are known.
struct LinkedAttribution: Equatable, Sendable {
  var source: Range<Int>?
  /// Nil where a content stands alone: no cue is found in its paragraph.
  var cue: Range<Int>?
  /// In reading order; a cue in the middle of what is said parts it in two.
  var content: [Range<Int>]
}
