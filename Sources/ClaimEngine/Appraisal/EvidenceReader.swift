import ClaimModel

/// What the words of one claim show.
struct ClaimEvidence {
  fileprivate(set) var signals: ClaimSignals = []
  /// The first word that gave each signal.
  fileprivate(set) var words: [ClaimSignals: String] = [:]
  /// Whether the speaker's own life is told: "she had not slept".
  fileprivate(set) var isPrivate = false
  /// The word that hedges the main verb.
  fileprivate(set) var hedge: String?
  /// Whether it has a verb with a tense.
  fileprivate(set) var hasVerb = true
  /// Whether the whole claim stands in quote marks.
  fileprivate(set) var isQuoted = false
  /// How many nouns and figures it has.
  fileprivate(set) var nouns = 0

  fileprivate mutating func insert(_ signal: ClaimSignals, _ word: @autoclosure () -> String) {
    if signals.insert(signal).inserted { words[signal] = word() }
  }
}

/// Reads the signals of a claim's words.
struct EvidenceReader: Sendable {
  private let index: NameIndex
  private let stances: StanceReader
  private let times: [Int: TimeExpression]
  private let words = AppraisalLexicon.english
  private let actors: NamedActors

  init(index: NameIndex, stances: StanceReader, times: [TimeExpression]) {
    self.index = index
    self.stances = stances
    self.times = Dictionary(times.map { ($0.id, $0) }) { first, _ in first }
    actors = NamedActors(index: index)
  }

  /// In time linear in the claim's words.
  func evidence(of claim: Claim, in attribution: Attribution?) -> ClaimEvidence {
    var evidence = ClaimEvidence()
    let all = index.tokens(in: claim.spans)
    var tokens = all.filter { !index.text.tokens[$0].mark.isQuote }
    tokens.removeFirst(LeadPhrases.length(tokens.map { index.text.tokens[$0] }))
    let shape = ClaimShape(tokens.map { index.text.tokens[$0] })
    evidence.isQuoted = shape.main.map { index.quoted[tokens[$0]] } ?? false
    let second = claim.spans.count > 1 ? claim.spans[1].start : nil
    let signals = ShapeSignals(
      shape, isQuoted: evidence.isQuoted,
      isNarrated: attribution == nil && !evidence.isQuoted,
      secondPart: second.flatMap { start in
        tokens.firstIndex { Int(index.text.tokens[$0].start) >= start }
      })
    for (signal, place) in signals.found {
      evidence.insert(signal, verbWords(place, shape, tokens))
    }
    readWords(tokens, shape, claim, &evidence)
    readVerbs(shape, tokens, isReported: attribution != nil, &evidence)
    let hedge = HedgeReader(shape: shape, isConceded: isConceded(after: all.last)).place()
    if let hedge {
      evidence.hedge = word(tokens[hedge])
      evidence.insert(.hedge, word(tokens[hedge]))
    }
    if let time = claim.times.compactMap({ times[$0] }).first(where: \.isResolved) {
      let words = index.text.string(of: time.span)
      evidence.insert(.time, words)
      if evidence.signals.contains(.prediction) { evidence.insert(.scheduled, words) }
    }
    readSource(attribution, shape, &evidence)
    if evidence.signals.contains(.silence) {
      evidence.signals.subtract([.past, .negativeAct, .officialAct, .publicSource])
    }
    return evidence
  }

  // MARK: Words

