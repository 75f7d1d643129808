package import LinearModels

/// A role of a word in an attribution, and whether it goes on from the word before: the labels of the attribution tagger.
package enum AttributionLabel: Int, CaseIterable, Sendable {
  case outside
  case source, moreSource
  case cue, moreCue
  case content, moreContent

  /// The labels that it may follow; nil where it may follow any.
  package var predecessors: [AttributionLabel]? {
    switch self {
    case .outside, .source, .cue, .content: nil
    case .moreSource: [.source, .moreSource]
    case .moreCue: [.cue, .moreCue]
    case .moreContent: [.content, .moreContent]
    }
  }
}

/// Finds sources, cues and contents in a parsed text: the best sequence of labels over each paragraph, by a linear model
/// over features of words, quotations and the tree.
package struct AttributionTagger: Sendable {
  private let model: AttributionModel

  package init(model: AttributionModel = .compiledIn()) { self.model = model }

  /// The spans of a text, each role in reading order; none crosses from one paragraph into the next.
  package struct Spans: Equatable, Sendable {
    package var sources: [Range<Int>] = []
    package var cues: [Range<Int>] = []
    package var contents: [Range<Int>] = []
  }

  /// What reaches into a list of navigation is left out.
  ///
  /// - Complexity: O(*n*) in the tokens.
  package func spans(
    in text: Document, tree: ParseTree, quotations: [Quotation]
  ) -> Spans {
    let clues = AttributionClues(
      text, tree, quotations: quotations, levels: CueLevels(model.levels))
    var spans = Spans()
    for paragraph in text.paragraphRanges {
      let labels = self.labels(of: paragraph, clues)
      for (place, label) in labels.enumerated() {
        let token = paragraph.lowerBound + place
        switch label {
        case .outside: break
        case .source: spans.sources.append(token..<token + 1)
        case .cue: spans.cues.append(token..<token + 1)
        case .content: spans.contents.append(token..<token + 1)
        case .moreSource: Self.extend(&spans.sources)
        case .moreCue: Self.extend(&spans.cues)
        case .moreContent: Self.extend(&spans.contents)
        }
      }
    }
    func isRead(_ span: Range<Int>) -> Bool {
      let touched = clues.sentences[span.lowerBound]...clues.sentences[span.upperBound - 1]
      return !touched.contains { text.sentences[Int($0)].isNavigationList }
    }
    return Spans(
      sources: spans.sources.filter(isRead), cues: spans.cues.filter(isRead),
      contents: spans.contents.filter(isRead))
  }

  private static func extend(_ spans: inout [Range<Int>]) {
    guard let last = spans.popLast() else { return }
    spans.append(last.lowerBound..<last.upperBound + 1)
  }

  /// The best labels (Viterbi); what only goes on cannot begin.
  private func labels(of paragraph: Range<Int>, _ clues: AttributionClues) -> [AttributionLabel] {
    guard !paragraph.isEmpty else { return [] }
    var keys = [UInt32](repeating: 0, count: AttributionFeatures.count)
    var back: [SIMD8<UInt8>] = []
    back.reserveCapacity(paragraph.count)
    var best = SIMD8<Int32>(repeating: 0)
    for token in paragraph {
      let emitted = keys.withUnsafeMutableBufferPointer { keys in
        guard let keys = keys.baseAddress else { return SIMD8<Int32>.zero }
        AttributionFeatures.write(clues, token, into: keys)
        return model.scores(keys, count: AttributionFeatures.count)
      }
      if token == paragraph.lowerBound {
        best = emitted &+ Self.first
        back.append(.zero)
        continue
      }
      let place = AttributionFeatures.joint(clues, token)
      var next = SIMD8<Int32>(repeating: Int32.min / 2)
      var from = SIMD8<Int32>(repeating: 0)
      for label in AttributionLabel.allCases.indices {
        let reached =
          model.joint(place, after: label) &+ Self.followers[label] &+ best[label]
        let better = reached .> next
        next.replace(with: reached, where: better)
        from.replace(with: Int32(label), where: better)
      }
      best = next &+ emitted
      // Only differences count, and sums over a long paragraph would not fit.
      best &-= SIMD8(repeating: best.max())
      back.append(SIMD8<UInt8>(truncatingIfNeeded: from))
    }
    var last = 0
    for label in AttributionLabel.allCases.indices where best[label] > best[last] { last = label }
    var path: [Int] = [last]
    for place in stride(from: back.count - 1, to: 0, by: -1) {
      last = Int(back[place][last])
      path.append(last)
    }
    return path.reversed().map { AttributionLabel(rawValue: $0) ?? .outside }
  }

  /// What a forbidden label costs: more than any sum of weights over a paragraph can make up for.
  private static let forbidden: Int32 = -100_000_000

  /// By label: 0 for those that may follow it, else `forbidden`.
  private static let followers: [SIMD8<Int32>] = AttributionLabel.allCases.map { before in
    var row = SIMD8<Int32>(repeating: forbidden)
    for label in AttributionLabel.allCases
    where label.predecessors?.contains(before) ?? true {
      row[label.rawValue] = 0
    }
    return row
  }

  private static let first: SIMD8<Int32> = {
    var row = SIMD8<Int32>(repeating: forbidden)
    for label in AttributionLabel.allCases where label.predecessors == nil {
      row[label.rawValue] = 0
    }
    return row
  }()
}

extension AttributionTagger.Spans {
  /// The attributions that the spans make up.
  package func linked(in document: Document) -> [LinkedAttribution] {
    var sentence: [Int] = []
    var paragraph: [Int] = []
    for (number, found) in document.sentences.enumerated() {
      sentence += repeatElement(number, count: found.tokens.count)
      paragraph += repeatElement(found.paragraph, count: found.tokens.count)
    }
    return AttributionLinker(
      sources: sources, cues: cues, contents: contents, sentence: sentence, paragraph: paragraph
    ).linked()
  }
}

extension Document {
  /// The tokens of each paragraph.
  package var paragraphRanges: [Range<Int>] {
    var found: [Range<Int>] = []
    var number: Int?
    for sentence in sentences {
      if sentence.paragraph == number, let open = found.last {
        found[found.count - 1] = open.lowerBound..<sentence.tokens.upperBound
      } else {
        found.append(sentence.tokens)
        number = sentence.paragraph
      }
    }
    return found
  }
}
