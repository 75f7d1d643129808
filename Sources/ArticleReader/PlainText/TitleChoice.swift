/// Which passage above the body is the title.
struct TitleChoice {
  let title: Int?
  /// The body without a title that ended like a sentence.
  let body: Range<Int>

  /// A title that ends like a sentence has at most so many words.
  private static let wordsOfSentence = 25
  /// A question that opens the text is its title up to so many words.
  private static let wordsOfQuestion = 16
  /// A first paragraph in title case is the title from so many words on.
  private static let wordsOfTitleCase = 4
  /// A line of fewer words above another candidate is a section's label.
  private static let wordsOverLabel = 5
  /// More candidates in a row than this are a list of links.
  private static let longestGroup = 3
  /// The date or byline that a sentence-like title needs stands among the first passages.
  private static let head = 12

  /// A title that is known, which the body stands under.
  init(title: Int, body: Range<Int>) {
    self.title = title
    self.body = body.contains(title + 1) ? (title + 1)..<body.upperBound : body
  }

  /// - Parameters:
  ///   - text: The whole text, whose first paragraph may be in title case.
  ///   - turns: A turn is no title, nor is the first question of an interview.
  init(
    _ text: [UInt8], _ passages: [Passage], _ kinds: [PassageKind], body: Range<Int>, turns: Turns
  ) {
    var body = body
    func isAnchor(_ index: Int) -> Bool { kinds[index] == .date || kinds[index] == .byline }
    func isCandidate(_ index: Int) -> Bool {
      (kinds[index] == .fragment && passages[index].end != .colon
        && passages[index].item?.hasNeighbour != true) || kinds[index] == .heading
    }
    let top = 0..<body.lowerBound
    if let anchor = top.first(where: isAnchor) {
      title =
        Self.choose(passages, above: anchor, isCandidate)
        ?? (0..<anchor).last { kinds[$0] == .sentence }
        ?? Self.choose(passages, above: body.lowerBound, isCandidate)
    } else if let chosen = Self.choose(passages, above: body.lowerBound, isCandidate) {
      title = chosen
    } else if let found = Self.sentenceAboveAnchor(passages, kinds, body) {
      title = found.title
      body = found.rest
    } else if body.count > 1, passages[body.lowerBound].item == nil,
      Self.isQuestion(passages[body.lowerBound]) && !turns.isAsked
        || !turns.speak(body.lowerBound, passages)
          && Self.isHeadline(text, passages, body)
    {
      title = body.lowerBound
      body = (body.lowerBound + 1)..<body.upperBound
    } else {
      title = nil
    }
    self.body = body
  }

  private static func isQuestion(_ passage: Passage) -> Bool {
    passage.end == .question && passage.words <= wordsOfQuestion
  }

  /// Whether the first paragraph, although it ends like a sentence, heads the others.
  private static func isHeadline(
    _ text: [UInt8], _ passages: [Passage], _ body: Range<Int>
  ) -> Bool {
    let (first, next) = (body.lowerBound, body.lowerBound + 1)
    let bytes = text[passages[first].range]
    if bytes.count <= 200, passages[first].words >= wordsOfTitleCase, Headline.isTitleCase(bytes) {
      return true
    }
    return first == 0 && body.count > 2
      && Headline.isTitle(
        bytes, passages[first], above: text[passages[next].range], words: passages[next].words)
  }

  /// A first paragraph that stands alone above a date or byline, with prose below that.
  private static func sentenceAboveAnchor(
    _ passages: [Passage], _ kinds: [PassageKind], _ body: Range<Int>
  ) -> (title: Int, rest: Range<Int>)? {
    guard let anchor = body.prefix(head).first(where: { [.date, .byline].contains(kinds[$0]) }),
      let first = only(kinds, body.lowerBound..<anchor), passages[first].words <= wordsOfSentence,
      let next = (anchor..<body.upperBound).first(where: { kinds[$0] == .prose })
    else { return nil }
    return (first, next..<body.upperBound)
  }

  /// The only sentence of a range; nil where there are more, or other words.
  private static func only(_ kinds: [PassageKind], _ range: Range<Int>) -> Int? {
    let worded = range.filter { [.prose, .sentence, .fragment].contains(kinds[$0]) }
    return worded.count == 1 ? worded.first : nil
  }

  /// The title among the nearest candidates above a passage.
  ///
  /// The nearest of three words or more, unless it is the line under the title: then a line
  /// of five words or more stands right above it. A single shorter line will do when there is no other.
  private static func choose(
    _ passages: [Passage], above limit: Int, _ isCandidate: (Int) -> Bool
  ) -> Int? {
    let candidates = (0..<limit).filter(isCandidate)
    guard let nearest = candidates.last(where: { passages[$0].words >= 3 }) else {
      return candidates.count == 1 ? candidates[0] : nil
    }
    var first = nearest
    while first > 0, isCandidate(first - 1) { first -= 1 }
    guard nearest - first < longestGroup else { return nearest }
    return (first..<nearest).first { passages[$0].words >= wordsOverLabel } ?? nearest
  }
}
