/// Joins sources, cues and contents that were found one by one into attributions.
///
/// A content goes to the nearest cue of its sentence, else to the last cue of its paragraph before it, else to the
/// paragraph's last one, else it stands alone. A cue's source is the nearest of its sentence; the nearest of the
/// cues that share a source owns it. A source that no cue took goes to the nearest cue of its sentence that owns none,
/// or of its paragraph that has none. A cue that shares a source keeps it only where the source comes first ("he
/// said … and warned"). Training/decode.py states the same rules; on gold spans they find 98 % of the attributions.
struct AttributionLinker {
  /// What each other cue between two spans adds to their distance in words.
  private static let cueBetween = 8
  /// What it adds when the source stands after its cue.
  private static let sourceAfter = 2
  /// How many cues on either side a source looks at that no cue of its sentence took.
  private static let cuesNearby = 100

  /// The sentence and the paragraph of each word, in rising numbers.
  private let sentence: [Int]
  private let paragraph: [Int]
  private let sources: [Range<Int>]
  private let cues: [Range<Int>]
  private let contents: [Range<Int>]

  /// - Parameters:
  ///   - sources, cues, contents: Ranges of words that are not empty, each in reading order.
  ///   - sentence, paragraph: The number of each word's.
  init(
    sources: [Range<Int>], cues: [Range<Int>], contents: [Range<Int>],
    sentence: [Int], paragraph: [Int]
  ) {
    self.sources = sources
    self.cues = cues
    self.contents = contents
    self.sentence = sentence
    self.paragraph = paragraph
  }

  /// The attributions that have a content: those with a cue in the order of their cues, then contents that stand alone.
  ///
  /// - Complexity: Each span looks only at the spans of its own sentences and at some hundred cues of its paragraph.
  func linked() -> [LinkedAttribution] {
    var withCue = cues.map { LinkedAttribution(source: nil, cue: $0, content: []) }
    var alone: [LinkedAttribution] = []
    for content in contents {
      if let cue = cue(of: content) {
        withCue[cue].content.append(content)
      } else {
        alone.append(LinkedAttribution(source: nil, cue: nil, content: [content]))
      }
    }
    for (cue, source) in chosenSources().enumerated() {
      withCue[cue].source = source.map { sources[$0] }
    }
    return withCue.filter { !$0.content.isEmpty } + alone
  }

  // MARK: - Contents

  private func cue(of content: Range<Int>) -> Int? {
    let last = content.upperBound - 1
    let sentences = sentence[content.lowerBound]...sentence[last]
    let near = spans(cues, from: sentences, of: sentence)
      .min { distance(cues[$0], content, after: 0) < distance(cues[$1], content, after: 0) }
    if let near { return near }
    let same = cuesOfParagraph(of: content)
    guard !same.isEmpty else { return nil }
    let before = Self.partition(cues) { $0.lowerBound < content.lowerBound }
    return before > same.lowerBound ? min(before, same.upperBound) - 1 : same.upperBound - 1
  }

  // MARK: - Sources

  /// The source of each cue, as an index.
  private func chosenSources() -> [Int?] {
    var chosen: [Int?] = cues.map { cue in
      let number = sentence[cue.lowerBound]
      return spans(sources, from: number...number, of: sentence)
        .min { distance(cue, sources[$0]) < distance(cue, sources[$1]) }
    }
    var owners = Owners(chosen: chosen, count: sources.count) { distance(cues[$0], sources[$1]) }
    for source in sources.indices where owners[source] == nil {
      let taker = cuesAround(sources[source])
        .filter { cue in
          guard let other = chosen[cue] else { return true }
          return sentence[cues[cue].lowerBound] == sentence[sources[source].lowerBound]
            && owners[other] != cue
        }
        .min { distance(cues[$0], sources[source]) < distance(cues[$1], sources[source]) }
      guard let taker else { continue }
      chosen[taker] = source
      owners[source] = taker
    }
    return cues.indices.map { cue in
      guard let source = chosen[cue] else { return nil }
      let isKept = owners[source] == cue || sources[source].lowerBound < cues[cue].lowerBound
      return isKept ? source : nil
    }
  }

  /// For each source the nearest of the cues that chose it.
  private struct Owners {
    private var cues: [Int?]

    init(chosen: [Int?], count: Int, distance: (_ cue: Int, _ source: Int) -> Int) {
      cues = [Int?](repeating: nil, count: count)
      for (cue, source) in chosen.enumerated() {
        guard let source else { continue }
        if let owner = cues[source], distance(owner, source) <= distance(cue, source) { continue }
        cues[source] = cue
      }
    }

    subscript(source: Int) -> Int? {
      get { cues[source] }
      set { cues[source] = newValue }
    }
  }

  // MARK: - Distances

  private func distance(_ cue: Range<Int>, _ source: Range<Int>) -> Int {
    distance(cue, source, after: Self.sourceAfter)
  }

  /// Words between a cue and another span, and what the cues between them and the order cost.
  private func distance(_ cue: Range<Int>, _ other: Range<Int>, after: Int) -> Int {
    let isBefore = cue.lowerBound <= other.lowerBound
    let low = isBefore ? cue.upperBound : other.upperBound
    let high = isBefore ? other.lowerBound : cue.lowerBound
    let crossed = low < high ? Self.count(of: cues, startingIn: low..<high) : 0
    return max(high - low, 0) + Self.cueBetween * crossed
      + (other.lowerBound > cue.lowerBound ? after : 0)
  }

  private func cuesOfParagraph(of span: Range<Int>) -> Range<Int> {
    let number = paragraph[span.lowerBound]
    return spans(cues, from: number...number, of: paragraph)
  }

  /// The cues of a span's paragraph, of a very long one those nearby.
  private func cuesAround(_ span: Range<Int>) -> Range<Int> {
    let place = Self.partition(cues) { $0.lowerBound < span.lowerBound }
    return cuesOfParagraph(of: span)
      .clamped(to: max(0, place - Self.cuesNearby)..<place + Self.cuesNearby)
  }

  /// The spans that begin in some sentences, or paragraphs.
  ///
  /// - Parameter units: The number of each word's.
  private func spans(
    _ spans: [Range<Int>], from numbers: ClosedRange<Int>, of units: [Int]
  ) -> Range<Int> {
    let start = Self.partition(spans) { units[$0.lowerBound] < numbers.lowerBound }
    return start..<Self.partition(spans) { units[$0.lowerBound] <= numbers.upperBound }
  }

  private static func count(of spans: [Range<Int>], startingIn words: Range<Int>) -> Int {
    partition(spans) { $0.lowerBound < words.upperBound }
      - partition(spans) { $0.lowerBound < words.lowerBound }
  }

  /// The first index whose span is not `before`, by halving.
  private static func partition(_ spans: [Range<Int>], before: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if before(spans[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
