// Contents whole: with the phrase, the subject and the negation that belong to them.
extension ReportCheck {
  /// A piece that ends within a phrase ("…, the researchers found, the | state would gain") up to the end of its clause.
  func wholePhrases(_ piece: Range<Int>, _ attribution: FoundAttribution) -> Range<Int> {
    guard let sentence = text.sentences(touching: piece).last else { return piece }
    let taken = attribution.cue + [attribution.source].compactMap(\.self) + attribution.content
    let limit =
      taken.map(\.lowerBound).filter { $0 >= piece.upperBound }.min()
      ?? text.sentences[sentence].tokens.upperBound
    var end = piece.upperBound
    while end < limit, !text.tokens[end].isPunctuation, let head = tree.heads[end - 1], head >= end,
      isCutOff(end - 1)
    {
      guard head < limit else { return piece }
      end = head + 1
      while end < limit, hangs(end, on: head) { end += 1 }
    }
    while end > piece.upperBound, text.tokens[end - 1].isPunctuation { end -= 1 }
    return piece.lowerBound..<end
  }

  /// Whether a token cannot end a phrase: a determiner or what else only stands before its noun, or a subject.
  private func isCutOff(_ token: Int) -> Bool {
    switch tree.relations[token] {
    case .determiner, .caseMark, .adjective, .compound, .possessive, .number, .subject, .auxiliary,
      .marker:
      true
    default: false
    }
  }

  private func hangs(_ token: Int, on head: Int) -> Bool {
    var place = token
    while let above = tree.heads[place] {
      if above == head { return true }
      place = above
    }
    return false
  }

  /// The contents with the clause that denies them: of "said there was no evidence that it burned" all after "said".
  func withNegation(_ attribution: FoundAttribution) -> [Range<Int>] {
    guard let cue = attribution.cue.last else { return attribution.content }
    return attribution.content.map { piece in
      guard piece.lowerBound > cue.upperBound,
        let root = piece.first(where: { place in
          guard !text.tokens[place].isPunctuation else { return false }
          return tree.heads[place].map { !piece.contains($0) } ?? true
        }),
        let noun = tree.heads[root], noun < piece.lowerBound, noun >= cue.upperBound,
        text.tokens[noun].tag.isNoun, children(of: noun).contains(where: isNegative),
        let verb = tree.heads[noun], verb >= cue.upperBound, verb < piece.lowerBound
      else { return piece }
      var start = verb
      while start > cue.upperBound, !text.tokens[start - 1].isPunctuation,
        text.tokens[start - 1].tag != .cc, text.tokens[start - 1].word != .that
      {
        start -= 1
      }
      return start..<piece.upperBound
    }
  }

  private func isNegative(_ token: Int) -> Bool {
    switch text.tokens[token].word {
    case .no, .not, .nt, .any: true
    default: text.tokens[token].hash == Self.little
    }
  }

  private static let little = WordHash("little").value
}
