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
      return reading(title, wrapped(lines), first)
    }
    if case .article(let offset) = state.mode, let record = state.record {
      let (lines, first) = article(record, offset)
      return reading(state.open.article.metadata.title ?? "untitled", lines, first)
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

  /// The columns for the article and the values: longer lines are hard to read, and values far from their
  /// names.
  var textColumns: Int { min(size.columns, 110) }

  // MARK: - Head

  private var headRows: [StyledText] {
    let open = state.open
    let room = size.columns * 3 / 5
    let right = StyledText(details(within: room), Palette.quiet).truncated(to: room)
    let title = StyledText(" " + (open.article.metadata.title ?? "untitled"), Palette.heading)
      .truncated(to: size.columns - right.columns - 2)
    let first = title.padded(to: size.columns - right.columns - 1) + right
    return [first, progressRow] + (isTall ? [rule] : [])
  }

  /// What is told of the session beside the title: as much as there is room for, what a key may have changed
  /// before what stays the same.
  private func details(within room: Int) -> String {
    let (open, order) = (state.open, state.ranking.order)
    // In the order of the row, each with what it must give way to.
    let parts: [(weight: Int, text: String?)] = [
      (0, isWide ? open.article.metadata.path?.lastPathComponent : nil),
      (1, open.article.metadata.published.map { "\($0.day)" }),
      (3, "session \(open.stored.id)"),
      (2, open.state.opening.flatMap { $0.annotator.isEmpty ? nil : $0.annotator }),
      (5, order == .article ? nil : "order \(order.rawValue)"),
      (4, open.filter == .everything ? nil : "filter \(open.filter.description)"),
    ]
    var least = 0
    while true {
      let shown = parts.filter { $0.weight >= least }.compactMap(\.text).joined(separator: " · ")
      if DisplayWidth.columns(of: shown) <= room || least == 5 { return shown }
      least += 1
    }
  }

  private var progressRow: StyledText {
    let progress = state.progress
    var text = "verdicts \(progress.verdicts)/\(progress.claims)"
    if let cursor = state.open.cursor, let position = state.order.firstIndex(of: cursor) {
      let place = "\(position + 1) of \(state.order.count)"
      text += " · claim " + (cursor.rawValue == position + 1 ? place : "\(cursor), \(place)")
    }
    if progress.withoutEvidence > 0 {
      text +=
        " · \(progress.withoutEvidence) \(progress.withoutEvidence == 1 ? "needs" : "need") evidence"
    }
    if let pace = state.pace.keysPerMinute, text.count + 20 < size.columns {
      text += " · \(pace) keys a minute"
    }
    let width = max(min(size.columns - text.count - 4, 30), 0)
    let full = progress.claims == 0 ? 0 : width * progress.verdicts / progress.claims
    var row = StyledText(" ")
    row.append(String(repeating: "█", count: full), Palette.cue)
    row.append(String(repeating: "░", count: width - full), Palette.quiet)
    row.append("  " + text)
    return row.truncated(to: size.columns)
  }

  // MARK: - Foot

  private var footRows: [StyledText] { (isTall ? [rule] : []) + lastRows }

  /// The last rows: two where rows are plenty, so that nothing moves when a long message comes.
  private var lastRows: [StyledText] {
    switch state.mode {
    case .judging: break
    case .typing(let line, _): return isTall ? [hint(" " + line.hint), lastRow] : [lastRow]
    case .picking, .moving, .splitting, .group, .reading, .article:
      return isTall ? ["", lastRow] : [lastRow]
    }
    let rows = messageRows
    return isTall && rows.count < 2 ? [""] + rows : rows
  }

  /// What was done last, with the keys that are always good to know as far as there is room.
  private var messageRows: [StyledText] {
    let hints = StyledText(
      "\(keys.name(of: .undo)) undo  \(keys.name(of: .command)) command  "
        + "\(keys.name(of: .help)) keys ", Palette.quiet)
    var rows = state.message.wrapped(to: size.columns - 1, firstIndent: " ", hangingIndent: " ")
    if rows.count > 2 {
      let rest = rows[1...].reduce(StyledText()) { $0.isEmpty ? $1 : $0 + $1 }
      rows = [rows[0], rest.truncated(to: size.columns - 1)]
    }
    guard let last = rows.last, last.columns + hints.columns < size.columns else { return rows }
    rows[rows.count - 1] = last.padded(to: size.columns - hints.columns) + hints
    return rows
  }

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
      return hint(" ✂: ← → by word, ↑ ↓ by clause, Enter cuts, Esc does not")
    case .group(let claims):
      return hint(
        " \(claims.count) open \(claims.count == 1 ? "claim" : "claims") of this attribution: "
          + "a verdict's key, or Esc")
    case .judging, .reading, .article: return ""
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

  /// The article's lines, and the first that is shown so many lines down from where the claim stands.
  private func article(_ record: ClaimRecord, _ offset: Int) -> (lines: [StyledText], first: Int) {
    let (lines, marked) = lines(record, reaching: abs(offset) + size.rows)
    return (lines, marked.lowerBound + offset - 3)
  }

  /// The mode as it is where no key has scrolled beyond the ends of what is read.
  package var settledMode: AnnotateState.Mode {
    switch state.mode {
    case .reading(let title, let lines, let first):
      return .reading(title: title, lines, first: settled(first, of: wrapped(lines).count))
    case .article(let offset):
      guard let record = state.record else { return state.mode }
      let (lines, first) = article(record, offset)
      return .article(offset: offset + settled(first, of: lines.count) - first)
    default: return state.mode
    }
  }

  private func wrapped(_ lines: [StyledText]) -> [StyledText] {
    lines.flatMap { $0.wrapped(to: size.columns, hangingIndent: "    ") }
  }

  /// The first line that is shown, so that no row is empty that need not be.
  private func settled(_ first: Int, of count: Int) -> Int {
    max(0, min(first, count - (size.rows - 2)))
  }

  private func reading(_ title: String, _ lines: [StyledText], _ first: Int) -> Frame {
    let room = size.rows - 2
    let first = settled(first, of: lines.count)
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
    case .evidence: "evidence:"
    case .statement: "statement:"
    case .source: "source:"
    case .filter: "filter:"
    case .find: "find:"
    case .command: ":"
    case .value(let attribute): attribute + ":"
    }
  }
}

extension AnnotateState.Line {
  /// What can be typed, where there is a row for it.
  fileprivate var hint: String {
    switch self {
    case .note, .value: "Enter keeps it, Esc does not"
    case .evidence:
      #"address or file [--relation refutes] [--quote "…"]; Enter keeps it"#
    case .statement: "words that stand alone, without the article; Enter keeps them, Esc does not"
    case .source: "who says it; Enter keeps it, Esc does not"
    case .filter: "undecided, no-evidence, stance=denies, source~PART, words; Enter alone: all"
    case .find: "words of a claim; Enter goes to the next claim that has them"
    case .command: "a line of the prompt; 'help' lists its verbs"
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
