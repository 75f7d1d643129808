/// Puts what constructions show in place of what a tagger found of the same reports, where the tagger does not lead.
///
/// A linear tagger knows better than constructions what is a report at all, and they know better where its parts begin and
/// end: "hit back, with ⟦a spokeswoman⟧ ⟨saying⟩ …", "⟦Ina Holt⟧⟨:⟩ …".
struct ConstructionReadings {
  private let constructions: [FoundAttribution]
  /// The constructions by the tokens of their cues, and of their contents.
  private var byCue: [Int: [Int]] = [:]
  private var byContent: [Int: [Int]] = [:]

  init(_ constructions: [FoundAttribution]) {
    self.constructions = constructions
    for (index, construction) in constructions.enumerated() {
      for token in construction.cue.joined() { byCue[token, default: []].append(index) }
      for token in construction.content.joined() { byContent[token, default: []].append(index) }
    }
  }

  /// The tagged attributions, each with the constructions of the same cue in its place; of one without a cue, those of half
  /// of its words.
  ///
  /// - Complexity: O(*n*) in the tokens of both, for nesting of bounded depth.
  func inPlace(of tagged: [FoundAttribution]) -> [FoundAttribution] {
    var isTaken = [Bool](repeating: false, count: constructions.count)
    var readings: [FoundAttribution] = []
    for attribution in tagged {
      let better = self.better(than: attribution)
      if better.isEmpty { readings.append(attribution) }
      for index in better where !isTaken[index] {
        isTaken[index] = true
        readings.append(constructions[index])
      }
    }
    return readings
  }

  private func better(than attribution: FoundAttribution) -> [Int] {
    guard attribution.cue.isEmpty else {
      return Set(attribution.cue.joined().flatMap { byCue[$0] ?? [] }).sorted()
    }
    return Set(attribution.content.joined().flatMap { byContent[$0] ?? [] }).sorted().filter {
      constructions[$0].content.similarity(to: attribution.content) >= 0.5
    }
  }
}
