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
    for token in tokens {
      if let edit = pronoun(token, in: tokens, setting) {
        edits.append(edit)
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
    setting.speaker = attribution.source.flatMap { entities[$0.name] }
    return setting
  }

  // MARK: Pronouns

  /// How much likelier the first reading must be to be taken alone.
  private static let margin = 0.75
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
      return .after(span, word == .my ? Self.possessive(name) : name)
    case .it where isExpletive(token): return nil
    case .her, .his, .its, .their, .he, .she, .it, .they, .him, .them: break
    default: return nil
    }
    let readings = references.readings(of: token, in: setting)
    guard let best = readings.first else { return nil }
    let inside = readings.first { isInside($0, claim, before: token) }
    if let inside, inside.score > best.score - Self.insideMargin || opens(inside, claim) {
      return nil
    }
    if word == .their || word == .they || word == .them, hasPlural(claim, before: token) {
      return nil
    }
    let isPossessive = isPossessive(token)
    var open = readings.filter { $0.score > best.score - Self.margin }.map(\.words)
    open = open.reduce(into: []) { list, name in if !list.contains(name) { list.append(name) } }
    if isPossessive { open = open.map(Self.possessive) }
    guard open.count > 1 else { return .instead(span, open[0]) }
    return .after(span, open.prefix(3).joined(separator: " / "))
  }

  /// Whether a reading is the claim's own subject.
  private func opens(_ reading: ReferenceFinder.Reading, _ claim: [Int]) -> Bool {
    guard let first = claim.first else { return false }
    return reading.place.lowerBound - first < 3
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
      case .nn, .nns, .nnp, .nnps, .jj, .jjr, .jjs, .vbg, .cd: return true
      default: return false
      }
    default: return false
    }
  }

  static func possessive(_ name: String) -> String { name + (name.hasSuffix("s") ? "'" : "'s") }

  /// "It is clear that", "it seems", "it took": an "it" that means nobody.
  private func isExpletive(_ token: Int) -> Bool {
    let tokens = index.text.tokens
    let end = min(tokens.count, token + 8)
    guard token + 1 < end else { return true }
    if Self.impersonal.contains(tokens[token + 1].hash) { return true }
    var place = token + 1
    var hasBe = false
    while place < end, tokens[place].mark == .none {
      switch tokens[place].word {
      case .is, .was, .be, .been, .apostropheS: hasBe = true
      case .that, .to, .who, .when, .if, .whether, .how, .why, .what, .for: return hasBe
      default: break
      }
      place += 1
    }
    return false
  }

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
          edits.append(.after(time.span, words))
        }
        low += 1
      }
    }
    return edits
  }
}
