/// Whose words the tokens of a sentence are: a reported content's, or the journalist's.
struct VoiceSegmentation {
  /// The segments of a sentence that belong to one layer; nil is the journalist's own voice.
  struct Segment {
    let layer: Int?
    var ranges: [Range<Int>]
  }

  private let sentence: Range<Int>
  private let layers: [AttributionLayers.Layer]
  private var owner: [Int?]
  private var cues: Set<Int> = []
  private var sources: Set<Int> = []

  init(sentence: Range<Int>, layers: [AttributionLayers.Layer]) {
    self.sentence = sentence
    self.layers = layers
    owner = Array(repeating: nil, count: sentence.count)
    // Inner layers come after those they lie in, so that the innermost one stays.
    let order = layers.indices.sorted { layers[$0].chain.count < layers[$1].chain.count }
    for index in order where !layers[index].isNounComplement {
      for token in layers[index].content.flatMap({ $0.clamped(to: sentence) }) {
        owner[token - sentence.lowerBound] = index
      }
    }
    for layer in layers where !layer.isNounComplement {
      cues.formUnion(layer.cue.flatMap { $0.clamped(to: sentence) })
      sources.formUnion(layer.source.flatMap { $0.clamped(to: sentence) })
    }
  }

  /// Whether a token is part of a cue or a source of a report that asserts something.
  func isReporting(_ token: Int) -> Bool { cues.contains(token) || sources.contains(token) }

  func isCue(_ token: Int) -> Bool { cues.contains(token) }

  /// In order of their first tokens; the segments of one content stand together, those of the
  /// journalist alone.
  func segments() -> [Segment] {
    var segments: [Segment] = []
    var placeOf: [Int: Int] = [:]
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let layer = owner[start - sentence.lowerBound]
      var end = start + 1
      while end < sentence.upperBound, owner[end - sentence.lowerBound] == layer { end += 1 }
      if let layer, let place = placeOf[layer] {
        segments[place].ranges.append(start..<end)
      } else {
        if let layer { placeOf[layer] = segments.count }
        segments.append(Segment(layer: layer, ranges: [start..<end]))
      }
      start = end
    }
    // "the warning that it rained": the words are part of the sentence around them too.
    for (index, layer) in layers.enumerated() where layer.isNounComplement {
      let ranges = layer.content.map { $0.clamped(to: sentence) }.filter { !$0.isEmpty }
      if !ranges.isEmpty { segments.append(Segment(layer: index, ranges: ranges)) }
    }
    return segments
  }
}
