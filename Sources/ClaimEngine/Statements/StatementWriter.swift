package import ClaimModel

/// Words claims so that they stand alone, every added or replaced word in square brackets.
///
/// - Pronouns give way to the names they mean: "[China's] rights record deteriorated". Where two
///   readings are open the word stays, and both are listed: "he [Sam Orton / Tom Reed]"; where more are, or the
///   one is a mere guess, it stays alone.
/// - "I" and "my" keep their place, since their verb depends on them: "I [Kong Quan] saw it".
/// - Short names of people give way to the fullest form, with a "Mr." before them; other short forms keep their
///   place, and so do names inside longer names and before the nouns that they describe.
/// - Verbs that hang on a replaced word are written in full: "[Most people] [are] asleep".
/// - What describes somebody without a verb gets one: "Ana Osei [is] the town's mayor".
/// - Relative times are followed by the calendar's: "last year [2003]".
/// - Spans are joined by a space, the first letter is a capital, and a full stop ends it.
package struct StatementWriter: Sendable {
  let index: NameIndex
  private let attributions: [AttributionID: Attribution]
  private let times: [TimeExpression]
  let entities: [String: Int]
  private let joints: StatementJoints

  /// - Parameters:
  ///   - attributions: With the names that `SourceNamer` gave them.
  ///   - times: In reading order.
  package init(index: NameIndex, attributions: [Attribution], times: [TimeExpression]) {
    self.index = index
    self.times = times
    self.attributions = Dictionary(attributions.map { ($0.id, $0) }) { first, _ in first }
    var entities: [String: Int] = [:]
    for entity in index.entities.indices.reversed() { entities[index.name(of: entity)] = entity }
    self.entities = entities
    joints = StatementJoints(index: index)
  }

  /// The statement of a claim; nil where its words stand alone already.
  package func statement(for claim: Claim) -> String? {
    let tokens = index.tokens(in: claim.spans)
    guard !tokens.isEmpty else { return nil }
    let attribution = claim.attributions.last.flatMap { attributions[$0] }
    let speaker = attribution?.source.flatMap { entities[$0.name] }
    var edits: [StatementEdit] = joints.edits(for: claim, tokens)
    /// The names that the statement gives already.
    var given: Set<String> = []
    for token in tokens {
      if let found = pronoun(token, in: tokens, speaker, isReported: attribution != nil) {
        if given.insert(found.name).inserted { edits += found.edits }
      } else if let mention = index.mention(ofToken: token),
        index.mentions[mention].tokens.lowerBound == token,
        given.insert(index.name(of: index.mentions[mention].entity)).inserted
      {
        edits += shortName(index.mentions[mention], in: claim)
      }
    }
    edits += timeEdits(in: claim.spans)
    guard !edits.isEmpty || claim.spans.count > 1 else { return nil }
    return StatementEdit.apply(edits, to: claim.spans, of: index.text.bytes)
  }

  // MARK: Edits

  /// A word in place of another, and the verb that hangs on it in full.
  func instead(_ token: Int, _ words: String) -> [StatementEdit] {
    [.instead(index.text.span(of: token..<token + 1), words)] + verb(after: token)
  }

  /// Words after a word that stays, and the verb that hangs on it in full.
  func kept(_ token: Int, _ words: String) -> [StatementEdit] {
    [.after(index.text.span(of: token..<token + 1), words)] + verb(after: token)
  }

  func verb(after token: Int) -> [StatementEdit] {
    let next = token + 1
    guard next < index.text.tokens.count,
      let verb = Contraction.verb(of: next, in: index.text.tokens)
    else { return [] }
    return [.verb(index.text.span(of: next..<next + 1), verb)]
  }

  static func possessive(_ name: String) -> String { name + (name.hasSuffix("s") ? "'" : "'s") }

  // MARK: Names and times

  private func shortName(_ mention: NameMention, in claim: Claim) -> [StatementEdit] {
    let entity = index.entities[mention.entity]
    guard entity.name.count > mention.tokens.count || entity.titleName != nil,
      !isPartOfPhrase(mention)
    else { return [] }
    var words = mention.tokens
    if words.lowerBound > 0, index.kinds[words.lowerBound - 1].containsAny([.male, .female]),
      index.kinds[words.lowerBound - 1].contains(.title),
      Self.courtesies.contains(index.text.tokens[words.lowerBound - 1].hash)
    {
      words = words.lowerBound - 1..<words.upperBound
    }
    var span = index.text.span(of: words)
    if !claim.spans.contains(where: { $0.contains(span) }) {
      span = index.text.span(of: mention.tokens)
    }
    guard claim.spans.contains(where: { $0.contains(span) }) else { return [] }
    let name = index.name(of: mention.entity)
    switch entity.kind {
    case .person:
      let others = index.namesakes(of: mention)
      guard others.isEmpty else {
        guard others.allSatisfy({ index.entities[$0].name.count > 1 }) else { return [] }
        let listed = ([name] + others.prefix(2).map { index.name(of: $0) })
          .joined(separator: " / ")
        return [.after(index.text.span(of: mention.tokens), listed)]
      }
      return [.instead(span, name)] + verb(after: mention.tokens.upperBound - 1)
    case .organization, .media, .document:
      let isKnown = index.kinds[mention.tokens.lowerBound].containsAny(
        [.country, .seat, .place, .media, .body, .authority])
      guard !isKnown else { return [] }
      return [.after(index.text.span(of: mention.tokens), name)]
        + verb(after: mention.tokens.upperBound - 1)
    case .government, .place, .people, .unknown: return []
    }
  }

  private static let courtesies = WordHash.set("mr. mr mrs. mrs ms. ms miss")

  /// Whether a name is part of something else: "the Adler campaign", "King Perle", "Adler the dealer", and two or
  /// three words in quote marks.
  private func isPartOfPhrase(_ mention: NameMention) -> Bool {
    let tokens = index.text.tokens
    let next = mention.tokens.upperBound
    if mention.tokens.count == 1 {
      let (tree, token) = (index.tree, mention.tokens.lowerBound)
      if tree.relations[token] == .compound || tree.relations[token] == .adjective,
        let head = tree.heads[token], head > token
      {
        return true
      }
    }
    if next < tokens.count, !tokens[next].isPunctuation {
      if tokens[next].word == .the { return true }
      let isTime =
        index.kinds[next].contains(.calendar) || tokens[next].classes.contains(.timeName)
        || tokens[next].classes.contains(.timeNoun)
      switch tokens[next].tag {
      case .nn, .nns, .nnp, .nnps:
        if !isTime, !tokens[next].shape.contains(.clitic) { return true }
      default: break
      }
    } else if next < tokens.count, tokens[next].mark == .slash || tokens[next].mark == .hyphen {
      return true
    }
    if let before = mention.tokens.lowerBound > 0 ? mention.tokens.lowerBound - 1 : nil {
      switch tokens[before].word {
      case .the, .a, .an: if index.entities[mention.entity].kind == .person { return true }
      default: break
      }
      if tokens[before].mark == .slash || tokens[before].mark == .hyphen { return true }
      // "The channel's Perle": a show, or one whom the owner tells of.
      if tokens[before].tag == .pos { return true }
      if tokens[before].shape.contains(.capitalized), tokens[before].tag.isNoun,
        tokens[before].mark == .none,
        !index.kinds[before].containsAny(.role.union([.title, .calendar]))
      {
        return true
      }
    }
    return isMentioned(mention.tokens.lowerBound)
  }

  /// A time with the "'s" after it: "last week's".
  private func withPossessive(_ span: TextSpan) -> TextSpan {
    let next = index.firstToken(from: span.end)
    guard next < index.text.tokens.count, Int(index.text.tokens[next].start) == span.end,
      index.text.tokens[next].shape.contains(.clitic)
    else { return span }
    return TextSpan(span.start, Int(index.text.tokens[next].end))
  }

  private func timeEdits(in spans: [TextSpan]) -> [StatementEdit] {
    var edits: [StatementEdit] = []
    for span in spans {
      let first = times.partitioningIndex(where: { $0.span.start >= span.start })
      for time in times[first...] {
        guard time.span.end <= span.end else { break }
        if let words = TimeWording.addition(to: index.text.bytes[time.span.range], time) {
          edits.append(.after(withPossessive(time.span), words))
        }
      }
    }
    return edits
  }
}
