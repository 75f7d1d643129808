/// Finds the turns of a transcript: "FERRAND: Good morning. Yes, it is safe."
///
/// A text is one where two speakers or more have labels and at least one of them speaks twice.
struct TranscriptReader {
  let text: Document

  /// A speaker's label and all that is said up to the next one.
  struct Turn: Hashable, Sendable {
    /// The speaker's name, without what stands in brackets after it.
    let speaker: Range<Int>
    let colon: Int
    /// The words of the turn, from the colon on.
    let content: Range<Int>
  }

  /// The turns in reading order; empty where the text is no transcript.
  ///
  /// - Complexity: O(*n*) in the tokens.
  func turns() -> [Turn] {
    var labels = self.labels()
    let counts = Dictionary(labels.map { ($0.key, 1) }, uniquingKeysWith: +)
    labels.removeAll { !$0.isSure && counts[$0.key] == 1 }
    guard counts.values.contains(where: { $0 > 1 }), Set(labels.map(\.key)).count > 1 else {
      return []
    }
    let unlabelledBelong = labels.count * 2 >= paragraphs(of: labels)
    return labels.enumerated().map { number, label in
      let paragraph = text.sentences[label.sentence].paragraph
      var last = label.sentence
      while last + 1 < text.sentences.count,
        text.sentences[last + 1].paragraph == paragraph
          || unlabelledBelong && number + 1 < labels.count,
        number + 1 == labels.count || last + 1 < labels[number + 1].sentence
      {
        last += 1
      }
      return Turn(
        speaker: label.words, colon: label.colon,
        content: label.colon + 1..<text.sentences[last].tokens.upperBound)
    }
  }

  /// How many paragraphs there are from the first label to the last.
  private func paragraphs(of labels: [Label]) -> Int {
    guard let first = labels.first, let last = labels.last else { return 0 }
    let (start, end) = (
      text.sentences[first.sentence].paragraph, text.sentences[last.sentence].paragraph
    )
    return end - start + 1
  }

  // MARK: Labels

  private struct Label {
    let words: Range<Int>
    let colon: Int
    let sentence: Int
    /// The same for every label of a speaker.
    let key: UInt64
    /// In capitals, or of several words: a name even where it stands once.
    let isSure: Bool
  }

  private func labels() -> [Label] {
    text.sentences.indices.compactMap { label(at: $0) }
  }

  private func label(at sentence: Int) -> Label? {
    let tokens = text.tokens
    let range = text.sentences[sentence].tokens
    var first = range.lowerBound
    guard first < range.upperBound,
      !tokens[first].shape.isDisjoint(with: [.paragraphBefore, .lineBefore])
    else { return nil }
    // Each turn of a transcript that is quoted opens with a mark.
    if tokens[first].mark.isQuote { first += 1 }
    var end = first
    while end < range.upperBound, end - first < 5, isNameWord(tokens[end]) { end += 1 }
    guard end > first else { return nil }
    var colon = end
    if colon < range.upperBound, tokens[colon].mark == .openBracket {
      while colon < range.upperBound, colon - end < 8, tokens[colon].mark != .closeBracket {
        colon += 1
      }
      colon += 1
    }
    guard colon < range.upperBound, tokens[colon].mark == .colon, colon + 1 < tokens.count,
      tokens[colon + 1].shape.contains(.spaceBefore), !isField(first..<end)
    else { return nil }
    let isCapital = (first..<end).allSatisfy {
      tokens[$0].shape.contains(.allCapitals) || tokens[$0].length == 1
    }
    let key = (first..<end).reduce(7) { ($0 as UInt64) &* 0x100_0000_01b3 ^ tokens[$1].hash }
    return Label(
      words: first..<end, colon: colon, sentence: sentence, key: key,
      isSure: isCapital || end - first > 1)
  }

  private func isNameWord(_ token: Token) -> Bool {
    token.mark == .none && token.shape.contains(.capitalized) && token.shape.contains(.hasLetter)
      && !token.shape.contains(.address)
  }

  /// "Price:", "VERDICT:", "Monday:": what the words after the colon are, not who says them.
  private func isField(_ label: Range<Int>) -> Bool {
    label.contains {
      Self.fields.contains(text.tokens[$0].hash)
        || NounLexicon.english.kinds(of: text.tokens[$0])
          .containsAny([.calendar, .document, .study, .post])
          && !NounLexicon.english.kinds(of: text.tokens[$0]).contains(.givenName)
    }
  }

  private static let fields = WordHash.set(
    "claim fact facts verdict rating myth reality truth conclusion background context price prices "
      + "address phone telephone tel email fax web website note notes update updated source sources time "
      + "times date dates location place venue contact summary answer question tip step stage score "
      + "result results ingredients warning photo picture image caption credit published edited tickets "
      + "age name job cost read watch listen related see more new breaking live exclusive correction "
      + "what why how where when who pros cons best worst day week round weight size height status")
}