  private func readWords(
    _ tokens: [Int], _ shape: ClaimShape, _ claim: Claim, _ evidence: inout ClaimEvidence
  ) {
    let senses = WordSenses(shape: shape)
    let numbers = NumberReader(shape: shape)
    var names: Set<Int> = []
    var dates = claim.times.compactMap { times[$0] }.filter(\.isResolved).map(\.span).sorted()[...]
    var wordCount = 0
    let isView = shape.head.map { AppraisalLexicon.views.contains(shape.tokens[$0].hash) } ?? false
    for (place, index) in tokens.enumerated() {
      let token = shape.tokens[place]
      if token.mark != .none {
        if token.mark == .question { evidence.insert(.question, "?") }
        if token.mark == .symbol, isMoney(token) {
          evidence.insert(numbers.isAttribute(place) ? .detail : .amount, figure(place, tokens))
        }
        continue
      }
      wordCount += 1
      if token.tag.isNoun || token.tag == .cd { evidence.nouns += 1 }
      readWord(place, index, shape, senses, numbers, tokens, &evidence)
      if token.shape.contains(.number) || token.tag == .cd, !isDate(index, &dates) {
        for signal in numbers.signals(at: place) { evidence.insert(signal, figure(place, tokens)) }
      }
      switch token.word {
      // "I think" is told by its verb.
      case .i, .my,
        .me where !isView:
        evidence.insert(.firstPerson, word(index))
      default: break
      }
      if let entity = actors.entity(ofToken: index), names.insert(entity).inserted {
        evidence.insert(.namedActor, self.index.name(of: entity))
        if names.count > 1 { evidence.insert(.severalActors, self.index.name(of: entity)) }
      }
    }
    if wordCount < 4 { evidence.insert(.short, "\(wordCount)") }
  }

  private func readWord(
    _ place: Int, _ index: Int, _ shape: ClaimShape, _ senses: WordSenses, _ numbers: NumberReader,
    _ tokens: [Int], _ evidence: inout ClaimEvidence
  ) {
    let signals = words.signals(of: shape.tokens[place])
    if signals.isEmpty { return }
    for row in ClaimSignals.weights where signals.contains(row.signal) {
      guard senses.keeps(row.signal, at: place) else { continue }
      if row.signal == .amount {
        if !numbers.isAttribute(place) { evidence.insert(.amount, figure(place, tokens)) }
      } else {
        evidence.insert(row.signal, word(index))
      }
    }
  }

  private func readVerbs(
    _ shape: ClaimShape, _ tokens: [Int], isReported: Bool, _ evidence: inout ClaimEvidence
  ) {
    evidence.hasVerb = shape.tokens.contains { $0.tag.hasTense }
    if !evidence.hasVerb, (shape.main ?? 0) == 0, !evidence.signals.contains(.description),
      !evidence.signals.contains(.judgement)
    {
      evidence.insert(.noVerb, "")
      evidence.words[.noVerb] = nil
    }
    if let head = shape.head, Self.sayings.contains(shape.tokens[head].hash),
      // "Had been told" is what befell somebody.
      !(shape.word(head - 1)?.isBe ?? false)
    {
      evidence.insert(.speech, word(tokens[head]))
    }
    if isReported, evidence.signals.contains(.privateLife) {
      switch shape.tokens.first?.word {
      case .he, .she, .they, .i, .we: evidence.isPrivate = true
      default: break
      }
    }
    if isVague(shape, evidence) {
      evidence.insert(.vague, "")
      evidence.words[.vague] = nil
    }
  }

  /// Verbs that hand on words; "declared an emergency" and "asked for it" are deeds.
  private static let sayings = WordHash.set(AppraisalWords.sayings)

  /// A pronoun of which hardly anything is told that could be looked up.
  private func isVague(_ shape: ClaimShape, _ evidence: ClaimEvidence) -> Bool {
    guard let main = shape.main, evidence.nouns == 0,
      evidence.signals.isDisjoint(with: [
        .namedActor, .number, .amount, .detail, .accusation, .time,
      ])
    else { return false }
    return shape.tokens[..<main].allSatisfy { !$0.tag.isNoun }
  }

  private func readSource(
    _ attribution: Attribution?, _ shape: ClaimShape, _ evidence: inout ClaimEvidence
  ) {
    guard let attribution else { return }
    if let cue = stances.accusation(in: attribution) {
      evidence.insert(.accusation, cue)
      evidence.signals.remove(.noVerb)
    }
    if let cue = stances.wish(in: attribution, hasVerb: evidence.hasVerb, shape) {
      evidence.insert(.wanted, cue)
      evidence.signals.subtract([.noVerb, .prediction, .vague])
    }
    switch attribution.source?.type {
    case .government, .officialRole, .organization, .dataOrStudy, .document:
      evidence.insert(.publicSource, attribution.source?.name ?? "")
    default: break
    }
  }

