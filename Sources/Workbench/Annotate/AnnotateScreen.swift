import ClaimModel
import Journal
package import Terminal

/// What `annotate` shows: a value made from the state, the keys and the size, nothing else.
package struct AnnotateScreen {
  let state: AnnotateState
  let keys: AnnotateKeys
  let size: TerminalSize

  /// Smaller screens show a sentence that says so.
  package static let smallest = TerminalSize(columns: 60, rows: 15)

  package init(_ state: AnnotateState, keys: AnnotateKeys, size: TerminalSize) {
    self.state = state
    self.keys = keys
    self.size = size
  }

  package var frame: Frame {
    guard size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows else {
      let sentence =
        "'annotate' needs \(Self.smallest.columns) columns and \(Self.smallest.rows) rows; "
        + "this window has \(size.columns) x \(size.rows). Make it larger, or leave with Esc."
      return Frame(StyledText(sentence).wrapped(to: max(size.columns, 1)), size: size)
    }
    if case .reading(let title, let lines, let first) = state.mode {
      let wrapped = lines.flatMap { $0.wrapped(to: size.columns, hangingIndent: "    ") }
      return reading(title, wrapped, first)
    }
    if case .article(let offset) = state.mode, let record = state.record {
      let (lines, marked) = lines(record, around: state.open.article.blocks.count)
      return reading(
        state.open.article.metadata.title ?? "untitled", lines, marked.lowerBound + offset - 3)
    }
    let foot = footRows
    let judgement = judgementRows
    let head = headRows
    let room = size.rows - head.count - judgement.count - foot.count
    var rows = head + context(rows: room)
    while rows.count < size.rows - judgement.count - foot.count { rows.append("") }
    rows += judgement + foot
    return Frame(rows, size: size, cursor: cursor)
  }

  /// Rules and blank rows are left out where rows are few.
  var isTall: Bool { size.rows >= 20 }
  var isWide: Bool { Self.isWide(size) }
  /// Whether there is room beside the values.
  static func isWide(_ size: TerminalSize) -> Bool { size.columns >= 96 }

  private var rule: StyledText {
    StyledText(String(repeating: "─", count: size.columns), Palette.quiet)
  }

  // MARK: - Head

  private var headRows: [StyledText] {
    let open = state.open
    var details: [String] = []
    if isWide, let path = open.article.metadata.path { details.append(path.lastPathComponent) }
    if let published = open.article.metadata.published { details.append("\(published.day)") }
    details.append("session \(open.stored.id)")
    if let annotator = open.state.opening?.annotator, !annotator.isEmpty {
      details.append(annotator)
    }
    if state.ranking.order != .article {
      details.append("order \(state.ranking.order.rawValue)")
    }
    if open.filter != .everything { details.append("filter \(open.filter.description)") }
    let right = StyledText(details.joined(separator: " · "), Palette.quiet)
      .truncated(to: size.columns * 3 / 5)
    let title = StyledText(" " + (open.article.metadata.title ?? "untitled"), Palette.heading)
      .truncated(to: size.columns - right.columns - 2)
    let first = title.padded(to: size.columns - right.columns - 1) + right
    return [first, progressRow] + (isTall ? [rule] : [])
  }

  private var progressRow: StyledText {
    let progress = state.progress
    var text = "verdicts \(progress.verdicts)/\(progress.claims)"
    if progress.withoutEvidence > 0 { text += " · no evidence \(progress.withoutEvidence)" }
    if let position = state.open.cursor.flatMap({ state.order.firstIndex(of: $0) }) {
      text += " · claim \(position + 1) of \(state.order.count)"
    }
    if let pace = state.pace.keysPerMinute { text += " · \(pace) keys a minute" }
    let width = max(min(size.columns - text.count - 4, 30), 0)
    let full = progress.claims == 0 ? 0 : width * progress.verdicts / progress.claims
    var row = StyledText(" ")
    row.append(String(repeating: "█", count: full), Palette.cue)
    row.append(String(repeating: "░", count: width - full), Palette.quiet)
    row.append("  " + text)
    return row.truncated(to: size.columns)
  }

  // MARK: - Foot

  private var footRows: [StyledText] { (isTall ? [rule] : []) + [lastRow] }

  /// The typed line, what a mode wants to know, or what was done last.
  private var lastRow: StyledText {
    switch state.mode {
    case .typing(let line, let buffer):
      let prompt = StyledText(" " + line.prompt + " ", Palette.heading)
      let room = size.columns - prompt.columns - 1
      let visible = LineWindow(buffer, columns: room)
      return prompt + StyledText(visible.text)
    case .picking(let pick):
      return hint(" \(pick.title): a key of the list, Esc to leave it as it is")
    case .moving(let edge, _):
      return hint(
        " \(edge == .start ? "start" : "end"): ← → by word, ↑ ↓ by clause, Enter keeps it, Esc not")
    case .splitting:
      return hint(" cut at ✂: ← → by word, ↑ ↓ by clause, Enter cuts, Esc does not")
    case .group(let claims):
      return hint(
        " one verdict for \(claims.count) open \(claims.count == 1 ? "claim" : "claims") of this "
          + "attribution: press its key, or Esc")
    case .judging, .reading, .article:
      let keys = StyledText(
        "\(keys.name(of: .undo)) undo  \(keys.name(of: .command)) command  "
          + "\(keys.name(of: .help)) keys ", Palette.quiet)
      let message = (StyledText(" ") + state.message)
        .truncated(to: size.columns - keys.columns - 1)
      return message.padded(to: size.columns - keys.columns) + keys
    }
  }

  private func hint(_ text: String) -> StyledText {
    StyledText(text, Palette.heading).truncated(to: size.columns)
  }

  private var cursor: Frame.Cursor? {
    guard case .typing(let line, let buffer) = state.mode else { return nil }
    let prompt = line.prompt.count + 2
    let visible = LineWindow(buffer, columns: size.columns - prompt - 1)
    return Frame.Cursor(column: prompt + visible.cursor, row: size.rows - 1)
  }

  // MARK: - Lines to read

  private func reading(_ title: String, _ lines: [StyledText], _ first: Int) -> Frame {
    let room = size.rows - 2
    let first = max(0, min(first, lines.count - room))
    var rows = [StyledText(" " + title, Palette.heading)]
    rows += lines.dropFirst(first).prefix(room)
    while rows.count < size.rows - 1 { rows.append("") }
    let more = lines.count > room ? "↑ ↓ space move, " : ""
    rows.append(StyledText(" \(more)Esc goes back", Palette.quiet))
    return Frame(rows, size: size)
  }
}

extension AnnotateState.Line {
  /// What stands before the line that is typed.
  var prompt: String {
    switch self {
    case .note: "note:"
    case .evidence: "evidence (ADDRESS --relation … --quote …):"
    case .statement: "statement:"
    case .source: "source:"
    case .filter: "filter:"
    case .find: "find:"
    case .command: ":"
    case .value(let attribute): attribute + ":"
    }
  }
}

/// The part of a typed line that fits, with the cursor in it.
private struct LineWindow {
  let text: String
  let cursor: Int

  init(_ buffer: LineBuffer, columns: Int) {
    let before = EscapedText(buffer.beforeCursor, lineFeeds: .escaped).text
    let all = EscapedText(buffer.text, lineFeeds: .escaped).text
    var shown = Substring(all)
    var column = DisplayWidth.columns(of: before)
    while column >= max(columns, 1), let first = shown.first {
      column -= DisplayWidth.columns(of: String(first))
      shown.removeFirst()
    }
    text = String(shown)
    cursor = max(column, 0)
  }
}

extension String {
  /// What stands after the last slash.
  fileprivate var lastPathComponent: String {
    String(split(separator: "/").last ?? Substring(self))
  }
}
