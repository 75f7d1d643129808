// A noun with "'s" is an owner.
extension SentenceTree {
  /// "EG&G's chairman": a noun with "'s" is the owner of the noun after it and describes nothing.
  mutating func reattachPossessors() {
    for owner in members where relation(of: owner) == .apposition {
      guard let mark = children(of: owner, .caseMark).first(where: { tokens[$0].tag == .pos }),
        let head = head(of: owner),
        let owned = children(of: head).filter({ $0 > mark && tokens[$0].tag.isNoun }).min()
      else { continue }
      reattach(owner, to: owned, as: .possessive)
    }
  }
}