  /// ", but" behind the claim: "it may be small, but".
  private func isConceded(after last: Int?) -> Bool {
    guard let last else { return false }
    let tokens = index.text.tokens
    var next = last + 1
    while next < tokens.count, tokens[next].mark.isQuote || tokens[next].mark == .comma {
      next += 1
    }
    guard next > last + 1, next < tokens.count else { return false }
    return tokens[next].word == .but || tokens[next].word == .yet
  }

  // MARK: As written

  private func word(_ token: Int) -> String {
    index.text.string(of: index.text.tokens[token])
  }

  /// The word at a place; the whole group of the main verb's head: "has not been charged".
  private func verbWords(_ place: Int, _ shape: ClaimShape, _ tokens: [Int]) -> String {
    guard let main = shape.main, place == shape.head, main < place, place - main < 5 else {
      return word(tokens[place])
    }
    // A clitic stands without a space behind its word.
    return tokens[main...place].reduce(into: "") { written, index in
      let isClitic = self.index.text.tokens[index].shape.contains(.clitic)
      written += (written.isEmpty || isClitic ? "" : " ") + word(index)
    }
  }

  /// A figure with its sign and its power: "$19.3 million", "40 percent".
  private func figure(_ place: Int, _ tokens: [Int]) -> String {
    func isPart(_ place: Int) -> Bool {
      guard tokens.indices.contains(place) else { return false }
      let token = index.text.tokens[tokens[place]]
      return token.tag == .cd || token.shape.contains(.number)
        || token.mark == .symbol && isMoney(token)
        || AppraisalLexicon.amounts.contains(token.hash)
    }
    guard isPart(place) else { return word(tokens[place]) }
    var first = place
    var last = place
    while first > place - 3, isPart(first - 1), tokens[first - 1] + 1 == tokens[first] {
      first -= 1
    }
    while last < place + 3, isPart(last + 1), tokens[last] + 1 == tokens[last + 1] { last += 1 }
    return index.words(tokens[first]..<tokens[last] + 1)
  }

  private func isMoney(_ token: Token) -> Bool {
    let bytes = index.text.bytes(of: token)
    return bytes.first == UInt8(ascii: "$") || bytes.first == UInt8(ascii: "%")
      || bytes.elementsEqual("€".utf8) || bytes.elementsEqual("£".utf8)
  }

  /// A year, a decade, a clock time, a day beside its month, or what else belongs to a time of the claim.
  private func isDate(_ index: Int, _ dates: inout ArraySlice<TextSpan>) -> Bool {
    let tokens = self.index.text.tokens
    let token = tokens[index]
    let bytes = self.index.text.bytes(of: token)
    if token.shape.contains(.number), token.length == 4, !bytes.contains(UInt8(ascii: ",")),
      let first = bytes.first, first == UInt8(ascii: "1") || bytes.starts(with: "20".utf8)
    {
      if bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8) { return true }
      return !(tokens.indices.contains(index + 1) && tokens[index + 1].tag == .nns)
    }
    // "The 1970s", "the 23rd".
    if token.shape.contains(.hasDigit), token.shape.contains(.hasLetter),
      let last = bytes.last, "sthd".utf8.contains(last), !bytes.contains(UInt8(ascii: "-"))
    {
      return true
    }
    if token.word != .unlisted { return true }
    if index > 0, self.index.kinds[index - 1].contains(.calendar) { return true }
    if index + 1 < tokens.count && self.index.kinds[index + 1].contains(.calendar) { return true }
    // The tokens come in reading order, as the dates do.
    while let date = dates.first, date.end <= Int(token.start) { dates = dates.dropFirst() }
    return dates.first.map { $0.start <= Int(token.start) && Int(token.end) <= $0.end } ?? false
  }
}
