import ClaimModel
import FoundationEssentials

/// An article with what an engine could have found in it.
enum SampleArticle {
  /// The claims stand between marks.
  static let drawn = """
    Tram line to the lake stays closed

    2026-02-10

    The city council said on Monday that ⟦the tram line carried 4,200 people a day in 2025⟧ but that \
    ⟦repairs would take until May⟧.

    “⟦We found cracks in two bridges⟧ 🚋,” engineer Zoë Marant said. She added that ⟦the rails were \
    older than the plans say⟧.

    ⟦The shopkeepers’ union called the closure a mistake, and its members lost a third of their \
    trade⟧.

    ⟦Rents near the lake rose by 6 percent in 2024⟧.

    """

  static let text = drawn.replacing("⟦", with: "").replacing("⟧", with: "")
  static let claimCount = 6

  /// The command that begins a session with the claims drawn above.
  static let load = "load \(Desk.article) --new --proposals '\(proposals)'"

  private static var proposals: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(analysis) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  static let analysis: Analysis = {
    var spans: [TextSpan] = []
    var plain = 0
    var start = 0
    for scalar in drawn.unicodeScalars {
      switch scalar {
      case "⟦": start = plain
      case "⟧": spans.append(TextSpan(start, plain))
      default: plain += UTF8.width(scalar)
      }
    }
    var paragraphs: [TextSpan] = []
    var position = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { paragraphs.append(TextSpan(position, position + line.utf8.count)) }
      position += line.utf8.count + 1
    }
    let body = Array(paragraphs.dropFirst(2))
    let council = Attribution(
      id: AttributionID(rawValue: 1), mode: .indirect,
      source: Attribution.Source(
        spans: [span(of: "The city council")], name: "The city council", type: .government),
      cue: [span(of: "said on Monday that")], content: [TextSpan(spans[0].start, spans[1].end)])
    let engineer = Attribution(
      id: AttributionID(rawValue: 2), mode: .direct,
      source: Attribution.Source(
        spans: [span(of: "engineer Zoë Marant")], name: "Zoë Marant", type: .expert),
      cue: [span(of: "said. ").shortened(by: 2)], content: [spans[2]])
    let claims = spans.enumerated().map { index, span in
      let paragraph = body.firstIndex { $0.contains(span) } ?? 0
      return Claim(
        id: ClaimID(rawValue: index + 1), spans: [span], sentence: body[paragraph],
        block: paragraph + 2,
        attributions: index < 2 ? [council.id] : index < 4 ? [engineer.id] : [],
        times: index == 5 ? [1] : [], type: index == 5 ? .quantity : nil)
    }
    return Analysis(
      engine: "drawn/1", sentences: body, attributions: [council, engineer], claims: claims,
      times: [
        TimeExpression(
          id: 1, span: span(of: "in 2024"), from: CalendarDay(iso: "2024-01-01"),
          to: CalendarDay(iso: "2024-12-31"))
      ])
  }()

  private static func span(of words: String) -> TextSpan {
    let bytes = Array(text.utf8)
    guard let range = bytes.firstRange(of: Array(words.utf8)) else { return TextSpan(0, 0) }
    return TextSpan(range.lowerBound, range.upperBound)
  }

  /// A day's work in small: every kind of decision, with odd characters, taken back and done again.
  static let work = #"""
    1 supported
    evidence 1 https://example.org/counts --quote "4,200 riders \"on most days\"" --accessed 2026-02-11
    evidence 1 "Annual report, p. 12" --relation background --accessed 2026-02-12
    evidence 1 --remove 1
    undo 1
    source 1 The city council
    stance 1-2 asserts
    claim-type 2 prediction
    statement 2 [The city council said that] repairs would take until May [2026]
    split 5 at "and"
    note 5 the union's "own" words\n – ‘quoted’ 🚋
    note . 2002 was the first year
    note --session --relation is no option here
    note --session "# not a comment"
    tag 3,4 #track
    tag 3 "two words"
    tag 4 --remove #track
    trim 6 "near the lake rose by 6 percent"
    extend 6 "Rents"
    merge 3 4
    3 refuted
    undo
    undo
    redo
    redo
    undo 1
    redo 1
    add "older than the plans"
    8 hedges
    drop 8
    undo 8
    clear 1 source
    label 2 checkworthiness check-worthy
    undo
    workflow all in-review
    statement 2 --clear
    """#
}

extension TextSpan {
  fileprivate func shortened(by count: Int) -> TextSpan { TextSpan(start, end - count) }
}
