import Glibc

/// Columns and rows of a terminal.
package struct TerminalSize: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// What is assumed where nothing tells.
  package static let standard = TerminalSize(columns: 80, rows: 24)

  /// The present size of the terminal behind a descriptor; nil where it is none or does not know.
  package init?(descriptor: CInt) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    self.init(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// The size for an output: the terminal's, else `COLUMNS` and `LINES`, else 80 by 24.
  package init(descriptor: CInt, environment: [String: String]) {
    if let size = TerminalSize(descriptor: descriptor) {
      self = size
      return
    }
    func positive(_ name: String) -> Int? {
      environment[name].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
    self.init(
      columns: positive("COLUMNS") ?? Self.standard.columns,
      rows: positive("LINES") ?? Self.standard.rows)
  }
}

/// Whether a descriptor is a terminal.
package func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }
