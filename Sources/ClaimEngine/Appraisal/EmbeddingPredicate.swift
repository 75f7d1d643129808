/// Reads from the words over a clause whether it is held to be so: "there was no evidence that", "it is unclear whether".
struct EmbeddingPredicate {
  typealias Stance = StanceReader.Stance

  /// The words, the one next to the clause last.
  private let tokens: [Token]
  private let linker: Word

  /// - Parameters:
  ///   - tokens: Up to the clause, its "that" or "whether" among them.
  ///   - link: What joins the clause where these words do not end on it.
  init(_ tokens: [Token], link: Word = .unlisted) {
    var tokens = tokens.filter { !$0.mark.isQuote }
    var linker = link
    // "Evidence yet that".
    if let last = tokens.last, [.that, .whether, .if, .how, .why, .of].contains(last.word) {
      linker = last.word
      tokens.removeLast()
    }
    while let last = tokens.last, last.tag == .rb, last.word != .not, last.word != .nt,
      last.word != .never
    {
      tokens.removeLast()
    }
    // "No evidence to suggest that".
    if linker == .that, let verb = tokens.last, verb.tag == .vb, tokens.dropLast().last?.word == .to
    {
      tokens.removeLast(2)
    }
    self.tokens = tokens
    self.linker = linker
  }

  /// What they make of the clause, and the words that say so; nil where they leave it as it is.
  func stance() -> (stance: Stance, words: Range<Int>)? {
    guard let last = tokens.indices.last else { return nil }
    let word = tokens[last]
    let isLacking = isLacking(before: last)
    if linker == .that || linker == .of {
      if Self.grounds.contains(word.hash), isLacking { return (.doubts, from(last)) }
      if word.hash == Self.doubt || word.hash == Self.doubts || word.hash == Self.question {
        return (isLacking ? .asserts : .doubts, from(last))
      }
      if Self.falsehood.contains(word.hash) { return (isLacking ? .asserts : .denies, from(last)) }
      if Self.improbable.contains(word.hash) { return (isLacking ? .hedges : .doubts, from(last)) }
      if Self.probable.contains(word.hash) { return (isLacking ? .doubts : .hedges, from(last)) }
      if Self.known.contains(word.hash), isLacking {
        return (word.hash == Self.true ? .denies : .unclear, from(last))
      }
    }
    if linker == .whether || linker == .if {
      let near = tokens.indices.suffix(5).last { Self.open.contains(tokens[$0].hash) }
      if let near { return (.unclear, near..<tokens.count) }
    }
    return nil
  }

  private func from(_ last: Int) -> Range<Int> {
    let start = (max(0, last - 4)..<last).last { Self.lacking.contains(tokens[$0].hash) } ?? last
    return start..<last + 1
  }

  /// "No evidence", "little doubt", "is not true".
  private func isLacking(before last: Int) -> Bool {
    tokens[max(0, last - 4)..<last].contains { $0.mark == .none && Self.lacking.contains($0.hash) }
  }

  private static let doubt = WordHash("doubt").value
  private static let doubts = WordHash("doubts").value
  private static let question = WordHash("question").value
  private static let `true` = WordHash("true").value
  private static let grounds = WordHash.set(StanceWords.grounds)
  private static let lacking = WordHash.set(StanceWords.lacking)
  private static let falsehood = WordHash.set(StanceWords.falsehood)
  private static let improbable = WordHash.set(StanceWords.improbable)
  private static let probable = WordHash.set(StanceWords.probable)
  private static let known = WordHash.set(StanceWords.known)
  private static let open = WordHash.set(StanceWords.open)
}
