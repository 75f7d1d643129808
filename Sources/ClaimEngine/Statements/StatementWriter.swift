package import ClaimModel

/// Words claims so that they stand alone, every added or replaced word in square brackets.
///
/// - Pronouns give way to the names they mean: "[China's] rights record deteriorated". Where two
///   readings are open the word stays, and both are listed: "they [the ministry / the courts]".
/// - "I" and "my" keep their place, since their verb depends on them: "I [Kong Quan] saw it".
/// - Short names of people give way to the fullest form; other short forms keep their place.
/// - Relative times are followed by the calendar's: "last year [2003]".
/// - Spans are joined by a space, the first letter is a capital, and a full stop ends it.
package struct StatementWriter: Sendable {
  private let index: NameIndex
  private let attributions: [AttributionID: Attribution]
  private let times: [TimeExpression]
  private let entities: [String: Int]
  private let references: ReferenceFinder

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
    var speakers: [PronounResolver.Speaker] = []
    for attribution in attributions {
      guard let source = attribution.source, let entity = entities[source.name],
        let start = source.spans.first?.start
      else { continue }
      let token = index.firstToken(from: start)
      speakers.append(
        PronounResolver.Speaker(
          entity: entity, token: token, sentence: index.sentence(ofToken: token)))
    }
    references = ReferenceFinder(index: index, speakers: speakers.sorted { $0.token < $1.token })
  }

  /// The statement of a claim; nil where its words stand alone already.
  package func statement(for claim: Claim) -> String? {
    let tokens = index.tokens(in: claim.spans)
    guard let first = tokens.first else { return nil }
    let setting = setting(of: claim, at: first)
    var edits: [StatementEdit] = []
    var named: Set<Int> = []
    var replaced: Set<String> = []
    for token in tokens {
      if let edit = pronoun(token, in: tokens, setting) {
        let name = Self.withoutPossessive(edit.addition)
        if replaced.insert(name).inserted { edits.append(edit) }
      } else if let mention = index.mention(ofToken: token),
        index.mentions[mention].tokens.lowerBound == token,
        named.insert(index.mentions[mention].entity).inserted,
        let edit = shortName(index.mentions[mention], in: claim)
      {
        edits.append(edit)
      }
    }
    edits += timeEdits(in: claim.spans)
    guard !edits.isEmpty || claim.spans.count > 1 else { return nil }
    return StatementEdit.apply(edits, to: claim.spans, of: index.text.bytes)
  }

  private func setting(of claim: Claim, at token: Int) -> ReferenceFinder.Setting {
    var setting = ReferenceFinder.Setting()
    guard let id = claim.attributions.last, let attribution = attributions[id] else {
      return setting
    }
    let offset = Int(index.text.tokens[token].start)
    if let content = attribution.content.first(where: { $0.contains(utf8Offset: offset) }) {
      setting.content =
        index.firstToken(from: content.start)..<index.firstToken(from: content.end)
    }
    setting.source = attribution.source
    setting.speaker = attribution.source.flatMap { entities[$0.name] }
    return setting
  }

  // MARK: Pronouns

  /// How much likelier the first reading must be to be taken alone.
  private static let margin = 0.75
  /// The same for a best reading that scores less than `sure`.
  private static let wideMargin = 1.5
  private static let sure = 3.4
  /// How much likelier a reading outside the claim must be than one inside it.
  private static let insideMargin = 1.5

  private func pronoun(
    _ token: Int, in claim: [Int], _ setting: ReferenceFinder.Setting
  ) -> StatementEdit? {
    let word = index.text.tokens[token].word
    let span = index.text.span(of: token..<token + 1)
    switch word {
    case .i, .my, .me:
      guard index.quoted[token] || setting.content != nil, let speaker = setting.speaker,
        index.entities[speaker].kind == .person || index.entities[speaker].kind == .unknown
      else { return nil }
      let name = references.name(of: speaker)
      return .after(withClitic(token), word == .my ? Self.possessive(name) : name)
    case .it where isExpletive(token): return nil
    case .he, .she, .him, .his, .her: if hasPerson(claim, before: token) { return nil }
    case .its, .their, .it, .they, .them: break
    default: return nil
    }
    if let asked = ReferenceFinder.asked(word), subject(of: claim, before: token, fits: asked) {
      return nil
    }
    let readings = references.readings(of: token, in: setting)
    guard let best = readings.first else { return nil }
    let inside = readings.first { isInside($0, claim, before: token) }
    if let inside, inside.score > best.score - Self.insideMargin { return nil }
    if word == .their || word == .they || word == .them, hasPlural(claim, before: token) {
      return nil
    }
    let isPossessive = isPossessive(token)
    let margin = best.score < Self.sure ? Self.wideMargin : Self.margin
    var open = readings.filter { $0.score > best.score - margin }.map(\.words)
    open = open.reduce(into: []) { list, name in if !list.contains(name) { list.append(name) } }
    if isPossessive { open = open.map(Self.possessive) }
    guard open.count > 1 else {
      if stands(best, in: claim) { return nil }
      return .instead(span, open[0])
    }
    return .after(withClitic(token), open.prefix(3).joined(separator: " / "))
  }

  /// Whether the claim begins with a name that a pronoun may mean.
  private func subject(of claim: [Int], before token: Int, fits asked: PronounResolver.Asked)
    -> Bool
  {
    guard let first = claim.first(where: { index.mention(ofToken: $0) != nil }), first < token,
      let start = claim.first, first - start < 3, let mention = index.mention(ofToken: first)
    else { return false }
    let entity = index.mentions[mention].entity
    return PronounResolver(index: index).fits(entity, asked)
  }

  private func isInside(_ reading: ReferenceFinder.Reading, _ claim: [Int], before token: Int)
    -> Bool
  {
    guard reading.place.lowerBound < token else { return false }
    var low = 0
    var high = claim.count
    while low < high {
      let middle = (low + high) / 2
      if claim[middle] < reading.place.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < claim.count && claim[low] == reading.place.lowerBound
  }

  /// Whether several are named before a "they" in the claim itself.
  private func hasPlural(_ claim: [Int], before token: Int) -> Bool {
    claim.prefix { $0 < token }.contains {
      let token = index.text.tokens[$0]
      return token.tag == .nns || token.tag == .nnps || token.word == .and
        || index.kinds[$0].contains(.plural)
    }
  }

  private func isPossessive(_ token: Int) -> Bool {
    switch index.text.tokens[token].word {
    case .his, .its, .their: return true
    case .her:
      guard token + 1 < index.text.tokens.count else { return false }
      switch index.text.tokens[token + 1].tag {
      case .nn, .nns, .nnp, .nnps, .jj, .jjr, .jjs, .vbg: return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether the claim names the one that a reading means.
  private func stands(_ reading: ReferenceFinder.Reading, in claim: [Int]) -> Bool {
    guard let mention = index.mention(ofToken: reading.place.lowerBound) else { return false }
    let entity = index.mentions[mention].entity
    return claim.contains { token in
      index.mention(ofToken: token).map { index.mentions[$0].entity == entity } ?? false
    }
  }

  /// Whether a person without a name stands before a "she" in the claim itself.
  private func hasPerson(_ claim: [Int], before token: Int) -> Bool {
    claim.prefix { $0 < token }.contains {
      index.text.tokens[$0].tag == .nn && index.kinds[$0].containsAny(.role)
        && index.mention(ofToken: $0) == nil
    }
  }

  /// A pronoun with the verb that hangs on it: "I've".
  private func withClitic(_ token: Int) -> TextSpan {
    let next = token + 1
    let hasClitic =
      next < index.text.tokens.count && index.text.tokens[next].shape.contains(.clitic)
    return index.text.span(of: token..<(hasClitic ? next + 1 : next))
  }

  private static func withoutPossessive(_ name: String) -> String {
    name.hasSuffix("'s")
      ? String(name.dropLast(2)) : name.hasSuffix("'") ? String(name.dropLast()) : name
  }

  static func possessive(_ name: String) -> String { name + (name.hasSuffix("s") ? "'" : "'s") }

  /// "It is clear", "it seems": an "it" that means nobody, or what the whole clause before says.
  private func isExpletive(_ token: Int) -> Bool {
    let tokens = index.text.tokens
    guard token + 1 < tokens.count, tokens[token + 1].tag.opensPredicate else { return true }
    if Self.impersonal.contains(tokens[token + 1].hash) { return true }
    var place = token + 1
    while place < min(tokens.count, token + 4), tokens[place].mark == .none {
      switch tokens[place].word {
      case .is, .was, .be, .been, .apostropheS:
        guard place + 1 < tokens.count else { return true }
        return tokens[place + 1].tag != .vbg && tokens[place + 1].hash != Self.able
      default: place += 1
      }
    }
    return false
  }

  private static let able = WordHash("able").value
  private static let impersonal = Set(
    [
      "seems", "seemed", "appears", "appeared", "rained", "rains", "snowed", "turns", "turned",
      "takes",
    ]
    .map { WordHash($0).value })

  // MARK: Names and times

  private func shortName(_ mention: NameMention, in claim: Claim) -> StatementEdit? {
    let entity = index.entities[mention.entity]
    guard entity.name.count > mention.tokens.count else { return nil }
    let span = index.text.span(of: mention.tokens)
    guard claim.spans.contains(where: { $0.contains(span) }) else { return nil }
    let name = index.name(of: mention.entity)
    switch entity.kind {
    case .person:
      let others = index.namesakes(of: mention)
      guard others.isEmpty else {
        return .after(
          span, ([name] + others.prefix(2).map { index.name(of: $0) }).joined(separator: " / "))
      }
      return .instead(span, name)
    case .organization, .government, .media, .document:
      let isKnown = index.kinds[mention.tokens.lowerBound].containsAny(
        [.country, .seat, .media, .body, .authority])
      return isKnown ? nil : .after(span, name)
    case .place, .people, .unknown: return nil
    }
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
      var low = 0
      var high = times.count
      while low < high {
        let middle = (low + high) / 2
        if times[middle].span.start < span.start { low = middle + 1 } else { high = middle }
      }
      while low < times.count, times[low].span.end <= span.end {
        let time = times[low]
        if let words = TimeWording.addition(to: index.text.bytes[time.span.range], time) {
          edits.append(.after(withPossessive(time.span), words))
        }
        low += 1
      }
    }
    return edits
  }
}

extension Tag {
  /// A finite verb, or an adverb before one.
  fileprivate var opensPredicate: Bool {
    switch self {
    case .vbd, .vbz, .vbp, .md, .rb: true
    default: false
    }
  }
}
