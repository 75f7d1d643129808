import ClaimModel

/// Which attributions lie in which, which words each one covers, and which of them assert something.
struct Nesting {
  struct Layer {
    let id: AttributionID
    /// In tokens.
    let content: [Range<Int>]
    let cue: [Range<Int>]
    let source: [Range<Int>]
    /// This one and those it lies in, outermost first.
    let chain: [AttributionID]
    /// "as", "of": words inside the content that only tie its parts.
    let joint: Int?
    /// The cue is a noun, so that the content stays part of what is around it.
    let hangsOnNoun: Bool
  }

  /// The asserting layers by sentence.
  private var layersOf: [[Layer]]

  init(
    attributions: [Attribution], text: TokenizedText, phrases: [SentencePhrases],
    lexicon: CueLexicon
  ) {
    layersOf = Array(repeating: [], count: text.sentences.count)
    let byID = Dictionary(attributions.map { ($0.id, $0) }) { first, _ in first }
    var asserting: Set<AttributionID> = []
    var open: [(Attribution, Layer)] = []
    for attribution in attributions {
      let content = attribution.content.compactMap { text.tokens(under: $0) }
      let cue = attribution.cue.compactMap { text.tokens(under: $0) }
      let source = (attribution.source?.spans ?? []).compactMap { text.tokens(under: $0) }
      let joint = Self.joint(of: content, cue: cue, text, lexicon)
      guard attribution.mode == .direct || !Self.leavesOpen(cue, text),
        joint != nil || Self.asserts(content, attribution.mode, text, phrases)
      else { continue }
      asserting.insert(attribution.id)
      // "the claim that", but not "said in a statement that".
      let hangsOnNoun =
        cue.last.map { text.tokens[$0.upperBound - 1].tag.isNoun } ?? false
        && !cue.joined().contains { text.tokens[$0].tag.isVerb }
      open.append(
        (
          attribution,
          Layer(
            id: attribution.id, content: content, cue: cue, source: source, chain: [], joint: joint,
            hangsOnNoun: hangsOnNoun)
        ))
    }
    for (attribution, found) in open {
      // What was only wanted or asked does not vouch for what lies in it.
      var chain = [attribution.id]
      var parent = attribution.parent
      var steps = 0
      while let id = parent, steps < 8, !chain.contains(id) {
        if asserting.contains(id) { chain.insert(id, at: 0) }
        parent = byID[id]?.parent
        steps += 1
      }
      let layer = Layer(
        id: found.id, content: found.content, cue: found.cue, source: found.source, chain: chain,
        joint: found.joint, hangsOnNoun: found.hangsOnNoun)
      var seen: Set<Int> = []
      for range in layer.content + layer.cue + layer.source {
        for sentence in text.sentences(touching: range) where seen.insert(sentence).inserted {
          layersOf[sentence].append(layer)
        }
      }
    }
  }

  /// The asserting layers whose content, cue or source shares a token with a sentence.
  func layers(touchingSentence index: Int) -> [Layer] { layersOf[index] }

  /// "would say", "did not say", "to say": nobody has said it.
  private static func leavesOpen(_ cue: [Range<Int>], _ text: TokenizedText) -> Bool {
    cue.joined().contains { token in
      switch text.tokens[token].word {
      case .nt, .not, .never, .cannot: true
      case .to: token == cue[0].lowerBound
      default: text.tokens[token].tag == .md
      }
    }
  }

  /// Whether a content holds a clause of its own: a tense with its subject, and no question.
  private static func asserts(
    _ content: [Range<Int>], _ mode: Attribution.Mode, _ text: TokenizedText,
    _ phrases: [SentencePhrases]
  ) -> Bool {
    guard let first = content.first else { return false }
    if mode != .direct {
      switch text.tokens[first.lowerBound].word {
      case .whether, .how, .what, .why, .who, .where, .which: return false
      default: break
      }
      // "urged it to condemn": what is wanted is not asserted.
      if text.tokens[first.lowerBound].tag == .to,
        first.lowerBound == 0
          || text.tokens[first.lowerBound - 1].mark == .none
            && text.tokens[first.lowerBound - 1].word != .that
      {
        return false
      }
    }
    for range in content {
      for index in text.sentences(touching: range) {
        for verb in phrases[index].verbs where verb.form == .finite {
          guard content.contains(where: { $0.contains(verb.head) }) else { continue }
          guard verb.relativePronoun == nil || !contains(content, verb.relativePronoun) else {
            continue
          }
          return true
        }
      }
    }
    return false
  }

  private static func contains(_ content: [Range<Int>], _ token: Int?) -> Bool {
    guard let token else { return false }
    return content.contains { $0.contains(token) }
  }

  /// The place of "as" or "of" in "slammed the move as a trick", "accused Beijing of a trick".
  private static func joint(
    of content: [Range<Int>], cue: [Range<Int>], _ text: TokenizedText, _ lexicon: CueLexicon
  ) -> Int? {
    guard let first = content.first, let last = cue.last?.last, content.count == 1,
      first.count >= 3,
      first.lowerBound > last, let entry = lexicon.entry(text.tokens[last].hash)
    else { return nil }
    for place in first.dropFirst().prefix(25) {
      switch text.tokens[place].word {
      case .as where entry.frames.contains(.asPredicate): return place
      case .of where entry.frames.contains(.accusation) && Self.accuses(text.tokens[last]):
        return place
      default: break
      }
    }
    return nil
  }

  /// Only "accuse" and "suspect" take their charge with "of".
  private static func accuses(_ token: Token) -> Bool { token.classes.contains(.accusing) }
}

extension TokenizedText {
  /// The indices of the sentences that share a token with a range.
  func sentences(touching range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < sentences.count, sentences[end].tokens.lowerBound < range.upperBound { end += 1 }
    return low..<end
  }

  /// The tokens that a span covers wholly or in part; nil where there are none.
  func tokens(under span: TextSpan) -> Range<Int>? {
    func firstToken(endingAfter offset: Int) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(tokens[middle].end) <= offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = firstToken(endingAfter: span.start)
    var last = firstToken(endingAfter: max(span.end - 1, span.start))
    if last < tokens.count, Int(tokens[last].start) < span.end { last += 1 }
    return first < last ? first..<last : nil
  }
}
