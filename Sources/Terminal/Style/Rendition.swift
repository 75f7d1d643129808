/// Whether styles reach the output.
package enum Rendition: Hashable, Sendable {
  /// Text alone: a pipe, a file, a dumb terminal, or a user who wants no colour.
  case plain
  /// Text with the control sequences of its styles.
  case styled

  /// Decides for an output.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the output is a terminal.
  ///   - environment: `NO_COLOR` with any text in it (https://no-color.org) and a `TERM` that is
  ///     `dumb`, empty or missing ask for plain text.
  ///   - noColor: The user's `--no-color`.
  package init(isTerminal: Bool, environment: [String: String], noColor: Bool = false) {
    let hasNoColor = !(environment["NO_COLOR"] ?? "").isEmpty
    let term = environment["TERM"] ?? ""
    let isDumb = term.isEmpty || term == "dumb"
    self = isTerminal && !noColor && !hasNoColor && !isDumb ? .styled : .plain
  }
}
