import Encoder

/// What the rules know better than the encoder: where quotes begin and end, and who goes on speaking in them.
struct RulesSupplement {
  let text: Document
  /// The attributions that the rules found in the same text.
  let rules: [FoundAttribution]

  /// Completes what the encoder found.
  ///
  /// - A content that stands alone takes source and cue of the rules' attribution with about the same content.
  /// - "He said that …" is added where the encoder found nothing in any of its words.
  /// - "…, a court was told" is taken from the rules.
  /// - The turns of a transcript take the place of what was found of them.
  /// - Quotes and "according to" are added where the encoder found nothing, and where they lie with their
  ///   cue inside a content that it found.
  ///
  /// - Parameter cancellation: Asked before each attribution.
  /// - Complexity: O(*nm*) in the attributions of the encoder and of the rules.
  func completed<Failure>(
    _ encoded: [FoundAttribution], cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> [FoundAttribution] {
    let turns = rules.filter { $0.frame == .turn && text.takes(.turnsFirst) }
    let speeches = rules.filter { $0.frame.isWholeSpeech && text.takes(.speechesFirst) }
    let known =
      !text.takes(.knownFirst)
      ? [] : rules.filter { $0.frame == .listed || isQuotedAsSaying($0) || isHearing($0) }
    var completed = turns + speeches + known
    for attribution in encoded
    where !turns.contains(where: { $0.replaces(attribution, in: text) })
      && !speeches.contains(where: { $0.speaks(attribution, in: text) })
      && !known.contains(where: {
        $0.cue.shared(with: attribution.cue) > 0
          || attribution.cue.isEmpty && $0.content.shared(with: attribution.content) > 0
      })
    {
      try cancellation.check()
      if text.takes(.outerLevels), let outer = outerLevel(of: attribution) {
        completed.append(outer)
        completed += innerLevels(of: outer, encoded)
      } else if text.takes(.secondReports), let second = secondReport(in: attribution, encoded) {
        completed += [second.first, second.second]
      } else {
        completed.append(text.takes(.speakersByRules) ? withSpeaker(attribution) : attribution)
      }
    }
    var added: [FoundAttribution] = []
    for rule in rules {
      try cancellation.check()
      if isNew(rule, beside: completed) { added.append(rule) }
    }
    return (completed + added).sorted { $0.start < $1.start }
  }

  /// Whether an attribution of the rules is sure, and nothing that was found takes its words.
  private func isNew(_ rule: FoundAttribution, beside completed: [FoundAttribution]) -> Bool {
    (rule.frame.isSureOfItsContent && text.takes(.sureRules)
      || text.takes(.plainSayings) && isPlainSaying(rule, missedBy: completed))
      && completed.allSatisfy {
        $0.content.shared(with: rule.content) == 0 || $0.encloses(rule)
          || rule.frame == .carriedOver && rule.encloses($0)
          || rule.frame == .accordingTo && !text.taggerLeads && rule.encloses($0)
      }
      && !completed.contains {
        $0.cue.shared(with: rule.cue) > 0
          && ($0.content.shared(with: rule.content) > 0 || !hasTense(rule))
      }
  }

  /// The rules' reading of an "according to" around a report with a cue of its own, of which the encoder
  /// sees one level only.
  private func outerLevel(of attribution: FoundAttribution) -> FoundAttribution? {
    let outer = rules.first {
      $0.frame == .accordingTo && $0.cue.shared(with: attribution.cue) > 0
    }
    guard let outer, rules.contains(where: { $0.cue != outer.cue && outer.encloses($0) }) else {
      return nil
    }
    return outer
  }

  /// Whether a content says something; "on this week's “Harbour Hour,” she said that …" does not say the first words.
  private func hasTense(_ rule: FoundAttribution) -> Bool {
    rule.content.joined().contains { text.tokens[$0].tag.hasTense }
  }

  private func isPlainSaying(_ rule: FoundAttribution, missedBy found: [FoundAttribution]) -> Bool {
    guard rule.frame == .clause, rule.source != nil, let cue = rule.cue.last?.last else {
      return false
    }
    switch text.tokens[cue].word {
    case .said, .says, .told: break
    default: return false
    }
    return !found.contains { other in
      let taken = other.cue + other.content + (other.source.map { [$0] } ?? [])
      return taken.shared(with: rule.cue) > 0 || taken.shared(with: rule.content) > 0
    }
  }

  /// The clauses that such an "according to" tells of, with cues of which the encoder made nothing.
  private func innerLevels(
    of outer: FoundAttribution, _ encoded: [FoundAttribution]
  ) -> [FoundAttribution] {
    rules.filter { rule in
      rule.frame == .clause && rule.cue != outer.cue && outer.encloses(rule)
        && rule.source.map { text.tokens[$0.upperBound - 1].tag.isNoun } ?? false
        && rule.cue.joined().contains { text.tokens[$0].classes.contains(.speechVerb) }
        && !encoded.contains { $0.cue.shared(with: rule.cue) > 0 }
    }
  }

  /// "Was quoted by the state radio as saying", of which the encoder may take the wrong one for the source.
  private func isQuotedAsSaying(_ rule: FoundAttribution) -> Bool {
    guard let cue = rule.cue.first else { return false }
    return cue.contains { text.tokens[$0].word == .quoted }
      && text.tokens[cue.upperBound - 1].word == .saying
  }

  /// "The ferry sank, an inquiry was told": what was told stands before those who heard it.
  private func isHearing(_ rule: FoundAttribution) -> Bool {
    guard rule.frame == .postposed, rule.source == nil, let cue = rule.cue.first,
      let content = rule.content.first, rule.content.count == 1
    else { return false }
    return text.tokens[cue.upperBound - 1].word == .told && content.upperBound <= cue.lowerBound
  }

  /// "Said the door was sound and accused the crew of negligence": a content that runs on over another
  /// report of the same source is parted before it.
  private func secondReport(
    in attribution: FoundAttribution, _ encoded: [FoundAttribution]
  ) -> (first: FoundAttribution, second: FoundAttribution)? {
    guard attribution.content.count == 1, let content = attribution.content.first,
      let source = attribution.source
    else { return nil }
    for rule in rules {
      guard let cue = rule.cue.first,
        rule.content.first.map({ text.tokens[$0.lowerBound].tag != .wrb }) ?? false,
        content.lowerBound < cue.lowerBound, cue.upperBound < content.upperBound,
        rule.source.map({ $0.overlaps(source) }) ?? false,
        !encoded.contains(where: { $0.cue.shared(with: rule.cue) > 0 })
      else { continue }
      var end = cue.lowerBound - 1
      while end > content.lowerBound, text.tokens[end].tag == .rb { end -= 1 }
      guard text.tokens[end].tag == .cc, end > content.lowerBound + 1 else { continue }
      while end > content.lowerBound + 1, text.tokens[end - 1].isPunctuation { end -= 1 }
      var first = attribution
      first.content = [content.lowerBound..<end]
      return (first, rule)
    }
    return nil
  }

  private func withSpeaker(_ attribution: FoundAttribution) -> FoundAttribution {
    guard attribution.source == nil, attribution.cue.isEmpty,
      let rule = rules.first(where: { rule in
        rule.content.similarity(to: attribution.content) >= 0.5
          || rule.content.contains { [$0].similarity(to: attribution.content) >= 0.5 }
      })
    else { return attribution }
    var completed = attribution
    completed.source = rule.source
    completed.cue = rule.cue
    completed.frame = rule.frame
    return completed
  }
}

extension FoundAttribution {
  /// Whether another attribution lies in this one's content, its cue included.
  fileprivate func encloses(_ other: FoundAttribution) -> Bool {
    !other.cue.isEmpty
      && (other.cue + other.content).allSatisfy { inner in
        content.contains { $0.lowerBound <= inner.lowerBound && inner.upperBound <= $0.upperBound }
      }
  }

