import ClaimModel
import Terminal

/// The claim in its paragraph.
extension AnnotateScreen {
  /// As many rows of the article as there is room for, the claim among them.
  func context(rows: Int) -> [StyledText] {
    guard let record = state.record, rows > 0 else { return [] }
    guard record.standing == .here else { return wordsOfOld(record, rows: rows) }
    // Paragraphs are added on both sides as long as there are rows for them.
    var shown = lines(record, around: 0)
    for distance in 1...Self.farthestBlock where shown.lines.count < rows {
      let more = lines(record, around: distance)
      if more.lines.count == shown.lines.count { break }
      shown = more
    }
    return window(shown.lines, around: shown.marked, rows: rows)
  }

  /// How many paragraphs before and after the claim's own are looked at to fill the screen.
  private static let farthestBlock = 20

  /// The paragraphs around a claim in lines, and those of them that its sentence takes.
  func lines(_ record: ClaimRecord, around distance: Int)
    -> (lines: [StyledText], marked: ClosedRange<Int>)
  {
    let spans = spans(of: record)
    let hull = (spans + [record.claim.sentence]).hull ?? record.claim.sentence
    var lines: [StyledText] = []
    var marked: ClosedRange<Int>?
    for block in blocks(around: record.claim.block, distance) {
      let span = state.open.article.blocks[block].span
      let isOwn = block == record.claim.block
      let stretch = isOwn ? [span, hull].hull ?? span : span
      if !lines.isEmpty, isTall { lines.append("") }
      for segment in segments(of: stretch, around: hull, isOwn: isOwn) {
        let bar = segment.isClaim ? StyledText(" ▌ ", Palette.claim) : StyledText("   ")
        let text = text(of: segment, record: record, spans: spans)
        let wrapped = text.wrapped(to: size.columns - 2, firstIndent: bar, hangingIndent: bar)
        if segment.isClaim { marked = lines.count...(lines.count + wrapped.count - 1) }
        lines += wrapped
      }
    }
    return (lines, marked ?? 0...0)
  }

  /// The claim's spans, as they are or as they would be.
  private func spans(of record: ClaimRecord) -> [TextSpan] {
    if case .moving(_, let spans) = state.mode { return spans }
    return record.claim.spans
  }

  private func blocks(around block: Int, _ distance: Int) -> ClosedRange<Int> {
    let last = max(state.open.article.blocks.count - 1, 0)
    let own = max(0, min(block, last))
    return max(0, own - distance)...min(last, own + distance)
  }

  private struct Segment {
    let span: TextSpan
    let isClaim: Bool
  }

  /// What stands before the claim's sentence, the sentence, and what stands after.
  private func segments(of stretch: TextSpan, around hull: TextSpan, isOwn: Bool) -> [Segment] {
    guard isOwn else { return [Segment(span: stretch, isClaim: false)] }
    let parts = [
      Segment(span: TextSpan(stretch.start, max(stretch.start, hull.start)), isClaim: false),
      Segment(span: hull, isClaim: true),
      Segment(span: TextSpan(min(hull.end, stretch.end), stretch.end), isClaim: false),
    ]
    return parts.filter { $0.span.length > 0 && !isBlank($0.span) }
  }

  private func isBlank(_ span: TextSpan) -> Bool {
    state.open.article.text.utf8Substring(span)?.allSatisfy(\.isWhitespace) ?? true
  }

  private func text(of segment: Segment, record: ClaimRecord, spans: [TextSpan]) -> StyledText {
    let article = state.open.article
    guard segment.isClaim else {
      let words = article.text.utf8Substring(segment.span).map(String.init) ?? ""
      return StyledText(words.replacing("\n", with: " ").trimmingBlanks, Palette.quiet)
    }
    var highlights: [ParagraphView.Highlight] = spans.map { ($0, Palette.claim, true) }
    for id in record.claim.attributions {
      guard let attribution = state.open.state.analysis.attribution(id) else { continue }
      highlights += (attribution.source?.spans ?? []).map { ($0, Palette.source, false) }
      highlights += attribution.cue.map { ($0, Palette.cue, false) }
    }
    let view = ParagraphView(article: article, rendition: .plain)
    guard case .splitting(let cut) = state.mode, segment.span.start < cut, cut < segment.span.end
    else { return view.text(of: segment.span, highlights: highlights) }
    return view.text(of: TextSpan(segment.span.start, cut), highlights: highlights)
      + StyledText("✂", Palette.warning)
      + view.text(of: TextSpan(cut, segment.span.end), highlights: highlights)
  }

  /// The words of a claim that has none in this text.
  private func wordsOfOld(_ record: ClaimRecord, rows: Int) -> [StyledText] {
    let words = state.open.words(of: record).replacing("\n", with: " ")
    let lines =
      StyledText("“\(words)”", Palette.undecided)
      .wrapped(to: size.columns - 2, firstIndent: "   ", hangingIndent: "   ")
      + [StyledText("   (not in this text; 'settle' at the prompt says what became of it)")]
    return Array(lines.prefix(rows))
  }

  /// The rows with the claim in the middle, as many of those around it as fit; where lines are left out,
  /// the edge says so.
  private func window(_ lines: [StyledText], around marked: ClosedRange<Int>, rows: Int)
    -> [StyledText]
  {
    guard lines.count > rows else { return lines }
    let spare = max(rows - marked.count, 0)
    var first = max(0, marked.lowerBound - spare / 2)
    first = min(first, lines.count - rows)
    var shown = Array(lines[first..<first + rows])
    let more = StyledText("   …", Palette.quiet)
    if first > 0, first < marked.lowerBound { shown[0] = more }
    let last = first + rows - 1
    if last < lines.count - 1 {
      shown[rows - 1] =
        last > marked.upperBound
        ? more : (shown[rows - 1].truncated(to: size.columns - 3) + " …")
    }
    return shown
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
