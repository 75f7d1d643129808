import ClaimModel

/// What a unit of a sentence asserts, once reports, leads and tails are taken off it.
extension SentenceClaims {
  /// The byte spans of the claims of a unit; none where it asserts nothing.
  func spans(of unit: ClaimUnit, _ words: VoiceSegmentation, isReported: Bool) -> [[TextSpan]] {
    var body: [Range<Int>] = []
    for range in unit.body {
      let range = body.isEmpty ? withoutLead(range) : range
      if let trimmed = reader.trimmed(range) { body.append(trimmed) }
    }
    let verbs = phrases.verbs.filter { verb in
      body.contains { $0.contains(verb.head) }
        && (verb.form == .finite
          || unit.sharesTense && reader.skipAdverbs(body[0].lowerBound) == verb.start)
    }
    if unit.isSecondaryPredication { return aside(unit, body, words) }
    // A noun with a relative clause alone is no assertion.
    func isRelative(_ verb: VerbGroup) -> Bool {
      guard unit.prefix.isEmpty, let pronoun = verb.relativePronoun else { return false }
      return body.contains { $0.contains(pronoun) }
    }
    guard let main = verbs.first(where: { !words.isReporting($0.head) && !isRelative($0) }) else {
      return []
    }
    // A reporting clause that hangs on the claim ends it: "…, saying that", "…, who said that".
    body = body.compactMap { range in
      let report = phrases.verbs.first {
        range.contains($0.head) && words.isReporting($0.head) && $0.head > main.head
      }
      guard let report else { return withoutReport(range, before: main, words) }
      var end = report.start
      if let pronoun = report.relativePronoun, pronoun < end, range.contains(pronoun) {
        end = pronoun
      } else if let subject = report.subject, subject.upperBound <= end,
        range.contains(subject.lowerBound),
        subject.lowerBound > main.head, report.form == .finite, report.sharesSubjectOf == nil
      {
        end = subject.lowerBound
      }
      while end > range.lowerBound, hangs(text.tokens[end - 1]) { end -= 1 }
      // The report's verb can begin before the range: "a discussion, he has | said".
      guard end > range.lowerBound else { return nil }
      return reader.trimmed(range.lowerBound..<end)
    }
    body = withoutTail(body)
    guard !body.isEmpty, (unit.prefix + body).reduce(0, { $0 + $1.count }) >= 2, !isQuestion(body),
      !isCommand(unit, body), isReported || !hangsOnReport(body), !onlyReports(main, body)
    else { return [] }
    let whole = ClaimUnit(prefix: unit.prefix, body: body)
    return whole.ranges.isEmpty ? [] : [placed(whole.ranges)]
  }

  /// A description or participle with what it belongs to, unless it is the report itself: "He left, adding that …".
  private func aside(_ unit: ClaimUnit, _ body: [Range<Int>], _ words: VoiceSegmentation)
    -> [[TextSpan]]
  {
    let ranges = unit.prefix + body
    guard !unit.prefix.isEmpty, !body.isEmpty, ranges.reduce(0, { $0 + $1.count }) > 2,
      !body.joined().contains(where: words.isCue)
    else { return [] }
    return [placed(ranges)]
  }

  func placed(_ ranges: [Range<Int>]) -> [TextSpan] {
    MarkPairs(tokens: text.tokens, sentence: sentence.tokens, quotes: reader.quotes)
      .kept(in: ranges.joined()).map { text.span(of: $0) }.normalized
  }

  /// A claim does not end on "…, to", "… of" or "…, which"; where it ends on "that", it only reports, and nothing is
  /// left.
  private func withoutTail(_ body: [Range<Int>]) -> [Range<Int>] {
    guard let last = body.last?.last else { return body }
    if text.tokens[last].word == .that, text.tokens[last].tag == .in {
      // Alone it was left over by a relative clause that reports: "…, who argued | that".
      return body.count > 1 && body[body.count - 1].count == 1 ? withoutTail(body.dropLast()) : []
    }
    switch text.tokens[last].tag {
    case .to, .wdt, .wp: break
    default: guard text.tokens[last].word == .of else { return body }
    }
    let rest = body[body.count - 1].dropLast()
    return Array(body.dropLast())
      + [reader.trimmed(rest.startIndex..<rest.endIndex)].compactMap { $0 }
  }

