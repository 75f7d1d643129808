import ClaimModel
import Encoder

/// Which attributions lie in which, which words each one covers, and which of them assert something.
struct AttributionLayers {
  struct Layer {
    let id: AttributionID
    /// In tokens.
    let content: [Range<Int>]
    let cue: [Range<Int>]
    let source: [Range<Int>]
    /// This one and those it lies in, outermost first.
    let chain: [AttributionID]
    /// "as", "of": words inside the content that only tie its parts.
    let predicativeMarker: PredicativeMarker?
    /// The cue is a noun, so that the content stays part of what is around it.
    let isNounComplement: Bool
  }

  /// The word that ties the parts of "the move as a trick".
  struct PredicativeMarker {
    let place: Int
    /// Where the second part ends, before circumstances of the report: "… as a trick | during a stop in town".
    let end: Int
  }

  /// The asserting layers by sentence.
  private var layersOf: [[Layer]]

  /// - Parameters:
  ///   - text: With attributions and chunks; a tree tells a clause from a noun with a clause.
  ///   - cancellation: Asked before each attribution.
  init<Failure>(
    of text: Document, lexicon: CueLexicon, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) {
    let (attributions, phrases, tree) = (text.attributions, text.chunks, text.tree)
    layersOf = Array(repeating: [], count: text.sentences.count)
    let byID = Dictionary(attributions.map { ($0.id, $0) }) { first, _ in first }
    var asserting: Set<AttributionID> = []
    var open: [(Attribution, Layer)] = []
    let reportsWithCue = Dictionary(
      attributions.compactMap { found in found.cue.first.map { ($0, 1) } }, uniquingKeysWith: +)
    for attribution in attributions {
      try cancellation.check()
      let content = attribution.content.compactMap { text.tokens(under: $0) }
      let cue = attribution.cue.compactMap { text.tokens(under: $0) }
      let source = (attribution.source?.spans ?? []).compactMap { text.tokens(under: $0) }
      let marker = Self.predicativeMarker(of: content, cue: cue, text, tree, lexicon)
      let isDirect = attribution.mode == .direct
      guard isDirect || !Self.isNonFactual(cue, text) else { continue }
      let isOnlyOne = attribution.cue.first.map({ reportsWithCue[$0] == 1 }) ?? false
      let isBefore =
        !isDirect && isOnlyOne && Self.standsBeforeReport(content, source + cue, text)
      guard
        marker != nil || isBefore
          || Self.asserts(content, attribution.mode, text, phrases)
            && (isDirect || Self.isClause(content, source + cue, text, tree))
      else { continue }
      asserting.insert(attribution.id)
      // "the claim that", but not "said in a statement that".
      let isNounComplement =
        cue.last.map { text.tokens[$0.upperBound - 1].tag.isNoun } ?? false
        && !cue.joined().contains { text.tokens[$0].tag.isVerb }
      open.append(
        (
          attribution,
          Layer(
            id: attribution.id, content: content, cue: cue, source: source, chain: [],
            predicativeMarker: marker,
            isNounComplement: isNounComplement)
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
        predicativeMarker: found.predicativeMarker, isNounComplement: found.isNounComplement)
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

  /// "would say", "did not say", "to say", "gave no proof that": nobody has said it.
  private static func isNonFactual(_ cue: [Range<Int>], _ text: Document) -> Bool {
    cue.joined().contains { token in
      switch text.tokens[token].word {
      case .nt, .not, .never, .cannot: true
      case .no: !isDoubted(cue, text)
      case .asked: true
      case .to: token == cue[0].lowerBound
      default: text.tokens[token].tag == .md || text.tokens[token].hash == little
      }
    }
  }

  /// Whether what is denied is doubt: "left no doubt that" asserts.
  private static func isDoubted(_ cue: [Range<Int>], _ text: Document) -> Bool {
    cue.joined().contains { doubts.contains(text.tokens[$0].hash) }
  }

  private static let little = WordHash("little").value
  private static let doubts = WordHash.set("doubt doubts question secret bones mistake")

  /// "The plans help, a spokesman said": what stands before its report and a comma is a clause, whatever its tags say.
  private static func standsBeforeReport(
    _ content: [Range<Int>], _ report: [Range<Int>], _ text: Document
  ) -> Bool {
    guard let start = report.map(\.lowerBound).min(), let first = content.first,
      first.count >= 6, first.upperBound < start,
      text.tokens[first.upperBound..<start].contains(where: { $0.mark == .comma }),
      text.tokens[first].contains(where: { $0.tag.isVerb && $0.tag != .vbg })
    else { return false }
    return text.tokens[first.upperBound..<start].allSatisfy(\.isPunctuation)
      && text.sentences(touching: first).contains {
        text.sentences[$0].tokens.lowerBound == first.lowerBound
      }
  }

  /// Whether a content is a clause or predicate with a tense, by its parse: no noun with a clause ("the claim that
  /// …", "comments he had made"), infinitive or participle; those leave their sentence to the voice around it.
  private static func isClause(
    _ content: [Range<Int>], _ report: [Range<Int>], _ text: Document, _ tree: ParseTree
  ) -> Bool {
    guard let start = report.map(\.lowerBound).min(), let first = content.first
    else { return true }
    // "Say" takes a clause and hardly anything else, whatever the parse makes of it.
    let takesClauses = report.joined().contains {
      CueLexicon.english.entry(text.tokens[$0].hash)?.frames.contains(.bareClause) ?? false
    }
    if takesClauses, first.lowerBound > start { return true }
    let region = SentenceTree(ranges: content, tokens: text.tokens, tree: tree)
    // "State officials to boost …, after": what comes first and is no adverb decides.
    // "The specialists, a trader said, were livid": a subject alone before the report is none.
    let subjects = content.dropLast().filter { $0.upperBound <= start }
      .filter { piece in !text.tokens[piece].contains { $0.tag.isVerb } }
    let root = region.members.first { token in
      guard region.head(of: token) == nil, !text.tokens[token].isPunctuation,
        !subjects.contains(where: { $0.contains(token) })
      else { return false }
      switch tree.relations[token] {
      case .oblique, .adverb, .marker, .coordinator, .caseMark, .punctuation: return false
      case .other: return region.isVerbal(token)
      default: return true
      }
    }
    guard let root, region.isVerbal(root) else { return false }
    return text.tokens[root].tag.hasTense
      || text.tokens[root].tag == .vbn && region.hasSubject(root)
      || region.auxiliaries(of: root).contains { text.tokens[$0].tag.hasTense }
  }

  /// Whether a content holds a clause of its own: a tense with its subject, and no question.
  private static func asserts(
    _ content: [Range<Int>], _ mode: Attribution.Mode, _ text: Document,
    _ phrases: [Chunks]
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

  /// The "as" or "of" in "slammed the move as a trick", "accused Beijing of a trick"; none after "it".
  private static func predicativeMarker(
    of content: [Range<Int>], cue: [Range<Int>], _ text: Document, _ tree: ParseTree,
    _ lexicon: CueLexicon
  ) -> PredicativeMarker? {
    guard let first = content.first, let last = cue.last?.last, content.count == 1,
      first.count >= 3,
      first.lowerBound > last, let entry = lexicon.entry(text.tokens[last].hash)
    else { return nil }
    for place in first.dropFirst().dropLast().prefix(25) {
      switch text.tokens[place].word {
      case .as where entry.frames.contains(.asPredicate):
        guard text.tokens[place + 1].word != .well, text.tokens[place - 1].word != .well,
          ties(place, cue: cue, tree, orItsObject: entry.lemma != cite)
        else { continue }
        if place == first.lowerBound + 1, hidesItsThing(text.tokens[first.lowerBound]) {
          return nil
        }
        return PredicativeMarker(
          place: place, end: predicateEnd(after: place, in: first, text, tree))
      case .of where entry.frames.contains(.accusation) && Self.accuses(text.tokens[last]):
        guard ties(place, cue: cue, tree) else { continue }
        return PredicativeMarker(place: place, end: first.upperBound)
      default: break
      }
    }
    return nil
  }

  private static let cite = WordHash("cite").value

  /// Whether what an "as" or "of" introduces hangs on the cue, or on its object, and not on another noun: "his years
  /// as mayor".
  private static func ties(
    _ place: Int, cue: [Range<Int>], _ tree: ParseTree, orItsObject: Bool = false
  ) -> Bool {
    guard let word = tree.heads[place], let above = tree.heads[word] else { return true }
    func isCue(_ token: Int) -> Bool { cue.contains { $0.contains(token) } }
    return isCue(above) || isCue(word)
      || orItsObject && tree.relations[above] == .object && (tree.heads[above].map(isCue) ?? false)
  }

  /// "It", "himself": words after which nobody could tell what is called something.
  private static func hidesItsThing(_ token: Token) -> Bool {
    switch token.word {
    case .him, .her, .them, .me, .us: false
    default: token.tag == .prp
    }
  }

  /// Where what hangs on the first word after a marker ends.
  private static func predicateEnd(
    after marker: Int, in content: Range<Int>, _ text: Document, _ tree: ParseTree
  ) -> Int {
    guard marker + 1 < content.upperBound else { return content.upperBound }
    let region = SentenceTree(
      ranges: [marker + 1..<content.upperBound], tokens: text.tokens, tree: tree)
    func top(_ token: Int) -> Int {
      var place = token
      while let head = region.head(of: place) { place = head }
      return place
    }
    guard let start = region.members.first(where: { !text.tokens[$0].isPunctuation }) else {
      return content.upperBound
    }
    let root = top(start)
    let end = region.members.first {
      $0 > root && top($0) != root && tree.relations[top($0)] == .oblique
    }
    return end ?? content.upperBound
  }

  /// Only "accuse" and "suspect" take their charge with "of".
  private static func accuses(_ token: Token) -> Bool { token.classes.contains(.accusing) }
}
