/// Who says what in words of an encoded text, before names, kinds and modes are known.
package struct LinkedAttribution: Equatable, Sendable {
  package var source: Range<Int>?
  /// Nil where a content stands alone: no cue is found in its paragraph.
  package var cue: Range<Int>?
  /// In reading order; a cue in the middle of what is said parts it in two.
  package var content: [Range<Int>]
}