  /// Whether an attribution that begins in this turn of a transcript is the turn itself, words of it
  /// without a source, or the speaker's own "I think".
  fileprivate func replaces(_ other: FoundAttribution, in text: Document) -> Bool {
    guard let label = source, let end = content.last?.upperBound,
      label.lowerBound <= other.start, other.start < end
    else { return false }
    guard !other.cue.isEmpty, encloses(other), let source = other.source else { return true }
    return text.isFirstPerson(source) || source.lowerBound < label.upperBound
      || source.upperBound > end
  }

  fileprivate var start: Int {
    let places = content.map(\.lowerBound) + cue.map(\.lowerBound)
    return places.min() ?? 0
  }
}

extension FoundAttribution.Frame {
  /// Whether quote marks or fixed words bound the content, so that little can go wrong.
  fileprivate var isSureOfItsContent: Bool {
    switch self {
    case .quote, .postposed, .carriedOver, .accordingTo, .byline, .listed: true
    default: false
    }
  }
}

extension [Range<Int>] {
  /// How many tokens both have; ranges of one list do not overlap.
  fileprivate func shared(with other: [Range<Int>]) -> Int {
    reduce(0) { sum, range in sum + other.reduce(0) { $0 + range.clamped(to: $1).count } }
  }

  /// Shared tokens through tokens of either (Jaccard).
  func similarity(to other: [Range<Int>]) -> Double {
    let shared = shared(with: other)
    let all = reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count } - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
