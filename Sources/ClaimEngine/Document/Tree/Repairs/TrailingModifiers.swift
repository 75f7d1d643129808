// What follows the last of several predicates belongs to that one.
extension SentenceTree {
  /// "saw him and left because it rained": what tells how and when after the last of several predicates is the last
  /// one's, where a parse may have it the first one's.
  mutating func reattachTrailingModifiers() {
    for first in members where isVerbal(first) {
      guard let last = children(of: first, .conjunct).last(where: isVerbal) else { continue }
      for place in children(of: first) where place > last {
        switch relation(of: place) {
        case .object, .complement, .openComplement, .subject, .conjunct, .punctuation, .parataxis:
          break
        default: reattach(place, to: last, as: relation(of: place))
        }
      }
    }
  }
}
