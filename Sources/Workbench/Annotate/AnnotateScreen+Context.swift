import ClaimModel
import Terminal

/// The claim in its paragraph.
extension AnnotateScreen {
  /// As many rows of the article as there is room for, the claim among them.
  func context(rows: Int) -> [StyledText] {
    guard let record = state.record, rows > 0 else { return [] }
    guard record.standing == .here else { return wordsOfOld(record, rows: rows) }
    let (lines, marked) = lines(record, reaching: rows)
    return window(lines, around: marked, rows: rows)
  }

  /// The claim's paragraph and those around it in lines, and those of the lines that its sentence takes; of one
  /// that is longer than the screen, the line where keys move something.
  ///
  /// - Parameter rows: So many lines are wanted on either side of the sentence; there may be more.
  /// - Complexity: That of the lines which are wanted, however long the article and its paragraphs are.
  func lines(_ record: ClaimRecord, reaching rows: Int)
    -> (lines: [StyledText], marked: ClosedRange<Int>)
  {
    let spans = spans(of: record)
    let hull = (spans + [record.claim.sentence]).hull ?? record.claim.sentence
    let blocks = state.open.article.blocks
    let own = max(0, min(record.claim.block, blocks.count - 1))
    let block = blocks.isEmpty ? hull : blocks[own].span
    let stretch = [block, hull].hull ?? block
    var before = quiet(TextSpan(stretch.start, max(stretch.start, hull.start)), rows, isEnd: true)
    var after = quiet(TextSpan(min(hull.end, stretch.end), stretch.end), rows)
    let claim = claimLines(hull, record, spans)
    var (first, last) = (own - 1, own + 1)
    while before.count < rows, first >= 0 {
      let lines = quiet(blocks[first].span, rows, isEnd: true)
      if !lines.isEmpty { before = lines + gap + before }
      first -= 1
    }
    while after.count < rows, last < blocks.count {
      let lines = quiet(blocks[last].span, rows)
      if !lines.isEmpty { after += gap + lines }
      last += 1
    }
    var marked = before.count...(before.count + max(claim.count, 1) - 1)
    if claim.count > rows, let place = movedLine(of: claim) {
      marked = before.count + place...before.count + place
    }
    return (before + claim + after, marked)
  }

  /// The line of a claim's where keys move something; nil where none do.
  private func movedLine(of claim: [StyledText]) -> Int? {
    switch state.mode {
    case .splitting: claim.firstIndex { $0.text.contains("✂") }
    case .moving(.start, _): claim.firstIndex { $0.text.contains("⟦") }
    case .moving(.end, _): claim.lastIndex { $0.text.contains("⟧") }
    default: nil
    }
  }

  /// What stands between paragraphs.
  private var gap: [StyledText] { isTall ? [""] : [] }

  private func claimLines(_ hull: TextSpan, _ record: ClaimRecord, _ spans: [TextSpan])
    -> [StyledText]
  {
    let bar = StyledText(" ▌ ", Palette.claim)
    return text(of: hull, record: record, spans: spans)
      .wrapped(to: textColumns - 2, firstIndent: bar, hangingIndent: bar)
  }

  /// Text around the claim in lines, none of blanks alone; of a long one the start or the end, which is
  /// more than can be seen.
  private func quiet(_ span: TextSpan, _ rows: Int, isEnd: Bool = false) -> [StyledText] {
    guard var words = state.open.article.text.utf8Substring(span) else { return [] }
    let most = 2 * max(rows, 1) * textColumns
    if words.utf8.count > most { words = isEnd ? words.suffix(most) : words.prefix(most) }
    let text = String(words).trimmingBlanks
    if text.isEmpty { return [] }
    return StyledText(onOneLine: text, Palette.quiet)
      .wrapped(to: textColumns - 2, firstIndent: "   ", hangingIndent: "   ")
  }

  /// The claim's spans, as they are or as they would be.
  private func spans(of record: ClaimRecord) -> [TextSpan] {
    if case .moving(_, let spans) = state.mode { return spans }
    return record.claim.spans
  }

  /// The claim's sentence with what is marked in it.
  private func text(of sentence: TextSpan, record: ClaimRecord, spans: [TextSpan]) -> StyledText {
    let article = state.open.article
    var highlights: [ParagraphView.Highlight] = spans.map { ($0, Palette.claim, true) }
    for id in record.claim.attributions {
      guard let attribution = state.open.state.analysis.attribution(id) else { continue }
      highlights += (attribution.source?.spans ?? []).map { ($0, Palette.source, false) }
      highlights += attribution.cue.map { ($0, Palette.cue, false) }
    }
    let view = ParagraphView(article: article, rendition: .plain)
    guard case .splitting(let cut) = state.mode, sentence.start < cut, cut < sentence.end
    else { return view.text(of: sentence, highlights: highlights) }
    return view.text(of: TextSpan(sentence.start, cut), highlights: highlights)
      + StyledText("✂", Palette.warning)
      + view.text(of: TextSpan(cut, sentence.end), highlights: highlights)
  }

  /// The words of a claim that has none in this text.
  private func wordsOfOld(_ record: ClaimRecord, rows: Int) -> [StyledText] {
    let words = state.open.words(of: record)
    let lines =
      StyledText(onOneLine: "“\(words)”", Palette.undecided)
      .wrapped(to: textColumns - 2, firstIndent: "   ", hangingIndent: "   ")
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
