/// Puts right what the encoder took into a content that lies in several pieces.
struct ContentPieces {
  let text: TokenizedText
  var cue: Range<Int>?
  var pieces: [Range<Int>]

  /// - "was quoted | as saying": words of saying right after the cue belong to it.
  /// - A piece of another sentence that neither begins there nor is quoted is something else ("It was not clear
  ///   | whether …").
  /// - A mere phrase before the cue is no part of the clause after it ("… on human rights despite a warning | that …").
  mutating func tidy() {
    takeWordsOfSaying()
    guard let cue, pieces.count > 1 else { return }
    let sentence = text.sentences(touching: cue).first.map { text.sentences[$0].tokens } ?? cue
    let kept = pieces.filter { piece in
      if isQuoted(piece) { return true }
      if !sentence.contains(piece.lowerBound) {
        return text.sentences(touching: piece).first.map { text.sentences[$0].tokens.lowerBound }
          == piece.lowerBound
      }
      return piece.lowerBound > cue.lowerBound || hasTense(piece)
        || !pieces.contains { $0.lowerBound > cue.lowerBound && hasTense($0) }
    }
    if !kept.isEmpty { pieces = kept }
  }

  private mutating func takeWordsOfSaying() {
    guard let cue, let index = pieces.firstIndex(where: { $0.lowerBound == cue.upperBound }),
      pieces[index].count >= 2, text.tokens[pieces[index].lowerBound].word == .as,
      text.tokens[pieces[index].lowerBound + 1].word == .saying
    else { return }
    let end = cue.upperBound + 2
    self.cue = cue.lowerBound..<end
    pieces[index] = end..<pieces[index].upperBound
    if pieces[index].isEmpty, pieces.count > 1 { pieces.remove(at: index) }
  }

  /// Whether a quote begins with the piece.
  private func isQuoted(_ piece: Range<Int>) -> Bool {
    text.tokens[piece.lowerBound].mark.isQuote
      || piece.lowerBound > 0 && text.tokens[piece.lowerBound - 1].mark.isQuote
  }

  private func hasTense(_ piece: Range<Int>) -> Bool {
    text.tokens[piece].contains { $0.tag.hasTense }
  }
}
