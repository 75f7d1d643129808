package import ClaimModel
package import Encoder

/// Gives all sources of an article their names and types, whichever engine found the attributions.
package struct SourceNamer: Sendable {
  private let index: NameIndex

  package init(index: NameIndex) { self.index = index }

  /// Resolves every source in reading order; "I" and "we" last, by the source of the attribution that
  /// they lie in.
  ///
  /// - Parameters:
  ///   - attributions: In any order; the names and types that they have are not looked at.
  ///   - cancellation: Asked before each source.
  package func named<Failure>(
    _ attributions: [Attribution], cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> [Attribution] {
    var named = attributions
    var resolver = SourceResolver(index: index)
    var known: [[TextSpan]: Attribution.Source] = [:]
    var places: [AttributionID: Int] = [:]
    for (place, attribution) in attributions.enumerated() { places[attribution.id] = place }
    let ordered = attributions.indices
      .filter { attributions[$0].source?.spans.isEmpty == false }
      .sorted { start(attributions[$0]) < start(attributions[$1]) }
    var own: [Int] = []
    for place in ordered {
      try cancellation.check()
      guard let spans = attributions[place].source?.spans else { continue }
      if attributions[place].parent != nil, isFirstPerson(spans) {
        own.append(place)
        continue
      }
      var source = known[spans] ?? resolver.resolve(spans)
      if isLabelled(attributions[place]) { source = speaker(source) }
      known[spans] = source
      named[place] = attributions[place].with(source)
    }
    for place in own {
      try cancellation.check()
      guard let spans = attributions[place].source?.spans else { continue }
      let enclosing = attributions[place].parent.flatMap { places[$0] }.flatMap { named[$0].source }
      named[place] = attributions[place].with(resolver.resolve(spans, enclosing: enclosing))
    }
    return named
  }

  private func start(_ attribution: Attribution) -> Int {
    attribution.source?.spans.first?.start ?? 0
  }

  /// Whether a label and a colon say who speaks, as in "FERRAND: Good morning".
  private func isLabelled(_ attribution: Attribution) -> Bool {
    guard attribution.mode == .direct, attribution.cue.count == 1,
      let cue = index.tokens(in: attribution.cue).first
    else { return false }
    return index.text.tokens[cue].mark == .colon
      && attribution.source?.spans.last.map { $0.end <= attribution.cue[0].start } ?? false
  }

  /// A speaker in a transcript is a person; one with a last name alone may stand in the title.
  private func speaker(_ source: Attribution.Source) -> Attribution.Source {
    guard
      let last = index.tokens(in: source.spans).last(where: { index.text.tokens[$0].mark == .none }
      ),
      index.mention(ofToken: last).map({ index.entities[index.mentions[$0].entity].name.count == 1 }
      )
        ?? true
    else { return source }
    if let known = index.text.names.introductions.person(ofLastName: index.text.tokens[last].hash) {
      return Attribution.Source(spans: source.spans, name: known.name, type: known.type)
    }
    guard source.type == .organization || source.type == .unknown,
      !index.kinds[last].containsAny(.anyBody)
    else { return source }
    return Attribution.Source(
      spans: source.spans, name: source.name,
      type: index.kinds[last].containsAny(.role) ? .anonymous : .namedPerson)
  }

  private func isFirstPerson(_ spans: [TextSpan]) -> Bool {
    guard let token = index.tokens(in: spans).first else { return false }
    switch index.text.tokens[token].word {
    case .i, .we, .me, .us, .my, .our: return true
    default: return false
    }
  }
}

extension Attribution {
  fileprivate func with(_ source: Source) -> Attribution {
    Attribution(
      id: id, parent: parent, mode: mode, source: source, cue: cue, content: content)
  }
}
