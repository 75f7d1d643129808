import ClaimModel

/// The claims of one sentence: the reported contents and what the journalist says around them.
struct SentenceClaims {
  struct Found {
    let spans: [TextSpan]
    let attributions: [AttributionID]
  }

  let text: TokenizedText
  let sentence: Sentence
  let nesting: Nesting
  let reader: SentenceReader
  let cutter: ClauseCutter
  let phrases: SentencePhrases

  func found() -> [Found] {
    let layers = nesting.layers(touching: sentence.tokens).filter(\.asserts)
    // The innermost layer of each token; nil for the journalist, and for reporting words no layer.
    var owner = [Int?](repeating: nil, count: sentence.tokens.count)
    var isReporting = [Bool](repeating: false, count: sentence.tokens.count)
    for (index, layer) in layers.enumerated().sorted(by: { $0.element.depth < $1.element.depth }) {
      for token in layer.content.flatMap({ $0.clamped(to: sentence.tokens) }) {
        owner[token - sentence.tokens.lowerBound] = index
        isReporting[token - sentence.tokens.lowerBound] = false
      }
    }
    for layer in layers {
      for token in layer.reporting.flatMap({ $0.clamped(to: sentence.tokens) }) {
        isReporting[token - sentence.tokens.lowerBound] = true
      }
    }
    var found: [Found] = []
    var start = sentence.tokens.lowerBound
    while start < sentence.tokens.upperBound {
      let current = owner[start - sentence.tokens.lowerBound]
      var end = start + 1
      while end < sentence.tokens.upperBound, owner[end - sentence.tokens.lowerBound] == current {
        end += 1
      }
      let attributions = current.map { layers[$0].chain } ?? []
      for unit in cutter.units(of: start..<end) {
        if let spans = spans(of: unit, isReporting) {
          found.append(Found(spans: spans, attributions: attributions))
        }
      }
      start = end
    }
    return found
  }

  /// The byte spans of a unit; nil where it asserts nothing.
  private func spans(of unit: ClaimUnit, _ isReporting: [Bool]) -> [TextSpan]? {
    var body: [Range<Int>] = []
    for range in unit.body {
      var range = range
      if body.isEmpty { range = withoutLead(range) }
      if let trimmed = reader.trimmed(range) { body.append(trimmed) }
    }
    let verbs = phrases.verbs.filter { verb in
      verb.form == .finite && body.contains { $0.contains(verb.head) }
    }
    func reports(_ verb: VerbGroup) -> Bool { isReporting[verb.head - sentence.tokens.lowerBound] }
    guard verbs.contains(where: { !reports($0) }) else { return nil }
    // A reporting clause that hangs on the claim ends it: "…, saying that".
    body = body.compactMap { range in
      guard
        let cut = range.first(where: {
          isReporting[$0 - sentence.tokens.lowerBound] && phrases.verb(at: $0) != nil
            && $0 > (verbs.first?.head ?? 0)
        })
      else { return range }
      return reader.trimmed(range.lowerBound..<cut)
    }
    guard !body.isEmpty, body.reduce(0, { $0 + $1.count }) >= 2, !isQuestion(body),
      !isCommand(unit, body)
    else { return nil }
    return (unit.prefix + body).sorted { $0.lowerBound < $1.lowerBound }
      .map { text.span(of: $0) }.normalized
  }

  /// A stretch without the conjunction or complementizer that opens it.
  private func withoutLead(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound,
      text.tokens[start].isPunctuation || text.tokens[start].tag == .cc
        || text.tokens[start].word == .that && text.tokens[start].tag == .in
    {
      start += 1
    }
    return start..<range.upperBound
  }

  private func isQuestion(_ body: [Range<Int>]) -> Bool {
    guard let last = body.last else { return false }
    var place = last.upperBound
    while place < sentence.tokens.upperBound, text.tokens[place].isPunctuation {
      if text.tokens[place].mark == .question { return true }
      if text.tokens[place].mark == .comma { return false }
      place += 1
    }
    return false
  }

  /// Whether it opens with a verb that has no subject, as in "Read the rest here".
  private func isCommand(_ unit: ClaimUnit, _ body: [Range<Int>]) -> Bool {
    guard unit.prefix.isEmpty, let first = body.first?.lowerBound,
      let index = phrases.verb(at: first)
    else { return false }
    return phrases.verbs[index].form == .bare
      || phrases.verbs[index].subject == nil
        && text.tokens[first].tag != .vbg
  }
}
