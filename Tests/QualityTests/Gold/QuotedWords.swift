import ClaimModel

/// Words of a sentence as an annotator quotes them, and where they stand.
///
/// `the captain … had warned` are two spans; `the captain ~ bow door` is one from the first words to the last;
/// `*` is the sentence from its first word to its last; `{2}it` is the second "it" that follows. `<Fenn` stands
/// before the sentence and `>Fenn` after it, at the nearest place.
struct QuotedWords: Sendable {
  let written: String

  enum Failure: Error, Equatable {
    case absent(String)
    case ambiguous(String, count: Int)
  }

  /// The spans of the words in a sentence, in reading order: each is looked for after the one before.
  func spans(in sentence: TextSpan, of text: WordIndex) throws(Failure) -> [TextSpan] {
    if written == "*" {
      guard let whole = text.trimmed(sentence) else { throw .absent(written) }
      return [whole]
    }
    if written.hasPrefix("<") || written.hasPrefix(">") {
      let words = String(written.dropFirst())
      let nearest =
        written.hasPrefix("<")
        ? text.places(of: words, within: TextSpan(0, sentence.start)).last
        : text.places(of: words, within: TextSpan(sentence.end, text.end)).first
      guard let nearest else { throw .absent(written) }
      return [nearest]
    }
    var spans: [TextSpan] = []
    for part in written.split(separator: " … ") {
      let ends = part.split(separator: " ~ ", maxSplits: 1).map(String.init)
      let from = spans.last?.end ?? sentence.start
      let first = try place(of: ends[0], in: TextSpan(from, sentence.end), text)
      guard ends.count == 2 else {
        spans.append(first)
        continue
      }
      let last = try place(of: ends[1], in: TextSpan(first.end, sentence.end), text)
      spans.append(TextSpan(first.start, last.end))
    }
    return spans
  }

  private func place(
    of quoted: String, in stretch: TextSpan, _ text: WordIndex
  ) throws(Failure) -> TextSpan {
    var words = quoted
    var number: Int?
    if quoted.hasPrefix("{"), let close = quoted.firstIndex(of: "}") {
      number = Int(quoted[quoted.index(after: quoted.startIndex)..<close])
      words = String(quoted[quoted.index(after: close)...])
    }
    let places = text.places(of: words, within: stretch)
    if let number {
      guard places.indices.contains(number - 1) else { throw .absent(quoted) }
      return places[number - 1]
    }
    guard let only = places.first else { throw .absent(quoted) }
    if places.count > 1 { throw .ambiguous(quoted, count: places.count) }
    return only
  }
}

extension QuotedWords.Failure: CustomStringConvertible {
  var description: String {
    switch self {
    case .absent(let words): "the sentence does not hold '\(words)' there"
    case .ambiguous(let words, let count):
      "the sentence holds '\(words)' \(count) times there; quote more words or write {1}\(words)"
    }
  }
}
