/// What a full screen shows: a line of styled text for each row, and where the cursor stands.
package struct Frame: Hashable, Sendable {
  /// From the top, as many as the screen has rows, none wider than it.
  package let rows: [StyledText]
  /// Nil hides the cursor.
  package let cursor: Cursor?

  /// A place on the screen, counted from 0.
  package struct Cursor: Hashable, Sendable {
    package let column: Int
    package let row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// - Parameter rows: Cut to the size, and filled up with empty ones.
  package init(_ rows: [StyledText], size: TerminalSize, cursor: Cursor? = nil) {
    var rows = rows.prefix(size.rows).map { $0.truncated(to: size.columns) }
    while rows.count < size.rows { rows.append("") }
    self.rows = rows
    self.cursor = cursor.map {
      Cursor(column: min($0.column, size.columns - 1), row: min($0.row, size.rows - 1))
    }
  }

  /// The rows as plain text, without blanks at their ends.
  package var text: String {
    rows.map { row in
      var text = row.text
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  /// What turns one frame on a terminal into this one: only the rows that differ are written.
  ///
  /// - Parameter former: What the terminal shows; nil where that is not known, and for another size.
  package func sequence(after former: Frame?, rendition: Rendition) -> String {
    var drawn = ""
    let former = former?.rows.count == rows.count ? former : nil
    for (index, row) in rows.enumerated() where former?.rows[index] != row {
      // The row is emptied first: after a full one the cursor stands on its last column, and
      // emptying the rest would take that away.
      drawn += "\u{1B}[\(index + 1);1H\u{1B}[K" + row.rendered(rendition)
    }
    if drawn.isEmpty, former?.cursor == cursor { return "" }
    if let cursor {
      drawn += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h"
    }
    // Between the first two sequences and the last a terminal that knows them shows nothing new.
    return "\u{1B}[?2026h\u{1B}[?25l" + drawn + "\u{1B}[?2026l"
  }
}
