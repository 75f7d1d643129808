package import ClaimModel

/// The subject that the second part of a cut claim shares with the first: "The council" of "The council
/// bought the pier and sold the ferry".
///
/// Read off the tags alone, for an editor that has no parse at hand.
package struct SharedSubject: Sendable {
  package init() {}

  /// - Parameters:
  ///   - claim: The claim's words in a text, in UTF-8 bytes.
  ///   - cut: Where the second part begins.
  ///   - bytes: The text.
  /// - Returns: What stands before the first part's finite verb, where the second part begins with a verb
  ///   and the first has a subject; nil where there is nothing to share.
  /// - Complexity: O(*n*) in the claim; loads the tagger's weights.
  package func shared(of claim: TextSpan, cutAt cut: Int, in bytes: [UInt8]) -> TextSpan? {
    guard claim.start < cut, cut < claim.end else { return nil }
    var text = TextAnalyser().document(ofBlock: Array(bytes[claim.range]))
    Tagger().tag(&text)
    let second = text.tokens.firstIndex { Int($0.start) + claim.start >= cut && !$0.isPunctuation }
    guard let second, let first = verb(in: text.tokens[..<second]), first > 0,
      let verb = verb(in: text.tokens[second...]),
      // Only adverbs may stand before the second verb: anything else is a subject of its own.
      text.tokens[second..<verb].allSatisfy({ $0.tag == .rb })
    else { return nil }
    let end = text.tokens[..<first].last { !$0.isPunctuation && $0.tag != .rb }?.end
    guard let end, let start = text.tokens.first(where: { !$0.isPunctuation })?.start,
      text.tokens[..<first].contains(where: { $0.tag.isNoun || $0.tag.isName || $0.tag == .prp })
    else { return nil }
    return TextSpan(claim.start + Int(start), claim.start + Int(end))
  }

  /// The first verb with a tense, or a modal.
  private func verb(in tokens: ArraySlice<Token>) -> Int? {
    tokens.firstIndex { $0.tag.hasTense || $0.tag == .md }
  }
}
