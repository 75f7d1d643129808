/// A text in runs of one style each, safe to show: all that is put into it is escaped.
///
/// Line feeds stay and end a line; a tab becomes a space. ``EscapedText`` says what else changes.
package struct StyledText: Hashable, Sendable {
  /// In reading order, none empty, no two neighbours of the same style.
  package private(set) var runs: [Run] = []

  /// A stretch of text in one style.
  package struct Run: Hashable, Sendable {
    package fileprivate(set) var text: String
    package let style: Style
  }

  package init() {}

  package init(_ text: String, _ style: Style = .plain) { append(text, style) }

  /// Words on one line: their line ends become blanks.
  package init(onOneLine text: String, _ style: Style = .plain) {
    append(onOneLine: text, style)
  }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    append(Run(text: EscapedText(text).text, style: style))
  }

  /// Adds words whose line ends are those of their source and mean nothing here: each becomes a blank.
  package mutating func append(onOneLine text: String, _ style: Style = .plain) {
    append(Run(text: EscapedText(text, lineFeeds: .space).text, style: style))
  }

  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run) }
  }

  /// Adds a piece of a run that is escaped already.
  mutating func append(_ run: Run) {
    if run.text.isEmpty { return }
    if let last = runs.last, last.style == run.style {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var joined = left
    joined.append(right)
    return joined
  }

  package static func += (left: inout StyledText, right: StyledText) { left.append(right) }

  package var isEmpty: Bool { runs.isEmpty }

  /// The text without its styles.
  package var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// The columns it takes on one line.
  package var columns: Int { DisplayWidth.columns(of: text) }
}

extension StyledText.Run {
  /// A part of this run.
  func part(_ text: Substring) -> Self { Self(text: String(text), style: style) }
}

extension StyledText: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

// MARK: - Rendering

extension StyledText {
  /// The bytes for an output of that rendition; styled text leaves the terminal in its own colours.
  package func rendered(_ rendition: Rendition) -> String {
    switch rendition {
    case .plain: text
    case .styled: styled { $0 }
    }
  }

  /// The text as a readline prompt, which counts what stands between U+0001 and U+0002 as no
  /// columns.
  func renderedPrompt(_ rendition: Rendition) -> String {
    switch rendition {
    case .plain: text
    case .styled: styled { "\u{1}" + $0 + "\u{2}" }
    }
  }

  private func styled(_ mark: (String) -> String) -> String {
    var rendered = ""
    var style = Style.plain
    for run in runs {
      if run.style != style { rendered += mark(run.style.sequence) }
      style = run.style
      rendered += run.text
    }
    if style != .plain { rendered += mark(Style.plain.sequence) }
    return rendered
  }
}

// MARK: - Fitting

extension StyledText {
  /// The text padded with spaces at its end to a number of columns; a wider one stays as it is.
  package func padded(to columns: Int) -> StyledText {
    let missing = columns - self.columns
    return missing > 0 ? self + StyledText(String(repeating: " ", count: missing)) : self
  }

  /// The text cut to a number of columns, with `…` in the last where something is missing.
  package func truncated(to columns: Int) -> StyledText {
    if self.columns <= columns { return self }
    var cut = StyledText()
    var room = columns - 1
    for run in runs {
      for character in run.text {
        room -= DisplayWidth.columns(of: String(character))
        if room < 0 {
          if columns > 0 { cut.append(Run(text: "…", style: run.style)) }
          return cut
        }
        cut.append(Run(text: String(character), style: run.style))
      }
    }
    return cut
  }
}
