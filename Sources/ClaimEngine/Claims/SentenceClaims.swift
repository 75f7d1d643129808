import ClaimModel

/// The claims of one sentence: the reported contents and what the journalist says around them.
struct SentenceClaims {
  struct Found {
    let spans: [TextSpan]
    let attributions: [AttributionID]
  }

  let text: Document
  let sentence: Sentence
  let layers: [AttributionLayers.Layer]
  let reader: SentenceReader
  let cutter: ClauseCutter
  let treeCutter: TreeCutter
  let phrases: Chunks

  func found() -> [Found] {
    let words = VoiceSegmentation(sentence: sentence.tokens, layers: layers)
    var found: [Found] = []
    for segment in words.segments() {
      let layer = segment.layer.map { layers[$0] }
      let attributions = layer?.chain ?? []
      if let marker = layer?.predicativeMarker {
        if let unit = predication(segment.ranges, marker) {
          found.append(
            Found(spans: unit.map { text.span(of: $0) }.normalized, attributions: attributions))
        }
        continue
      }
      let count = found.count
      for var unit in units(of: segment.ranges) {
        if layer == nil, standsInReport(unit.body) { continue }
        if text.takes(.sourceAsSubject), layer == nil, unit.prefix.isEmpty,
          let source = source(before: unit, words)
        {
          unit.prefix = [source]
        }
        for spans in spans(of: unit, words, isReported: layer != nil) {
          found.append(Found(spans: spans, attributions: attributions))
        }
      }
      if text.takes(.wholeContents), let layer, found.count == count,
        let whole = whole(segment.ranges, of: layer)
      {
        found.append(Found(spans: whole, attributions: attributions))
      }
    }
    return found
  }

  /// The source whose predicate goes on after what it said: "The union says it lost money, | and considers a strike".
  private func source(before unit: ClaimUnit, _ words: VoiceSegmentation) -> Range<Int>? {
    guard let link = unit.body.first?.lowerBound, text.tokens[link].tag == .cc,
      let verb = phrases.verb(at: reader.skipAdverbs(link + 1)).map({ phrases.verbs[$0] }),
      verb.form == .finite, !words.isReporting(verb.head)
    else { return nil }
    let layer = layers.last { layer in
      guard let end = layer.content.last?.upperBound, let cue = layer.cue.first,
        let source = layer.source.first, sentence.tokens.contains(source.lowerBound)
      else { return false }
      return source.upperBound <= cue.lowerBound && end <= link
        && text.tokens[end..<link].allSatisfy(\.isPunctuation)
    }
    return layer?.source.first
  }

  /// The units of the stretches of one layer.
  private func units(of ranges: [Range<Int>]) -> [ClaimUnit] {
    treeCutter.units(of: ranges.compactMap(reader.trimmed)).flatMap(cutAgain)
  }

  /// The parts of a unit of the parse that the words alone show to be clauses: "… and that it rained".
  private func cutAgain(_ unit: ClaimUnit) -> [ClaimUnit] {
    guard text.takes(.cutAgain), !unit.isSecondaryPredication, unit.body.count == 1 else {
      return [unit]
    }
    var parts = cutter.units(of: unit.body[0])
    let added = parts.filter { $0.body[0].lowerBound > unit.body[0].lowerBound }
    guard parts.count > 1, !added.contains(where: isForTheParse), added.allSatisfy(hasOwnSubject)
    else { return [unit] }
    parts[0].prefix = unit.prefix + parts[0].prefix
    return parts
  }

  /// A predicate that shares the subject of another is for the parse to cut, not one after "which".
  private func hasOwnSubject(_ unit: ClaimUnit) -> Bool {
    guard let before = unit.prefix.last?.last, let start = unit.body.first?.lowerBound else {
      return true
    }
    if text.tokens[before].word == .that { return true }
    return text.tokens[start - 1].word == .which || text.tokens[start - 1].word == .who
  }

  /// Whether a unit is, by the parse, a relative clause, a condition ("but only if it is given early") or a further item
  /// of a list of nouns or predicates, which the parse is to cut, or not.
  private func isForTheParse(_ unit: ClaimUnit) -> Bool {
    let tree = treeCutter.tree
    guard let range = unit.body.first,
      var place = range.first(where: {
        text.tokens[$0].mark == .none && text.tokens[$0].tag != .cc
      })
    else { return false }
    while let head = tree.heads[place], range.contains(head) { place = head }
    let children = range.filter { tree.heads[$0] == place }
    switch tree.relations[place] {
    case .relativeClause: return true
    case .conjunct:
      return !children.contains { tree.relations[$0] == .subject }
        || children.contains { text.tokens[$0].word == .if || text.tokens[$0].word == .unless }
          && !range.contains { $0 > place && text.tokens[$0].mark == .comma }
    default: return false
    }
  }

  private func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    phrases.verbs.contains { $0.form == .finite && range.contains($0.head) }
  }

  /// A reported clause of which nothing else is left, as it stands; nil where it asks, commands or holds other reports.
  private func whole(_ ranges: [Range<Int>], of layer: AttributionLayers.Layer) -> [TextSpan]? {
    let body = ranges.compactMap(reader.trimmed)
    guard !layer.isNounComplement, let first = body.first?.lowerBound, !isQuestion(body),
      body.reduce(0, { $0 + $1.count }) >= 4
    else { return nil }
    let standsBeforeReport =
      first == sentence.tokens.lowerBound
      && layer.cue.contains { sentence.tokens.contains($0.lowerBound) && $0.lowerBound > first }
    let tag = text.tokens[first].tag
    guard standsBeforeReport || body.contains(where: hasFiniteVerb), tag != .to, tag != .wrb,
      tag == .md || !isCommand(ClaimUnit(prefix: [], body: body), body),
      !layers.contains(where: { other in
        other.id != layer.id
          && other.cue.contains { cue in layer.content.contains { $0.overlaps(cue) } }
      })
    else { return nil }
    return placed(body)
  }

  /// "the move … a trick": the parts of a content without the word that ties them.
  private func predication(
    _ ranges: [Range<Int>], _ marker: AttributionLayers.PredicativeMarker
  ) -> [Range<Int>]? {
    guard let range = ranges.first(where: { $0.contains(marker.place) }),
      let subject = reader.trimmed(range.lowerBound..<marker.place),
      let predicate = reader.trimmed(marker.place + 1..<min(marker.end, range.upperBound))
    else { return nil }
    return [subject, predicate]
  }
}
