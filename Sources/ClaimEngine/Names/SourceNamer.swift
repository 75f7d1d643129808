package import ClaimModel

/// Gives all sources of an article their names and types, whichever engine found the attributions.
package struct SourceNamer: Sendable {
  private let index: NameIndex

  package init(index: NameIndex) { self.index = index }

  /// Resolves every source in reading order; "I" and "we" last, by the source of the attribution that
  /// they lie in.
  ///
  /// - Parameter attributions: In any order; the names and types that they have are not looked at.
  package func named(_ attributions: [Attribution]) -> [Attribution] {
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
      guard let spans = attributions[place].source?.spans else { continue }
      if attributions[place].parent != nil, isFirstPerson(spans) {
        own.append(place)
        continue
      }
      let source = known[spans] ?? resolver.resolve(spans)
      known[spans] = source
      named[place] = attributions[place].with(source)
    }
    for place in own {
      guard let spans = attributions[place].source?.spans else { continue }
      let enclosing = attributions[place].parent.flatMap { places[$0] }.flatMap { named[$0].source }
      named[place] = attributions[place].with(resolver.resolve(spans, enclosing: enclosing))
    }
    return named
  }

  private func start(_ attribution: Attribution) -> Int {
    attribution.source?.spans.first?.start ?? 0
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