  /// Words that make no sense at the end of a claim: "and in which".
  private func hangs(_ token: Token) -> Bool {
    switch token.tag {
    case .cc, .rb, .in, .wdt, .wp, .to, .punctuation: true
    default: false
    }
  }

  /// A stretch without a reporting clause that stands before its own verb: "according to aides, …".
  private func withoutReport(
    _ range: Range<Int>, before main: VerbGroup, _ words: VoiceSegmentation
  )
    -> Range<Int>?
  {
    func cuts(_ token: Int) -> Bool {
      words.isReporting(token) && !(main.subject?.contains(token) ?? false)
    }
    // A source whose cue stands elsewhere is a word of the sentence like any other.
    guard let last = range.last(where: cuts), range.contains(where: words.isCue) else {
      return reader.trimmed(range)
    }
    if last < main.head { return reader.trimmed(last + 1..<range.upperBound) }
    guard let first = range.first(where: { cuts($0) && $0 > main.head }) else {
      return reader.trimmed(range)
    }
    return reader.trimmed(range.lowerBound..<first)
  }

  /// "A study published last week | found": what stands between a source and its cue without a comma.
  func standsInReport(_ body: [Range<Int>]) -> Bool {
    guard let first = body.first?.lowerBound, let last = body.last?.upperBound else { return false }
    return layers.contains { layer in
      guard let source = layer.source.first, let cue = layer.cue.first,
        source.upperBound <= cue.lowerBound
      else {
        return false
      }
      return source.lowerBound <= first
        && (cue.upperBound..<max(cue.upperBound, last)).allSatisfy { text.tokens[$0].word == .that }
        && !text.tokens[source.lowerBound..<cue.lowerBound].contains { $0.mark == .comma }
    }
  }

  /// "He said so": a report without what was said.
  private func onlyReports(_ main: VerbGroup, _ body: [Range<Int>]) -> Bool {
    guard let last = body.last, last.upperBound - main.end < 3,
      reader.lexicon.entry(text.tokens[main.head].hash)?.frames.contains(.bareClause) == true
    else { return false }
    return (main.end..<max(main.end, last.upperBound)).allSatisfy { text.tokens[$0].tag == .rb }
  }

  /// "As the mayor spoke, aides said …": a dependent clause whose own sentence is the report.
  private func hangsOnReport(_ body: [Range<Int>]) -> Bool {
    guard !layers.isEmpty, let first = body.first else { return false }
    let opener = text.tokens[first.lowerBound]
    guard opener.classes.contains(.subordinator), opener.tag == .in || opener.tag == .wrb else {
      return false
    }
    return !text.tokens[first].contains { $0.mark == .comma }
  }

  /// A conjunction, not the first word of "neither … nor" and the like, nor of "Nor was it …".
  private func isConnective(_ token: Int) -> Bool {
    switch text.tokens[token].word {
    case .neither, .either, .both, .not: false
    case .nor: token != sentence.tokens.lowerBound
    default: text.tokens[token].tag == .cc
    }
  }

  /// "Yes," and the "so" before it.
  func isInterjection(_ token: Int) -> Bool {
    guard token + 1 < text.tokens.count else { return false }
    let next = text.tokens[token + 1]
    return text.tokens[token].tag == .uh && next.mark == .comma
      || text.tokens[token].word == .so && next.tag == .uh
  }

  /// A stretch without the conjunction, interjection or complementizer that opens it.
  func withoutLead(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound,
      text.tokens[start].isPunctuation || isConnective(start) || isInterjection(start)
        || text.tokens[start].word == .that && text.tokens[start].tag == .in
    {
      start += 1
    }
    return start..<range.upperBound
  }

  func isQuestion(_ body: [Range<Int>]) -> Bool {
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
  func isCommand(_ unit: ClaimUnit, _ body: [Range<Int>]) -> Bool {
    guard unit.prefix.isEmpty, let first = body.first?.lowerBound,
      let index = phrases.verb(at: first)
    else { return false }
    return phrases.verbs[index].form == .bare
      || phrases.verbs[index].subject == nil
        && text.tokens[first].tag != .vbg
  }
}

extension [Range<Int>] {
  /// In order, those that touch made one.
  fileprivate func joined() -> [Range<Int>] {
    var whole: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = whole.last, range.lowerBound <= last.upperBound {
        whole[whole.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        whole.append(range)
      }
    }
    return whole
  }
}
