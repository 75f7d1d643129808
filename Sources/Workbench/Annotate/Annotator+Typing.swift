import ClaimModel
import Terminal

/// Lines that are typed on the last row.
extension Annotator {
  mutating func begin(_ line: AnnotateState.Line, with text: String = "") throws {
    switch line {
    case .filter, .find, .command: break
    default: _ = try current()
    }
    state.mode = .typing(line, LineBuffer(text))
  }

  mutating func type(_ key: Key, _ line: AnnotateState.Line, _ buffer: LineBuffer) throws {
    switch key {
    case .escape, .control("c"):
      state.mode = .judging
      say("nothing changed")
    case .enter:
      state.mode = .judging
      try finish(line, buffer.text)
    default:
      var buffer = buffer
      if buffer.take(key) { state.mode = .typing(line, buffer) }
    }
  }

  private mutating func finish(_ line: AnnotateState.Line, _ text: String) throws {
    let isEmpty = text.allSatisfy(\.isWhitespace)
    if isEmpty, line != .filter { return say("nothing changed") }
    switch line {
    case .note:
      let record = try current()
      try decide([.noted(record.claim.id, text)])
      say("claim \(record.claim.id): note kept")
    case .statement:
      let record = try current()
      try workbench.write(statement: text, of: record)
      refresh()
      say("claim \(record.claim.id): statement kept")
    case .source: try giveText(text, of: "source")
    case .value(let attribute): try giveText(text, of: attribute)
    case .evidence: try runAtPrompt("evidence " + text.replacing("\n", with: " "))
    case .filter:
      try runAtPrompt("filter " + (isEmpty ? "none" : text))
      if let open = workbench.open { state.take(open, isFiltered: true) }
    case .command: try runAtPrompt(text)
    case .find: try find(text)
    }
  }

  /// Runs a line of the prompt; what it prints stands on the last row or, where that is more, is read.
  private mutating func runAtPrompt(_ line: String) throws {
    let printed = try workbench.printed { try workbench.run(line: line) }
    refresh()
    if workbench.open == nil { throw SessionError.noneOpen }
    let lines = printed.split(separator: "\n").map { String($0) }
    if lines.count > 2 {
      state.mode = .reading(title: line, lines.map { StyledText($0) }, first: 0)
    } else {
      say(lines.joined(separator: " · "))
    }
    if workbench.isQuitting { isDone = true }
  }

  /// Goes to the next claim, from here on and then from the beginning, that has the words.
  private mutating func find(_ words: String) throws {
    guard let pattern = VerbatimWords(words, ignoresCase: true) else { throw EditError.noWords }
    let place = state.open.cursor.flatMap { state.order.firstIndex(of: $0) } ?? -1
    let around =
      state.order[(place + 1)...] + state.order[...max(place, 0)].dropLast(place < 0 ? 1 : 0)
    let found = around.first { id in
      guard let record = state.open.state.claims[id] else { return false }
      let bytes = Array(state.open.words(of: record).utf8)
      return !pattern.places(in: bytes, within: TextSpan(0, bytes.count)).isEmpty
    }
    guard let found else { return say("no claim that is shown has '\(words)'", Palette.warning) }
    try go(to: found)
  }
}
