/// A piece of a sentence that asserts one thing.
struct ClaimUnit: Hashable, Sendable {
  /// Words that stand earlier and belong to it: a shared subject, with its auxiliary where it is shared too.
  var prefix: [Range<Int>] = []
  var body: [Range<Int>]

  var ranges: [Range<Int>] { prefix + body }
}
